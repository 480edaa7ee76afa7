// What the timer's buttons do. Loaded when the first of them is pressed or nothing else is to do: the screens that show a
// timer do without schemas and mutations.
import { formatWhen } from '../../domain/format.ts'
import type { Recorded } from '../../domain/kinds.ts'
import type { Mutation, Refusal, Write } from '../../domain/mutation.ts'
import { changeTimer, resumeTimers, startTimer, stopTimer, withdrawTimer } from '../../domain/mutations/run-timer.ts'
import { readDraft } from '../../store/drafts.ts'
import { mutate } from '../../store/mutate.ts'
import { deviceLabel } from '../account/device-label.ts'
import type { App } from '../app/app-context.ts'
import { savedHere } from '../outages/saved-here.ts'
import { isForgotten, stillKey } from './forgotten.ts'
import { timeWords } from './time-words.ts'
import type { Work } from './work.ts'

type Actor = Pick<App, 'store' | 'tell'>
type Timer = Recorded<'timer'>

/** Stopping it unasked would record all of its hours. */
const longRun = (timer: Timer, now: number): Refusal => ({
  code: 'long_run',
  message: `A timer has run for ${timeWords(Math.round((now - timer.startAt) / 1000))}. Say first when it ended: press its Stop above.`,
})

/** undefined when it was done. */
export type Done = Promise<Refusal | undefined>

async function act<Args>(
  { store }: Actor,
  mutation: Mutation<Args>,
  args: Args,
  said: (writes: readonly Write[]) => void,
): Done {
  const outcome = await mutate(store, mutation, args)
  if (!outcome.ok) return outcome.refusal
  said(outcome.writes)
  return undefined
}

const undoing =
  <Args>(actor: Actor, mutation: Mutation<Args>, args: Args) =>
  () => {
    mutate(actor.store, mutation, args).then(
      (outcome) => outcome.ok || actor.tell(outcome.refusal.message),
      () => actor.tell('This device could not undo it. It stays as it is.'),
    )
  }

/** `minutesAgo` later than the start of those that run: they are stopped at that moment. */
export async function start(actor: Actor, teamId: string, work: Work, running: readonly Timer[], minutesAgo = 0): Done {
  const now = actor.store.now()
  for (const timer of running) {
    const still = await readDraft(actor.store, stillKey(timer.id))
    if (isForgotten(timer, typeof still === 'number' ? still : undefined, now)) return longRun(timer, now)
  }
  const args = { teamId, ...work, startAt: now - minutesAgo * 60_000, startedOn: deviceLabel() }
  return act(actor, startTimer, args, (writes) => {
    const timerId = writes.at(-1)?.id ?? ''
    const stopped = stoppedBy(writes)
    const undo = stopped.length
      ? undoing(actor, resumeTimers, { stopped, withdrawId: timerId })
      : undoing(actor, withdrawTimer, { timerId })
    const what = running.length > 0 ? 'Timer switched' : 'Timer started'
    actor.tell(`${what}${minutesAgo > 0 ? `, from ${formatWhen(args.startAt, now)}` : ''}. ${savedHere()}`, undo)
  })
}

export interface Stop {
  /** Now, unless the person says when it was. */
  readonly at?: number
}

export function stop(actor: Actor, timer: Timer, { at }: Stop = {}): Done {
  // Where the other device's clock is ahead, it may not have started yet here.
  const stopAt = at ?? Math.max(actor.store.now(), timer.startAt)
  const args = { timerId: timer.id, stopAt, isEstimated: at !== undefined }
  return act(actor, stopTimer, args, (writes) => {
    const stopped = stoppedBy(writes)
    const seconds = Math.round((stopAt - timer.startAt) / 1000)
    if (stopped.length === 0) actor.tell('Stopped as it started: nothing is recorded.')
    else
      actor.tell(
        `Stopped: ${timeWords(seconds)}${at === undefined ? '' : ' (e)'}. ${savedHere()}`,
        undoing(actor, resumeTimers, { stopped, withdrawId: null }),
      )
  })
}

/** Timers that an op stopped, each with the entry that it became. */
function stoppedBy(writes: readonly Write[]): { timerId: string; entryId: string }[] {
  const entries = writes.filter(({ k }) => k === 'entry')
  return entries.map(({ id, set }) => ({ entryId: id, timerId: String(set.entry?.timerId ?? '') }))
}

export function changeWork(actor: Actor, timer: Timer, work: Work): Done {
  const { id: timerId, teamId, matterId, activity, chargeability } = timer
  return act(actor, changeTimer, { timerId, teamId, ...work }, () =>
    actor.tell('Changed.', undoing(actor, changeTimer, { timerId, teamId, matterId, activity, chargeability })),
  )
}
