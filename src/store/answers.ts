// What became of the ops that were sent.

import { kindNames } from '../domain/kinds.ts'
import type { OpResult } from '../domain/wire.ts'
import { type OutboxOp, tableName } from './database.ts'
import { readOp, showAgain } from './outbox.ts'
import { type Store, withDatabase } from './store.ts'

/** Ops that the server has not answered, oldest first. */
export async function waitingOps(store: Store): Promise<OutboxOp[]> {
  const ops = await store.database.outbox.orderBy('mid').toArray()
  return ops.filter((op) => op.acknowledged === undefined)
}

/** Accepted ops wait for their rows; refused ones are parked with the reason and no longer shown as if they held. */
export async function takeAnswers(store: Store, results: readonly OpResult[]): Promise<void> {
  const { database } = store
  await withDatabase(store, () =>
    database.transaction('rw', [...kindNames.map(tableName), 'outbox', 'parked'], async () => {
      for (const result of results) {
        const op = await database.outbox.get(result.mid)
        if (!op) continue
        if (result.o === 'rejected')
          await park(store, op, result.code ?? 'refused', result.message ?? 'It was refused.')
        else await database.outbox.put({ ...op, acknowledged: result.vers ?? {} })
      }
    }),
  )
}

/** Inside a transaction over kinds, outbox and parked. */
export async function park(store: Store, op: OutboxOp, code: string, message: string): Promise<void> {
  const { database } = store
  const { name, at, text } = op
  await database.parked.put({ id: store.newId(), name, at, text, code, message, parkedAt: store.now() })
  await database.outbox.delete(op.mid)
  await showAgain(database, new Set(op.touches))
}

/** A new installation id; ops that the server has not seen under the old one are numbered anew, in order. */
export async function renumber(store: Store): Promise<void> {
  const { database } = store
  await database.transaction('rw', ['outbox', 'meta'], async () => {
    const ops = await database.outbox.orderBy('mid').toArray()
    const waiting = ops.filter((op) => op.acknowledged === undefined)
    await database.outbox.bulkDelete(waiting.map((op) => op.mid))
    // Acknowledged ops keep numbers of their own below the new ones: they only wait for rows and are never sent again.
    const kept = ops.filter((op) => op.acknowledged !== undefined)
    await database.outbox.bulkDelete(kept.map((op) => op.mid))
    await database.outbox.bulkAdd(kept.map((op, i) => ({ ...op, mid: i - kept.length })))
    await database.outbox.bulkAdd(
      waiting.map((op, i) => ({ ...op, mid: i + 1, text: JSON.stringify({ ...readOp(op.text), mid: i + 1 }) })),
    )
    await database.meta.bulkPut([
      { key: 'client', value: store.newId() },
      { key: 'lastMid', value: waiting.length },
    ])
  })
}

/** This installation's id, made on first use. */
export async function clientId(store: Store): Promise<string> {
  return store.database.transaction('rw', ['meta'], async () => {
    const known = (await store.database.meta.get('client'))?.value
    if (typeof known === 'string') return known
    const made = store.newId()
    await store.database.meta.put({ key: 'client', value: made })
    return made
  })
}
