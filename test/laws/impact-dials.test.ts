import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Recorded } from '../../src/domain/kinds.ts'
import type { MetricsRecords } from '../../src/metrics/availability-records.ts'
import type { LossFigure, WhatIf } from '../../src/metrics/impact-figures.ts'
import {
  assumes,
  councilIds,
  dates,
  divisionIds,
  madeOutage,
  reportOf,
  share,
  systemIds,
  withOutages,
  worlds,
} from './impact-worlds.ts'

const world = worlds()
const runs = { numRuns: 100 }
const bounds = ['low', 'headline', 'high'] as const
const totalOf = (given: MetricsRecords): LossFigure => reportOf(given).total

/** With a rate everywhere from the first day on: where one is missing no cost is known, however much is lost. */
const pricedWorld = fc.tuple(world, fc.nat(4_000)).map(([given, pencePerHour]): MetricsRecords => {
  const first = councilIds.flatMap((councilId) =>
    divisionIds.map((divisionId) => ({ councilId, divisionId, from: dates[0], pencePerHour })),
  )
  const origin = { working: null, source: 'asked' as const, asOf: dates[0], byId: 'p', setAt: -1, note: '' }
  return {
    ...given,
    hourlyRates: [
      ...given.hourlyRates,
      ...first.map((rate) => ({ id: `first ${rate.councilId} ${rate.divisionId}`, ...rate, ...origin })),
    ],
  }
})

const place = fc.record({ councilId: fc.constantFrom(...councilIds), divisionId: fc.constantFrom(...divisionIds) })
const twoShares = fc.tuple(share, share).map((pair) => pair.sort((a, b) => a - b) as [number, number])
const about = fc.record({ place, systemId: fc.constantFrom(...systemIds), from: fc.constantFrom(...dates) })

function expectAtMost(less: LossFigure, more: LossFigure): void {
  for (const kind of ['lostMs', 'grossPence', 'netPence'] as const)
    for (const bound of bounds) expect(less[kind]?.[bound] ?? 0).toBeLessThanOrEqual(more[kind]?.[bound] ?? 0)
}

const saying = (given: MetricsRecords, fact: Recorded<'assumption'>): MetricsRecords => ({
  ...given,
  assumptions: [...given.assumptions.filter(({ id }) => id !== fact.id), fact],
})

describe('what outages cost rises', () => {
  test.each(['reliance', 'present'] as const)('with %s', (topic) => {
    fc.assert(
      fc.property(pricedWorld, about, twoShares, (given, { place: of, systemId, from }, [less, more]) => {
        const said = (part: number) =>
          assumes({ ...of, topic, systemId: topic === 'present' ? null : systemId, from, share: part })
        expectAtMost(totalOf(saying(given, said(less))), totalOf(saying(given, said(more))))
      }),
      runs,
    )
  })

  test('with the hourly rate', () => {
    fc.assert(
      fc.property(pricedWorld, fc.nat(40), fc.nat(2_000), (given, index, more) => {
        const hourlyRates = given.hourlyRates.map((rate, i) =>
          i === index % given.hourlyRates.length ? { ...rate, pencePerHour: rate.pencePerHour + more } : rate,
        )
        expectAtMost(totalOf(given), totalOf({ ...given, hourlyRates }))
      }),
      runs,
    )
  })

  test('with less of a workaround, and with a later one', () => {
    const minutes = fc.tuple(fc.constantFrom(0, 30, 60), fc.constantFrom(60, 240, 10_080))
    fc.assert(
      fc.property(
        pricedWorld,
        about,
        twoShares,
        minutes,
        (given, { place: of, systemId, from }, [less, more], [soon, late]) => {
          const worked = (part: number, afterMinutes: number) =>
            totalOf(saying(given, assumes({ ...of, topic: 'workaround', systemId, from, share: part, afterMinutes })))
          expectAtMost(worked(more, soon), worked(less, soon))
          expectAtMost(worked(more, soon), worked(more, late))
        },
      ),
      runs,
    )
  })

  test('with another outage, where workarounds hold from the start', () => {
    fc.assert(
      fc.property(pricedWorld, madeOutage('o9'), (given, more) => {
        const assumptions = given.assumptions.map((said) => ({ ...said, afterMinutes: 0 }))
        const without = { ...given, assumptions }
        expectAtMost(totalOf(without), totalOf(withOutages(without, [more])))
      }),
      runs,
    )
  })
})

describe('what if', () => {
  test('nothing is tried out but what is recorded: the answer is the report', () => {
    fc.assert(
      fc.property(world, fc.nat(30), (given, index) => {
        expect(reportOf(given, { withoutDependencyIds: ['none'], shares: [] })).toEqual(reportOf(given))
        const recorded = given.assumptions.filter(({ topic }) => topic === 'reliance' || topic === 'workaround')
        const one = recorded[index % recorded.length] as Recorded<'assumption'>
        const everywhere = councilIds.map((councilId) => ({
          ...one,
          councilId,
          id: `${councilId} same`,
          from: dates[0],
        }))
        const isOther = (said: Recorded<'assumption'>) =>
          said.divisionId !== one.divisionId || said.systemId !== one.systemId || said.topic !== one.topic
        const same = { ...given, assumptions: [...given.assumptions.filter(isOther), ...everywhere] }
        const { divisionId, systemId, topic, share: tried } = one
        const shares = [{ divisionId, systemId, topic, share: tried }] as WhatIf['shares']
        expect(reportOf(same, { withoutDependencyIds: [], shares })).toEqual(reportOf(same))
      }),
      runs,
    )
  })

  test('a dependency is away: the answer is that of a world without it', () => {
    fc.assert(
      fc.property(world, fc.nat(4), (given, index) => {
        const id = given.dependencies[index]?.id ?? 'none'
        const without = { ...given, dependencies: given.dependencies.filter((one) => one.id !== id) }
        expect(reportOf(given, { withoutDependencyIds: [id], shares: [] })).toEqual(reportOf(without))
      }),
      runs,
    )
  })
})
