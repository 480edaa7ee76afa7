// An incident as whoever asked for it sees it: by the record that the server writes for them, and before it is shared by
// what they wrote themselves.
import type { Recorded } from '../../domain/kinds.ts'
import type { StoreReads } from '../../store/store.ts'
import type { TalkLine } from './talk.ts'

export interface Followed
  extends Pick<
    Recorded<'follow'>,
    | 'councilId'
    | 'title'
    | 'text'
    | 'number'
    | 'systemId'
    | 'systemName'
    | 'raisedAt'
    | 'state'
    | 'stateAt'
    | 'priority'
    | 'resolution'
  > {
  /** The incident's. */
  readonly id: string
  /** Oldest first. */
  readonly replies: readonly TalkLine[]
  readonly pendingIds: ReadonlySet<string>
}

/** undefined when this device has nothing of it. */
export async function followedIncident(reads: StoreReads, id: string): Promise<Followed | undefined> {
  const [[follow], incident, comments, pendingIds] = await Promise.all([
    reads.where('follow', 'incidentId', id),
    reads.get('incident', id),
    reads.where('comment', 'incidentId', id),
    reads.pendingIds(),
  ])
  const shown = follow ?? incident
  if (!shown) return undefined
  const told = follow?.replies ?? []
  // What was written here stands among the replies until the server tells of it too.
  const own = comments.filter((comment) => !told.some((reply) => reply.id === comment.id))
  const replies = [...told, ...own].map(({ id: replyId, at, byId, text }) => ({
    ...{ id: replyId, at, byId, text },
    ...{ minutes: 0, isNote: false },
  }))
  return { ...shown, id, replies: replies.sort((a, b) => a.at - b.at), pendingIds }
}
