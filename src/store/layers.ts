// The changes of this device that lie over records until the server's rows have come.
import type { Table } from 'dexie'
import type { WireChange } from '../domain/wire.ts'
import type { OutboxOp, SentOp, StoreDatabase } from './database.ts'
import { readOp } from './read-op.ts'
import { touchOf } from './touch.ts'

/** With the version that the server gave it, if it has answered. */
export type Laid = WireChange & { readonly ver?: number | undefined }

/** Hands back every change that lies over one of the records that were asked for, oldest first. */
export type Layers = (touch: string) => readonly Laid[]

/** Inside one transaction, and before more is laid over the records: reads each op once, however many of them it touches. */
export async function layersOver({ sent, outbox }: StoreDatabase, touches: Iterable<string>): Promise<Layers> {
  const laid = new Map<string, Laid[]>()
  for (const touch of touches) laid.set(touch, [])
  for (const table of [sent, outbox] as readonly Table<OutboxOp | SentOp, number>[]) {
    // Asked for all at once: one after another, each would wait for the answer to the one before.
    const keys = await Promise.all([...laid.keys()].map((touch) => table.where('touches').equals(touch).primaryKeys()))
    const inOrder = [...new Set(keys.flat())].sort((a, b) => a - b)
    for (const op of await table.bulkGet(inOrder))
      for (const change of op ? laidBy(op) : []) laid.get(touchOf(change))?.push(change)
  }
  return (touch) => laid.get(touch) ?? []
}

/** Of a scope that was taken away the op still has its changes, and lies over none of its records any more. */
function laidBy(op: OutboxOp | SentOp): Laid[] {
  const touches = new Set(op.touches)
  const changes = (readOp(op.text)?.changes ?? []).filter((change) => touches.has(touchOf(change)))
  return 'vers' in op ? changes.map((change) => ({ ...change, ver: op.vers[change.s] })) : changes
}
