// A server that was put back to a backup has left the history that this device knows: everything is fetched anew, and
// what it had accepted since goes back to the queue.
import { forgetOldSent, takeAllBack } from './resend.ts'
import { putBackKey } from './returned.ts'
import { type Store, withDatabase } from './store.ts'

/**
 * Takes note of the server's epoch; `first` is that of a server which was never put back. True when it is another than
 * before: then cursors stand at 0, and accepted ops within the time kept are waiting again. What is shown stays until
 * the rows that replace it have come.
 */
export async function enterEpoch(store: Store, epoch: string, first: string): Promise<boolean> {
  const { database } = store
  const known = async () => (await database.meta.get('epoch'))?.value ?? first
  if ((await withDatabase(store, known)) === epoch) return false
  await forgetOldSent(store)
  return withDatabase(store, () =>
    database.transaction('rw', ['outbox', 'sent', 'cursors', 'meta'], async () => {
      // Another tab may have found it out meanwhile.
      if ((await known()) === epoch) return false
      await takeAllBack(store)
      const scopes = await database.cursors.toCollection().primaryKeys()
      await database.cursors.bulkPut(scopes.map((s) => ({ s, ver: 0, isOld: true })))
      await database.meta.bulkPut([
        { key: 'epoch', value: epoch },
        { key: putBackKey, value: store.now() },
      ])
      return true
    }),
  )
}

/** Whether rows of a history that the server has left have not been replaced yet. */
export const hasOldRows = (store: Store): Promise<boolean> =>
  withDatabase(store, async () => (await store.database.cursors.filter((cursor) => cursor.isOld === true).count()) > 0)
