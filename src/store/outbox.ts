// Ops on their way: in order, sent as the bytes that were stored, shown until the server's rows have come back.
import { kindNames } from '../domain/kind-names.ts'
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
export const basesOf = (row: StoredRow | undefined, set: Readonly<Record<string, Doc>>): Record<string, number> => {
  // Damaged rows may lack their marks.
  const marks: Readonly<Record<string, GroupMark>> = confirmedOf(row)?.groups ?? {}
  return Object.fromEntries(Object.keys(set).map((group) => [group, marks[group]?.v ?? 0]))
}

/** Every change waiting for one record, oldest first. */
async function changesFor(database: StoreDatabase, touch: string): Promise<WireChange[]> {
  const sent = await database.sent.where('touches').equals(touch).sortBy('seq')
  const unsent = await database.outbox.where('touches').equals(touch).sortBy('mid')
  const changes = [...sent, ...unsent].flatMap((op) => readOp(op.text)?.changes ?? [])
  return changes.filter((change) => touchOf(change) === touch)
}

/** Shows the records anew after ops or confirmed rows have changed. Inside a transaction over kinds, outbox and sent. */
export async function showAgain(database: StoreDatabase, touches: Iterable<string>): Promise<void> {
  for (const touch of touches) {
    const [k, id = ''] = touch.split(' ')
    const kind = kindNames.find((name) => name === k)
    if (!kind) continue
    const table = kindTable(database, kind)
    const shown = displayed(id, confirmedOf(await table.get(id)), await changesFor(database, touch))
    if (shown) await table.put(shown)
    else await table.delete(id)
  }
}
