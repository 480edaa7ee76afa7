// What became of the ops that were sent.
import type { OpResult } from '../domain/wire.ts'
import { keptElsewhereCode, kindTables, type OutboxOp, type StoreDatabase } from './database.ts'
import { again } from './origin.ts'
import { confirmedBases, enqueue, showAgain, storedRows } from './outbox.ts'
import { readOp } from './read-op.ts'
import { isNotBack, notBack } from './returned.ts'
import { type Store, withDatabase } from './store.ts'
import { touchOf } from './touch.ts'

export interface Outgoing {
  readonly client: string
  /** The oldest ops that wait, in order. */
  readonly ops: readonly OutboxOp[]
}

/**
 * The oldest ops, at most `limit` and no more than fill `bytes`, with the installation id (made on first use) under which
 * they are numbered: both of one moment.
 */
export async function outgoing(store: Store, limit: number, bytes = Number.POSITIVE_INFINITY): Promise<Outgoing> {
  const { database } = store
  return withDatabase(store, () =>
    database.transaction('rw', ['outbox', 'meta'], async () => {
      let length = 0
      const isFull = (op: OutboxOp) => {
        length += op.text.length
        return length > bytes
      }
      const ops = await database.outbox.orderBy('mid').limit(limit).until(isFull, true).toArray()
      const known = await clientOf(database)
      if (known !== undefined) return { client: known, ops }
      const client = store.newId()
      await database.meta.put({ key: 'client', value: client })
      return { client, ops }
    }),
  )
}

/** This installation, as the server knows it; undefined before anything was sent. */
export async function clientOf(database: StoreDatabase): Promise<string | undefined> {
  const known = (await database.meta.get('client'))?.value
  return typeof known === 'string' ? known : undefined
}

/**
 * Accepted ops wait for their rows; refused ones are parked with the reason and no longer shown as if they held. Answers
 * to `client` say nothing once the ops have been numbered anew under another id. `at`: by the server's clock, ms.
 */
export async function takeAnswers(
  store: Store,
  client: string,
  results: readonly OpResult[],
  at = store.now(),
): Promise<void> {
  const { database } = store
  await withDatabase(store, () =>
    database.transaction('rw', [...kindTables, 'outbox', 'sent', 'parked', 'meta'], async () => {
      if ((await clientOf(database)) !== client) return
      for (const result of results) {
        const op = await database.outbox.get(result.mid)
        if (!op) continue
        await database.outbox.delete(op.mid)
        if (result.o === 'quarantined' || (result.o === 'rejected' && op.isTakenAway)) await keptElsewhere(store, op)
        else if (result.o === 'rejected') await refused(store, client, op, result)
        else if (!op.isTakenAway)
          await database.sent.add({
            ...op,
            client,
            vers: result.vers ?? {},
            answeredAt: at,
            isOpen: 1 as const,
          })
      }
    }),
  )
}

async function refused(store: Store, client: string, op: OutboxOp, result: OpResult): Promise<void> {
  const { database } = store
  const { name, at, text } = op
  const { code = 'refused', message = 'It was refused.' } = result
  const isLost = await isNotBack(database, text, code)
  const isAgain = !isLost && code === 'bad_base' && (await onPresentBase(database, text, client))
  const why = isLost ? notBack : { code, message }
  if (!isAgain) await database.parked.put({ id: store.newId(), name, at, text, ...why, parkedAt: store.now() })
  await showAgain(database, op.touches)
}

/** The server has it, and this device may not: what is left says that there was a change, and not which. */
async function keptElsewhere(store: Store, op: OutboxOp): Promise<void> {
  await store.database.parked.put({ ...wordless(op), id: store.newId(), parkedAt: store.now() })
  await showAgain(store.database, op.touches)
}

const wordless = ({ name, at }: OutboxOp) => ({
  name,
  at,
  text: '',
  code: keptElsewhereCode,
  message: 'You may no longer see what it is of. The server keeps the change, and an administrator can put it through.',
})

/** After a server was put back to a backup, an op may follow a version that is no more: it is sent again on what there is. */
async function onPresentBase(database: StoreDatabase, text: string, client: string): Promise<boolean> {
  const op = readOp(text)
  if (!op) return false
  const changes = []
  const rows = await storedRows(database, new Set(op.changes.map(touchOf)))
  for (const change of op.changes) {
    const present = confirmedBases(rows.get(touchOf(change)), change.set)
    const base = Object.entries(change.base).map(([group, v]) => [group, Math.min(v, present[group] ?? 0)] as const)
    changes.push({ ...change, base: Object.fromEntries(base) })
  }
  const { mid: _, ...rest } = op
  const isOther = JSON.stringify(changes) !== JSON.stringify(op.changes)
  return isOther && (await enqueue(database, again({ ...rest, changes }, client, op)))
}
