// What the bar of a running timer reads, on every page.
import type { Recorded } from '../domain/kinds.ts'
import type { StoreReads } from './store.ts'

export interface RunningTimer {
  readonly timer: Recorded<'timer'>
  /** undefined: none, or one that only others may see. */
  readonly matter: Recorded<'matter'> | undefined
}

/** One as a rule; two where both were started without a network. The oldest first. */
export async function runningTimers(reads: StoreReads, personId: string): Promise<RunningTimer[]> {
  const timers = (await reads.where('timer', 'personId', personId)).filter((timer) => !timer.isStopped)
  const inOrder = timers.sort((a, b) => a.startAt - b.startAt || (a.id < b.id ? -1 : 1))
  const matters = await Promise.all(inOrder.map(({ matterId }) => matterId && reads.get('matter', matterId)))
  return inOrder.map((timer, i) => ({ timer, matter: matters[i] || undefined }))
}
