// The browser as sync sees it: timers, other tabs, the event stream, waking up.
import type { SyncWorld } from './loop.ts'

const STALE_LEADER_MS = 5000

export function browserWorld(build: number): SyncWorld {
  return {
    build,
    fetch: (input, init) => fetch(input, init),
    now: () => Date.now(),
    chance: () => Math.random(),
    after: (ms, run) => {
      const timer = setTimeout(run, ms)
      return () => clearTimeout(timer)
    },
    elect: (lead) => elect(navigator.locks, lead),
    listen: (onPoke) => {
      // Reconnects by itself; an error says nothing that the next round does not find out.
      const events = new EventSource('/sync/v1/events')
      events.onmessage = onPoke
      return () => events.close()
    },
    onWake: (run) => {
      const wake = () => {
        if (document.visibilityState === 'visible') run()
      }
      document.addEventListener('visibilitychange', wake)
      addEventListener('online', wake)
      addEventListener('focus', wake)
      return () => {
        document.removeEventListener('visibilitychange', wake)
        removeEventListener('online', wake)
        removeEventListener('focus', wake)
      }
    },
  }
}

/**
 * One tab of a browser leads: it holds the stream and the timer. A tab that is still waiting after five seconds in sight
 * of a person leads too, for the holder may be frozen with the lock in its hands; two leaders are safe, because the
 * server takes each op once. Without Web Locks every tab leads.
 */
function elect(locks: LockManager | undefined, lead: () => () => void): () => void {
  if (!locks) return lead()
  let stopLeading: (() => void) | undefined
  let release = () => {}
  const start = () => {
    stopLeading ??= lead()
  }
  const waiting = new AbortController()
  locks
    .request('uptally-leader', { signal: waiting.signal }, () => {
      start()
      return new Promise<void>((resolve) => {
        release = resolve
      })
    })
    .catch(() => {})
  const impatient = setTimeout(() => {
    if (document.visibilityState === 'visible') start()
  }, STALE_LEADER_MS)
  return () => {
    clearTimeout(impatient)
    waiting.abort()
    stopLeading?.()
    release()
  }
}
