// Text that was typed and not yet saved, by form.
import { type Store, withDatabase } from './store.ts'

/** A key that holds the id of a record, or of a council, team or matter, goes when that scope is taken away. */
export async function saveDraft(store: Store, key: string, value: unknown): Promise<void> {
  await withDatabase(store, () => store.database.drafts.put({ key, value, at: store.now() }))
}

export const readDraft = (store: Store, key: string): Promise<unknown> =>
  withDatabase(store, async () => (await store.database.drafts.get(key))?.value)

/** Those whose key begins so, by key. */
export const draftsWith = (store: Store, prefix: string): Promise<ReadonlyMap<string, unknown>> =>
  withDatabase(store, async () => {
    const drafts = await store.database.drafts.where('key').startsWith(prefix).toArray()
    return new Map(drafts.map(({ key, value }) => [key, value]))
  })

export const clearDraft = (store: Store, key: string): Promise<void> =>
  withDatabase(store, () => store.database.drafts.delete(key))
