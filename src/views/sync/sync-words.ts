// What the sync button and sheet say. Never claims that the server has what is only here.
import { counted, formatWhen } from '../../domain/format.ts'
import type { SyncStatus } from '../../sync/status.ts'

export type SyncTone = 'quiet' | 'attention'

export interface SyncWords {
  /** On the button and in its accessible name. */
  readonly text: string
  readonly tone: SyncTone
}

type Waiting = Pick<SyncStatus, 'waitingCount' | 'filesWaiting'>
/** What is only here; a file whose record waits is not named beside it. Undefined when nothing is. */
function waitingWords({ waitingCount, filesWaiting }: Waiting): string | undefined {
  if (waitingCount > 0) return counted(waitingCount, 'change')
  return filesWaiting > 0 ? counted(filesWaiting, 'file') : undefined
}

/** "phone" where the window is as narrow as one, else "device". */
export type DeviceWord = 'phone' | 'device'

/** `isSlow`: sending has gone on for more than a second; before that the former words stay. */
export function syncWords(status: SyncStatus, isSlow: boolean, device: DeviceWord): SyncWords {
  const { state, waitingCount, needsCount, progress } = status
  const waiting = waitingWords(status)
  const onDevice = waiting && (waitingCount > 0 ? `${waiting} on this ${device}` : `${waiting} still to send`)
  if (state === 'session_ended') {
    const safe = waiting ? `: ${waiting} safe on this ${device}` : ''
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
  const { state, lastSyncedAt } = status
  const waiting = waitingWords(status)
  const asOf = lastSyncedAt === null ? undefined : `as of ${formatWhen(lastSyncedAt, now)}`
  const shared = asOf ? `What the server knew is here ${asOf}.` : 'This device has not heard from the server yet.'
  if (state === 'session_ended') {
    return `Your session has ended, so nothing is sent or received. ${keptWords(status)} ${shared}`
  }
  if (state === 'upgrade') {
    return `This version is too old to talk to the server. ${keptWords(status)} Reload the page to go on sending.`
  }
  if (waiting) return `${waiting} not yet at the server. ${shared}`
  return asOf ? `Everything recorded here is at the server, ${asOf}.` : shared
}

function keptWords(status: Waiting): string {
  const waiting = waitingWords(status)
  if (!waiting) return 'Recording goes on.'
  return `${waiting} ${waiting.startsWith('1 ') ? 'is' : 'are'} safe on this device, and recording goes on.`
}
