// How fast one session may go on asking: a store of requests that fills up again, counted in memory for a bounded number
// of sessions. An import of 20,000 incidents and a first sync take about 150 requests, far fewer than a full store holds.
import { stop } from './answer.ts'

interface RateLimit {
  /** At once, after a rest. */
  readonly burst: number
  readonly perSecond: number
}

export interface Rates {
  /** False when the key has used up its store. */
  take(key: string): boolean
  /** How many keys are remembered. */
  size(): number
}

const maxKeys = 20_000
const usualLimit: RateLimit = { burst: 1200, perSecond: 10 }
/** What a device is told to wait: by then there is room for a hundred requests. */
export const restSeconds = 10

export function createRates(now: () => number, { burst, perSecond }: RateLimit = usualLimit): Rates {
  const stores = new Map<string, { left: number; at: number }>()
  return {
    take(key) {
      const known = stores.get(key)
      const rested = known ? Math.max(0, now() - known.at) / 1000 : 0
      const left = known ? Math.min(burst, known.left + rested * perSecond) : burst
      stores.delete(key)
      stores.set(key, { left: left < 1 ? left : left - 1, at: now() })
      for (const oldest of stores.keys()) {
        if (stores.size <= maxKeys) break
        stores.delete(oldest)
      }
      return left >= 1
    },
    size: () => stores.size,
  }
}

/** Ends the request with 429 when this session has asked for this too often. */
export function keepPace(rates: Rates, what: string, sessionId: string): void {
  if (rates.take(`${what} ${sessionId}`)) return
  stop(429, 'too_many_requests', 'This device asks too often. It tries again by itself.', undefined, {
    'retry-after': String(restSeconds),
  })
}
