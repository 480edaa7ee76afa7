// Ops on their way: in order, sent as the bytes that were stored, shown until the server's rows have come back.
import { kindNames } from '../domain/kind-names.ts'
import { kindNamed } from '../domain/kinds.ts'
import type { Doc, GroupMark } from '../domain/record.ts'
import { type Op, opLimits, opSchema, type WireChange } from '../domain/wire.ts'
import { kindTable, type StoreDatabase, type StoredRow } from './database.ts'
import { confirmedOf, displayed } from './overlay-row.ts'
import { touchOf } from './touch.ts'

/** Undefined when the stored text was damaged: the server refuses it, and it is parked as it is. */
export function readOp(text: string): Op | undefined {
  try {
    return opSchema.safeParse(JSON.parse(text)).data
  } catch {
    return undefined
  }
}

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
): Promise<Record<string, number>> {
  const row = await storedRow(database, touch)
  const bases = confirmedBases(row, set)
  if (!row?.confirmed) return bases
  for (const { set: own, base, ver } of await changesFor(database, touch))
    for (const group of Object.keys(own)) if (group in bases) bases[group] = ver ?? base[group] ?? 0
  return bases
}

/** A change that lies over a record, with the version that the server gave it if it has answered. */
type Laid = WireChange & { readonly ver?: number | undefined }

/** Every change that lies over one record, oldest first. */
async function changesFor(database: StoreDatabase, touch: string): Promise<Laid[]> {
  const sent = await database.sent.where('touches').equals(touch).sortBy('seq')
  const unsent = await database.outbox.where('touches').equals(touch).sortBy('mid')
  const isIts = (change: WireChange) => touchOf(change) === touch
  return [
    ...sent.flatMap((op) => changesOf(op.text, isIts).map((change) => ({ ...change, ver: op.vers[change.s] }))),
    ...unsent.flatMap((op) => changesOf(op.text, isIts)),
  ]
}

const changesOf = (text: string, isWanted: (change: WireChange) => boolean): WireChange[] =>
  readOp(text)?.changes.filter(isWanted) ?? []

/** Shows the records anew after ops or confirmed rows have changed. Inside a transaction over kinds, outbox and sent. */
export async function showAgain(database: StoreDatabase, touches: Iterable<string>): Promise<void> {
  for (const touch of touches) {
    const [k, id = ''] = touch.split(' ')
    const kind = kindNames.find((name) => name === k)
    if (!kind) continue
    const table = kindTable(database, kind)
    const shown = displayed(id, confirmedOf(await table.get(id)), await changesFor(database, touch))
    // Changes of a record whose beginning was refused make no record by themselves.
    const isPart = shown?.confirmed !== undefined && kindNamed(kind)?.schema.safeParse(shown.doc).success !== true
    if (shown) await table.put(isPart ? { ...shown, del: 1 } : shown)
    else await table.delete(id)
  }
}
