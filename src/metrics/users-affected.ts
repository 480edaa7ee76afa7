/** Interruptions and minutes lost per member of staff (the IEEE 1366 indices, on working time). */
import type { Calendar } from '../domain/calendar.ts'
import { type Interval, overlap, union } from '../domain/interval.ts'
import type { Instant } from '../domain/time.ts'
import { elapsedPeriod } from './availability.ts'
import { type LossSpan, worstLoss } from './loss.ts'

export interface UserGroup {
  readonly id: string
  readonly users: number
}

/** One step of an outage; a restoration in steps is several of them. */
export interface AffectedSpan {
  readonly start: Instant
  /** null: still open. */
  readonly end: Instant | null
  /** Group to people; a group not named has nobody affected. */
  readonly affected: ReadonlyMap<string, number>
}

export interface UsersAffectedInput {
  readonly calendar: Calendar
  readonly period: Interval
  readonly now?: Instant | undefined
  readonly groups: readonly UserGroup[]
  readonly outages: readonly AffectedSpan[]
  /** Working time from which a run of affected time is an interruption; its time is lost in any case. */
  readonly sustainedMs: number
}

export interface UsersAffected {
  readonly userCount: number
  readonly serviceMs: number
  readonly interruptionCount: number
  readonly userMsLost: number
  /** Interruptions for each person. */
  readonly saifi: number | null
  /** Time lost for each person. */
  readonly saidiMs: number | null
  /** Time lost for each interruption. */
  readonly caidiMs: number | null
  readonly asaiPercent: number | null
  readonly interruptionsPer100: number | null
}

export function usersAffected(input: UsersAffectedInput): UsersAffected {
  const { calendar, groups } = input
  const { start, end } = elapsedPeriod(input)
  const serviceMs = calendar.workingMs(start, end)
  let userCount = 0
  let interruptionCount = 0
  let userMsLost = 0
  for (const group of groups) {
    const lost = groupLoss(input, group, { start, end })
    userCount += group.users
    interruptionCount += lost.interruptionCount
    userMsLost += lost.userMsLost
  }
  const saifi = userCount > 0 ? interruptionCount / userCount : null
  const saidiMs = userCount > 0 ? userMsLost / userCount : null
  const hasService = userCount > 0 && serviceMs > 0
  return {
    userCount,
    serviceMs,
    interruptionCount,
    userMsLost,
    saifi,
    saidiMs,
    caidiMs: saifi !== null && saidiMs !== null && saifi > 0 ? saidiMs / saifi : null,
    asaiPercent: hasService ? 100 * (1 - userMsLost / (userCount * serviceMs)) : null,
    interruptionsPer100: saifi === null ? null : 100 * saifi,
  }
}

/** At any moment the largest count of the open outages, capped at the head count. */
function groupLoss(input: UsersAffectedInput, { id, users }: UserGroup, elapsed: Interval) {
  const openUntil = input.now ?? input.period.end
  const spans = input.outages.map((outage) => ({
    start: outage.start,
    end: outage.end ?? openUntil,
    loss: Math.min(users, outage.affected.get(id) ?? 0),
  }))
  const affected = overlap(worstLoss(spans), [elapsed])
  let interruptionCount = 0
  let userMsLost = 0
  for (const run of union(affected)) {
    const lost = runLoss(input.calendar, overlap(affected, [run]))
    userMsLost += lost.userMsLost
    if (lost.workingMs >= input.sustainedMs) interruptionCount += lost.mostUsers
  }
  return { interruptionCount, userMsLost }
}

function runLoss(calendar: Calendar, spans: readonly LossSpan[]) {
  let workingMs = 0
  let userMsLost = 0
  let mostUsers = 0
  for (const span of spans) {
    const ms = calendar.workingMs(span.start, span.end)
    if (ms === 0) continue
    workingMs += ms
    userMsLost += ms * span.loss
    mostUsers = Math.max(mostUsers, span.loss)
  }
  return { workingMs, userMsLost, mostUsers }
}
