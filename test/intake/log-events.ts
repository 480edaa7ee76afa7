// Events of one incident as a log writes them, for the tests of what becomes of them.
import { expect } from 'vitest'
import { incidentSchema } from '../../src/domain/incident.ts'
import { bringIn, csv } from './log-trial.ts'
import { iso } from './reading.ts'

export const header = [
  'number',
  'incident_state',
  'sys_mod_count',
  'opened_by',
  'opened_at',
  'sys_updated_by',
  'sys_updated_at',
  'priority',
  'assignment_group',
  'assigned_to',
  'resolved_at',
  'closed_at',
]
type Cells = Partial<
  Record<'number' | 'opened' | 'by' | 'priority' | 'team' | 'assignee' | 'resolved' | 'closed', string>
>

/** An event of one incident. */
export function event(state: string, order: string, updated: string, cells: Cells = {}): string[] {
  const { number = 'INC1', opened = '29/2/2016 01:16', by = 'Ann', priority = '3 - Moderate', team = 'Desk' } = cells
  const { assignee = '?', resolved = '?', closed = '?' } = cells
  return [number, state, order, 'Opened by  8', opened, by, updated, priority, team, assignee, resolved, closed]
}
export const events = (...rows: string[][]) => csv(header, ...rows)

/** The incident INC1 of a text, and its course with readable times. */
export async function one(text: string) {
  const { incidents, ...rest } = await bringIn(text)
  const incident = incidents.get('INC1')
  if (!incident) throw new Error(JSON.stringify(rest.summary.refused))
  expect(incidentSchema.safeParse(incident).error).toBeUndefined()
  const course = incident.history.map(({ at, ...line }) => ({ at: iso(at), ...line }))
  return { ...rest, incident, course }
}
