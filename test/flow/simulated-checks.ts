// What must hold once the faults of a history are over, each by its name.
import { isDeepStrictEqual } from 'node:util'
import { expect } from 'vitest'
import { type DocOf, kindNamed } from '../../src/domain/kinds.ts'
import { sameValue } from '../../src/domain/merge.ts'
import { kindTables } from '../../src/store/database.ts'
import { layersOver } from '../../src/store/layers.ts'
import { deviceRows, opsTaken, type Rows, serverRows, type TakenOp } from './compared.ts'
import type { TrialDevice } from './device.ts'
import { keyOfOp } from './simulated-acts.ts'
import { count } from './simulated-counts.ts'
import { type History, ict } from './simulated-history.ts'
import { obeyWipes } from './simulated-losses.ts'
import { placesOf } from './simulated-places.ts'

interface Rest extends History {
  /** Every op that the server has an answer to. */
  readonly taken: readonly TakenOp[]
  /** What somebody of ICT may read. */
  readonly rows: Rows
}

export async function check(history: History): Promise<void> {
  const { server } = history
  if (server.isDown()) server.restart()
  for (const request of history.late.splice(0)) await request().catch(() => undefined)
  await named('(16) when faults end, what waits is sent within five rounds', () => comeToRest(history))
  const taken = await opsTaken(server.database, history.clients)
  const access = { userId: '', grants: [ict] } as const
  const rest: Rest = { ...history, taken, rows: await serverRows(server.database, access) }
  for (const [name, holds] of Object.entries(invariants)) await named(name, () => holds(rest))
}

async function named(name: string, holds: () => void | Promise<void>): Promise<void> {
  try {
    await holds()
    count(name)
  } catch (error) {
    throw new Error(`${name}: ${error instanceof Error ? error.message : String(error)}`, { cause: error })
  }
}

/** By their numbers among what sync promises. Others are looked at while a history runs. */
const invariants: Readonly<Record<string, (rest: Rest) => void | Promise<void>>> = {
  '(4) (9) (14) (18) devices hold exactly what the server has for their grants, and nothing remains after a revoke':
    expectEqual,
  '(5) what is shown is what is confirmed': expectSettled,
  '(1) (2) (15) every op is accepted, set aside or parked, and is so once, of a server that was put back too':
    expectAccounted,
  '(3) ops of a device are taken in their order': expectInOrder,
  '(6) no number is skipped, of versions and of ops': expectNoHoles,
  '(10) the loser of a conflict is kept word for word': expectLosersKept,
  '(10) there is a conflict for each op that made one, and no other': expectConflictsCounted,
  '(14) lines that are only added stay as they were written': expectLinesKept,
  '(21) nobody does anything in the name of another': expectOwnNames,
  '(9) a device that was told to remove its records sends nothing more': expectWiped,
  'a person follows what their incident says': expectFollowsTrue,
}

async function comeToRest(history: History): Promise<void> {
  const { devices, server, isPutBack } = history
  const all = async () => {
    server.clock.now += 60_000
    for (const device of devices) await device.syncNow()
    await obeyWipes(history)
  }
  let rounds = 0
  for (; rounds < 5 && (await waitingOn(devices)) > 0; rounds++) await all()
  expect(await waitingOn(devices), 'ops that wait after five rounds').toBe(0)
  // What was done to records that a device has yet to bring back follows them.
  for (let more = isPutBack ? 5 : 2; more > 0; more--) await all()
}

async function waitingOn(devices: readonly TrialDevice[]): Promise<number> {
  const counts = await Promise.all(devices.map((device) => device.store.database.outbox.count()))
  return counts.reduce((sum, count) => sum + count, 0)
}

async function expectEqual({ devices, grants, seats, server }: Rest): Promise<void> {
  for (const [i, device] of devices.entries()) {
    const held = grants[seats[i]?.person ?? 0] ?? []
    const rows = await serverRows(server.database, { userId: device.userId, grants: held })
    const found = await deviceRows(device.store)
    // Vitest's own comparing takes a tenth of a history's time.
    if (!isDeepStrictEqual(found, rows)) expect(found, `device ${i}`).toEqual(rows)
  }
}

async function expectSettled({ devices }: Rest): Promise<void> {
  for (const { store } of devices) {
    expect(await store.database.sent.where('isOpen').equals(1).count()).toBe(0)
    for (const table of kindTables) {
      const rows = await store.database.table(table).toArray()
      expect(rows.filter((row) => row.confirmed !== undefined)).toEqual([])
      const touches = rows.map(({ id }) => `${table.slice(2)} ${id}`)
      const layers = await layersOver(store.database, touches)
      expect(touches.filter((touch) => layers(touch).length > 0)).toEqual([])
    }
  }
}

async function expectAccounted({ deeds, devices, taken }: Rest): Promise<void> {
  const found = await placesOf(devices, taken)
  for (const { key, isExcused } of deeds) {
    const places = found.get(key)?.filter((place) => place !== 'kept') ?? []
    if (places.length === 1 || (isExcused && places.length === 0)) continue
    expect(places, key).toHaveLength(1)
  }
  const known = new Set(deeds.map(({ key }) => key))
  expect([...found.keys()].filter((key) => !known.has(key))).toEqual([])
}

