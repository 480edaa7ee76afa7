// Ops on their way: in order, sent as the bytes that were stored, shown until the server's rows have come back.
import { isKindName, type KindName } from '../domain/kind-names.ts'
import { kindNamed } from '../domain/kinds.ts'
import type { Doc } from '../domain/record.ts'
import { type Op, opLimits } from '../domain/wire.ts'
import { kindTable, type StoreDatabase, type StoredRow, tableName, versionOf } from './database.ts'
import { type Laid, layersOver } from './layers.ts'
import { confirmedOf, displayed } from './overlay-row.ts'
import { inShape } from './sealing.ts'
import { touchOf } from './touch.ts'

export const isTooLarge = (op: Op, text: string): boolean =>
  op.changes.length > opLimits.rows || new TextEncoder().encode(text).length > opLimits.bytes

/** Stores an op under the next number. Inside a transaction over outbox and meta. */
export async function enqueue(database: StoreDatabase, op: Omit<Op, 'mid'>): Promise<boolean> {
  const mid = ((await database.meta.get('lastMid'))?.value as number | undefined) ?? 0
  const numbered: Op = { mid: mid + 1, ...op }
  const text = JSON.stringify(numbered)
  if (isTooLarge(numbered, text)) return false
  const { name, at, changes } = op
  await database.outbox.add({ mid: numbered.mid, text, name, at, touches: [...new Set(changes.map(touchOf))] })
  await database.meta.put({ key: 'lastMid', value: numbered.mid })
  return true
}

/** The records as this device has them, of whatever kinds, by touch. */
export async function storedRows(
  database: StoreDatabase,
  touches: Iterable<string>,
): Promise<ReadonlyMap<string, StoredRow>> {
  const found = new Map<string, StoredRow>()
  for (const [kind, ids] of byKind(touches))
    for (const row of await kindTable(database, kind).bulkGet(ids))
      if (row) found.set(touchOf({ k: kind, id: row.id }), row)
  return found
}

/** Ids by kind; without those of kinds that are not known here. */
function byKind(touches: Iterable<string>): Map<KindName, string[]> {
  const kinds = new Map<KindName, string[]>()
  for (const touch of touches) {
    const [k = '', id = ''] = touch.split(' ')
    if (!isKindName(k)) continue
    const ids = kinds.get(k)
    if (ids) ids.push(id)
    else kinds.set(k, [id])
  }
  return kinds
}

/** The versions at which the groups were last confirmed; 0 for those that the server has never had. */
export const confirmedBases = (
  row: StoredRow | undefined,
  set: Readonly<Record<string, Doc>>,
): Record<string, number> => {
  // Damaged rows may lack their marks.
  const marks: StoredRow['groups'] = confirmedOf(row)?.groups ?? {}
  return Object.fromEntries(Object.keys(set).map((group) => [group, versionOf(marks[group] ?? 0)]))
}

/**
 * The versions that the author sees: of a group with changes of their own (`laid`) over it, what those were given or
 * follow. What somebody else has set under them meanwhile was not seen.
 */
export function seenBases(
  row: StoredRow | undefined,
  set: Readonly<Record<string, Doc>>,
  laid: readonly Laid[],
): Record<string, number> {
  const bases = confirmedBases(row, set)
  for (const { set: own, base, ver } of laid)
    for (const group of Object.keys(own)) if (group in bases) bases[group] = ver ?? base[group] ?? 0
  return bases
}

/** So many records are shown anew at a time: their documents and the ops over them are in memory together. */
const shownAtOnce = 500

/** Shows the records anew after ops or confirmed rows have changed. Inside a transaction over kinds, outbox and sent. */
export async function showAgain(database: StoreDatabase, touches: Iterable<string>): Promise<void> {
  const all = [...new Set(touches)]
  for (let from = 0; from < all.length; from += shownAtOnce)
    await showPart(database, all.slice(from, from + shownAtOnce))
}

async function showPart(database: StoreDatabase, touches: readonly string[]): Promise<void> {
  const rows = await storedRows(database, touches)
  const layers = await layersOver(database, touches)
  for (const [kind, ids] of byKind(touches)) {
    const shown: StoredRow[] = []
    const gone: string[] = []
    for (const id of ids) {
      const touch = touchOf({ k: kind, id })
      const row = displayed(id, confirmedOf(rows.get(touch)), layers(touch))
      if (!row) gone.push(id)
      // Changes of a record whose beginning was refused make no record by themselves.
      else if (row.confirmed && kindNamed(kind)?.schema.safeParse(inShape(tableName(kind), row.doc)).success !== true)
        shown.push({ ...row, del: 1 })
      else shown.push(row)
    }
    await kindTable(database, kind).bulkPut(shown)
    await kindTable(database, kind).bulkDelete(gone)
  }
}
