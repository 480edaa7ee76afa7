// What a change of many incidents may be chosen from.
import type { StoreReads } from '../../store/store.ts'
import type { BulkFacts } from './bulk-change.ts'
import { type DeskNames, deskNames } from './incident-names.ts'
import { type OutageChoice, outageChoices } from './outage-titles.ts'

export interface BulkChoices extends BulkFacts {
  readonly names: DeskNames
  readonly outages: readonly OutageChoice[]
}

export async function bulkChoices(
  reads: StoreReads,
  { now, today }: { readonly now: number; readonly today: string },
): Promise<BulkChoices> {
  const [names, matrices, outages] = await Promise.all([
    deskNames(reads),
    reads.all('priority_matrix'),
    outageChoices(reads, now),
  ])
  return { names, matrices, today, outages }
}

/** The name that goes with the id of a person, team, system or outage. */
export function bulkNameOf({ names, outages }: BulkChoices): (id: string) => string | undefined {
  const titles = new Map(outages.map(({ id, label }) => [id, label]))
  return (id) =>
    names.people.get(id)?.name ?? names.teams.get(id)?.name ?? names.systems.get(id)?.name ?? titles.get(id)
}
