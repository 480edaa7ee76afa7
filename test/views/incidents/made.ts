// Incidents raised on a trial store, for what lists and changes of many do with them.
import { raiseIncident } from '../../../src/domain/mutations/raise-incident.ts'
import type { Store } from '../../../src/store/store.ts'
import { act, newId } from '../../store/trial-store.ts'

export const councilId = newId()

type RaiseArgs = Parameters<typeof raiseIncident.run>[0]

/** Raises one; hands back its id. */
export async function raise(store: Store, more: Partial<RaiseArgs> = {}): Promise<string> {
  const base = { councilId, title: 'E-mail is slow', impact: 'group', urgency: 'high', matrixPriority: 2 } as const
  const writes = await act(store, raiseIncident, { ...base, ...more })
  return writes[0]?.id ?? ''
}

/** Raises so many, numbered in their titles. */
export async function raiseMany(store: Store, count: number, more: Partial<RaiseArgs> = {}): Promise<string[]> {
  const ids: string[] = []
  for (let i = 0; i < count; i++) ids.push(await raise(store, { title: `Number ${i}`, ...more }))
  return ids
}

export async function incident(store: Store, id: string) {
  const found = await store.reads.get('incident', id)
  if (!found) throw new Error('the incident is gone')
  return found
}
