import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Recorded } from '../../src/domain/kinds.ts'
import type { MetricsRecords } from '../../src/metrics/availability-records.ts'
import { impactCells } from '../../src/metrics/impact-cells.ts'
import { type ImpactReport, nothingChanged, type RootShare } from '../../src/metrics/impact-figures.ts'
import { councilIds, days, now, reportOf, week, withOutages, worlds } from './impact-worlds.ts'

const world = worlds()
const runs = { numRuns: 100 }

const bounds = ['low', 'headline', 'high'] as const
const sum = (numbers: readonly (number | null | undefined)[]) => numbers.reduce<number>((all, n) => all + (n ?? 0), 0)

describe('what outages cost', () => {
  test('adds up over councils, divisions, outages and systems to the total, to the penny', () => {
    fc.assert(
      fc.property(world, (given) => {
        const { total, councils, divisions, outages, systems } = reportOf(given)
        for (const parts of [councils, divisions, divisions.flatMap((division) => division.councils)])
          for (const bound of bounds) {
            expect(sum(parts.map(({ figure }) => figure.lostMs[bound]))).toBe(total.lostMs[bound])
            expect(sum(parts.map(({ figure }) => figure.grossPence?.[bound]))).toBe(total.grossPence?.[bound] ?? 0)
            expect(sum(parts.map(({ figure }) => figure.netPence?.[bound]))).toBe(total.netPence?.[bound] ?? 0)
          }
        const ofDivisions = [divisions.flatMap((one) => one.outages), divisions.flatMap((one) => one.systems)]
        const every: (readonly RootShare[])[] = [outages, systems, ...ofDivisions]
        for (const parts of every) {
          expect(sum(parts.map(({ lostMs }) => lostMs))).toBe(total.lostMs.headline)
          expect(sum(parts.map(({ grossPence }) => grossPence))).toBe(total.grossPence?.headline ?? 0)
        }
      }),
      runs,
    )
  })

  test('lies between its bounds, and what is caught up takes some off', () => {
    fc.assert(
      fc.property(world, (given) => {
        const { total, divisions } = reportOf(given)
        for (const { lostMs, grossPence, netPence } of [total, ...divisions.map(({ figure }) => figure)]) {
          for (const range of [lostMs, grossPence, netPence])
            if (range)
              expect([range.low, range.headline, range.high]).toEqual([...Object.values(range)].sort((a, b) => a - b))
          for (const bound of bounds) expect(netPence?.[bound] ?? 0).toBeLessThanOrEqual(grossPence?.[bound] ?? 0)
        }
      }),
      runs,
    )
  })

  test('of the parts of a time is what the whole of it cost', () => {
    fc.assert(
      fc.property(world, days, (given, middle) => {
        const work = (from: string, to: string) =>
          impactCells(given, { period: { from, to }, councilIds, now, whatIf: nothingChanged }).flatMap(
            ({ works }) => works,
          )
        const hours = (from: string, to: string) =>
          work(from, to).reduce((all, { headline: { top, over } }) => all + Number(top) / Number(over), 0)
        expect(hours(week.from, middle) + hours(middle, week.to)).toBeCloseTo(hours(week.from, week.to), 2)
      }),
      runs,
    )
  })
})

/** What is told of divisions and councils, without the names of the outages that it is put down to. */
const told = ({ total, divisions, councils, notAsked, withoutRate }: ImpactReport) => ({
  ...{ total, councils, notAsked: notAsked.map(placeOf).sort(), withoutRate: withoutRate.map(placeOf).sort() },
  divisions: divisions.map(({ divisionId, figure, peopleCount, disproportion }) => [
    divisionId,
    figure,
    peopleCount,
    disproportion,
  ]),
})
const placeOf = ({ councilId, divisionId }: { councilId: string; divisionId: string }) => `${councilId} ${divisionId}`

describe('the records of one world', () => {
  test('may come in any order', () => {
    fc.assert(
      fc.property(world, fc.infiniteStream(fc.nat()), (given, keys) => {
        const shuffled = <T>(list: readonly T[]): T[] =>
          list
            .map((one) => ({ one, key: keys.next().value ?? 0 }))
            .sort((a, b) => a.key - b.key)
            .map(({ one }) => one)
        const lists = Object.entries(given).filter(([, list]) => Array.isArray(list))
        const other = {
          ...given,
          ...Object.fromEntries(lists.map(([kind, list]) => [kind, shuffled(list as unknown[])])),
        }
        const [one, same] = [reportOf(given), reportOf(other as MetricsRecords)]
        expect(told(same)).toEqual(told(one))
        expect({ outages: same.outages, systems: same.systems }).toEqual({ outages: one.outages, systems: one.systems })
      }),
      runs,
    )
  })

  test('may tell of one outage twice, or say one fact twice', () => {
    fc.assert(
      fc.property(world, fc.nat(6), (given, index) => {
        const id = given.outages[index % given.outages.length]?.id ?? ''
        expect(told(reportOf(renamed(given, id, 'again')))).toEqual(told(reportOf(given)))
        const twice = <T extends { readonly id: string }>(facts: readonly T[]) => [
          ...facts,
          ...facts.map((fact) => ({ ...fact, id: `${fact.id} again` })),
        ]
        const facts = { assumptions: twice(given.assumptions), hourlyRates: twice(given.hourlyRates) }
        expect(told(reportOf({ ...given, ...facts }))).toEqual(told(reportOf(given)))
      }),
      runs,
    )
  })

  test('may tell of one outage in two parts that touch', () => {
    fc.assert(
      fc.property(world, fc.nat(6), fc.double({ min: 0.01, max: 0.99, noNaN: true }), (given, index, part) => {
        const whole = given.outages[index % given.outages.length] as Recorded<'outage'>
        const cut = Math.round(whole.startAt + part * ((whole.endAt ?? now) - whole.startAt))
        fc.pre(cut > whole.startAt && (whole.endAt ?? now) > cut)
        const both = renamed(given, whole.id, 'later')
        const outages = both.outages.map((outage) => {
          if (outage.id === whole.id) return { ...outage, endAt: cut }
          return outage.id === 'later' ? { ...outage, startAt: cut } : outage
        })
        expect(told(reportOf({ ...both, outages }))).toEqual(told(reportOf(given)))
      }),
      runs,
    )
  })
})

/** With a second record of the outage and of all that hangs on it. */
function renamed(given: MetricsRecords, outageId: string, as: string): MetricsRecords {
  const copied = <T extends { readonly id: string; readonly outageId: string }>(rows: readonly T[]) =>
    rows.filter((row) => row.outageId === outageId).map((row) => ({ ...row, id: `${row.id} ${as}`, outageId: as }))
  return withOutages(
    given,
    given.outages
      .filter(({ id }) => id === outageId)
      .map((outage) => ({
        outage: { ...outage, id: as },
        affected: copied(given.affected),
        segments: copied(given.segments),
        reaches: copied(given.reaches),
      })),
  )
}
