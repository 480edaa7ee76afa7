// When the loop asks the server, with timers and signals in hand. What it says to the server is for test/flow.
import 'fake-indexeddb/auto'
import { expect, onTestFinished, test, vi } from 'vitest'
import { reportOutage } from '../../src/domain/mutations/report-outage.ts'
import type { Session } from '../../src/domain/wire.ts'
import { type Sync, type SyncWorld, startSync } from '../../src/sync/loop.ts'
import { act, clock, openTrialStore, personId, report } from '../store/trial-store.ts'

/** What a person does while a round counts what waits for the last time, on a device that is slow to tell of it. */
const lastMoment = { act: undefined as (() => Promise<unknown>) | undefined, isNoted: false, isSlow: false }
vi.mock('../../src/store/shared-state.ts', async (load) => {
  const real = await load<typeof import('../../src/store/shared-state.ts')>()
  const noteSynced: typeof real.noteSynced = async (store, at) => {
    await real.noteSynced(store, at)
    lastMoment.isNoted = lastMoment.act !== undefined
  }
  const sharedState: typeof real.sharedState = async (store) => {
    if (lastMoment.isNoted) {
      lastMoment.isNoted = false
      lastMoment.isSlow = true
      await lastMoment.act?.()
      lastMoment.act = undefined
      return real.sharedState(store)
    }
    const state = await real.sharedState(store)
    if (lastMoment.isSlow) await new Promise((resolve) => setTimeout(resolve, 50))
    return state
  }
  return { ...real, noteSynced, sharedState }
})

type Reply = () => Response | Promise<Response>

const session: Session = { db: 'd', userId: personId, name: 'Ada', email: 'a@b.test', grants: [] }
const envelope = { x: 'sync1', db: 'd', now: 0 }
const pulled: Reply = () =>
  new Response(
    [
      { ...envelope, grants: [], granted: [], revoked: [], waiting: 0 },
      { end: true, cursors: {}, more: false },
    ]
      .map((line) => `${JSON.stringify(line)}\n`)
      .join(''),
  )
const signedOut: Reply = () =>
  Response.json({ x: 'sync1', error: { code: 'signed_out', message: 'Sign in.' } }, { status: 401 })
const offline: Reply = () => Promise.reject(new TypeError('failed to fetch'))

/** A server that takes every op, as long as `reply.pull` does not say otherwise. */
async function startTrialSync() {
  const store = await openTrialStore()
  const asked: string[] = []
  const reply = { pull: pulled, push: undefined as Reply | undefined }
  const timers = new Map<() => void, number>()
  const signals = { isSeen: true, poke: () => {}, wake: () => {}, streams: 0 }
  const world: SyncWorld = {
    build: 1,
    now: () => clock.now,
    chance: () => 1,
    isSeen: () => signals.isSeen,
    after: (ms, run) => {
      timers.set(run, ms)
      return () => timers.delete(run)
    },
    elect: (lead) => lead(),
    listen: (onPoke) => {
      signals.poke = onPoke
      signals.streams += 1
      return () => {
        signals.streams -= 1
      }
    },
    onWake: (run) => {
      signals.wake = run
      return () => {}
    },
    onFault: (error) => {
      throw error
    },
    fetch: async (path, init) => {
      asked.push(path.split('/').at(-1) ?? '')
      if (path.endsWith('/pull')) return reply.pull()
      if (reply.push) return reply.push()
      const { ops } = JSON.parse(String(init?.body)) as { ops: string[] }
      const results = ops.map((text) => ({ mid: JSON.parse(text).mid, o: 'ok', vers: {} }))
      return Response.json({ ...envelope, last: results.at(-1)?.mid, results })
    },
  }
  const sync = startSync({ store, session, world })
  onTestFinished(sync.stop)
  /** Waits that the loop has set; those that only watch over a request are gone by then. */
  const waits = () => [...timers.values()]
  const runTimer = () => {
    const [run] = timers.keys()
    if (run) timers.delete(run)
    run?.()
  }
  const count = async (pulls: number) =>
    vi.waitFor(() => {
      expect(asked.filter((path) => path === 'pull')).toHaveLength(pulls)
      expect(timers.size).toBeLessThanOrEqual(1)
      return settled(sync)
    })
  return { store, sync, asked, reply, signals, waits, runTimer, count }
}

const settled = (_: Sync) => new Promise((resolve) => setTimeout(resolve, 20))

test('it asks at the start, when poked, when the page is seen again, and every minute', async () => {
  const { signals, waits, runTimer, count } = await startTrialSync()
  await count(1)
  signals.poke()
  await count(2)
  signals.wake()
  await count(3)
  expect(waits()).toEqual([60_000])
  runTimer()
  await count(4)
})

test('a page that nobody sees does not ask every minute', async () => {
  const { signals, waits, count } = await startTrialSync()
  await count(1)
  signals.isSeen = false
  signals.poke()
  await count(2)
  expect(waits()).toEqual([])
})

test('what a person does is sent without being asked to, and followed by a pull', async () => {
  const { store, asked, count } = await startTrialSync()
  await count(1)
  await act(store, reportOutage, report)
  await count(2)
  expect(asked).toEqual(['pull', 'push', 'pull'])
})

