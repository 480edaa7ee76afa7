// The loop over a trial store and a server of a few words, with timers and signals in hand.
import 'fake-indexeddb/auto'
import { expect, onTestFinished, vi } from 'vitest'
import type { Session } from '../../src/domain/wire.ts'
import { type Sync, type SyncOptions, type SyncWorld, startSync } from '../../src/sync/loop.ts'
import { clock, openTrialStore, personId } from '../store/trial-store.ts'

type Reply = () => Response | Promise<Response>

export const session: Session = { db: 'd', userId: personId, name: 'Ada', email: 'a@b.test', grants: [] }
export const envelope = { x: 'sync1', db: 'd', now: 0 }
export const pulled: Reply = () =>
  new Response(
    [
      { ...envelope, grants: [], granted: [], revoked: [], waiting: 0 },
      { end: true, cursors: {}, more: false },
    ]
      .map((line) => `${JSON.stringify(line)}\n`)
      .join(''),
  )
export const signedOut: Reply = () =>
  Response.json({ x: 'sync1', error: { code: 'signed_out', message: 'Sign in.' } }, { status: 401 })
export const offline: Reply = () => Promise.reject(new TypeError('failed to fetch'))

/** A server that takes every op, as long as `reply.pull` does not say otherwise. */
export async function startTrialSync(more: Pick<SyncOptions, 'onWipe'> = {}) {
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
  const sync = startSync({ store, session, world, ...more })
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

export const settled = (_: Sync) => new Promise((resolve) => setTimeout(resolve, 100))
