// Hand-made records for tests of figures: ids are short words, times are ISO.

import type { Recorded } from '../../src/domain/kinds.ts'
import type { Level } from '../../src/domain/level.ts'
import { defaultLoss } from '../../src/domain/level.ts'
import { parseInstant } from '../../src/domain/time.ts'
import { DEFAULT_ZONE } from '../../src/domain/zone.ts'
import type { MetricsRecords } from '../../src/metrics/availability-records.ts'

export function at(text: string): number {
  const instant = parseInstant(text)
  if (instant === undefined) throw new Error(`not an instant: ${text}`)
  return instant
}

const weekdays = ['1', '2', '3', '4', '5']

const calendarDefaults = {
  zone: DEFAULT_ZONE,
  isAlwaysOpen: false,
  observesHolidays: false,
  week: {},
  closures: [],
  shifts: {},
}

export const roundTheClock: Recorded<'calendar'> = {
  ...calendarDefaults,
  id: 'always',
  name: 'Round the clock',
  isAlwaysOpen: true,
}
export const officeHours: Recorded<'calendar'> = {
  ...calendarDefaults,
  id: 'office',
  name: 'Office hours',
  week: Object.fromEntries(weekdays.map((day) => [day, [['08:30', '17:00'] as [string, string]]])),
  observesHolidays: true,
}

export function system(id: string, given: Partial<Recorded<'system'>> = {}): Recorded<'system'> {
  const agreement = { from: '2020-01-01', calendarId: 'always', targetPercent: 99.5, noticeMinutes: null }
  return { id, name: id, about: '', owner: '', retiredOn: null, agreements: [agreement], ...given }
}

export function outage(
  id: string,
  start: string,
  end: string | null,
  given: Partial<Recorded<'outage'>> = {},
): Recorded<'outage'> {
  const level: Level = given.level ?? 'down'
  const about = { title: '', cause: '', workaround: '', reportedById: 'p', source: '', sourceKey: '' }
  const times = { startAt: at(start), endAt: end === null ? null : at(end), reportedAt: at(start) }
  return { id, ...times, ...about, level, loss: defaultLoss[level], councilIds: [], ...given }
}

export const hits = (outageId: string, systemId: string): Recorded<'affected'> => ({
  id: `${outageId}-${systemId}`,
  outageId,
  systemId,
  mark: 'affected',
})
export const spares = (outageId: string, systemId: string): Recorded<'affected'> => ({
  ...hits(outageId, systemId),
  mark: 'not_affected',
})

export const needs = (
  systemId: string,
  on: string | readonly string[],
  given: Partial<Recorded<'dependency'>> = {},
): Recorded<'dependency'> => {
  const members = typeof on === 'string' ? [on] : [...on]
  return {
    id: `${systemId}-${members.join('-')}`,
    systemId,
    type: 'hard',
    needs: members,
    weight: 1,
    need: 1,
    ...given,
  }
}

export const work = (
  id: string,
  systemIds: string[],
  [announced, start, end]: readonly [string, string, string],
): Recorded<'maintenance'> => ({
  id,
  title: id,
  text: '',
  systemIds,
  announcedAt: at(announced),
  startAt: at(start),
  endAt: at(end),
  cancelledAt: null,
  source: '',
  sourceKey: '',
})

export function records(given: Partial<MetricsRecords>): MetricsRecords {
  return {
    partnership: { id: 'us', name: 'Us', isSample: false, sustainedMinutes: 3, noticeMinutes: 0 },
    councils: [],
    divisions: [],
    systems: [],
    dependencies: [],
    calendars: [roundTheClock, officeHours],
    holidays: [],
    outages: [],
    affected: [],
    segments: [],
    reaches: [],
    maintenance: [],
    assumptions: [],
    hourlyRates: [],
    teams: [],
    teamMonths: [],
    ...given,
  }
}
