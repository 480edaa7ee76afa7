import type { Store } from './store.ts'

export interface Differences {
  /** When scopes were last put right, ms. */
  readonly putRightAt: number | undefined
  /** Scopes that fetching anew has not made equal. */
  readonly unequalCount: number
}

const WEEK_MS = 7 * 86_400_000

/** What a person is told of this device's rows having been others than the server's, for a week. */
export async function differences(store: Store): Promise<Differences> {
  const found = (await store.database.cursors.toArray()).flatMap(({ differed }) => differed ?? [])
  const recent = found.filter(({ at, isEqual }) => isEqual && store.now() - at < WEEK_MS).map(({ at }) => at)
  return {
    putRightAt: recent.length > 0 ? Math.max(...recent) : undefined,
    unequalCount: found.filter(({ isEqual }) => !isEqual).length,
  }
}
