// When the loop asks the server. What it says to the server is for test/flow.
import { expect, test, vi } from 'vitest'
import { reportOutage } from '../../src/domain/mutations/report-outage.ts'
import { restAskedMs } from '../../src/sync/plan.ts'
import { act, clock, report } from '../store/trial-store.ts'
import { envelope, offline, pulled, settled, signedOut, startTrialSync } from './trial-sync.ts'

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

test('a server that asks for a rest is left alone for so long, and never for longer than a device waits of itself', async () => {
  const { reply, store, asked, waits, count } = await startTrialSync()
  const busy = (seconds: string) => () =>
    Response.json(
      { x: 'sync1', error: { code: 'too_many_requests', message: 'Wait.' } },
      { status: 429, headers: { 'retry-after': seconds } },
    )
  reply.pull = busy('60')
  await count(1)
  expect(waits()).toEqual([60_000])
  clock.now += 30_000
  await act(store, reportOutage, report)
  await new Promise((resolve) => setTimeout(resolve, 50))
  expect(asked).toEqual(['pull'])
})

test('a rest that is longer than can be is cut down, and one that cannot be read is none', () => {
  const asked = (status: number, rest: string) =>
    restAskedMs(new Response(null, { status, headers: { 'retry-after': rest } }))
  expect([
    asked(429, '10'),
    asked(503, '86400'),
    asked(429, 'Mon, 23 Nov'),
    asked(429, '-3'),
    asked(200, '10'),
  ]).toEqual([10_000, 120_000, 0, 0, 0])
})
