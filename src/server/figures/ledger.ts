// What figures are made of: recorded time, posts, absences and calendars, read as a device reads them, by versions.
// Entries are held in memory (some 500 bytes each): a correction may move time to another month and name any entry
// before it; so it is found without believing what time an id carries.
import { setImmediate as nextTurn } from 'node:timers/promises'
import type { Recorded } from '../../domain/kinds.ts'
import type { Scope } from '../../domain/record.ts'
import { catalogueScope } from '../../domain/scope.ts'
import type { MonthFacts } from '../../metrics/time-figures.ts'
import type { Database, StoredRow } from '../database/port.ts'
import { createPersonTime, type PersonTime } from './person-time.ts'
import { createWorkingDates } from './working-dates.ts'

const pageRows = 500

const heldKinds = ['post', 'absence', 'outage_answer', 'team', 'division', 'calendar', 'holiday'] as const
type HeldKind = (typeof heldKinds)[number]
/** By kind and id, without those that are deleted. */
export type Held = { readonly [K in HeldKind]: ReadonlyMap<string, Recorded<K>> }

/** Of these scopes everything that figures depend on comes. */
export const isFollowed = (scope: Scope): boolean => scope === catalogueScope || scope.startsWith('time:')

export interface Ledger {
  /** Months (`YYYY-MM`) whose figures may have changed; whoever has seen to one takes it out. */
  readonly stale: Set<string>
  /** Reads what was written since the last time; what it had read when something failed is not lost. */
  catchUp(): Promise<void>
  teamIds(): readonly string[]
  factsOf(teamId: string, month: string): MonthFacts
}

export function createLedger(database: Database): Ledger {
  const stale = new Set<string>()
  const cursors = new Map<Scope, number>()
  const people = new Map<Scope, PersonTime>()
  const unsettled = new Set<PersonTime>()
  const records = new Map<string, Map<string, { readonly id: string }>>(heldKinds.map((kind) => [kind, new Map()]))
  const held = Object.fromEntries(records) as unknown as Held
  const workingDates = createWorkingDates(held)
  let isAllStale = false

  /** Requests come in between two pages. */
  async function readScope(scope: Scope): Promise<void> {
    for (let isMore = true; isMore; ) {
      const from = cursors.get(scope) ?? 0
      const rows = await database.read((statements) => statements.rowsAfter(scope, from, pageRows))
      for (const row of rows) row.k === 'entry' ? takeEntry(row) : takeRecord(row)
      cursors.set(scope, rows.at(-1)?.ver ?? from)
      isMore = rows.length >= pageRows
      await nextTurn()
    }
  }

  function takeRecord(row: StoredRow): void {
    const known = records.get(row.k)
    if (!known) return
    const before = known.get(row.id)
    const after = row.del ? undefined : recordOf<HeldKind>(row)
    if (after) known.set(row.id, after)
    else known.delete(row.id)
    if (row.k === 'outage_answer') for (const answer of [before, after]) staleFor(answer)
    else isAllStale = true
  }

  function takeEntry(row: StoredRow): void {
    const person = people.get(row.s) ?? createPersonTime()
    people.set(row.s, person)
    unsettled.add(person)
    if (row.del) person.drop(row.id)
    else person.take(recordOf<'entry'>(row))
  }

  function staleFor(answer: { readonly id: string } | undefined): void {
    if (answer) stale.add((answer as Recorded<'outage_answer'>).on.slice(0, 7))
  }

  async function settle(): Promise<void> {
    for (const person of unsettled) {
      for (const month of person.settle()) stale.add(month)
      unsettled.delete(person)
      await nextTurn()
    }
    if (!isAllStale) return
    workingDates.forget()
    for (const { months } of people.values()) for (const month of months.keys()) stale.add(month)
    isAllStale = false
  }

  return {
    stale,
    async catchUp() {
      const heads = await database.read((statements) => statements.heads())
      for (const [scope, head] of heads)
        if (isFollowed(scope) && head > (cursors.get(scope) ?? 0)) await readScope(scope)
      await settle()
    },
    teamIds: () => [...held.team.keys()].sort(),
    factsOf: (teamId, month) => ({
      teamId,
      month,
      entries: [...people.values()].flatMap(({ months }) => ofTeam(months.get(month) ?? [], teamId)),
      posts: ofTeam(inOrder(held.post), teamId),
      absences: inOrder(held.absence),
      answers: ofTeam([...held.outage_answer.values()], teamId).filter(({ on }) => on.startsWith(month)),
      workingDates: workingDates.of(teamId, month),
    }),
  }
}

/** It was parsed when it was written. */
const recordOf = <K extends HeldKind | 'entry'>({ id, doc }: StoredRow) => ({ ...JSON.parse(doc), id }) as Recorded<K>

const ofTeam = <T extends { readonly teamId: string }>(things: readonly T[], teamId: string): T[] =>
  things.filter((thing) => thing.teamId === teamId)

/** By id, so that sums of fractions come out the same in whatever order the rows were read. */
const inOrder = <T extends { readonly id: string }>(things: ReadonlyMap<string, T>): T[] =>
  [...things.values()].sort((a, b) => (a.id < b.id ? -1 : 1))
