// What a passkey is asked to sign: each works once, for five minutes, for what it was made for. In memory: bounded.

export interface Challenges {
  /** A new one, base64url. `purpose`: what it may be used for, and by whom. */
  make(purpose: string): string
  /** Uses it up; false when there is none, or no longer, or for something else. */
  take(challenge: string, purpose: string): boolean
}

const lifeMs = 5 * 60_000
const maxOpen = 10_000

export function createChallenges(now: () => number, random: (size: number) => Uint8Array): Challenges {
  const open = new Map<string, { purpose: string; until: number }>()
  return {
    make(purpose) {
      const challenge = Buffer.from(random(32)).toString('base64url')
      open.set(challenge, { purpose, until: now() + lifeMs })
      for (const [oldest, { until }] of open) {
        if (open.size <= maxOpen && until > now()) break
        open.delete(oldest)
      }
      return challenge
    },
    take(challenge, purpose) {
      const found = open.get(challenge)
      open.delete(challenge)
      return found !== undefined && found.purpose === purpose && found.until > now()
    },
  }
}
