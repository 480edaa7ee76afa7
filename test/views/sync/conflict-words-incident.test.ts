import { expect, test } from 'vitest'
import { groupTitle, sideWords } from '../../../src/views/sync/conflict-words.ts'

const now = Date.UTC(2026, 10, 10, 15)
const id = (end: string) => `01900000-0000-7000-8000-00000000000${end}`
const [ann, team, outage] = [id('1'), id('2'), id('3')]
const names = new Map([
  [ann, 'Ann Lee, Service desk'],
  [team, 'Networks'],
  [outage, 'Telephony'],
])
const telling = { now, nameOf: (id: string) => names.get(id) }
const linesOf = (group: string, value: Readonly<Record<string, unknown>>) =>
  sideWords({ kind: 'incident', group }, value, telling).lines

test('who has an incident is told by name, never by id', () => {
  const assignment = { assigneeId: ann, assigneeName: '', teamId: team, teamName: '' }
  expect(linesOf('assignment', assignment)).toEqual(['Assigned to: Ann Lee, Service desk', 'Team: Networks'])
  expect(linesOf('assignment', { assigneeId: null, assigneeName: 'Resolver 5', teamId: null, teamName: '' })).toEqual([
    'Assigned to: Resolver 5',
    'Team: none',
  ])
  expect(linesOf('outage', { outageId: outage })).toEqual(['Because of: Telephony'])
  expect(linesOf('outage', { outageId: null })).toEqual(['Because of: no outage'])
})

test('a state is told without its flags and stamps, and with its moment, by which two moves to one state differ', () => {
  const flags = { pausesClock: false, isOpen: false, countsAsBacklog: false }
  const state = { state: 'resolved', flags, stateAt: now, resolvedAt: now, closedAt: null, reopenCount: 0 }
  expect(linesOf('state', { ...state, resolution: 'Restarted it' })).toEqual([
    'State: Resolved',
    'What was done: “Restarted it”',
    'Since: Tue 10 Nov, 15:00',
  ])
})

test('a priority set by hand is told with what the table gives and why', () => {
  const table = { impact: 'person', urgency: 'medium', matrixPriority: 3 }
  expect(linesOf('priority', { ...table, priority: 3, overrideReason: '' })).toEqual([
    'Priority: 3',
    'Impact: One person',
    'Urgency: Medium',
  ])
  expect(linesOf('priority', { ...table, priority: 1, overrideReason: 'Council meeting tonight' })).toEqual([
    'Priority: 1',
    'Impact: One person',
    'Urgency: Medium',
    'Priority by the table: 3',
    'Reason: “Council meeting tonight”',
  ])
})

test('a priority table is told row by row, and a team by its people', () => {
  const row = { critical: 1, high: 1, medium: 2, low: 4 }
  const matrix = { from: '2026-04-01', cells: { department: row, group: row, person: { ...row, low: 3 } } }
  expect(sideWords({ kind: 'priority_matrix', group: 'matrix' }, matrix, telling).lines).toEqual([
    'From: 1 April 2026',
    'A department or council: critical 1, high 1, medium 2, low 4',
    'A group or service: critical 1, high 1, medium 2, low 4',
    'One person: critical 1, high 1, medium 2, low 3',
  ])
  expect(sideWords({ kind: 'desk_team', group: 'people' }, { personIds: [ann] }, telling).lines).toEqual([
    'People: Ann Lee, Service desk',
  ])
  expect(groupTitle('incident', 'assignment')).toBe('Who has it')
})
