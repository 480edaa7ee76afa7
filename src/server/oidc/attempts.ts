// Sign-ins under way at the provider: each works once, for ten minutes, in the browser that began it. In memory: bounded.

export interface OidcAttempt {
  readonly nonce: string
  readonly verifier: string
  /** The address that the provider sends people back to, as it was told. */
  readonly redirectUri: string
  /** A path of ours. */
  readonly to: string
  readonly device: string | undefined
  /** Whose records this device holds; undefined where it holds none. */
  readonly person: string | undefined
}

export interface OidcAttempts {
  /** `browser`: the secret in that browser's cookie. */
  add(state: string, browser: string, attempt: OidcAttempt): void
  /** Uses it up; undefined when there is none, or no longer, or it is another browser's. */
  take(state: string, browser: string): OidcAttempt | undefined
}

export const attemptMs = 10 * 60_000
const maxOpen = 10_000

export function createOidcAttempts(now: () => number): OidcAttempts {
  const open = new Map<string, { browser: string; attempt: OidcAttempt; until: number }>()
  return {
    add(state, browser, attempt) {
      open.set(state, { browser, attempt, until: now() + attemptMs })
      for (const [oldest, { until }] of open) {
        if (open.size <= maxOpen && until > now()) break
        open.delete(oldest)
      }
    },
    take(state, browser) {
      const found = open.get(state)
      if (found?.browser !== browser) return undefined
      open.delete(state)
      return found.until > now() ? found.attempt : undefined
    },
  }
}
