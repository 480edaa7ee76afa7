import fc from 'fast-check'
import { expect, test } from 'vitest'
import { answerCase } from '../../src/calc/answer.ts'
import { amountPence, billingUnits, UNIT_ROUNDINGS, unitsAmountPence } from '../../src/domain/billing-units.ts'
import { readDuration, writeDuration } from '../../src/domain/duration-text.ts'
import { dateOfDay } from '../../src/domain/local-date.ts'
import { mergedParts } from '../../src/metrics/merged-parts.ts'
import { type ObservedEvent, observedLoss } from '../../src/metrics/observed-loss.ts'
import { resampledRange } from '../../src/metrics/observed-loss-checks.ts'
import { yearTarget } from '../../src/metrics/target-prorata.ts'

const seconds = fc.nat(200_000)
const unitMinutes = fc.constantFrom(1, 6, 10, 15)
const pencePerHour = fc.nat(50_000)
const policy = fc.record({
  unitMinutes,
  rounding: fc.constantFrom(...UNIT_ROUNDINGS),
  minimumUnits: fc.constantFrom(0, 1),
})

test('units are those of counting seconds one by one', () => {
  fc.assert(
    fc.property(fc.nat(3000), policy, (time, { unitMinutes: unit, rounding, minimumUnits }) => {
      let [full, rest] = [0, 0]
      for (let second = 0; second < time; second += 1) {
        rest += 1
        if (rest === unit * 60) [full, rest] = [full + 1, 0]
      }
      const half = rest * 2 >= unit * 60
      const extra = { up: 1, nearest: half ? 1 : 0, down: 0, half_unit: half ? 1 : 0.5 }[rounding]
      const expected = time === 0 ? 0 : Math.max(minimumUnits, full + (rest > 0 ? extra : 0))
      expect(billingUnits(time, { unitMinutes: unit, rounding, minimumUnits })).toBe(expected)
    }),
  )
})

test('rounding up never bills less than was worked, rounding down never more, and neither is off by a unit', () => {
  fc.assert(
    fc.property(seconds, unitMinutes, (time, unit) => {
      const billed = (rounding: 'up' | 'down') =>
        billingUnits(time, { unitMinutes: unit, rounding, minimumUnits: 0 }) * unit * 60
      expect(billed('up') - time).toBeGreaterThanOrEqual(0)
      expect(billed('up') - time).toBeLessThan(unit * 60)
      expect(time - billed('down')).toBeGreaterThanOrEqual(0)
      expect(time - billed('down')).toBeLessThan(unit * 60)
    }),
  )
})

test('a printed total is the sum of the printed lines, and the order of lines changes no line', () => {
  fc.assert(
    fc.property(fc.array(seconds), policy, pencePerHour, (entries, { unitMinutes: unit, rounding }, pence) => {
      const printed = (list: readonly number[]) => {
        const input = { entries_s: list, unit_min: unit, policy: rounding, rate_per_hour: (pence / 100).toFixed(2) }
        return answerCase({ kind: 'units', input }).output as Record<'units_each' | 'amount_each', number[]> &
          Record<'units_total' | 'amount_total' | 'rounding_gain_hours', number>
      }
      const lines = printed(entries)
      const inPence = lines.amount_each.map((amount) => Math.round(amount * 100))
      expect(Math.round(lines.amount_total * 100)).toBe(inPence.reduce((sum, each) => sum + each, 0))
      expect(lines.units_total).toBe(lines.units_each.reduce((sum, each) => sum + each, 0))
      if (rounding === 'up') expect(lines.rounding_gain_hours).toBeGreaterThanOrEqual(0)
      const reversed = printed(entries.toReversed())
      expect(reversed).toEqual({
        ...lines,
        units_each: lines.units_each.toReversed(),
        amount_each: lines.amount_each.toReversed(),
      })
    }),
  )
})

test('money is exact: within half a penny of time by rate, and whole units cost what their time costs', () => {
  fc.assert(
    fc.property(seconds, fc.nat(1000), pencePerHour, (time, units, rate) => {
      expect(Math.abs(amountPence(time, rate) * 7200 - 2 * time * rate)).toBeLessThanOrEqual(3600)
      expect(unitsAmountPence(units, 6, rate)).toBe(amountPence(units * 360, rate))
      expect(amountPence(-time, rate)).toBe(amountPence(time, rate) === 0 ? 0 : -amountPence(time, rate))
    }),
  )
})

const reading = fc.record({ unitMinutes, bareUnit: fc.constantFrom('hours', 'minutes', 'units') })

test('a duration that was written reads back as what it was, whatever the spaces and letters', () => {
  fc.assert(
    fc.property(fc.nat(10_000_000), reading, fc.boolean(), (time, how, isLoud) => {
      const text = isLoud ? `  ${writeDuration(time).toUpperCase().replaceAll(' ', '   ')} ` : writeDuration(time)
      expect(readDuration(text, how)).toMatchObject({ ok: true, seconds: time })
    }),
  )
})

test('whatever is typed is either whole seconds of 0 or more or refused with a reason', () => {
  const typed = fc.string({ unit: fc.constantFrom(...'0123456789hmsu:.,-– to'), maxLength: 12 })
  fc.assert(
    fc.property(fc.oneof(typed, fc.string()), reading, (text, how) => {
      const read = readDuration(text, how)
      if (read.ok) {
        expect(Number.isSafeInteger(read.seconds) && read.seconds >= 0).toBe(true)
        if (read.range) expect((read.range.to - read.range.from) * 60).toBe(read.seconds)
      } else expect(['unreadable', 'negative', 'empty_range', 'end_before_start']).toContain(read.reason)
    }),
    { numRuns: 500 },
  )
})

