// One outage with everything that is known of it.
import type { Recorded } from '../domain/kinds.ts'
import type { StoreReads } from './store.ts'

export interface OutageStory {
  readonly outage: Recorded<'outage'>
  readonly edges: readonly Recorded<'affected'>[]
  readonly segments: readonly Recorded<'segment'>[]
  /** Of the councils that the person may read. */
  readonly reaches: readonly Recorded<'reach'>[]
  /** Newest first. */
  readonly events: readonly Recorded<'event'>[]
  /** Unsolved ones of the outage and of what belongs to it. */
  readonly conflicts: readonly Recorded<'conflict'>[]
  /** Whether something of it has not been sent yet. */
  readonly isPending: boolean
}

/** Everything that is known of one outage; undefined when it is not here, or was taken back. */
export async function outageStory(reads: StoreReads, id: string): Promise<OutageStory | undefined> {
  const outage = await reads.get('outage', id)
  if (!outage) return undefined
  const [edges, segments, reaches, events, pending] = await Promise.all([
    reads.where('affected', 'outageId', id),
    reads.where('segment', 'outageId', id),
    reads.where('reach', 'outageId', id),
    reads.where('event', 'outageId', id),
    reads.pendingIds(),
  ])
  const parts = [outage, ...edges, ...segments, ...reaches].map((record) => record.id)
  const found = await Promise.all(parts.map((part) => reads.where('conflict', 'recordId', part)))
  return {
    outage,
    edges,
    segments: segments.sort((a, b) => a.fromAt - b.fromAt),
    reaches,
    events: events.sort((a, b) => b.at - a.at || (a.id < b.id ? 1 : -1)),
    conflicts: found.flat().filter((conflict) => conflict.solvedAt === null),
    isPending: [...parts, ...events.map((event) => event.id)].some((part) => pending.has(part)),
  }
}
