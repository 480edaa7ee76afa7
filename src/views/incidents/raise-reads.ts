// What the form of an incident chooses from, and for which councils this person may raise one.
import type { Access } from '../../domain/access.ts'
import type { Recorded } from '../../domain/kinds.ts'
import { readDraft, saveDraft } from '../../store/drafts.ts'
import type { Store, StoreReads } from '../../store/store.ts'
import { type DeskNames, deskNames } from './incident-names.ts'
import { mayRaiseFor } from './rights.ts'

export interface RaiseChoices {
  readonly names: DeskNames
  /** Those that this person may raise for. */
  readonly councils: readonly Recorded<'council'>[]
  readonly templates: readonly Recorded<'incident_template'>[]
  readonly matrices: readonly Recorded<'priority_matrix'>[]
  /** What the new one comes back to, as far as it is known here. */
  readonly followed: Followed | undefined
}

export interface Followed {
  readonly id: string
  readonly title: string
  readonly councilId: string
  readonly systemId: string | null
}

const byName = (a: { readonly name: string }, b: { readonly name: string }) => a.name.localeCompare(b.name, 'en-GB')

export async function raiseChoices(reads: StoreReads, access: Access, followsId: string): Promise<RaiseChoices> {
  const [names, templates, matrices, followed] = await Promise.all([
    deskNames(reads),
    reads.all('incident_template'),
    reads.all('priority_matrix'),
    followedBy(reads, followsId),
  ])
  return {
    ...{ names, matrices, followed },
    templates: templates.sort(byName),
    councils: [...names.councils.values()].filter(({ id }) => mayRaiseFor(access, id)),
  }
}

async function followedBy(reads: StoreReads, id: string): Promise<Followed | undefined> {
  if (id === '') return undefined
  const record = (await reads.get('incident', id)) ?? (await reads.where('follow', 'incidentId', id))[0]
  if (!record) return undefined
  const { title, councilId, systemId } = record
  return { id, title, councilId, systemId }
}

// Of the person on this device; it names no council in its key, for whoever loses one council still works for another.
const councilKey = 'incident:council'

/** The council that was raised for last on this device. */
export async function lastCouncil(store: Store): Promise<string | undefined> {
  const kept = await readDraft(store, councilKey)
  return typeof kept === 'string' ? kept : undefined
}

export const rememberCouncil = (store: Store, councilId: string): Promise<void> =>
  saveDraft(store, councilKey, councilId)
