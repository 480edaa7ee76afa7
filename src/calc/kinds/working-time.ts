/** business_time_between, is_working_instant, working_periods, local_to_utc. */
import { formatInstant, parseLocalTime } from '../../domain/time.ts'
import { DEFAULT_ZONE, findZone, localToUtc, type Zone, zoneOf } from '../../domain/zone.ts'
import { Fault } from '../fault.ts'
import { optional, required, withDefault } from '../fields.ts'
import { kind } from '../kind.ts'
import { number, oneOfTexts, type Read, text } from '../read.ts'
import { calendar, instant, notTooLong } from '../read-time.ts'
import { instants, minutes } from '../write.ts'

export const businessTimeBetweenKind = kind(
  { calendar: required(calendar), start: required(instant), end: required(instant) },
  (input) => {
    notTooLong(input, '/input/end')
    return { working_min: minutes(input.calendar.workingMs(input.start, input.end)) }
  },
)

export const isWorkingInstantKind = kind({ calendar: required(calendar), at: required(instant) }, (input) => ({
  working: input.calendar.isWorking(input.at),
}))

const MAX_TAKE = 1_000

const take: Read<number> = (value, path) => {
  const count = number({ min: 1, isWhole: true })(value, path)
  if (count > MAX_TAKE) throw new Fault('too_large', path, `At most ${MAX_TAKE} periods can be taken.`)
  return count
}

export const workingPeriodsKind = kind(
  { calendar: required(calendar), from: required(instant), to: optional(instant), take: optional(take) },
  (input) => {
    const { from, to, take: count = Number.POSITIVE_INFINITY } = input
    if (to === undefined && input.take === undefined)
      throw new Fault('missing_field', '/input/to', 'Either to or take is required.')
    if (to !== undefined) notTooLong({ start: from, end: to }, '/input/to')
    const periods: [string, string][] = []
    for (const period of input.calendar.workingPeriods(from, to)) {
      periods.push(instants(period))
      if (periods.length >= count) break
    }
    return { periods }
  },
)

const localTime: Read<number> = (value, path) => {
  const local = parseLocalTime(text(value, path))
  if (local === undefined) throw new Fault('bad_value', path, 'This is no real clock reading YYYY-MM-DDTHH:MM.')
  return local
}

const zone: Read<Zone> = (value, path) => {
  const found = findZone(text(value, path))
  if (!found) throw new Fault('bad_value', path, 'There is no time zone of this name.')
  return found
}

export const localToUtcKind = kind(
  {
    local: required(localTime),
    zone: withDefault(zone, zoneOf(DEFAULT_ZONE)),
    occurrence: withDefault(oneOfTexts(['first', 'second']), 'first'),
  },
  (input) => {
    const { utc, status, secondUtc } = localToUtc(input.zone, input.local)
    const isSecond = secondUtc !== null && input.occurrence === 'second'
    return {
      utc: formatInstant(isSecond ? secondUtc : utc),
      status,
      other_utc: secondUtc === null ? null : formatInstant(isSecond ? utc : secondUtc),
    }
  },
)
