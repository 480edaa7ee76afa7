// How often somebody may try: counted in memory, for a quarter of an hour, for a bounded number of keys.

export interface Attempts {
  /** Counts one attempt under every key; false when one of them has had its share already. */
  take(limits: Readonly<Record<string, number>>): boolean
  /** After a success: the attempt was no guess. */
  giveBack(keys: readonly string[]): void
}

const windowMs = 15 * 60_000
const maxKeys = 20_000

export function createAttempts(now: () => number): Attempts {
  const counts = new Map<string, { count: number; since: number }>()
  const countOf = (key: string) => {
    const found = counts.get(key)
    return found && now() - found.since < windowMs ? found : { count: 0, since: now() }
  }
  return {
    take(limits) {
      const entries = Object.entries(limits)
      if (entries.some(([key, limit]) => countOf(key).count >= limit)) return false
      for (const [key] of entries) {
        const { count, since } = countOf(key)
        counts.delete(key)
        counts.set(key, { count: count + 1, since })
      }
      for (const oldest of counts.keys()) {
        if (counts.size <= maxKeys) break
        counts.delete(oldest)
      }
      return true
    },
    giveBack(keys) {
      for (const key of keys) {
        const found = counts.get(key)
        if (found) found.count = Math.max(0, found.count - 1)
      }
    },
  }
}
