// A desk to try on the server: things that people do there, as their devices would send them, and shaped otherwise.
import type { Recorded } from '../../src/domain/kinds.ts'
import { isRefusal, type Mutation, type Reads, type Write } from '../../src/domain/mutation.ts'
import { raiseIncident } from '../../src/domain/mutations/raise-incident.ts'
import { addComment, addWorkNote } from '../../src/domain/mutations/tell-incident.ts'
import { type IncidentParts, workOnIncident } from '../../src/domain/mutations/work-incident.ts'
import type { Row } from '../../src/domain/record.ts'
import type { Op, WireChange } from '../../src/domain/wire.ts'
import type { ServerOptions } from '../../src/server/context.ts'
import { type Device, rowOf, startTrial, type Trial, type Verdict } from './trial.ts'

export interface Desk {
  readonly trial: Trial
  readonly councilId: string
  readonly ict: Device
  readonly staff: Device
}

export async function startDesk(options: Partial<ServerOptions> = {}): Promise<Desk> {
  const trial = startTrial(options)
  return { trial, councilId: trial.newId(), ict: await trial.person('ict'), staff: await trial.person('staff') }
}

/** What the person's device would send for it, if it had all that the server has. */
export async function changesOf<Args>(
  { trial }: Pick<Desk, 'trial'>,
  by: Device,
  mutation: Mutation<Args>,
  args: Args,
): Promise<WireChange[]> {
  const reads: Reads = {
    get: async (kind, id) => {
      const row = await rowOf(trial, kind, id)
      return row && !row.del ? ({ ...row.doc, id } as Recorded<typeof kind>) : undefined
    },
    where: async () => [],
  }
  const context = { now: trial.clock.now, personId: by.userId, newId: () => trial.newId() }
  const outcome = await mutation.run(args, reads, context)
  if (isRefusal(outcome)) throw new Error(outcome.message)
  return Promise.all(outcome.map((write) => seen(trial, write)))
}

async function seen(trial: Trial, { k, id, s, set }: Write): Promise<WireChange> {
  const row = await rowOf(trial, k, id)
  const base = Object.fromEntries(Object.keys(set).map((group) => [group, row?.groups[group]?.v ?? 0]))
  return { k, id, s, base, set: { ...set } }
}

/** Ids sort by their moment: what comes next is not of the same. */
export async function act<Args>(desk: Desk, by: Device, mutation: Mutation<Args>, args: Args): Promise<Verdict> {
  desk.trial.clock.now++
  return by.push(mutation.name, await changesOf(desk, by, mutation, args))
}

export interface Raised {
  readonly title?: string
  readonly councilId?: string
  readonly requesterId?: string
  readonly requesterName?: string
}
export const raiseArgs = (desk: Desk, more: Raised = {}) => ({
  councilId: desk.councilId,
  title: 'The printer is stuck',
  ...({ matrixPriority: 3, impact: 'person', urgency: 'medium' } as const),
  ...more,
})

/** Raised by that person, for themselves unless told otherwise; its id. */
export async function raise(desk: Desk, by: Device, more: Raised = {}): Promise<string> {
  const changes = await changesOf(desk, by, raiseIncident, raiseArgs(desk, more))
  const verdict = await by.push(raiseIncident.name, changes)
  if (verdict.o !== 'ok') throw new Error(verdict.code)
  return changes[0]?.id ?? ''
}

const saidOn = (desk: Desk, incidentId: string, text: string) => ({
  incidentId,
  councilId: desk.councilId,
  text,
  minutes: 0,
})
export const say = (desk: Desk, by: Device, incidentId: string, text: string) =>
  act(desk, by, addComment, saidOn(desk, incidentId, text))
export const note = (desk: Desk, by: Device, incidentId: string, text: string) =>
  act(desk, by, addWorkNote, saidOn(desk, incidentId, text))
export const work = (desk: Desk, incidentId: string, parts: IncidentParts, by = desk.ict) =>
  act(desk, by, workOnIncident, { incidentId, parts })

/** The rows of follow that a pull of this person brings. */
export async function followed(device: Device, cursors?: Record<string, number>): Promise<readonly Row[]> {
  return (await device.pull(cursors)).rows.filter(({ k }) => k === 'follow')
}

/** An op as it would be, and then otherwise. */
export const crafted = async (
  by: Device,
  name: string,
  changes: readonly Partial<WireChange>[],
  more?: Partial<Op>,
): Promise<string> => {
  const { o, code } = await by.push(name, changes, more)
  return code ?? o
}
