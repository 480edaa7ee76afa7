// The lease as the server gives it, prolongs it and takes it away.
import { emptyDigest } from '../domain/digest.ts'
import type { LeaseResponse } from '../domain/lease.ts'
import { clear } from './apply.ts'
import { kindTables, type SentOp, type UnknownRow } from './database.ts'
import { forgetKey, type Lease, leaseKey, readLease, sealedWithKey } from './lease.ts'
import { showAgain } from './outbox.ts'
import { mayLackParts, openedPart } from './parts.ts'
import { isLegal, isSealed, sealedTables } from './sealing.ts'
import { type Store, withDatabase } from './store.ts'
import { watch } from './watch.ts'

/**
 * What the server said when it was asked at `askedAt`; `unknown`: it is of before leases. With another key than before,
 * what lies sealed is dropped, to come anew; without one, the key that is here is forgotten.
 */
export async function takeLease(
  store: Store,
  answer: LeaseResponse['lease'] | 'unknown',
  askedAt: number,
): Promise<void> {
  const { database } = store
  const tables = [...kindTables, 'outbox', 'sent', 'cursors', 'unknown', 'parts', 'meta']
  await withDatabase(store, () =>
    database.transaction('rw', tables, async () => {
      const known = (await database.meta.get(leaseKey))?.value as Lease | undefined
      if (answer === null) {
        if (known?.key !== undefined) await forgetKey(database, known, askedAt)
      } else if (answer === 'unknown') {
        if (known === undefined || known.key !== undefined) return
        await dropSealed(store)
        await database.meta.delete(leaseKey)
      } else {
        if (known && known.id !== answer.id) await dropSealed(store)
        const { id, key, hours } = answer
        await database.meta.put({ key: leaseKey, value: { id, key, hours, grantedAt: askedAt } satisfies Lease })
      }
    }),
  )
  await readLease(store)
}

/** Legal text that the server has goes, and comes anew with the next pull; what only this device has stays. */
async function dropSealed(store: Store): Promise<void> {
  const { database } = store
  const touches: string[] = []
  for (const s of (await database.cursors.toCollection().primaryKeys()).filter(isLegal)) {
    touches.push(...(await clear(database, s)))
    await database.cursors.put({ s, ver: 0, digest: emptyDigest })
  }
  const isGone = (op: SentOp) => isSealed(op) || (op.isOpen !== 1 && Object.keys(op.vers).some(isLegal))
  await database.sent.filter(isGone).delete()
  await dropParts(store)
  await showAgain(database, touches)
}

/** Those that the server may have lost are kept, to be sent again, as long as they open. */
async function dropParts(store: Store): Promise<void> {
  const { parts } = store.database
  const mayBeLost = await mayLackParts(store)
  const had = parts.filter((part) => isLegal(part.s) && part.isUnsent !== 1)
  if (!mayBeLost) return void (await had.delete())
  for (const key of await had.primaryKeys()) {
    const part = await parts.get(key)
    const bytes = part && openedPart(store, part)
    if (!bytes) {
      await parts.delete(key)
      continue
    }
    const { isSealed: _, usedAt: __, ...rest } = part
    await parts.put({ ...rest, bytes, isUnsent: 1 })
  }
}

const rowsAtOnce = 200

/** Once for each key: seals what was written before there was one. Goes on where it was broken off by beginning again. */
export async function sealRest(store: Store): Promise<void> {
  const { database, lock } = store
  const id = lock.lease()?.id
  if (id === undefined || !store.cipher() || (await database.meta.get(sealedWithKey))?.value === id) return
  for (const name of sealedTables) {
    const table = database.table<unknown, number | string>(name)
    const keys = await withDatabase(store, () => table.toCollection().primaryKeys())
    for (let from = 0; from < keys.length; from += rowsAtOnce) {
      // Each written as it was read: on its way to the disk it is sealed.
      await withDatabase(store, () =>
        database.transaction('rw', name, async () => {
          const rows = (await table.bulkGet(keys.slice(from, from + rowsAtOnce))) as (UnknownRow | undefined)[]
          await table.bulkPut(rows.filter((row) => row !== undefined))
        }),
      )
    }
  }
  await withDatabase(store, () => database.meta.put({ key: sealedWithKey, value: id }))
}

/** Takes up what another tab was told, or what the clock says. Hands back how to stop. */
export const followLease = (store: Store, onError: (error: unknown) => void): (() => void) =>
  watch(
    store,
    () => store.database.meta.get(leaseKey),
    () => void readLease(store).catch(onError),
    onError,
  )
