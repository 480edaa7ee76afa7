/** users: interruptions and minutes lost per member of staff. */
import { MINUTE_MS } from '../../domain/duration.ts'
import { periodInstants } from '../../domain/period.ts'
import { type AffectedSpan, type UserGroup, usersAffected } from '../../metrics/users-affected.ts'
import { at, Fault } from '../fault.ts'
import { object, optional, required, requiredOrNull, withDefault } from '../fields.ts'
import { kind } from '../kind.ts'
import { list, map, orNull as nullOr, number, words } from '../read.ts'
import { calendar, instant, period } from '../read-time.ts'
import { minutes, orNull, percent, rounded } from '../write.ts'

const people = number({ min: 0 })
const affected = map(people)
const step = object({ start: required(instant), end: requiredOrNull(instant), affected: required(affected) })

const readOutage = object(
  {
    start: optional(instant),
    end: optional(nullOr(instant)),
    affected: optional(affected),
    steps: optional(list(step)),
  },
  [['start', 'end', 'affected'], ['steps']],
)

function outageSteps(value: unknown, path: string): { path: string; steps: AffectedSpan[] } {
  const given = readOutage(value, path)
  if (given.steps) return { path: at(path, 'steps'), steps: given.steps }
  const { start = 0, end = 0, affected: byGroup = new Map() } = given
  return { path, steps: [{ start, end, affected: byGroup }] }
}

const group = object({ id: required(words), users: required(people) })

export const usersKind = kind(
  {
    period: required(period),
    calendar: required(calendar),
    groups: required(list(group)),
    outages: required(list(outageSteps)),
    sustained_min: withDefault(number({ min: 0 }), 1),
    now: optional(instant),
  },
  (input) => {
    checkNames(input.groups, input.outages)
    const figures = usersAffected({
      calendar: input.calendar,
      period: periodInstants(input.period, input.calendar.zone),
      now: input.now,
      groups: input.groups,
      outages: input.outages.flatMap(({ steps }) => steps),
      sustainedMs: input.sustained_min * MINUTE_MS,
    })
    const ratio = (value: number) => rounded(value, 6)
    return {
      users_total: figures.userCount,
      service_min: minutes(figures.serviceMs),
      user_interruptions: figures.interruptionCount,
      user_minutes_lost: minutes(figures.userMsLost),
      saifi: orNull(ratio, figures.saifi),
      saidi_min: orNull(minutes, figures.saidiMs),
      caidi_min: orNull(minutes, figures.caidiMs),
      asai_pct: orNull(percent, figures.asaiPercent),
      ci_per_100: orNull(ratio, figures.interruptionsPer100),
    }
  },
)

/** A misspelt group must not pass as nobody affected. */
function checkNames(groups: readonly UserGroup[], outages: readonly { path: string; steps: AffectedSpan[] }[]): void {
  const ids = new Set<string>()
  for (const [index, { id }] of groups.entries()) {
    if (ids.has(id)) throw new Fault('conflict', `/input/groups/${index}/id`, 'Two groups have this id.')
    ids.add(id)
  }
  for (const { path, steps } of outages)
    for (const [index, { affected: byGroup }] of steps.entries())
      for (const id of byGroup.keys())
        if (!ids.has(id)) {
          const stepPath = path.endsWith('/steps') ? at(path, index) : path
          throw new Fault('bad_value', at(`${stepPath}/affected`, id), 'There is no group of this id.')
        }
}
