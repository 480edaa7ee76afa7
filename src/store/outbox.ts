// Ops on their way: in order, sent as the bytes that were stored, shown until the server's rows have come back.
import { kindNames } from '../domain/kind-names.ts'
import { kindNamed } from '../domain/kinds.ts'
import type { Doc, GroupMark } from '../domain/record.ts'
import { type Op, opLimits } from '../domain/wire.ts'
import { kindTable, type StoreDatabase, type StoredRow } from './database.ts'
import { type Layers, layersOf } from './layers.ts'
import { confirmedOf, displayed } from './overlay-row.ts'
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

/** The record of a change as this device has it, of whatever kind. */
export async function storedRow(database: StoreDatabase, touch: string): Promise<StoredRow | undefined> {
  const [k, id = ''] = touch.split(' ')
  const kind = kindNames.find((name) => name === k)
  return kind && kindTable(database, kind).get(id)
}

/** The versions at which the groups were last confirmed; 0 for those that the server has never had. */
export const confirmedBases = (
  row: StoredRow | undefined,
  set: Readonly<Record<string, Doc>>,
): Record<string, number> => {
  // Damaged rows may lack their marks.
  const marks: Readonly<Record<string, GroupMark>> = confirmedOf(row)?.groups ?? {}
  return Object.fromEntries(Object.keys(set).map((group) => [group, marks[group]?.v ?? 0]))
}

/**
 * The versions that the author sees: of a group with changes of their own over it, what those were given or follow. What
 * somebody else has set under them meanwhile was not seen.
 */
export async function seenBases(
  database: StoreDatabase,
  touch: string,
  set: Readonly<Record<string, Doc>>,
  layers: Layers,
): Promise<Record<string, number>> {
  const row = await storedRow(database, touch)
  const bases = confirmedBases(row, set)
  if (!row?.confirmed) return bases
  for (const { set: own, base, ver } of await layers(touch))
    for (const group of Object.keys(own)) if (group in bases) bases[group] = ver ?? base[group] ?? 0
  return bases
}

/** Shows the records anew after ops or confirmed rows have changed. Inside a transaction over kinds, outbox and sent. */
export async function showAgain(database: StoreDatabase, touches: Iterable<string>): Promise<void> {
  const layers = layersOf(database)
  for (const touch of touches) {
    const [k, id = ''] = touch.split(' ')
    const kind = kindNames.find((name) => name === k)
    if (!kind) continue
    const table = kindTable(database, kind)
    const shown = displayed(id, confirmedOf(await table.get(id)), await layers(touch))
    // Changes of a record whose beginning was refused make no record by themselves.
    const isPart = shown?.confirmed !== undefined && kindNamed(kind)?.schema.safeParse(shown.doc).success !== true
    if (shown) await table.put(isPart ? { ...shown, del: 1 } : shown)
    else await table.delete(id)
  }
}
