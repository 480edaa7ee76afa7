import type { Accessor } from 'solid-js'
import { createSignal, onCleanup } from 'solid-js'

const TICK_MS = 15_000

/** The instant `readNow` gives, read again every 15 seconds and whenever the page becomes visible. */
export function createClock(readNow: () => number): Accessor<number> {
  const [now, setNow] = createSignal(readNow())
  const tick = () => setNow(readNow())
  const timer = setInterval(tick, TICK_MS)
  document.addEventListener('visibilitychange', tick)
  onCleanup(() => {
    clearInterval(timer)
    document.removeEventListener('visibilitychange', tick)
  })
  return now
}
