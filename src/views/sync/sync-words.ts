// What the sync button and sheet say. Never claims that the server has what is only here.
import { counted, formatWhen } from '../../domain/format.ts'
import type { SyncStatus } from '../../sync/status.ts'

export type SyncTone = 'quiet' | 'attention'

export interface SyncWords {
  /** On the button and in its accessible name. */
  readonly text: string
  readonly tone: SyncTone
}

const changes = (count: number) => counted(count, 'change')

/** "phone" where the window is as narrow as one, else "device". */
export type DeviceWord = 'phone' | 'device'

/** `isSlow`: sending has gone on for more than a second; before that the former words stay. */
export function syncWords(status: SyncStatus, isSlow: boolean, device: DeviceWord): SyncWords {
  const { state, waitingCount, needsCount, progress } = status
  const onDevice = waitingCount > 0 ? `${changes(waitingCount)} on this ${device}` : undefined
  if (state === 'session_ended') {
    const safe = waitingCount > 0 ? `: ${changes(waitingCount)} safe on this ${device}` : ''
    return { text: `Session ended${safe}`, tone: 'attention' }
  }
  if (needsCount > 0 || state === 'needs_you')
    return { text: `Needs you: ${Math.max(1, needsCount)}`, tone: 'attention' }
  if (state === 'upgrade') return { text: onDevice ?? 'Update needed', tone: 'attention' }
  if (state === 'sending' && isSlow) return { text: 'Sending…', tone: 'quiet' }
  if (state === 'receiving' && isSlow && progress && progress.total > 0) {
    return { text: `Receiving ${Math.floor((100 * progress.done) / progress.total)}%`, tone: 'quiet' }
  }
  if (onDevice) return { text: onDevice, tone: 'quiet' }
  if (state === 'unknown' || status.lastSyncedAt === null)
    return { text: 'Not yet shared with the server', tone: 'quiet' }
  return { text: 'Up to date', tone: 'quiet' }
}

/** The sheet's first sentence or two. */
export function syncSentence(status: SyncStatus, now: number): string {
  const { state, waitingCount, lastSyncedAt } = status
  const asOf = lastSyncedAt === null ? undefined : `as of ${formatWhen(lastSyncedAt, now)}`
  const shared = asOf ? `What the server knew is here ${asOf}.` : 'This device has not heard from the server yet.'
  if (state === 'session_ended') {
    return `Your session has ended, so nothing is sent or received. ${keptWords(waitingCount)} ${shared}`
  }
  if (state === 'upgrade') {
    return `This version is too old to talk to the server. ${keptWords(waitingCount)} Update to go on sending.`
  }
  if (waitingCount > 0) return `${counted(waitingCount, 'change')} not yet at the server. ${shared}`
  return asOf ? `Everything recorded here is at the server, ${asOf}.` : shared
}

const keptWords = (waitingCount: number) =>
  waitingCount > 0
    ? `${counted(waitingCount, 'change')} ${waitingCount === 1 ? 'is' : 'are'} safe on this device, and recording goes on.`
    : 'Recording goes on.'
