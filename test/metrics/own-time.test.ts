import { describe, expect, test } from 'vitest'
import { SIX_MINUTES_UP } from '../../src/domain/billing-units.ts'
import { partsOn, secondsOn } from '../../src/metrics/own-parts.ts'
import { billingOf, overlapping, shortEntries, touching } from '../../src/metrics/own-time.ts'
import { at, entry, hours, longAfter, timed } from './own-records.ts'

describe('a day', () => {
  test('has its part of an entry over midnight, and the parts add up to the entry', () => {
    const night = timed('2026-07-06T23:30', '2026-07-07T01:00')
    expect(secondsOn([night], '2026-07-06').seconds).toBe(hours(0.5))
    expect(secondsOn([night], '2026-07-07').seconds).toBe(hours(1))
  })

  test('shares what was corrected to less than its span, without losing a second', () => {
    const night = timed('2026-07-06T23:00', '2026-07-07T02:00', { seconds: 1000 })
    const parts = ['2026-07-06', '2026-07-07'].map((on) => secondsOn([night], on).seconds)
    expect(parts).toEqual([333, 667])
  })

  test('of 23 hours has 23, and one of 25 has 25', () => {
    const spring = timed('2026-03-29T00:00', '2026-03-30T00:00')
    const autumn = timed('2026-10-25T00:00', '2026-10-26T00:00')
    expect(secondsOn([spring], '2026-03-29').seconds).toBe(hours(23))
    expect(secondsOn([autumn], '2026-10-25').seconds).toBe(hours(25))
  })

  test('counts a corrected entry once, and a removed one not at all', () => {
    const first = entry('2026-03-02', 600)
    const second = entry('2026-03-02', 300, { rootId: first.id, replaces: [first.id] })
    expect(secondsOn([first, second], '2026-03-02').seconds).toBe(300)
    const removal = entry('2026-03-02', 300, { rootId: first.id, replaces: [second.id], isRemoved: true })
    expect(secondsOn([removal, second, first], '2026-03-02').seconds).toBe(0)
  })

  test('counts apart what is chargeable', () => {
    const entries = [entry('2026-03-02', 600), entry('2026-03-02', 60, { chargeability: 'no_charge' })]
    expect(secondsOn(entries, '2026-03-02')).toEqual({ seconds: 660, chargeableSeconds: 600 })
  })

  test('lists timed entries in order before those without times', () => {
    const untimed = entry('2026-03-02', 60)
    const [late, early] = [timed('2026-03-02T14:00', '2026-03-02T15:00'), timed('2026-03-02T09:00', '2026-03-02T10:00')]
    const order = partsOn([untimed, late, early], '2026-03-02').map((part) => part.entry)
    expect(order).toEqual([early, late, untimed])
  })
})

describe('billing', () => {
  test('shows what rounding to units gains, and values what has a rate only', () => {
    const entries = [
      entry('2026-03-02', 420),
      entry('2026-03-02', 60, { pencePerHour: null }),
      entry('2026-03-02', 9_999, { chargeability: 'non_chargeable', pencePerHour: null }),
    ]
    const billing = billingOf(entries)
    expect(billing).toMatchObject({ seconds: 480, units: 3, unitSeconds: 1_080, valuePence: 1_600 })
    expect(billing.unpriced).toEqual([entries[1]])
  })

  test('finds short entries of one matter that would be fewer units as one', () => {
    const short = (matterId: string | null) => entry('2026-03-02', 120, { matterId })
    const entries = [short('a'), short('a'), short('a'), short('b'), short('b'), short(null), short(null), short(null)]
    expect(shortEntries(partsOn(entries, '2026-03-02'), SIX_MINUTES_UP)).toEqual([
      { matterId: 'a', count: 3, seconds: 360, units: 3, unitsAsOne: 1 },
    ])
  })
})

describe('overlaps', () => {
  test('are shared time; touching ends share none, and entries without times none', () => {
    const first = timed('2026-03-02T09:00', '2026-03-02T10:00')
    const span = (from: string, to: string) => ({ start: at(`2026-03-02T${from}`), end: at(`2026-03-02T${to}`) })
    expect(overlapping([first, entry('2026-03-02', 60)], span('10:00', '11:00'))).toEqual([])
    expect(overlapping([first], span('09:50', '11:00'))).toEqual([{ entry: first, sharedMs: 600_000 }])
  })
})

describe('an outage of the day', () => {
  const day = [{ start: at('2026-03-02T09:00'), end: at('2026-03-02T17:00') }]
  const outage = (from: string, to: string | null, loss = 1) =>
    ({ startAt: at(from), endAt: to && at(to), loss }) as never

  test('is cut to its working hours, the longest first', () => {
    const [night, short, long] = [
      outage('2026-03-01T20:00', '2026-03-02T08:59'),
      outage('2026-03-02T10:10', '2026-03-02T11:40'),
      outage('2026-03-02T13:00', '2026-03-03T10:00'),
    ]
    expect(touching([night, short, long], day, longAfter)).toEqual([
      { outage: long, start: at('2026-03-02T13:00'), end: at('2026-03-02T17:00') },
      { outage: short, start: at('2026-03-02T10:10'), end: at('2026-03-02T11:40') },
    ])
  })

  test('that goes on has no end while its day lasts', () => {
    const open = outage('2026-03-02T16:00', null)
    expect(touching([open], day, at('2026-03-02T16:30'))).toMatchObject([{ end: null }])
    expect(touching([open], day, at('2026-03-02T18:00'))).toMatchObject([{ end: at('2026-03-02T17:00') }])
  })

  test('that takes nothing away is none', () => {
    expect(touching([outage('2026-03-02T10:00', '2026-03-02T11:00', 0)], day, longAfter)).toEqual([])
  })
})
