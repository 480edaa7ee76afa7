import { describe, expect, test } from 'vitest'
import { compileCalendar } from '../../src/domain/calendar.ts'
import { HOUR_MS, MINUTE_MS } from '../../src/domain/duration.ts'
import { parseInstant } from '../../src/domain/time.ts'
import { type ImpactInput, workLost } from '../../src/metrics/impact.ts'
import { lostHours, lostMs, lostPence } from '../../src/metrics/impact-cost.ts'
import type { OutageEffect } from '../../src/metrics/impact-stops.ts'

const day = [['08:30', '17:00']]
const office = compileCalendar({ week: { '1': day, '2': day, '3': day, '4': day, '5': day } })
/** Tuesday 10 November 2026 unless a date is given. */
const at = (clock: string, date = '2026-11-10') => parseInstant(`${date}T${clock}:00Z`) ?? Number.NaN
const november = { start: at('00:00', '2026-11-01'), end: at('00:00', '2026-12-01') }

function effect(outageId: string, systemId: string, from: number, to: number, loss = 1): OutageEffect {
  return { outageId, systemId, startAt: from, spans: [{ start: from, end: to, loss, people: null }] }
}

const division = { calendar: office, period: november, users: 10, present: 1 }
const depends = new Map([
  ['dms', 0.6],
  ['mail', 0.2],
])
const lostTo = (effects: readonly OutageEffect[], more: Partial<ImpactInput> = {}) =>
  workLost({ ...division, depends, effects, ...more })
const hoursByOutage = (effects: readonly OutageEffect[], more: Partial<ImpactInput> = {}) =>
  Object.fromEntries([...lostTo(effects, more).byOutage].map(([id, ms]) => [id, Number((ms / HOUR_MS).toFixed(6))]))

describe('an hour is put down to outages', () => {
  test('in proportion to what the systems that each hit stopped', () => {
    const effects = [effect('fire', 'dms', at('10:00'), at('11:00')), effect('flood', 'mail', at('10:00'), at('11:00'))]
    expect(hoursByOutage(effects)).toEqual({ fire: 5.1, flood: 1.7 })
    expect(lostHours([lostTo(effects)])).toEqual({ low: 6, headline: 6.8, high: 8 })
  })

  test('once, to one that hit both systems', () => {
    const effects = [effect('fire', 'dms', at('10:00'), at('11:00')), effect('fire', 'mail', at('10:00'), at('11:00'))]
    expect(hoursByOutage(effects)).toEqual({ fire: 6.8 })
  })

  test('of one system to the outage that stopped most of it at each moment', () => {
    const slow = effect('slow', 'dms', at('09:00'), at('12:00'), 0.5)
    expect(hoursByOutage([slow, effect('down', 'dms', at('10:00'), at('11:00'))])).toEqual({ slow: 6, down: 6 })
  })

  test('of equal losses to the earlier outage, wherever its effect began later, then to the lower id', () => {
    const first = { ...effect('zoo', 'dms', at('10:00'), at('11:00')), startAt: at('08:00') }
    const second = effect('ant', 'dms', at('09:00'), at('11:00'))
    expect(hoursByOutage([second, first])).toEqual({ ant: 6, zoo: 6 })
    expect(hoursByOutage([{ ...first, startAt: at('09:00') }, second])).toEqual({ ant: 12 })
  })

  test('of losses that floating point alone tells apart, to the earlier one too', () => {
    const [start, end] = [at('09:00'), at('10:00')]
    const some = { outageId: 'first', systemId: 'dms', startAt: at('08:59') }
    const effects = [
      { ...some, spans: [{ start, end, loss: 0.1, people: 70 }] },
      effect('second', 'dms', start, end, 0.07),
    ]
    expect(0.7 * 0.1).toBeLessThan(0.07)
    expect(hoursByOutage(effects, { users: 100, depends: new Map([['dms', 1]]) })).toEqual({ first: 7 })
  })

  test('recovery belongs to the outage that was there last', () => {
    const effects = [
      effect('down', 'dms', at('09:00'), at('10:00')),
      effect('slow', 'dms', at('10:00'), at('11:00'), 0.5),
    ]
    const recovery = { maxMs: HOUR_MS, factor: 0.5 }
    expect(hoursByOutage(effects, { recovery })).toEqual({ down: 6, slow: 4.5 })
  })
})

describe('recovery', () => {
  const recovery = { maxMs: 30 * MINUTE_MS, factor: 0.5 }
  const friday = (clock: string) => at(clock, '2026-11-13')

  test('follows what was lost in the last working moment, not what happened in the evening', () => {
    const effects = [
      effect('down', 'dms', friday('16:00'), friday('17:00')),
      effect('slow', 'dms', friday('17:00'), friday('22:00'), 0.1),
    ]
    expect(hoursByOutage(effects, { recovery })).toEqual({ down: 7.5 })
  })

  test('counts in a period that begins after the outage', () => {
    const effects = [effect('down', 'dms', friday('16:00'), friday('18:00'))]
    const period = { start: at('00:00', '2026-11-16'), end: at('00:00', '2026-11-17') }
    expect(hoursByOutage(effects, { recovery, period })).toEqual({ down: 1.5 })
  })
})

describe('money', () => {
  const quarter = lostTo([effect('o', 'dms', at('10:00'), at('10:15'))], { users: 1, depends: new Map([['dms', 1]]) })
  const priced = (pencePerHour: number, caughtUpLater = 0) => ({ lost: quarter, pencePerHour, caughtUpLater })

  test('is rounded once for all works together, half away from zero', () => {
    expect(lostPence([priced(2)]).gross.headline).toBe(1)
    expect(lostPence([priced(1.9999)]).gross.headline).toBe(0)
    expect(lostPence([priced(1), priced(2), priced(1)]).gross.headline).toBe(1)
    expect(lostPence([priced(4, 0.5), priced(4, 0.25)])).toEqual({
      gross: { low: 2, headline: 2, high: 2 },
      net: { low: 1, headline: 1, high: 1 },
    })
  })

  test('of nothing is nothing', () => {
    const none = { low: 0, headline: 0, high: 0 }
    expect([lostMs([]), lostHours([]), lostPence([]).net]).toEqual([none, none, none])
    expect(workLost({ ...division, users: 0, depends, effects: [] }).byOutage.size).toBe(0)
  })
})