function expectInOrder({ deeds, seats, taken, isPutBack }: Rest): void {
  // After a backup was put back, what belongs to a record waits until that is back.
  if (isPutBack) return
  const keys = new Map<string, string[]>()
  for (const { client, op } of taken) keys.set(client, [...(keys.get(client) ?? []), keyOfOp(JSON.stringify(op))])
  for (const taken of keys.values()) {
    // What was refused may come once more when its scope is taken away.
    const known = new Set(taken)
    const ordered = [...known]
    const done = deeds.filter(({ key }) => known.has(key))
    expect(done.map(({ key }) => key)).toEqual(ordered)
    const lineages = new Set(done.map(({ device }) => seats[device]?.lineage))
    expect(lineages.size, 'devices that share an installation').toBe(1)
  }
}

function expectWiped({ taken, wiped, server }: Rest): Promise<void> {
  return server.database.read(async (statements) => {
    for (const { client, op } of taken) {
      const until = wiped.get(client)
      if (until === undefined) continue
      expect((await statements.op(client, op.mid))?.receivedAt).toBeLessThanOrEqual(until)
    }
  })
}

async function expectNoHoles({ taken, server, isPutBack }: Rest): Promise<void> {
  const given = new Map<string, Set<number>>()
  for (const { outcome } of taken)
    for (const [scope, ver] of Object.entries(outcome.vers ?? {}))
      given.set(scope, (given.get(scope) ?? new Set()).add(ver))
  const heads = await server.database.read((statements) => statements.heads())
  for (const [scope, vers] of given) expect(Math.max(...vers), scope).toBeLessThanOrEqual(heads.get(scope) ?? 0)
  // The catalogue and the shared desk are written by ops alone: their versions are numbered without a hole, and begin anew
  // at a round number when the server was put back to a backup.
  for (const scope of ['catalogue', 'desk:shared']) {
    let before = 0
    for (const ver of [...(given.get(scope) ?? [])].sort((a, b) => a - b)) {
      if (!isPutBack || ver % 1_000_000_000 !== 1) expect(ver, scope).toBe(before + 1)
      before = ver
    }
    if (!isPutBack) expect(before, scope).toBe(heads.get(scope) ?? 0)
  }
  const last = new Map<string, number>()
  for (const { client, op } of taken) {
    expect(op.mid).toBe((last.get(client) ?? 0) + 1)
    last.set(client, op.mid)
  }
}

/** What is only ever added to is added to, whatever the records themselves have met; but for what has gone, of many at once. */
function expectLinesKept({ taken, rows }: Rest): void {
  for (const { op, outcome } of taken.filter(({ outcome: each }) => each.o === 'ok' || each.o === 'conflict'))
    for (const { k, id, set } of op.changes)
      if (kindNamed(k)?.isAppendOnly === true && rows[`incident ${set.line?.incidentId}`]?.del !== true)
        expect(rows[`${k} ${id}`]?.doc, `${k} of ${op.name}, ${outcome.o}`).toEqual(set.line)
}

/** A row for each incident and its requester, saying what the incident says. */
async function expectFollowsTrue({ server, rows }: Rest): Promise<void> {
  const found = await server.database.read((statements) => statements.rowsOfKind('follow', '', 9999))
  const follows = found.map(({ doc, s }) => ({ ...(JSON.parse(doc) as DocOf<'follow'>), s }))
  const live = Object.entries(rows).filter(([key, { del }]) => key.startsWith('incident ') && !del)
  const wanted = live.flatMap(([key, { doc }]) =>
    doc.requesterId === null ? [] : [[key.slice('incident '.length), doc] as const],
  )
  expect(follows.length).toBe(wanted.length)
  for (const [id, { requesterId, title, state, resolution }] of wanted) {
    const comments = Object.entries(rows).filter(
      ([key, { doc }]) => key.startsWith('comment ') && doc.incidentId === id,
    )
    const follow = follows.find(({ incidentId }) => incidentId === id)
    expect(follow).toMatchObject({ personId: requesterId, s: `user:${requesterId}`, title, state, resolution })
    expect(follow?.replies.map((reply) => `comment ${reply.id}`).sort()).toEqual(comments.map(([key]) => key).sort())
  }
}

const sidesIn = (rows: Rows) =>
  Object.entries(rows)
    .filter(([key]) => key.startsWith('conflict '))
    .flatMap(([, { doc }]) =>
      [doc.shown, doc.other].map((side) => ({ doc, value: (side as { value: unknown }).value })),
    )

function expectLosersKept({ taken, rows }: Rest): void {
  const sides = sidesIn(rows)
  for (const { op } of taken.filter(({ outcome }) => outcome.o === 'conflict')) {
    const isKept = op.changes.some(({ id, set }) =>
      Object.entries(set).some(([group, value]) =>
        sides.some((side) => side.doc.recordId === id && side.doc.group === group && sameValue(side.value, value)),
      ),
    )
    expect(isKept, `${op.name} of ${op.by} in a conflict`).toBe(true)
  }
}

function expectConflictsCounted({ taken, rows }: Rest): void {
  const made = taken.filter(({ outcome }) => outcome.o === 'conflict').length
  const kept = sidesIn(rows).length / 2
  expect(kept).toBeGreaterThanOrEqual(made)
  expect(kept > 0).toBe(made > 0)
}

function expectOwnNames({ taken, devices }: Rest): void {
  const people = new Set(devices.map(({ userId }) => userId))
  const byClient = new Map<string, string>()
  for (const { client, op } of taken) {
    expect(people.has(op.by)).toBe(true)
    expect(byClient.get(client) ?? op.by).toBe(op.by)
    byClient.set(client, op.by)
  }
}