test('what a person does in the last moment of a round is sent soon, not a minute later', async () => {
  const { store, asked, count, waits, runTimer } = await startTrialSync()
  await count(1)
  lastMoment.act = () => act(store, reportOutage, report)
  await act(store, reportOutage, report)
  await vi.waitFor(() => {
    if (waits().includes(500)) runTimer()
    expect(asked.filter((path) => path === 'push')).toHaveLength(2)
  })
  lastMoment.isSlow = false
})

test('without a network it tries again, later each time, and says that it was offline', async () => {
  const { reply, sync, waits, runTimer, count } = await startTrialSync()
  reply.pull = offline
  await count(1)
  await vi.waitFor(() => expect(waits()).toHaveLength(1))
  await sync.syncNow()
  const seen = [...waits()]
  for (let round = 0; round < 8; round++) {
    runTimer()
    await vi.waitFor(() => expect(waits()).toHaveLength(1))
    await sync.syncNow()
    seen.push(...waits())
  }
  expect(seen.every((ms, i) => i === 0 || ms >= (seen[i - 1] ?? 0))).toBe(true)
  expect(seen.at(-1)).toBe(120_000)
  expect(sync.status()).toMatchObject({ lastError: 'offline', lastSyncedAt: null, state: 'unknown' })
  reply.pull = pulled
  await sync.syncNow()
  expect(sync.status()).toMatchObject({ state: 'up_to_date', lastSyncedAt: clock.now })
  expect(sync.status()).not.toHaveProperty('lastError')
  expect(waits()).toEqual([60_000])
})

test('what is recorded just after a round failed waits for the next try; later it is tried at once', async () => {
  const { store, sync, reply, asked, waits, count } = await startTrialSync()
  await count(1)
  reply.push = offline
  const pushes = () => asked.filter((path) => path === 'push').length
  await act(store, reportOutage, report)
  await vi.waitFor(() => expect([pushes(), waits()]).toEqual([1, [2000]]))
  for (let i = 0; i < 3; i++) await act(store, reportOutage, report)
  await settled(sync)
  expect([pushes(), waits()]).toEqual([1, [2000]])
  const before = clock.now
  clock.now += 5001
  await act(store, reportOutage, report)
  await vi.waitFor(() => expect(pushes()).toBe(2))
  clock.now = before
})

test('a session that has ended pauses: no timer, nothing dropped, and a sign-in goes on from there', async () => {
  const { store, reply, sync, signals, waits, count } = await startTrialSync()
  await count(1)
  reply.push = signedOut
  await act(store, reportOutage, report)
  await vi.waitFor(() => expect(sync.status()).toMatchObject({ state: 'session_ended', waitingCount: 1 }))
  await settled(sync)
  expect(waits()).toEqual([])
  reply.push = undefined
  signals.wake()
  await vi.waitFor(() => expect(sync.status()).toMatchObject({ state: 'up_to_date', waitingCount: 0 }))
})

test('being offline after the session has ended does not look like being signed in', async () => {
  const { reply, sync, count } = await startTrialSync()
  await count(1)
  reply.pull = signedOut
  await sync.syncNow()
  reply.pull = offline
  await sync.syncNow()
  expect(sync.status()).toMatchObject({ state: 'session_ended', lastError: 'offline' })
})

test('a page that is too old says so and keeps what waits', async () => {
  const { store, reply, sync, count } = await startTrialSync()
  await count(1)
  reply.push = () => Response.json({ x: 'sync1', db: 'd', upgrade: { minBuild: 9 } })
  await act(store, reportOutage, report)
  await vi.waitFor(() => expect(sync.status()).toMatchObject({ state: 'upgrade', waitingCount: 1 }))
})

test('rounds never overlap: what is asked for meanwhile follows', async () => {
  const { reply, asked, sync, count } = await startTrialSync()
  await count(1)
  let answer = (_: Response) => {}
  reply.pull = () =>
    new Promise((resolve) => {
      answer = resolve
    })
  const first = sync.syncNow()
  await vi.waitFor(() => expect(asked).toHaveLength(2))
  void sync.syncNow()
  void sync.syncNow()
  await settled(sync)
  expect(asked).toHaveLength(2)
  reply.pull = pulled
  answer(await pulled())
  await first
  expect(asked).toHaveLength(3)
})

test('an answer that is about something else is a failed try, not an endless one', async () => {
  const { store, reply, sync, count } = await startTrialSync()
  await count(1)
  reply.push = () => Response.json({ ...envelope, last: 0, results: [] })
  await act(store, reportOutage, report)
  await sync.syncNow()
  expect(sync.status()).toMatchObject({ state: 'waiting', waitingCount: 1 })
})

test('after it was stopped it asks no more and listens no more', async () => {
  const { store, sync, asked, signals, count } = await startTrialSync()
  await count(1)
  sync.stop()
  expect(signals.streams).toBe(0)
  await sync.syncNow()
  await act(store, reportOutage, report)
  await settled(sync)
  expect(asked).toEqual(['pull'])
})

test('the status after a round counts what the round has left, not what was before', async () => {
  const { store, sync, count } = await startTrialSync()
  await count(1)
  await act(store, reportOutage, report)
  await sync.syncNow()
  expect(sync.status()).toMatchObject({ state: 'up_to_date', waitingCount: 0 })
})
