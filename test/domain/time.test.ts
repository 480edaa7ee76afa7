import { Temporal } from 'temporal-polyfill'
import { describe, expect, test } from 'vitest'
import { addDays, addMonths, dayNumber } from '../../src/domain/local-date.ts'
import {
  daysOf,
  financialYearOf,
  lastDays,
  monthOf,
  monthsOf,
  periodInstants,
  quarterOf,
} from '../../src/domain/period.ts'
import { formatInstant, parseInstant, parseLocalTime } from '../../src/domain/time.ts'
import { findZone, localDateAt, localToUtc, midnight, zoneOf } from '../../src/domain/zone.ts'

describe('an instant', () => {
  test.each([
    ['2026-11-10T09:00:00Z', '2026-11-10T09:00:00Z'],
    ['2026-11-10T09:00Z', '2026-11-10T09:00:00Z'],
    ['2026-11-10T09:00:00.250Z', '2026-11-10T09:00:00.250Z'],
    ['2026-11-10T09:00:00.123456Z', '2026-11-10T09:00:00.123Z'],
    ['2026-07-10T09:00:00+01:00', '2026-07-10T08:00:00Z'],
    ['2026-07-10T23:30:00-0530', '2026-07-11T05:00:00Z'],
    ['2026-12-31T24:00:00Z', '2027-01-01T00:00:00Z'],
  ])('%s is %s', (text, utc) => {
    expect(formatInstant(parseInstant(text) ?? 0)).toBe(utc)
  })

  test.each([
    '2026-11-10T09:00:00',
    '2026-11-10',
    '2026-11-31T09:00:00Z',
    '2026-02-29T09:00:00Z',
    '2026-11-10T24:00:01Z',
    '2026-11-10T09:60:00Z',
    '2026-11-10T09:00:00+24:00',
    'today',
    '',
  ])('%j is none', (text) => {
    expect(parseInstant(text)).toBeUndefined()
  })
})

describe('dates', () => {
  test('only real dates have a number', () => {
    expect(dayNumber('1970-01-01')).toBe(0)
    expect(dayNumber('2024-02-29')).toBe(19_782)
    for (const text of ['2026-02-29', '2100-02-29', '2026-00-10', '2026-1-1', '0000-01-01'])
      expect(dayNumber(text)).toBeUndefined()
  })

  test('a month after 31 January is the last day of February', () => {
    expect(addMonths('2026-01-31', 1)).toBe('2026-02-28')
    expect(addMonths('2024-03-31', -1)).toBe('2024-02-29')
    expect(addDays('2026-12-31', 1)).toBe('2027-01-01')
  })
})

describe('periods', () => {
  test('a month, a quarter and the council year hold their date', () => {
    expect(monthOf('2026-12-31')).toEqual({ from: '2026-12-01', to: '2027-01-01' })
    expect(quarterOf('2026-06-30')).toEqual({ from: '2026-04-01', to: '2026-07-01' })
    expect(financialYearOf('2027-03-31')).toEqual({ from: '2026-04-01', to: '2027-04-01' })
    expect(financialYearOf('2027-04-01')).toEqual({ from: '2027-04-01', to: '2028-04-01' })
  })

  test('the last thirty days end with today', () => {
    const period = lastDays('2026-03-15', 30)
    expect(period).toEqual({ from: '2026-02-14', to: '2026-03-16' })
    expect(daysOf(period)).toHaveLength(30)
  })

  test('months are cut to the period at both ends', () => {
    expect(monthsOf({ from: '2026-01-15', to: '2026-03-02' })).toEqual([
      { from: '2026-01-15', to: '2026-02-01' },
      { from: '2026-02-01', to: '2026-03-01' },
      { from: '2026-03-01', to: '2026-03-02' },
    ])
  })

  test('October in London has an hour more than 31 days, March an hour less', () => {
    const hours = (date: string) => {
      const { start, end } = periodInstants(monthOf(date), zoneOf('Europe/London'))
      return (end - start) / 3_600_000
    }
    expect([hours('2026-10-01'), hours('2026-03-01')]).toEqual([745, 743])
  })
})

describe('zones', () => {
  const zones = [
    'Europe/London',
    'America/Sao_Paulo',
    'America/St_Johns',
    'Australia/Lord_Howe',
    'Africa/Casablanca',
    'Pacific/Apia',
    'Asia/Kathmandu',
    'America/Havana',
    'Etc/UTC',
  ]

  test.each(zones)('%s: every half hour of two years has the offset that Temporal gives', (name) => {
    const zone = zoneOf(name)
    const reference = offsetsByTemporal(name, Date.UTC(2009, 11, 31), Date.UTC(2012, 0, 3))
    for (const [at, offset] of reference) if (zone.offsetMs(at) !== offset) expect.fail(`${formatInstant(at)}`)
  })

  test.each(zones)('%s: what a clock reading means, through both clock changes of a year', (name) => {
    const zone = zoneOf(name)
    for (let day = 0; day < 365; day += 1) {
      const date = addDays('2011-01-01', day)
      for (const clock of ['00:00', '00:30', '01:30', '02:15', '23:01']) {
        const reading = localToUtc(zone, parseLocalTime(`${date}T${clock}`) ?? 0)
        const local = Temporal.PlainDateTime.from(`${date}T${clock}`)
        const first = local.toZonedDateTime(name, { disambiguation: 'compatible' }).epochMilliseconds
        const last = local.toZonedDateTime(name, { disambiguation: 'later' }).epochMilliseconds
        if (reading.utc !== first) expect.fail(`${date} ${clock}: ${formatInstant(reading.utc)}`)
        if (reading.status === 'repeated') expect(reading.secondUtc).toBe(last)
        else expect(reading.status === 'unique').toBe(first === last && zoneClockAt(name, first) === local.toString())
      }
    }
  })

  test('London in the year 1 still has its own local time', () => {
    expect(zoneOf('Europe/London').offsetMs(parseInstant('0001-06-01T00:00:00Z') ?? 0)).toBe(-75_000)
  })

  test('a local date begins at 01:00 where the clock skips midnight', () => {
    expect(formatInstant(midnight(zoneOf('America/Sao_Paulo'), '2015-10-18'))).toBe('2015-10-18T03:00:00Z')
  })

  test('the date is that of the wall clock', () => {
    const at = parseInstant('2026-07-10T23:30:00Z') ?? 0
    expect(localDateAt(zoneOf('Europe/London'), at)).toBe('2026-07-11')
    expect(localDateAt(zoneOf('America/Havana'), at)).toBe('2026-07-10')
  })

  test.each(['BST', 'PST', 'Europe/Cambridge', '+01:00', ''])('%j is no zone', (name) => {
    expect(findZone(name)).toBeUndefined()
  })
})

function offsetsByTemporal(name: string, from: number, until: number): [at: number, offset: number][] {
  const offsets: [number, number][] = []
  let stretch = Temporal.Instant.fromEpochMilliseconds(from).toZonedDateTimeISO(name)
  let next = stretch.getTimeZoneTransition('next')
  for (let at = from; at < until; at += 1_800_000) {
    while (next && next.epochMilliseconds <= at) {
      stretch = next
      next = stretch.getTimeZoneTransition('next')
    }
    offsets.push([at, stretch.offsetNanoseconds / 1e6])
  }
  return offsets
}

function zoneClockAt(name: string, at: number): string {
  return Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(name).toPlainDateTime().toString()
}
