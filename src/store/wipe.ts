// A scope that was taken away leaves this device: its records, files, conflicts and drafts, in one transaction. What was
// not yet sent for it, and what was refused, goes into the queue, unseen: the server keeps it, and with its answer it is
// gone here. Parts of files go at once: the server takes them only for a record that it has.
import type { Scope } from '../domain/record.ts'
import { partsOfScope } from '../domain/scope.ts'
import { kindTables, type StoredRow } from './database.ts'
import { enqueue, showAgain } from './outbox.ts'
import { wipeParts } from './parts.ts'
import { readOp } from './read-op.ts'
import { type Store, withDatabase } from './store.ts'
import { touchOf } from './touch.ts'

export async function wipeScopes(store: Store, scopes: readonly Scope[]): Promise<void> {
  if (scopes.length === 0) return
  const { database } = store
  const gone = new Set(scopes)
  const tables = [...kindTables, 'outbox', 'sent', 'parked', 'meta', 'cursors', 'unknown', 'drafts', 'parts']
  await withDatabase(store, () =>
    database.transaction('rw', tables, async () => {
      await queueParked(store, gone)
      const shownAlso = await hideOps(store, gone)
      // A draft may be of no record yet, and name the team or matter that its words belong to.
      const ids = new Set(scopes.flatMap((scope) => partsOfScope(scope)?.of ?? []))
      for (const table of kindTables) {
        const rows = database.table<StoredRow, string>(table).where('s').anyOf(scopes)
        for (const id of await rows.primaryKeys()) ids.add(id)
        await rows.delete()
      }
      await database.unknown.where('s').anyOf(scopes).delete()
      await wipeParts(database, scopes)
      await database.cursors.bulkDelete([...scopes])
      const drafts = await database.drafts.toCollection().primaryKeys()
      await database.drafts.bulkDelete(drafts.filter((key) => idsIn(key).some((id) => ids.has(id))))
      await showAgain(database, shownAlso)
    }),
  )
}

/** Refused changes of these scopes go the way of the others: to the server. What cannot, it has had when it refused it. */
async function queueParked({ database, personId }: Store, gone: ReadonlySet<Scope>): Promise<void> {
  for (const { id, text } of await database.parked.toArray()) {
    const op = readOp(text)
    const isHit = op ? op.changes.some(({ s }) => gone.has(s)) : [...gone].some((scope) => text.includes(`"${scope}"`))
    if (!isHit) continue
    if (op) {
      const { mid: _, ...rest } = op
      await enqueue(database, { ...rest, by: personId })
    }
    await database.parked.delete(id)
  }
}

/** Ops are no longer shown over records of these scopes. Hands back the records elsewhere of ops that are gone. */
async function hideOps({ database }: Store, gone: ReadonlySet<Scope>): Promise<string[]> {
  const changesOf = (text: string) => readOp(text)?.changes ?? []
  const isHit = (op: { readonly text: string }) => changesOf(op.text).some((change) => gone.has(change.s))
  for (const op of await database.outbox.filter(isHit).toArray()) {
    const kept = changesOf(op.text).filter((change) => !gone.has(change.s))
    await database.outbox.put({ ...op, touches: [...new Set(kept.map(touchOf))], isTakenAway: true })
  }
  const sent = await database.sent
    .filter((op) => isHit(op) || Object.keys(op.vers).some((scope) => gone.has(scope)))
    .toArray()
  await database.sent.bulkDelete(sent.flatMap((op) => op.seq ?? []))
  return sent.flatMap((op) => changesOf(op.text).flatMap((change) => (gone.has(change.s) ? [] : touchOf(change))))
}

const idsIn = (key: string): readonly string[] => key.match(/[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/g) ?? []
