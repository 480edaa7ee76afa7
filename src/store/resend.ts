// Sending anew what the server does not have any more, or has under numbers that are not ours alone.

import type { WireChange } from '../domain/wire.ts'
import { clientOf } from './answers.ts'
import type { OutboxOp, SentOp, StoreDatabase } from './database.ts'
import { again } from './origin.ts'
import { askAfterParts } from './parts.ts'
import { readOp } from './read-op.ts'
import { isSealed } from './sealing.ts'
import { type Store, withDatabase } from './store.ts'
import { touchOf } from './touch.ts'

/**
 * The server says that it has never had ops as late as these under this installation's id. Ops that it has lost since it
 * took them go back to the queue; what is still not in one row with what it has is numbered anew under a new id.
 */
export async function sendAgain(store: Store, client: string, expected: number): Promise<void> {
  const { database } = store
  await withDatabase(store, () =>
    database.transaction('rw', ['outbox', 'sent', 'meta'], async () => {
      if ((await clientOf(database)) !== client) return
      await takeBack(database, client, expected)
      const [first] = await database.outbox.orderBy('mid').limit(1).toArray()
      if (first && first.mid > expected) await renumberAll(store)
    }),
  )
}

/** All that was accepted within the time kept goes back to the queue: the server takes what it has lost, once. */
export async function sendKeptAgain(store: Store): Promise<void> {
  const { database } = store
  await withDatabase(store, () =>
    database.transaction('rw', ['outbox', 'sent', 'meta'], async () => {
      const client = await clientOf(database)
      if (client !== undefined) await takeBack(database, client, 1)
    }),
  )
}

/** What was settled is not shown over newer records again: only the server can tell whether it has lost it. */
export async function takeBack(database: StoreDatabase, client: string, from: number): Promise<void> {
  await inPages(database, async (page) => {
    // What cannot be read now cannot be sent: it stays for the next time.
    const lost = page.filter((op) => op.client === client && op.mid >= from && !isSealed(op))
    await database.sent.bulkDelete(lost.flatMap((op) => op.seq ?? []))
    await database.outbox.bulkPut(lost.map(({ mid, text, name, at, touches }) => ({ mid, text, name, at, touches })))
    await askAfterParts(database, lost)
    return true
  })
}

/** So many ops are in memory at a time: each may weigh as much as an op may. */
const opsPerPage = 50

/** Accepted ops in the order of their answers, until `take` says no. */
async function inPages({ sent }: StoreDatabase, take: (page: readonly SentOp[]) => Promise<boolean>): Promise<void> {
  for (let after = 0; ; ) {
    const page = await sent.where('seq').above(after).limit(opsPerPage).toArray()
    const last = page.at(-1)?.seq
    if (last === undefined || !(await take(page))) return
    after = last
  }
}

/** A copy of this profile has used our numbers: everything that waits is numbered anew under a new installation id. */
export async function renumber(store: Store, client: string): Promise<void> {
  const { database } = store
  await withDatabase(store, () =>
    database.transaction('rw', ['outbox', 'sent', 'meta'], async () => {
      if ((await clientOf(database)) === client) await renumberAll(store)
    }),
  )
}

async function renumberAll({ database, newId }: Store): Promise<void> {
  const former = (await clientOf(database)) ?? ''
  const waiting = await database.outbox.orderBy('mid').toArray()
  const given = await givenVersions(database)
  await database.outbox.clear()
  const numbered = waiting.map((op, i) => renumbered(op, i + 1, former, given))
  await database.outbox.bulkAdd(numbered)
  await database.meta.bulkPut([
    { key: 'client', value: newId() },
    { key: 'lastMid', value: waiting.length },
  ])
}

function renumbered(
  { name, at, touches, text, isTakenAway }: OutboxOp,
  mid: number,
  former: string,
  given: Given,
): OutboxOp {
  const op = { mid, name, at, touches, ...(isTakenAway ? { isTakenAway } : {}) }
  const read = readOp(text)
  if (!read) return { ...op, text }
  const changes = read.changes.map((change) => ({ ...change, base: baseAfter(change, given) }))
  return { ...op, text: JSON.stringify(again({ ...read, mid, changes }, former, read)) }
}

/**
 * Inside a transaction over outbox, sent and meta: what was accepted goes back to the queue, before what waits. Where some
 * of it went under a former installation id, all of it is numbered anew in the order of the answers, and says what it had.
 */
export async function takeAllBack({ database, newId }: Store): Promise<void> {
  const client = await clientOf(database)
  if (client === undefined) return
  if ((await database.sent.filter((op) => op.client !== client).count()) === 0) return takeBack(database, client, 1)
  const waiting = await database.outbox.orderBy('mid').toArray()
  const given = await givenVersions(database)
  await database.outbox.clear()
  let lastMid = 0
  await inPages(database, async (page) => {
    // What cannot be read now cannot be sent: it stays for the next time.
    const lost = page.filter((op) => !isSealed(op))
    await database.outbox.bulkAdd(lost.map((op) => renumbered(op, ++lastMid, op.client, new Map())))
    await database.sent.bulkDelete(lost.flatMap(({ seq }) => seq ?? []))
    return true
  })
  await database.outbox.bulkAdd(waiting.map((op) => renumbered(op, ++lastMid, client, given)))
  await database.meta.bulkPut([
    { key: 'client', value: newId() },
    { key: 'lastMid', value: lastMid },
  ])
}

/** Versions that the server gave to changes of this device, by record and group. */
type Given = ReadonlyMap<string, number>
const keyOf = (change: WireChange, group: string) => `${touchOf(change)} ${group}`

async function givenVersions(database: StoreDatabase): Promise<Given> {
  const given = new Map<string, number>()
  await database.sent.orderBy('seq').each((op) => {
    for (const change of readOp(op.text)?.changes ?? [])
      for (const group of Object.keys(change.set)) given.set(keyOf(change, group), op.vers[change.s] ?? 0)
  })
  return given
}

/** To the server, ops under the former id are somebody else's: that this change follows them must be said. */
const baseAfter = (change: WireChange, given: Given): WireChange['base'] =>
  Object.fromEntries(
    Object.entries(change.base).map(([group, v]) => [group, Math.max(v, given.get(keyOf(change, group)) ?? 0)]),
  )

/** Accepted ops are kept for this long, in case the server is put back to a backup and loses them. */
const keptMs = 30 * 86_400_000
const keptOps = 5000

/** Forgets accepted ops past the time and number kept: older than the latest, for this device's clock may be years wrong. */
export async function forgetOldSent(store: Store): Promise<void> {
  const { database } = store
  const latest = (await database.sent.orderBy('seq').last())?.answeredAt ?? 0
  let surplus = (await database.sent.count()) - keptOps
  await inPages(database, async (page) => {
    const gone = page.filter((op, place) => place < surplus || op.answeredAt < latest - keptMs)
    surplus -= page.length
    await database.sent.bulkDelete(gone.flatMap((op) => (op.isOpen === 1 ? [] : (op.seq ?? []))))
    return gone.length === page.length
  })
}
