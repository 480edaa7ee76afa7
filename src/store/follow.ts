// Which records have changed, by id: for whoever keeps something of many of them and must not read them all again.
import { Dexie, RangeSet } from 'dexie'
import type { KindName } from '../domain/kind-names.ts'
import type { Recorded } from '../domain/kinds.ts'
import { tableName } from './database.ts'
import { changedPart } from './name-changed.ts'
import type { RecordsPart } from './reads.ts'
import { type Store, withDatabase } from './store.ts'

/** Ids, of deleted ones too; `all` when nobody knows which. */
export type Changed = ReadonlySet<string> | 'all'

/**
 * Tells of each change once it is durable, made in this tab, another or a thread; nothing of what was before. Reading
 * after being told finds it. Hands back how to stop.
 */
export function follow(
  store: Store,
  kinds: readonly KindName[],
  onChange: (changes: ReadonlyMap<KindName, Changed>) => void,
): () => void {
  const listen = (parts: Parts) => {
    const changes = new Map<KindName, Changed>()
    for (const kind of kinds) {
      const changed = changedIn(parts, store.database.name, tableName(kind))
      if (changed) changes.set(kind, changed)
    }
    if (changes.size > 0) onChange(changes)
  }
  Dexie.on.storagemutated.subscribe(listen)
  return () => Dexie.on.storagemutated.unsubscribe(listen)
}

type Parts = Parameters<Parameters<typeof Dexie.on.storagemutated.subscribe>[0]>[0]

function changedIn(parts: Parts, database: string, table: string): Changed | undefined {
  // Told when a page comes back from being put aside: it may have missed anything.
  if ('all' in parts) return 'all'
  const named = parts[changedPart(database, table)]
  // Code of another version writes without naming them.
  if (!named) return parts[changedPart(database, table, '')] ? 'all' : undefined
  const ids = new Set<string>()
  for (const { from, to } of RangeSet(named)) {
    if (from !== to || typeof from !== 'string') return 'all'
    ids.add(from)
  }
  return ids
}

/** All records of a kind, `length` at a time: no more than two parts are in memory. */
export async function inParts<K extends KindName>(
  store: Store,
  kind: K,
  length: number,
  take: (records: readonly Recorded<K>[]) => void,
): Promise<void> {
  const read = (after: string) => withDatabase(store, () => store.reads.after(kind, after, length))
  for (let part: RecordsPart<K> | undefined = await read(''); part; ) {
    // The next part is on its way while this one is taken in.
    const next: Promise<RecordsPart<K>> | undefined = part.last === undefined ? undefined : read(part.last)
    take(part.records)
    part = await next
  }
}
