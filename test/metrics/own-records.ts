// A person's entries, made by hand, with the office's calendar and a post.
import type { Recorded } from '../../src/domain/kinds.ts'
import { parseLocalTime } from '../../src/domain/time.ts'
import { DEFAULT_ZONE, localToUtc, zoneOf } from '../../src/domain/zone.ts'
import type { OwnRecords } from '../../src/metrics/own-time.ts'

type Entry = Recorded<'entry'>
export const at = (local: string) => localToUtc(zoneOf(DEFAULT_ZONE), parseLocalTime(local) ?? Number.NaN).utc
let count = 0

export function entry(workedOn: string, seconds: number, part: Partial<Entry> = {}): Entry {
  count += 1
  const id = `e${String(count).padStart(4, '0')}`
  return {
    ...{ id, rootId: id, personId: 'p', teamId: 't', matterId: 'm', councilId: 'c', grade: 'B' },
    ...{ activity: 'advice', chargeability: 'chargeable', workedOn, startAt: null, endAt: null, seconds },
    ...{ units: Math.ceil(seconds / 360), unitMinutes: 6, pencePerHour: 8_000, source: 'typed', isEstimated: false },
    ...{ timerId: null, replaces: [], isRemoved: false, recordedAt: 0 },
    ...part,
  }
}
export const timed = (from: string, to: string, part: Partial<Entry> = {}) => {
  const [startAt, endAt] = [at(from), at(to)]
  return entry(from.slice(0, 10), (endAt - startAt) / 1000, { startAt, endAt, ...part })
}

const nineToFive = Object.fromEntries(['1', '2', '3', '4', '5'].map((day) => [day, [['09:00', '17:00']]]))
const calendar = {
  ...{ id: 'cal', name: 'Office', zone: DEFAULT_ZONE, isAlwaysOpen: false, week: nineToFive },
  ...{ observesHolidays: true, closures: [], shifts: {} },
} as unknown as Recorded<'calendar'>
export const post: Recorded<'post'> = {
  ...{ id: 'post', personId: 'p', teamId: 't', grade: 'B', from: '2020-01-01', to: null },
  ...{ fte: 1, annualHours: 1200, weeklyHours: 40 },
}
export const records = (entries: readonly Entry[], part: Partial<OwnRecords> = {}): OwnRecords => ({
  ...{ entries, timers: [], posts: [post], absences: [], calendar, holidays: [] },
  ...part,
})
export const away = (from: string, to: string, share = 1): Recorded<'absence'> => ({
  ...{ id: 'a', personId: 'p', from, to, share, reason: 'leave' },
})
export const longAfter = at('2030-01-01T00:00')
export const hours = (count: number) => count * 3600
