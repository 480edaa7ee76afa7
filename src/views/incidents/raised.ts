// What a person raised, as their own device knows it.
import { type IncidentState, incidentReference, stateFlags } from '../../domain/incident-words.ts'
import type { StoreReads } from '../../store/store.ts'

export interface Raised {
  readonly id: string
  readonly reference: string
  readonly title: string
  readonly systemName: string
  readonly state: IncidentState
  readonly isOpen: boolean
  readonly raisedAt: number
  /** The newest, whoever wrote it. */
  readonly reply: { readonly at: number; readonly byId: string; readonly text: string } | undefined
  /** Something of it waits on this device. */
  readonly isPending: boolean
}

/** Newest first. What was raised here stands beside what the server tells until it tells of it too. */
export async function raisedBy(reads: StoreReads, personId: string): Promise<Raised[]> {
  const [follows, incidents, comments, systems, pending] = await Promise.all([
    reads.all('follow'),
    reads.all('incident'),
    reads.all('comment'),
    reads.all('system'),
    reads.pendingIds(),
  ])
  const systemNames = new Map(systems.map(({ id, name }) => [id, name]))
  const followed = new Set(follows.map(({ incidentId }) => incidentId))
  const own = incidents.filter(
    ({ id, raisedById, requesterId }) => !followed.has(id) && (raisedById === personId || requesterId === personId),
  )
  const told = [
    ...follows.map(({ incidentId, ...each }) => ({ ...each, id: incidentId })),
    ...own.map((each) => ({ ...each, replies: [] })),
  ]
  return told
    .map((each): Raised => {
      const said = [...each.replies, ...comments.filter(({ incidentId }) => incidentId === each.id)]
      return {
        id: each.id,
        reference: incidentReference(each),
        title: each.title,
        systemName: (each.systemId === null ? undefined : systemNames.get(each.systemId)) ?? each.systemName,
        state: each.state,
        isOpen: stateFlags[each.state].isOpen,
        raisedAt: each.raisedAt,
        reply: said.reduce<Raised['reply']>((last, one) => (last && last.at >= one.at ? last : one), undefined),
        isPending: pending.has(each.id) || said.some((one) => 'id' in one && pending.has(one.id)),
      }
    })
    .sort((a, b) => b.raisedAt - a.raisedAt)
}
