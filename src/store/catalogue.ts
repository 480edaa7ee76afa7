// Names for the ids that records hold, and what needs what.

import type { KindName } from '../domain/kind-names.ts'
import type { DocOf, Recorded } from '../domain/kinds.ts'
import type { StoreReads } from './store.ts'

const byName = (a: { readonly name: string }, b: { readonly name: string }) => a.name.localeCompare(b.name, 'en-GB')

/** What the ids in records stand for. */
export interface Catalogue {
  readonly systems: ReadonlyMap<string, Recorded<'system'>>
  readonly councils: ReadonlyMap<string, Recorded<'council'>>
  readonly divisions: ReadonlyMap<string, Recorded<'division'>>
  readonly people: ReadonlyMap<string, Recorded<'person'>>
  readonly dependencies: readonly Recorded<'dependency'>[]
}

/** Names and who needs what, in order of name. */
export async function catalogue(reads: StoreReads): Promise<Catalogue> {
  const named = async <K extends KindName>(kind: K) => {
    const records = (await reads.all(kind)) as (Recorded<K> & DocOf<K> & { name: string })[]
    return new Map(records.sort(byName).map((record) => [record.id, record as Recorded<K>]))
  }
  const [systems, councils, divisions, people, dependencies] = await Promise.all([
    named('system'),
    named('council'),
    named('division'),
    named('person'),
    reads.all('dependency'),
  ])
  return { systems, councils, divisions, people, dependencies }
}

/** Systems that cannot work without one of `ids`, by hard dependencies of any length; without `ids` themselves. */
export function systemsThatNeed(ids: readonly string[], dependencies: readonly Recorded<'dependency'>[]): string[] {
  const hit = new Set(ids)
  const hard = dependencies.filter((dependency) => dependency.type === 'hard')
  // A set grows while it is walked, so whatever is added is walked too.
  for (const id of hit) for (const { systemId, needs } of hard) if (needs.includes(id)) hit.add(systemId)
  return [...hit].filter((id) => !ids.includes(id))
}
