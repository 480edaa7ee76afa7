import { describe, expect, test } from 'vitest'
import { observedLoss } from '../../src/metrics/observed-loss.ts'
import { resampledRange } from '../../src/metrics/observed-loss-checks.ts'
import { upperQuantile } from '../../src/metrics/student-t.ts'

describe("Student's t", () => {
  test.each([
    [1, 12.706, 63.657],
    [2, 4.303, 9.925],
    [3, 3.182, 5.841],
    [4, 2.776, 4.604],
    [5, 2.571, 4.032],
    [7, 2.365, 3.499],
    [10, 2.228, 3.169],
    [20, 2.086, 2.845],
    [30, 2.042, 2.75],
    [60, 2.0, 2.66],
    [120, 1.98, 2.617],
    [1e5, 1.96, 2.576],
  ])('with %d degrees of freedom is what the published tables say', (degrees, two, half) => {
    expect(upperQuantile(0.025, degrees)).toBeCloseTo(two, 3)
    expect(upperQuantile(0.005, degrees)).toBeCloseTo(half, 3)
  })

  test('is right to eleven digits where it has a closed form, and between whole degrees of freedom', () => {
    expect(upperQuantile(0.025, 1)).toBeCloseTo(Math.tan(0.475 * Math.PI), 11)
    expect(upperQuantile(0.025, 2)).toBeCloseTo(0.95 / Math.sqrt(2 * 0.975 * 0.025), 11)
    // Worked with 30 digits elsewhere.
    expect(upperQuantile(0.025, 4.37)).toBeCloseTo(2.68614810004089, 11)
    expect(upperQuantile(0.025, 11.04)).toBeCloseTo(2.20001260257521, 11)
    expect(upperQuantile(0.5, 7)).toBeCloseTo(0, 11)
  })
})

const usual = [22, 24, 23, 25, 21, 24, 23, 22]
const spread = [19, 27, 23, 25, 21, 24, 23, 22, 20, 26]

describe('billable hours lost', () => {
  test('several events are added, with the degrees of freedom of their mixed spreads', () => {
    const loss = observedLoss([
      { observedHours: 14, baselineHours: usual },
      { observedHours: 16, baselineHours: spread },
    ])
    const [v1, v2] = [(12 / 7) * (1 + 1 / 8), (60 / 9) * (1 + 1 / 10)]
    const degrees = (v1 + v2) ** 2 / (v1 ** 2 / 7 + v2 ** 2 / 9)
    const margin = upperQuantile(0.025, degrees) * Math.sqrt(v1 + v2)
    expect(loss).toMatchObject({ status: 'ok', estimateHours: 16, verdict: 'loss shown' })
    expect(loss.degreesOfFreedom).toBeCloseTo(degrees, 9)
    expect(loss.lowHours).toBeCloseTo(16 - margin, 9)
    expect(loss.highHours).toBeCloseTo(16 + margin, 9)
    expect(loss.placeboFloor).toBe(1 / 99)
    expect(loss.placeboShare).toBe(1 / 99)
  })

  test('an interval on both sides of 0 cannot tell, one below it shows a gain', () => {
    expect(observedLoss([{ observedHours: 22, baselineHours: spread }]).verdict).toBe('cannot tell')
    expect(observedLoss([{ observedHours: 40, baselineHours: usual }]).verdict).toBe('gain shown')
  })

  test('one event with too few comparable days makes that there is no figure, and so does having no event', () => {
    const none = {
      status: 'not enough comparable days',
      estimateHours: null,
      lowHours: null,
      highHours: null,
      degreesOfFreedom: null,
      verdict: 'cannot tell',
      placeboShare: null,
      placeboFloor: null,
    }
    const few = { observedHours: 14, baselineHours: [22, 24, 23, 25] }
    expect(observedLoss([{ observedHours: 14, baselineHours: usual }, few])).toEqual(none)
    expect(observedLoss([])).toEqual(none)
    expect(observedLoss([few], 4).status).toBe('ok')
  })

  test('days that are all alike give an estimate without an interval, also when scaling moved the last digit', () => {
    const loss = observedLoss([{ observedHours: 3, baselineHours: [0.3, 0.1 + 0.2, 0.3, 0.3, 0.3] }])
    expect(loss).toMatchObject({
      status: 'no variation to compare',
      lowHours: null,
      highHours: null,
      verdict: 'cannot tell',
    })
    expect(loss.estimateHours).toBeCloseTo(-2.7, 9)
    expect(loss.placeboShare).toBe(1)
  })

  test('days without variation beside others leave the interval to those', () => {
    const flat = { observedHours: 8, baselineHours: [9, 9, 9, 9, 9] }
    const alone = observedLoss([{ observedHours: 14, baselineHours: usual }])
    const both = observedLoss([flat, { observedHours: 14, baselineHours: usual }])
    expect(both.degreesOfFreedom).toBeCloseTo(alone.degreesOfFreedom ?? 0, 9)
    expect(both.lowHours).toBeCloseTo((alone.lowHours ?? 0) + 1, 9)
  })

  test('the checks end where the combinations pass a million; the interval does not', () => {
    const nine = [20, 21, 22, 23, 24, 25, 26, 27, 28]
    const events = (count: number) => Array.from({ length: count }, () => ({ observedHours: 18, baselineHours: nine }))
    const six = observedLoss(events(6))
    expect(six.placeboFloor).toBe(1e-6)
    expect(six.placeboShare).toBe(1e-6)
    const seven = observedLoss(events(7))
    expect(seven).toMatchObject({ status: 'ok', placeboShare: null, placeboFloor: null })
    expect(resampledRange(events(7))).toBeNull()
    expect(seven.lowHours).toBeGreaterThan(0)
  })
})
