// The browser as sync sees it: timers, other tabs, the event stream, waking up.
import { electTab } from './election.ts'
import type { SyncWorld } from './loop.ts'

const REOPEN_MS = 60_000

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
    isSeen,
    elect: (lead) =>
      electTab(
        { locks: navigator.locks, isSeen, onSeenChange: (run) => following(document, ['visibilitychange'], run) },
        'uptally-leader',
        lead,
      ),
    listen,
    onWake: (run) => {
      const wake = () => {
        if (isSeen()) run()
      }
      const stops = [following(document, ['visibilitychange'], wake), following(window, ['online', 'focus'], wake)]
      return () => {
        for (const stop of stops) stop()
      }
    },
    onFault: reportError,
  }
}

const isSeen = () => document.visibilityState === 'visible'

function following(target: EventTarget, names: readonly string[], run: () => void): () => void {
  for (const name of names) target.addEventListener(name, run)
  return () => {
    for (const name of names) target.removeEventListener(name, run)
  }
}

/** A stream reconnects by itself unless the server has refused it: then it is opened anew now and then. */
function listen(onPoke: () => void): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined
  let events: EventSource
  const open = () => {
    events = new EventSource('/sync/v1/events')
    events.onmessage = onPoke
    events.onerror = () => {
      if (events.readyState === EventSource.CLOSED) timer = setTimeout(open, REOPEN_MS)
    }
  }
  open()
  return () => {
    clearTimeout(timer)
    events.close()
  }
}
