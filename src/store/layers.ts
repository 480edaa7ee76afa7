// The changes of this device that lie over records until the server's rows have come.
import type { Table } from 'dexie'
import type { WireChange } from '../domain/wire.ts'
import type { OutboxOp, SentOp, StoreDatabase } from './database.ts'
import { readOp } from './read-op.ts'
import { touchOf } from './touch.ts'

/** With the version that the server gave it, if it has answered. */
export type Laid = WireChange & { readonly ver?: number | undefined }

/** Hands back every change that lies over a record, oldest first. */
export type Layers = (touch: string) => Promise<Laid[]>

type ByTouch = ReadonlyMap<string, readonly Laid[]>

/** For use inside one transaction: reads each op once, however many records it touches. */
export function layersOf({ sent, outbox }: StoreDatabase): Layers {
  const answered = new Map<number, ByTouch>()
  const waiting = new Map<number, ByTouch>()
  return async (touch) => [...(await over(sent, answered, touch)), ...(await over(outbox, waiting, touch))]
}

async function over(
  table: Table<OutboxOp | SentOp, number>,
  known: Map<number, ByTouch>,
  touch: string,
): Promise<Laid[]> {
  const changes: Laid[] = []
  for (const key of await table.where('touches').equals(touch).primaryKeys()) {
    const op = known.get(key) ?? byTouch(await table.get(key))
    known.set(key, op)
    changes.push(...(op.get(touch) ?? []))
  }
  return changes
}

function byTouch(op: OutboxOp | SentOp | undefined): ByTouch {
  const changes = new Map<string, Laid[]>()
  if (!op) return changes
  for (const change of readOp(op.text)?.changes ?? []) {
    const laid = 'vers' in op ? { ...change, ver: op.vers[change.s] } : change
    const touch = touchOf(change)
    changes.set(touch, [...(changes.get(touch) ?? []), laid])
  }
  return changes
}
