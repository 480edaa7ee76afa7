// A scope that was taken away leaves this device: its records, conflicts and drafts, in one transaction. What was not yet
// sent for it is parked, where its author can read and export it.
import { kindNames } from '../domain/kinds.ts'
import type { Scope } from '../domain/record.ts'
import { park } from './answers.ts'
import { kindTable, tableName } from './database.ts'
import { readOp } from './outbox.ts'
import { type Store, withDatabase } from './store.ts'

export async function wipeScopes(store: Store, scopes: readonly Scope[]): Promise<void> {
  if (scopes.length === 0) return
  const { database } = store
  const gone = new Set(scopes)
  const tables = [...kindNames.map(tableName), 'outbox', 'parked', 'cursors', 'unknown', 'drafts']
  await withDatabase(store, () =>
    database.transaction('rw', tables, async () => {
      const ids = new Set<string>()
      for (const op of await database.outbox.toArray()) {
        if (!readOp(op.text).changes.some((change) => gone.has(change.s))) continue
        if (op.acknowledged) await database.outbox.delete(op.mid)
        else await park(store, op, 'no_longer_yours', 'You may no longer change this, so it was not sent.')
      }
      for (const kind of kindNames) {
        const rows = kindTable(database, kind)
          .where('s')
          .anyOf([...scopes])
        for (const id of await rows.primaryKeys()) ids.add(id)
        await rows.delete()
      }
      await database.unknown
        .where('s')
        .anyOf([...scopes])
        .delete()
      await database.cursors.bulkDelete([...scopes])
      const drafts = await database.drafts.toArray()
      const theirs = drafts.filter((draft) => [...ids].some((id) => draft.key.includes(id)))
      await database.drafts.bulkDelete(theirs.map((draft) => draft.key))
    }),
  )
}
