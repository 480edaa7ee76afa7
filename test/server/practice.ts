// A legal practice to try: a team with its division and hours, its fee earners signed in, and entries as devices write them.
import { makeId } from '../../src/domain/identity.ts'
import type { DocOf } from '../../src/domain/kinds.ts'
import { create, type Write } from '../../src/domain/mutation.ts'
import type { Row } from '../../src/domain/record.ts'
import type { WireChange } from '../../src/domain/wire.ts'
import type { ServerOptions } from '../../src/server/context.ts'
import { createFigures, type FiguresOptions } from '../../src/server/figures/figures.ts'
import { type Device, startTrial, type Trial } from './trial.ts'

export interface Practice {
  readonly trial: Trial
  readonly teamId: string
  readonly councilId: string
  /** Holds admin and practice_manager. */
  readonly head: Device
  readonly lawyers: readonly Device[]
}

export const wire = ({ k, id, s, set }: Write): WireChange => ({ k, id, s, base: {}, set: { ...set } })

export async function startPractice(lawyerCount = 3, options: Partial<ServerOptions> = {}): Promise<Practice> {
  const trial = startTrial(options)
  const head = await trial.person('admin', 'practice_manager')
  const [calendarId, divisionId, teamId, councilId] = [trial.newId(), trial.newId(), trial.newId(), trial.newId()]
  const week = Object.fromEntries(
    ['1', '2', '3', '4', '5'].map((day) => [day, [['09:00', '17:00'] as [string, string]]]),
  )
  const hours = { zone: 'Europe/London', isAlwaysOpen: false, week, observesHolidays: true, closures: [], shifts: {} }
  const policies = [{ from: '2020-01-01', unitMinutes: 6, rounding: 'up' as const, minimumUnits: 0 }]
  await head.push('calendar.save', [wire(create('calendar', calendarId, { name: 'Office', ...hours }))])
  await head.push('division.save', [
    wire(create('division', divisionId, { name: 'Legal', calendarId, headCounts: [] })),
  ])
  await head.push('team.save', [wire(create('team', teamId, { name: 'Legal', divisionId, policies }))])
  const lawyers: Device[] = []
  for (let i = 0; i < lawyerCount; i++) lawyers.push(await trial.person('legal'))
  return { trial, teamId, councilId, head, lawyers }
}

/** An hour of chargeable work on the day of the trial's clock, unless told otherwise. */
export function newEntry({ teamId, councilId }: Practice, personId: string, more: Partial<DocOf<'entry'>> = {}): Write {
  const workedOn = more.workedOn ?? '2026-03-02'
  const id = makeId(Date.parse(`${workedOn}T12:00:00Z`), crypto.getRandomValues(new Uint8Array(10)))
  return create('entry', id, {
    ...{ personId, teamId, councilId, matterId: null, grade: 'B', activity: 'advice', chargeability: 'chargeable' },
    ...{ workedOn, startAt: null, endAt: null, seconds: 3600, units: 10, unitMinutes: 6, pencePerHour: 8000 },
    ...{ source: 'typed', isEstimated: false, timerId: null, rootId: id, replaces: [], isRemoved: false },
    recordedAt: Date.parse('2026-03-02T09:00:00Z'),
    ...more,
  })
}

/** Records it as that lawyer and hands back its id. */
export async function record(practice: Practice, lawyer: Device, more: Partial<DocOf<'entry'>> = {}): Promise<string> {
  const entry = newEntry(practice, lawyer.userId, more)
  const verdict = await lawyer.push('entry.add', [wire(entry)])
  if (verdict.o !== 'ok') throw new Error(verdict.code)
  return entry.id
}

/** The rows of figures that a person's device would have. */
export async function figureRows(device: Device): Promise<Row[]> {
  const { rows } = await device.pull()
  return rows.filter((row) => ['team_month', 'council_month'].includes(row.k) && !row.del)
}

const practiceTeam = '00000000-0000-7000-8000-0000000000aa'

interface MatterOf {
  /** The matter's own id when it is for named people only. */
  readonly wall?: string
  readonly parties?: readonly string[]
}

/** Of the team `practiceTeam`; the write of a new matter, with its document. */
export function newMatter({ wall, parties = [] }: MatterOf): Write & { readonly doc: DocOf<'matter'> } {
  const id = wall ?? makeId(Date.parse('2026-03-02T09:00:00Z'), crypto.getRandomValues(new Uint8Array(10)))
  const doc: DocOf<'matter'> = {
    ...{ teamId: practiceTeam, wallId: wall ?? null, reference: 'M/1', title: 'A lease', type: 'property' },
    ...{ councilId: practiceTeam, divisionId: null, leadId: null, gradeWanted: null, estimateHours: null },
    ...{ openedOn: '2026-03-02', closedOn: null, keyDates: [], outcome: null, note: '' },
    parties: parties.map((name) => ({ name, role: 'other_side' })),
  }
  return { ...create('matter', id, doc), doc }
}

export async function setWall(trial: Trial, by: Device, matterId: string, people: readonly Device[]): Promise<void> {
  const personIds = people.map(({ userId }) => userId)
  const answer = await trial.post('/legal/walls', { matterId, personIds }, by.cookie)
  if (answer.status !== 200) throw new Error(await answer.text())
}

/** One entry of each of the practice's lawyers. */
export const recordAll = async (practice: Practice, more: Partial<DocOf<'entry'>> = {}) => {
  const ids = []
  for (const lawyer of practice.lawyers) ids.push(await record(practice, lawyer, more))
  return ids
}
export const teamMonths = async (device: Device) =>
  (await figureRows(device))
    .filter((row) => row.k === 'team_month')
    .map((row) => row.doc as unknown as DocOf<'team_month'>)

/** As after the server was killed: nothing in memory but the database. */
export const restarted = ({ trial }: Practice, waits: Pick<FiguresOptions, 'delayMs' | 'longestMs'> = {}) =>
  createFigures({
    ...waits,
    database: trial.database,
    pokes: { poke: () => {} },
    now: () => trial.clock.now,
    log: (line) => trial.log.push(line),
  })