test('parts of time add up in any order, and sending them twice changes nothing', () => {
  const parts = fc
    .uniqueArray(fc.nat(1000), { maxLength: 20 })
    .map((ids) => ids.map((id) => ({ id: `p${id}`, seconds: (id * 37) % 600 })))
  fc.assert(
    fc.property(parts, fc.nat(1000), (list, base) => {
      const total = base + list.reduce((sum, part) => sum + part.seconds, 0)
      const merged = { kind: 'total', seconds: total, appliedCount: list.length }
      expect(mergedParts(list, base)).toEqual({ ...merged, duplicateCount: 0 })
      expect(mergedParts([...list.toReversed(), ...list], base)).toEqual({ ...merged, duplicateCount: list.length })
    }),
  )
})

test('cutting a segment of a target in two changes neither the target nor the days', () => {
  const year = { from: '2026-04-01', to: '2027-04-01' }
  const day = fc.integer({ min: 20_400, max: 21_000 })
  fc.assert(
    fc.property(fc.tuple(day, day, day), fc.nat(10), fc.nat(2000), (days, tenths, annualHours) => {
      const [from = '', cut = '', to = ''] = days.sort((a, b) => a - b).map(dateOfDay)
      const terms = { fte: tenths / 10, annualHours }
      const whole = yearTarget(year, [{ from, to, ...terms }])
      const parts = yearTarget(year, [
        { from: cut, to, ...terms },
        { from, to: cut, ...terms },
      ])
      expect(parts.coveredDayCount).toBe(whole.coveredDayCount)
      expect(parts.hours).toBeCloseTo(whole.hours ?? Number.NaN, 9)
    }),
  )
})

const workedHours = fc.integer({ min: 0, max: 400 }).map((quarters) => quarters / 4)
const event = fc.record({
  observedHours: workedHours,
  baselineHours: fc.array(workedHours, { minLength: 5, maxLength: 7 }),
})
const events = fc.array(event, { minLength: 1, maxLength: 3 })
const figures = ['estimateHours', 'lowHours', 'highHours', 'resampledLow', 'resampledHigh'] as const
const lossOf = (list: readonly ObservedEvent[]) => {
  const { low = null, high = null } = resampledRange(list) ?? {}
  return { ...observedLoss(list), resampledLow: low, resampledHigh: high }
}

test('working some hours more on the days of an outage lowers the loss and its whole interval by just those hours', () => {
  fc.assert(
    fc.property(events, workedHours, (list, more) => {
      const before = lossOf(list)
      const [first, ...others] = list
      const after = lossOf(first ? [...others, { ...first, observedHours: first.observedHours + more }] : [])
      expect(after.status).toBe(before.status)
      for (const name of figures)
        if (before[name] === null) expect(after[name]).toBeNull()
        else expect(after[name]).toBeCloseTo(before[name] - more, 6)
      expect(after.degreesOfFreedom ?? 0).toBeCloseTo(before.degreesOfFreedom ?? 0, 6)
    }),
  )
})

test('neither the order of events nor that of comparable days changes an observed loss', () => {
  fc.assert(
    fc.property(events, (list) => {
      const [one, other] = [list, list.toReversed()].map((each) => lossOf(each))
      const turned = lossOf(list.map((each) => ({ ...each, baselineHours: each.baselineHours.toReversed() })))
      for (const loss of [other, turned]) {
        expect([loss?.status, loss?.placeboShare]).toEqual([one?.status, one?.placeboShare])
        for (const name of figures) expect(loss?.[name] ?? 0).toBeCloseTo(one?.[name] ?? 0, 6)
      }
    }),
  )
})

test('the estimate lies in its interval, and the share of re-labellings never goes under its floor', () => {
  fc.assert(
    fc.property(events, (list) => {
      const { estimateHours, lowHours, highHours, placeboShare, placeboFloor } = observedLoss(list)
      if (lowHours !== null) expect(lowHours).toBeLessThan(estimateHours ?? Number.NaN)
      if (highHours !== null) expect(highHours).toBeGreaterThan(estimateHours ?? Number.NaN)
      expect(placeboShare).toBeGreaterThanOrEqual(placeboFloor ?? Number.NaN)
      expect(placeboShare).toBeLessThanOrEqual(1)
    }),
  )
})

test('the share of re-labellings is what trying them one by one gives', () => {
  fc.assert(
    fc.property(events, (list) => {
      const { estimateHours, placeboShare } = observedLoss(list)
      let ways = [0]
      for (const { observedHours, baselineHours } of list) {
        const days = [observedHours, ...baselineHours]
        const lossIf = (k: number) =>
          days.reduce((sum, hours, i) => (i === k ? sum : sum + hours), 0) / baselineHours.length - (days[k] ?? 0)
        ways = ways.flatMap((sum) => days.map((_, k) => sum + lossIf(k)))
      }
      const asLargeCount = ways.filter((loss) => loss >= (estimateHours ?? 0) - 1e-9).length
      expect(placeboShare).toBe(asLargeCount / ways.length)
    }),
  )
})
