// What the screens of the catalogue read: the list of systems, and one system with all that hangs on it.
import type { Recorded } from '../domain/kinds.ts'
import type { StoreReads } from './store.ts'

const byName = (a: { readonly name: string }, b: { readonly name: string }) => a.name.localeCompare(b.name, 'en-GB')

/** All systems, retired ones too, by name. */
export const systemsByName = async (reads: StoreReads): Promise<Recorded<'system'>[]> =>
  (await reads.all('system')).sort(byName)

export interface SystemEntry {
  /** undefined when it is not here; the rest still serves a new system's form. */
  readonly system: Recorded<'system'> | undefined
  /** All systems by id, in order of name. */
  readonly systems: ReadonlyMap<string, Recorded<'system'>>
  readonly dependencies: readonly Recorded<'dependency'>[]
  readonly calendars: readonly Recorded<'calendar'>[]
  readonly holidays: readonly Recorded<'holiday'>[]
  readonly divisions: ReadonlyMap<string, Recorded<'division'>>
  /** How far divisions depend on this system, and how they work round it, of all dates and the councils one may read. */
  readonly assumptions: readonly Recorded<'assumption'>[]
  /** Its own outages, newest first. */
  readonly outages: readonly Recorded<'outage'>[]
  /** Planned work on it, latest first. */
  readonly work: readonly Recorded<'maintenance'>[]
  readonly noticeMinutes: number
}

export async function systemEntry(reads: StoreReads, id: string): Promise<SystemEntry> {
  const [systems, dependencies, calendars, holidays, divisions, assumptions] = await Promise.all([
    systemsByName(reads),
    reads.all('dependency'),
    reads.all('calendar'),
    reads.all('holiday'),
    reads.all('division'),
    reads.where('assumption', 'systemId', id),
  ])
  const [edges, work, partnerships] = await Promise.all([
    reads.where('affected', 'systemId', id),
    reads.all('maintenance'),
    reads.all('partnership'),
  ])
  const hit = edges.filter((edge) => edge.mark === 'affected')
  const outages = await Promise.all(hit.map((edge) => reads.get('outage', edge.outageId)))
  return {
    system: systems.find((system) => system.id === id),
    systems: new Map(systems.map((system) => [system.id, system])),
    dependencies,
    calendars: calendars.sort(byName),
    holidays,
    divisions: new Map(divisions.sort(byName).map((division) => [division.id, division])),
    assumptions,
    outages: outages.flatMap((outage) => outage ?? []).sort((a, b) => b.startAt - a.startAt),
    work: work.filter((planned) => planned.systemIds.includes(id)).sort((a, b) => b.startAt - a.startAt),
    noticeMinutes: partnerships[0]?.noticeMinutes ?? 0,
  }
}
