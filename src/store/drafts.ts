// Text that was typed and not yet saved, by form.
import type { Store } from './store.ts'

export async function saveDraft(store: Store, key: string, value: unknown): Promise<void> {
  await store.database.drafts.put({ key, value, at: store.now() })
}

export const readDraft = async (store: Store, key: string): Promise<unknown> =>
  (await store.database.drafts.get(key))?.value

export const clearDraft = (store: Store, key: string): Promise<void> => store.database.drafts.delete(key)
