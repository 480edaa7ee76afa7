import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { answerCase } from '../../src/calc/answer.ts'

const start = Date.UTC(2026, 10, 9)
const instant = fc.nat(5 * 1440).map((minute) => new Date(start + minute * 60_000).toISOString())
const share = fc.nat(100).map((hundredths) => hundredths / 100)
const systems = ['dms', 'mail', 'phone']
const byName = <T>(names: readonly string[], value: fc.Arbitrary<T>) => fc.dictionary(fc.constantFrom(...names), value)

const day = [['08:30', '17:00']]
const division = fc.record({
  users: fc.nat(300),
  hourly_cost: fc.nat(6_000).map((pence) => (pence / 100).toFixed(2)),
  depends: byName(systems, share),
  calendar: fc.constantFrom('24x7', { week: { '1': day, '2': day, '3': day, '4': day, '5': day } }),
  present: share,
  caught_up_later: share,
  councils: fc
    .tuple(fc.integer({ min: 1, max: 500 }), fc.nat(500), fc.nat(500))
    .map(([a, b, c]) => ({ cambridge: a, huntingdonshire: b, south_cambs: c })),
})
const names = ['legal', 'planning', 'revenues', 'waste']
const divisions = fc
  .array(division, { minLength: 1, maxLength: 4 })
  .map((list) => list.map((one, i) => ({ id: names[i] ?? '', ...one })))
const outage = fc.record({
  system: fc.constantFrom(...systems),
  start: instant,
  end: instant,
  loss: share,
  affected: byName(names, fc.nat(400)),
  workaround: byName(names, fc.record({ from: instant, avoids: share })),
})
const input = fc.record(
  {
    divisions,
    outages: fc.array(outage, { maxLength: 6 }),
    recovery: fc.record({ max_min: fc.nat(60), factor: share }),
    now: instant,
  },
  { requiredKeys: ['divisions', 'outages'] },
)

interface Row {
  readonly lost_hours: number
  readonly cost_low: number
  readonly cost: number
  readonly cost_high: number
  readonly cost_net_of_catch_up: number
}
interface Output {
  readonly divisions: Record<string, Row>
  readonly total: Record<string, number>
  readonly councils: Record<string, number>
}
const impactOf = (given: object) => answerCase({ kind: 'impact', input: given }).output as Output
const penceOf = (values: readonly number[]) => values.reduce((sum, pounds) => sum + Math.round(pounds * 100), 0)

describe('the cost of outages', () => {
  test('by division and by council adds up to the total, to the penny', () => {
    fc.assert(
      fc.property(input, (given) => {
        const { divisions: byDivision, total, councils } = impactOf(given)
        const rows = Object.values(byDivision)
        for (const field of ['cost_low', 'cost', 'cost_high'] as const)
          expect(penceOf(rows.map((row) => row[field]))).toBe(penceOf([total[field] ?? 0]))
        expect(penceOf(Object.values(councils))).toBe(penceOf([total.cost ?? 0]))
        expect(rows.reduce((sum, row) => sum + row.lost_hours, 0)).toBeCloseTo(total.lost_hours ?? 0, 6)
      }),
    )
  })

  test('of a division is the same whatever other divisions are asked about', () => {
    fc.assert(
      fc.property(input, (given) => {
        const together = impactOf(given).divisions
        for (const one of given.divisions)
          expect(impactOf({ ...given, divisions: [one] }).divisions).toEqual({ [one.id]: together[one.id] })
      }),
    )
  })

  test('for Legal alone is what its model of lost billable time rests on', () => {
    fc.assert(
      fc.property(input, ({ divisions: [one], ...given }) => {
        const year = { target_billable_hours_year: 1200, working_hours_year: 1600 }
        const rates = { charge_rate: 80, external_share: 0.15 }
        const { output } = answerCase({ kind: 'legal_model', input: { division: one, ...given, ...year, ...rates } })
        const row = Object.values(impactOf({ divisions: [one], ...given }).divisions)[0]
        expect(output).toMatchObject({ lost_hours: row?.lost_hours, staff_cost: row?.cost })
      }),
    )
  })
})
