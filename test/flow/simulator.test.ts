// Random histories: whatever people do and the network fails, everything is accounted for and all devices become equal.
import { expect, test } from 'vitest'
import type { DocOf } from '../../src/domain/kinds.ts'
import { kindNamed } from '../../src/domain/kinds.ts'
import { sameValue } from '../../src/domain/merge.ts'
import { deviceRows, opsTaken, type Rows, serverRows, type TakenOp } from './compared.ts'
import type { TrialDevice } from './device.ts'
import { type History, keyOfOp, randomFrom, simulate } from './simulated.ts'

/** One history by itself: UPTALLY_SEED=17. */
const only = process.env.UPTALLY_SEED
const seeds = only === undefined ? Array.from({ length: 90 }, (_, i) => i + 1) : [Number(only)]
const commandsEach = 20

test(`No op is ever dropped, none is done twice and all devices end equal, in histories from seeds ${seeds[0]} to ${seeds.at(-1)}`, {
  timeout: 300_000,
}, async () => {
  for (const seed of seeds) {
    try {
      await playOut(seed)
    } catch (error) {
      throw new Error(`with UPTALLY_SEED=${seed}: ${error instanceof Error ? error.message : String(error)}`, {
        cause: error,
      })
    }
  }
})

async function playOut(seed: number): Promise<void> {
  const history = await simulate(randomFrom(seed), commandsEach)
  await comeToRest(history)
  const { trial, devices, grants, clients } = history
  const everything = await serverRows(trial.database, { userId: '', grants: [{ role: 'ict', on: null }] })
  for (const [i, device] of devices.entries()) {
    const access = { userId: device.userId, grants: grants[i === 3 ? 0 : i] ?? [] }
    expect(await deviceRows(device.store), `device ${i}`).toEqual(await serverRows(trial.database, access))
  }
  const taken = await opsTaken(trial.database, clients)
  await expectAccounted(history, taken)
  expectInOrder(history, taken)
  expectLosersKept(taken, everything)
  expectLinesKept(taken, everything)
  await expectFollowsTrue(history, everything)
  for (const device of devices) device.stop()
}

/** The faults are over: five rounds must be enough to send all that waits, and one more to hear of each other. */
async function comeToRest({ devices }: History): Promise<void> {
  const all = async () => {
    for (const device of devices) await device.syncNow()
  }
  let rounds = 0
  for (; rounds < 5 && (await waitingOn(devices)) > 0; rounds++) await all()
  expect(await waitingOn(devices), 'ops that wait after five rounds').toBe(0)
  await all()
  await all()
}

async function waitingOn(devices: readonly TrialDevice[]): Promise<number> {
  const counts = await Promise.all(devices.map((device) => device.store.database.outbox.count()))
  return counts.reduce((sum, count) => sum + count, 0)
}

/** Every deed is accepted once, or parked once, and nowhere else. */
async function expectAccounted({ deeds, devices }: History, taken: readonly TakenOp[]): Promise<void> {
  const found = new Map<string, string[]>()
  const put = (key: string, where: string) => found.set(key, [...(found.get(key) ?? []), where])
  for (const { op, outcome } of taken) if (outcome.o !== 'rejected') put(keyOfOp(JSON.stringify(op)), 'accepted')
  for (const device of devices)
    for (const { text } of await device.store.database.parked.toArray()) put(keyOfOp(text), 'parked')
  for (const { key } of deeds) expect(found.get(key), key).toHaveLength(1)
  expect(found.size).toBe(deeds.length)
}

/** The server took what each device did in the order in which it was done. */
function expectInOrder({ deeds, devices }: History, taken: readonly TakenOp[]): void {
  const keys = new Map<string, string[]>()
  for (const { client, op } of taken) keys.set(client, [...(keys.get(client) ?? []), keyOfOp(JSON.stringify(op))])
  for (const ordered of keys.values()) {
    const known = new Set(ordered)
    const done = deeds.filter(({ key }) => known.has(key))
    expect(done.map(({ key }) => key)).toEqual(ordered)
    expect(new Set(done.map(({ device }) => device)).size, 'devices that share an installation').toBe(1)
  }
  expect(devices.length).toBeGreaterThan(0)
}

/** What is only ever added to is added to, whatever the records themselves have met; but for what has gone, of many at once. */
function expectLinesKept(taken: readonly TakenOp[], rows: Rows): void {
  for (const { op, outcome } of taken.filter(({ outcome: each }) => each.o !== 'rejected'))
    for (const { k, id, set } of op.changes)
      if (kindNamed(k)?.isAppendOnly === true && rows[`incident ${set.line?.incidentId}`]?.del !== true)
        expect(rows[`${k} ${id}`]?.doc, `${k} of ${op.name}, ${outcome.o}`).toEqual(set.line)
}

/** A row for each incident and its requester, saying what the incident says. */
async function expectFollowsTrue({ trial }: History, rows: Rows): Promise<void> {
  const found = await trial.database.read((statements) => statements.rowsOfKind('follow', '', 9999))
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

/** Whatever met another value without knowing of it stands in a conflict, word for word. */
function expectLosersKept(taken: readonly TakenOp[], rows: Rows): void {
  const conflicts = Object.entries(rows).filter(([key]) => key.startsWith('conflict '))
  const sides = conflicts.flatMap(([, { doc }]) =>
    [doc.shown, doc.other].map((side) => ({ doc, value: (side as { value: unknown }).value })),
  )
  for (const { op } of taken.filter(({ outcome }) => outcome.o === 'conflict')) {
    const isKept = op.changes.some(({ id, set }) =>
      Object.entries(set).some(([group, value]) =>
        sides.some((side) => side.doc.recordId === id && side.doc.group === group && sameValue(side.value, value)),
      ),
    )
    expect(isKept, `${op.name} of ${op.by} in a conflict`).toBe(true)
  }
}
