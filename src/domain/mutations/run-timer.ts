// One running timer per person. It is a start instant; stopping makes an entry. Two devices that stop one timer make two
// entries of it, which current-entries.ts finds and the person settles.
import * as z from 'zod/mini'
import { idSchema } from '../id-schema.ts'
import type { Recorded } from '../kinds.ts'
import type { MutationContext, Reads, Refusal, Write } from '../mutation.ts'
import { change, changeDiffering, create, defineMutation, refuse, setDeleted } from '../mutation.ts'
import { instantSchema } from '../record.ts'
import { timerSchema } from '../time-entry.ts'
import { DEFAULT_ZONE, localDateAt, zoneOf } from '../zone.ts'
import { placeOfText } from './narrative.ts'
import { priceEntry } from './price-entry.ts'
import { succeedEntry } from './record-time.ts'

const roles = ['legal', 'practice_manager'] as const
const noSuchTimer = refuse('no_such_timer', 'This timer is not on this device any more.')
const alreadyStopped = refuse('already_stopped', 'This timer has been stopped already.')
const workSchema = {
  teamId: idSchema,
  matterId: timerSchema.shape.matterId,
  activity: timerSchema.shape.activity,
  chargeability: timerSchema.shape.chargeability,
}

/** Starts a timer; one that runs is stopped at that moment. */
export const startTimer = defineMutation({
  name: 'timer.start',
  roles,
  args: z.object({ ...workSchema, startAt: instantSchema, startedOn: timerSchema.shape.startedOn }),
  writes: { timer: ['start', 'work', 'stop', 'deleted'], entry: ['entry'] },
  async run({ startAt, startedOn, ...work }, reads, context) {
    if (startAt > context.now) return refuse('in_the_future', 'A timer cannot start in the future.', 'start')
    const place = await placeOfText(reads, work)
    if ('code' in place) return place
    const stops: Write[] = []
    for (const timer of await runningTimers(reads, context.personId)) {
      stops.push(...(await stop(reads, context, timer, Math.max(startAt, timer.startAt), false)))
    }
    const { personId } = context
    const timer = { personId, startAt, startedOn, ...work, councilId: place.councilId, isStopped: false }
    return [...stops, create('timer', context.newId(startAt), timer)]
  },
})

export const changeTimer = defineMutation({
  name: 'timer.change',
  roles,
  args: z.object({ timerId: idSchema, ...workSchema }),
  writes: { timer: ['work'] },
  async run({ timerId, ...work }, reads) {
    const timer = await reads.get('timer', timerId)
    if (!timer) return noSuchTimer
    if (timer.isStopped) return alreadyStopped
    const place = await placeOfText(reads, work)
    if ('code' in place) return place
    const write = changeDiffering('timer', timer, { ...work, councilId: place.councilId })
    return write ? [write] : []
  },
})

export const stopTimer = defineMutation({
  name: 'timer.stop',
  roles,
  args: z.object({
    timerId: idSchema,
    stopAt: instantSchema,
    /** The person says afterwards when they stopped. */
    isEstimated: z.boolean(),
  }),
  writes: { timer: ['stop', 'deleted'], entry: ['entry'] },
  async run({ timerId, stopAt, isEstimated }, reads, context) {
    const timer = await reads.get('timer', timerId)
    if (!timer) return noSuchTimer
    if (timer.personId !== context.personId) return refuse('not_yours', 'Only the person who started it can stop it.')
    if (timer.isStopped) return alreadyStopped
    if (stopAt < timer.startAt)
      return refuse('end_before_start', 'It cannot stop before it started. Choose a later time.', 'stop')
    // Where another device's clock was ahead, the start itself is in the future: at that moment it can still be stopped.
    if (stopAt > Math.max(context.now, timer.startAt))
      return refuse('in_the_future', 'A timer cannot stop in the future. Choose an earlier time.', 'stop')
    return stop(reads, context, timer, stopAt, isEstimated)
  },
})

/** Started by mistake: nothing is recorded. */
export const withdrawTimer = defineMutation({
  name: 'timer.withdraw',
  roles,
  args: z.object({ timerId: idSchema }),
  writes: { timer: ['deleted'] },
  async run({ timerId }, reads) {
    const timer = await reads.get('timer', timerId)
    return timer ? [setDeleted('timer', timer, true)] : []
  },
})

/**
 * Takes a stop back: its entries are removed and the timers go on from their old starts. `withdrawId` is the timer whose
 * start had stopped them, which goes: switching and its undo are one act each.
 */
export const resumeTimers = defineMutation({
  name: 'timer.resume',
  roles,
  args: z.object({
    stopped: z.array(z.object({ timerId: idSchema, entryId: idSchema })).check(z.minLength(1), z.maxLength(20)),
    withdrawId: z.nullable(idSchema),
  }),
  writes: { timer: ['start', 'work', 'stop', 'deleted'], entry: ['entry'] },
  async run({ stopped, withdrawId }, reads, context) {
    const writes: Write[] = []
    for (const { timerId, entryId } of stopped) {
      const timer = await reads.get('timer', timerId)
      if (!timer) return noSuchTimer
      const removed = await succeedEntry(entryId, [entryId], true, reads, context)
      if (!isWrites(removed)) return removed
      const { id: _, ...doc } = timer
      writes.push(...removed, create('timer', context.newId(timer.startAt), { ...doc, isStopped: false }))
    }
    const other = withdrawId === null ? undefined : await reads.get('timer', withdrawId)
    return other ? [...writes, setDeleted('timer', other, true)] : writes
  },
})

export const runningTimers = async (reads: Reads, personId: string): Promise<Recorded<'timer'>[]> =>
  (await reads.where('timer', 'personId', personId)).filter((timer) => !timer.isStopped)

async function stop(
  reads: Reads,
  context: MutationContext,
  timer: Recorded<'timer'>,
  stopAt: number,
  isEstimated: boolean,
): Promise<Write[]> {
  const { startAt } = timer
  const seconds = Math.round((stopAt - startAt) / 1000)
  // Stopped as it started: there is no time to record, and an entry of none would still be listed.
  if (seconds === 0) return [setDeleted('timer', timer, true)]
  const { id: timerId, personId, isStopped: _, startedOn: __, ...work } = timer
  const id = context.newId(startAt)
  // The timer knows its matter and council: one that has left this device meanwhile still has its time.
  const worked = {
    ...{ ...work, personId, isEstimated, seconds, startAt, endAt: stopAt },
    workedOn: localDateAt(zoneOf(DEFAULT_ZONE), startAt),
  }
  const own = { source: 'timer' as const, timerId, rootId: id, replaces: [], isRemoved: false }
  const priced = await priceEntry(reads, worked)
  return [
    change('timer', timer, { isStopped: true }),
    create('entry', id, { ...worked, ...priced, ...own, recordedAt: context.now }),
  ]
}

const isWrites = (outcome: readonly Write[] | Refusal): outcome is Write[] => Array.isArray(outcome)
