// A store to try, on an IndexedDB in memory, with a clock and ids in hand.
// Dexie's live queries do nothing where the global is missing, though each store here has a disk of its own.
import 'fake-indexeddb/auto'
import { IDBFactory, IDBKeyRange } from 'fake-indexeddb'
import { onTestFinished } from 'vitest'
import type { Grant } from '../../src/domain/access.ts'
import { makeId } from '../../src/domain/identity.ts'
import type { Mutation, Write } from '../../src/domain/mutation.ts'
import type { Doc, Row } from '../../src/domain/record.ts'
import type { Op } from '../../src/domain/wire.ts'
import { mutate } from '../../src/store/mutate.ts'
import { openStore, type Store } from '../../src/store/store.ts'

export const ict: readonly Grant[] = [{ role: 'ict', on: null }]
export const clock = { now: Date.parse('2026-03-02T09:00:00Z') }
export const newId = (at = clock.now): string => makeId(at, crypto.getRandomValues(new Uint8Array(10)))
export const personId = newId()

export interface TrialOptions {
  readonly disk?: IDBFactory
  readonly grants?: readonly Grant[]
  readonly onBlocked?: () => void
}

export async function openTrialStore({
  disk = new IDBFactory(),
  grants = ict,
  onBlocked,
}: TrialOptions = {}): Promise<Store> {
  const store = await openStore({
    name: 'trial',
    personId,
    access: () => ({ userId: personId, grants }),
    now: () => clock.now,
    newId,
    onBlocked,
    indexedDB: disk,
    IDBKeyRange,
  })
  onTestFinished(() => store.close())
  return store
}

/** Does it, and throws when it was refused. */
export async function act<Args>(store: Store, mutation: Mutation<Args>, args: Args): Promise<readonly Write[]> {
  const result = await mutate(store, mutation, args)
  if (!result.ok) throw new Error(`${mutation.name}: ${result.refusal.message}`)
  return result.writes
}

export const report = { systemIds: [newId()], level: 'down' as const }
export const shared = 'desk:shared'

export const opsOf = async (store: Store): Promise<Op[]> =>
  (await store.database.outbox.orderBy('mid').toArray()).map((op) => JSON.parse(op.text) as Op)

/** All that is stored, table by table, for comparing before and after. */
export const dump = async (store: Store): Promise<Record<string, unknown[]>> =>
  Object.fromEntries(
    await Promise.all(store.database.tables.map(async (table) => [table.name, await table.toArray()] as const)),
  )

const outageDoc = {
  startAt: clock.now,
  endAt: null,
  level: 'down',
  loss: 1,
  councilIds: [],
  title: '',
  cause: '',
  workaround: '',
  reportedAt: clock.now,
  reportedById: 'somebody',
  source: '',
  sourceKey: '',
}

/** An outage as the server sends it, all groups set at `ver`. */
export function outageRow(id: string, ver: number, patch: Doc = {}): Row {
  const mark = { v: ver, at: clock.now, by: 'somebody', client: 'elsewhere', mid: 1 }
  const groups = Object.fromEntries(['times', 'level', 'reach', 'about', 'origin'].map((group) => [group, mark]))
  return { k: 'outage', id, s: shared, ver, del: false, doc: { ...outageDoc, ...patch }, groups }
}
