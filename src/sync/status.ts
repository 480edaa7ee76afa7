// What a person is told about sharing. It comes from acknowledgements, never from guesses about the network.

export type SyncState =
  | 'unknown'
  | 'up_to_date'
  | 'waiting'
  | 'sending'
  | 'receiving'
  | 'needs_you'
  | 'session_ended'
  | 'upgrade'

export interface SyncStatus {
  readonly state: SyncState
  /** Changes that the server has not acknowledged. */
  readonly waitingCount: number
  /** Files of which the server does not have every part. */
  readonly filesWaiting: number
  /** Open conflicts and refused changes. */
  readonly needsCount: number
  /** When this device last had everything, ms; null: never. */
  readonly lastSyncedAt: number | null
  /** Rows of a first or long pull. */
  readonly progress?: { readonly done: number; readonly total: number }
  /** `behind`: the server was put back to a version earlier than what waits. */
  readonly lastError?: 'offline' | 'server' | 'behind' | 'device'
}

/** What the loop and the store know, of which the state is made. */
export interface SyncFacts {
  readonly waitingCount: number
  readonly filesWaiting: number
  readonly needsCount: number
  readonly lastSyncedAt: number | null
  readonly isSending: boolean
  readonly progress?: { readonly done: number; readonly total: number } | undefined
  readonly lastError?: SyncStatus['lastError'] | undefined
  readonly isSignedOut: boolean
  readonly mustUpgrade: boolean
}

/** The one thing to say: what needs a person first, then what is only here, then what goes on. */
export function statusOf(facts: SyncFacts): SyncStatus {
  const { waitingCount, filesWaiting, needsCount, lastSyncedAt, progress, lastError } = facts
  const rest = {
    waitingCount,
    filesWaiting,
    needsCount,
    lastSyncedAt,
    ...(progress ? { progress } : {}),
    ...(lastError ? { lastError } : {}),
  }
  return { state: stateOf(facts), ...rest }
}

function stateOf(facts: SyncFacts): SyncState {
  if (facts.isSignedOut) return 'session_ended'
  if (facts.mustUpgrade) return 'upgrade'
  if (facts.needsCount > 0) return 'needs_you'
  const isWaiting = facts.waitingCount + facts.filesWaiting > 0
  if (facts.isSending && isWaiting) return 'sending'
  if (isWaiting) return 'waiting'
  if (facts.progress) return 'receiving'
  return facts.lastSyncedAt === null ? 'unknown' : 'up_to_date'
}

/** Before anything is known. */
export const unknownStatus: SyncStatus = {
  state: 'unknown',
  waitingCount: 0,
  filesWaiting: 0,
  needsCount: 0,
  lastSyncedAt: null,
}
