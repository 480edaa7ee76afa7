// What ids are called, for files that people read.
import type { KindName } from '../domain/kind-names.ts'
import type { Recorded } from '../domain/kinds.ts'

/** What of the store an export reads; a StoreReads is one. */
export interface ExportReads {
  all<K extends KindName>(kind: K): Promise<Recorded<K>[]>
  /** Those that are here, in the order of `ids`. */
  many<K extends KindName>(kind: K, ids: readonly string[]): Promise<Recorded<K>[]>
  pendingIds(): Promise<ReadonlySet<string>>
}

export type Names = ReadonlyMap<string, string>

/** An id without a name is better than a hole: somebody may know it. */
export const named = (names: Names, id: string | null): string => (id === null || id === '' ? '' : names.get(id) || id)

export const nameBook = (records: readonly { readonly id: string; readonly name: string }[] = []): Names =>
  new Map(records.map(({ id, name }) => [id, name]))

type NamedKind = 'council' | 'division' | 'system' | 'person' | 'desk_team' | 'calendar'

export const namesOf = async (reads: Pick<ExportReads, 'all'>, kind: NamedKind): Promise<Names> =>
  nameBook(await reads.all(kind))

/** By outage, the names of the systems it hit, in their order. */
export function systemsHit(affected: readonly Recorded<'affected'>[], systems: Names): ReadonlyMap<string, string[]> {
  const hit = new Map<string, string[]>()
  for (const { outageId, systemId, mark } of affected) {
    if (mark !== 'affected') continue
    const names = hit.get(outageId) ?? []
    hit.set(outageId, names)
    names.push(named(systems, systemId))
  }
  for (const names of hit.values()) names.sort((a, b) => a.localeCompare(b, 'en-GB'))
  return hit
}

/** Titles of outages, or else the systems they hit. */
export const titlesOf = (outages: readonly Recorded<'outage'>[], hit: ReadonlyMap<string, readonly string[]>): Names =>
  new Map(outages.map(({ id, title }) => [id, title || (hit.get(id) ?? []).join(', ')]))

export const outageNames = async (reads: Pick<ExportReads, 'all'>, systems: Names): Promise<Names> =>
  titlesOf(await reads.all('outage'), systemsHit(await reads.all('affected'), systems))
