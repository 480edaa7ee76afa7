// The incidents because of one outage, and which of them have a question of their own.
import type { Recorded } from '../../domain/kinds.ts'
import type { StoreReads } from '../../store/store.ts'

export interface Child {
  readonly incident: Recorded<'incident'>
  /** Why it is not simply over with the outage; undefined where nothing speaks against it. */
  readonly question: string | undefined
}

/** Open ones first, newest first. */
export async function childrenOf(reads: StoreReads, outageId: string): Promise<Child[]> {
  const incidents = await reads.where('incident', 'outageId', outageId)
  const sorted = incidents.sort((a, b) => Number(b.flags.isOpen) - Number(a.flags.isOpen) || b.raisedAt - a.raisedAt)
  return Promise.all(sorted.map(async (incident) => ({ incident, question: await questionOf(reads, incident) })))
}

async function questionOf(reads: StoreReads, incident: Recorded<'incident'>): Promise<string | undefined> {
  if (!incident.flags.isOpen) return undefined
  if (incident.state === 'waiting_requester') return 'Waits for an answer of the requester'
  const comments = await reads.where('comment', 'incidentId', incident.id)
  const last = comments.reduce<(typeof comments)[number] | undefined>(
    (latest, comment) => (latest && latest.at >= comment.at ? latest : comment),
    undefined,
  )
  return last && last.byId === incident.requesterId ? 'The requester wrote last' : undefined
}
