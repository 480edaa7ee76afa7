// One incident with everything that this device knows of it.
import type { Recorded } from '../domain/kinds.ts'
import type { StoreReads } from './store.ts'

export interface IncidentStory {
  readonly incident: Recorded<'incident'>
  /** Newest first. */
  readonly events: readonly Recorded<'incident_event'>[]
  /** Oldest first. */
  readonly comments: readonly Recorded<'comment'>[]
  /** Oldest first; none for whoever is not of the desk. */
  readonly notes: readonly Recorded<'work_note'>[]
  /** Unsolved ones. */
  readonly conflicts: readonly Recorded<'conflict'>[]
  /** Those that somebody has settled. */
  readonly settled: readonly Recorded<'conflict'>[]
  /** What it is because of. */
  readonly outage: Recorded<'outage'> | undefined
  /** The one that it comes back to. */
  readonly follows: Recorded<'incident'> | undefined
  /** Ids of what has not been sent yet. */
  readonly pendingIds: ReadonlySet<string>
  /** Whether something of it has not been sent yet. */
  readonly isPending: boolean
}

interface Timed {
  readonly id: string
  readonly at: number
}
const oldestFirst = (a: Timed, b: Timed) => a.at - b.at || (a.id < b.id ? -1 : 1)

/** undefined when it is not here, or was taken back. */
export async function incidentStory(reads: StoreReads, id: string): Promise<IncidentStory | undefined> {
  const incident = await reads.get('incident', id)
  if (!incident) return undefined
  const [events, comments, notes, conflicts, pendingIds, outage, follows] = await Promise.all([
    reads.where('incident_event', 'incidentId', id),
    reads.where('comment', 'incidentId', id),
    reads.where('work_note', 'incidentId', id),
    reads.where('conflict', 'recordId', id),
    reads.pendingIds(),
    incident.outageId === null ? undefined : reads.get('outage', incident.outageId),
    incident.followsId === null ? undefined : reads.get('incident', incident.followsId),
  ])
  const parts = [incident, ...events, ...comments, ...notes]
  return {
    incident,
    events: events.sort((a, b) => oldestFirst(b, a)),
    comments: comments.sort(oldestFirst),
    notes: notes.sort(oldestFirst),
    conflicts: conflicts.filter(({ solvedAt }) => solvedAt === null),
    settled: conflicts.filter(({ solvedAt }) => solvedAt !== null),
    outage,
    follows,
    pendingIds,
    isPending: parts.some((part) => pendingIds.has(part.id)),
  }
}
