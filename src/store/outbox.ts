// Ops on their way: in order, sent as the bytes that were stored, shown until the server's rows have come back.
import { kindNames } from '../domain/kinds.ts'
import { type Op, opSchema, type WireChange } from '../domain/wire.ts'
import { kindTable, type OutboxOp, type StoreDatabase } from './database.ts'
import { confirmedOf, displayed } from './overlay-row.ts'

/** For an op that this device wrote itself. */
export const readOp = (text: string): Op => opSchema.parse(JSON.parse(text))

export const touchOf = (change: Pick<WireChange, 'k' | 'id'>): string => `${change.k} ${change.id}`

/** Every change waiting for one record, oldest first. */
function changesFor(ops: readonly OutboxOp[], touch: string): WireChange[] {
  return ops
    .filter((op) => op.touches.includes(touch))
    .flatMap((op) => readOp(op.text).changes.filter((change) => touchOf(change) === touch))
}

/** Shows the records anew after ops or confirmed rows have changed. Inside a transaction over kinds and outbox. */
export async function showAgain(database: StoreDatabase, touches: ReadonlySet<string>): Promise<void> {
  const ops = await database.outbox.orderBy('mid').toArray()
  for (const touch of touches) {
    const [k = '', id = ''] = touch.split(' ')
    const kind = kindNames.find((name) => name === k)
    if (!kind) continue
    const table = kindTable(database, kind)
    const shown = displayed(id, confirmedOf(await table.get(id)), changesFor(ops, touch))
    if (shown) await table.put(shown)
    else await table.delete(id)
  }
}
