import { type KindName, kindNames } from '../domain/kind-names.ts'
import type { Recorded } from '../domain/kinds.ts'
import type { Store } from './store.ts'

/** Everything on this device that the person may see, by kind. */
export async function everyRecord(store: Store): Promise<{ readonly [K in KindName]: readonly Recorded<K>[] }> {
  const lists = await Promise.all(kindNames.map(async (kind) => [kind, await store.reads.all(kind)] as const))
  return Object.fromEntries(lists) as unknown as { readonly [K in KindName]: readonly Recorded<K>[] }
}
