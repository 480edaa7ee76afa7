import fc from 'fast-check'
import { expect, test } from 'vitest'
import { councilMonthSchema, teamMonthSchema } from '../../src/domain/time-figures.ts'
import type { MonthFacts } from '../../src/metrics/time-figures.ts'
import type { FigureEntry } from '../../src/metrics/time-sums.ts'
import { councilId, day, entryArbitrary, figuresOf, hour, peopleOf, teamId, within, worked } from './made-time.ts'

const daysOf = (entries: readonly FigureEntry[], more: Partial<MonthFacts> = {}) =>
  figuresOf(entries, more)?.team.days.map(({ on, through }) => [on, through])

test('three people’s day is told: seconds, units and the money of each entry, with those counted that have no rate', () => {
  const entries = [
    worked('a', 2, { seconds: 400, units: 1.5, pencePerHour: 8333 }),
    worked('b', 2, { seconds: 360, units: 1, pencePerHour: 8333 }),
    worked('c', 2),
    worked('c', 2, { pencePerHour: null }),
  ]
  expect(figuresOf(entries)?.team.days).toEqual([
    {
      ...{ on: day(2), through: day(2), presentCount: 3, expectedCount: 0, targetSeconds: 0, contractSeconds: 0 },
      ...{ chargeableSeconds: 7960, chargeableUnits: 22.5, otherSeconds: 0, unpricedCount: 1 },
      valuePence: 1250 + 833 + 8000,
    },
  ])
})

test('a day of fewer than three people is joined to the next with time, and the last to the one before', () => {
  const three = (on: number) => ['a', 'b', 'c'].map((who) => worked(who, on))
  expect(daysOf([...three(2), worked('a', 3), ...three(5), ...three(6), worked('b', 9)])).toEqual([
    [day(2), day(2)],
    [day(3), day(5)],
    [day(6), day(9)],
  ])
})

test('a day on which only one of many charged is joined, too', () => {
  const three = (on: number) => ['a', 'b', 'c'].map((who) => worked(who, on))
  const training = ['b', 'c', 'd'].map((who) => worked(who, 3, { chargeability: 'non_chargeable', councilId: null }))
  expect(daysOf([...three(2), worked('a', 3), ...training, ...three(4)])).toEqual([
    [day(2), day(2)],
    [day(3), day(4)],
  ])
})

test('a month of fewer than three people has no figures, and time of two among many is left out', () => {
  expect(figuresOf([])).toBeUndefined()
  expect(figuresOf([worked('a', 2), worked('b', 2), worked('a', 3)])).toBeUndefined()
  const many = ['a', 'b', 'c'].map((who) => worked(who, 2))
  const unpaid = ['a', 'b'].map((who) => worked(who, 2, { chargeability: 'no_charge' }))
  expect(figuresOf([...many, ...unpaid])?.team.days).toMatchObject([{ chargeableSeconds: 3 * hour, otherSeconds: 0 }])
})

test('a council’s cells join grades before days, and time without a grade goes with the lowest', () => {
  const of = (grade: FigureEntry['grade'], on: number) => (who: string) => worked(who, on, { grade })
  const entries = [
    ...['a', 'b', 'c'].map(of('A', 2)),
    ...['d', 'e'].map(of('C', 2)),
    worked('f', 2, { grade: null }),
    ...['a', 'd'].map(of('A', 3)),
    worked('g', 3, { grade: 'D' }),
  ]
  const cells = figuresOf(entries)?.councils[0]?.cells
  expect(cells?.map(({ on, through, grades, chargeableSeconds }) => [on, through, grades, chargeableSeconds])).toEqual([
    [day(2), day(2), ['A'], 3 * hour],
    [day(2), day(2), ['C'], 3 * hour],
    [day(3), day(3), ['A', 'D'], 3 * hour],
  ])
})

test('a council whose whole month is two people’s has no cells, and then no subtraction finds a day of theirs', () => {
  const many = [2, 3].flatMap((on) => ['a', 'b', 'c'].map((who) => worked(who, on)))
  const few = [worked('a', 2), worked('b', 3)].map((entry) => ({ ...entry, councilId: councilId(2) }))
  const figures = figuresOf([...many, ...few])
  expect(figures?.team.days).toHaveLength(2)
  expect(figures?.councils.map((council) => council.councilId)).toEqual([councilId(1)])
  expect(figures?.councils[0]?.cells.map(({ on, through }) => [on, through])).toEqual([[day(2), day(3)]])
})

test('target and contract hours are of working days and less absence; who is away all day is not expected', () => {
  const terms = { teamId, grade: 'A' as const, from: '2025-01-01', fte: 1, annualHours: 1200, weeklyHours: 37 }
  const posts = ['a', 'b', 'c', 'd'].map((personId) => ({ ...terms, personId, to: null }))
  const later = { ...terms, personId: 'd', from: day(4), to: null, fte: 0.5 }
  const away = { personId: 'a', from: day(3), to: day(5), reason: 'leave' as const }
  // A year of a hundred working days, three of them in the month.
  const others = Array.from(
    { length: 97 },
    (_, i) => `2025-0${6 + Math.floor(i / 28)}-${String((i % 28) + 1).padStart(2, '0')}`,
  )
  const figures = figuresOf(
    ['a', 'b', 'c'].map((who) => worked(who, 2)),
    {
      posts: [...posts.slice(0, 3), { ...terms, personId: 'd', to: day(4) }, later],
      absences: [
        { ...away, share: 0.5 },
        { ...away, share: 1, from: day(4) },
      ],
      workingDates: [...others, day(2), day(3), day(4)],
    },
  )
  const due = figures?.team.days.map(({ on, targetSeconds, contractSeconds, expectedCount }) => [
    ...[on, targetSeconds, contractSeconds, expectedCount],
  ])
  expect(due).toEqual([
    [day(2), 48 * hour, 4 * 26_640, 4],
    [day(3), 42 * hour, 3.5 * 26_640, 4],
    [day(4), 30 * hour, 2.5 * 26_640, 3],
  ])
})

test('an outage is told of once three people have said what it did to them, each counted once', () => {
  const outageId = '00000000-0000-7000-8000-000000000009'
  const said = (personId: string, answer: 'lost' | 'worked_round') => ({ personId, answer, outageId })
  const entries = ['a', 'b', 'c'].map((who) => worked(who, 2))
  const two = [said('a', 'lost'), said('a', 'worked_round'), said('b', 'worked_round')]
  expect(figuresOf(entries, { answers: two })?.team.answers).toEqual([])
  expect(figuresOf(entries, { answers: [...two, said('c', 'worked_round')] })?.team.answers).toEqual([
    { outageId, lostCount: 1, workedRoundCount: 2 },
  ])
})

const monthArbitrary = fc.array(entryArbitrary, { maxLength: 120, size: 'max' })

const measures = {
  chargeableSeconds: (entry: FigureEntry) => entry.chargeability === 'chargeable',
  otherSeconds: (entry: FigureEntry) => entry.chargeability !== 'chargeable',
}
type Measure = keyof typeof measures
const names = Object.keys(measures) as Measure[]
const total = (entries: readonly FigureEntry[]) => entries.reduce((sum, { seconds }) => sum + seconds, 0)
const sumOf = (cells: readonly Record<Measure, number>[], name: Measure) =>
  cells.reduce((sum, cell) => sum + cell[name], 0)

test('no sum that is told rests on fewer than three people, and together they are all that three or more people did', () => {
  const check = (
    entries: readonly FigureEntry[],
    cells: readonly (Record<Measure, number> & { on: string; through: string; grades?: readonly string[] })[],
  ) => {
    for (const name of names) {
      const all = entries.filter(measures[name])
      expect(sumOf(cells, name)).toBe(peopleOf(all) >= 3 ? total(all) : 0)
      for (const cell of cells) {
        const own = all.filter((entry) => within(cell)(entry) && (cell.grades?.includes(entry.grade ?? '') ?? true))
        if (cell[name] > 0) expect(peopleOf(own)).toBeGreaterThanOrEqual(3)
      }
    }
  }
  fc.assert(
    fc.property(monthArbitrary, (entries) => {
      const figures = figuresOf(entries)
      if (!figures) {
        expect(peopleOf(entries)).toBeLessThan(3)
        return
      }
      check(entries, figures.team.days)
      // What the team's sums leave out is not told of a council either.
      const kept = entries.filter((entry) =>
        names.some((name) => measures[name](entry) && sumOf(figures.team.days, name) > 0),
      )
      for (const n of [1, 2, 3]) {
        const cells = figures.councils.find((council) => council.councilId === councilId(n))?.cells ?? []
        check(
          kept.filter((entry) => entry.councilId === councilId(n)),
          cells,
        )
      }
    }),
    { numRuns: 500 },
  )
})

test('the team’s sums less the councils’ leave nobody’s or three people’s time, or that of a whole month', () => {
  fc.assert(
    fc.property(monthArbitrary, (entries) => {
      const figures = figuresOf(entries)
      const cells = figures?.councils.flatMap((council) => council.cells) ?? []
      const spans = [...new Map(cells.map((cell) => [cell.on, cell])).values()]
      for (const name of names)
        for (const span of spans) {
          const days = figures?.team.days.filter(({ on, through }) => span.on <= on && through <= span.through) ?? []
          expect([days[0]?.on, days.at(-1)?.through]).toEqual([span.on, span.through])
          const told = cells.filter(({ on, through }) => on <= span.through && span.on <= through)
          expect(told.every(({ on, through }) => on === span.on && through === span.through)).toBe(true)
          const rest = sumOf(days, name) - sumOf(told, name)
          const isMonth = span.on === figures?.team.days[0]?.on && span.through === figures.team.days.at(-1)?.through
          if (rest === 0 || isMonth) continue
          const hidden = entries.filter((entry) => within(span)(entry) && measures[name](entry))
          const councils = new Set(
            figures?.councils.filter((council) => sumOf(council.cells, name) > 0).map((each) => each.councilId),
          )
          const own = hidden.filter((entry) => entry.councilId === null || !councils.has(entry.councilId))
          expect(total(own)).toBe(rest)
          expect(peopleOf(own)).toBeGreaterThanOrEqual(3)
        }
    }),
    { numRuns: 500 },
  )
})

test('the order of entries changes nothing, and every month fits its schema', () => {
  fc.assert(
    fc.property(monthArbitrary, fc.infiniteStream(fc.nat()), (entries, order) => {
      const figures = figuresOf(entries)
      const keyed = entries.map((entry) => ({ entry, key: order.next().value ?? 0 }))
      expect(figuresOf(keyed.sort((a, b) => a.key - b.key).map(({ entry }) => entry))).toEqual(figures)
      if (!figures) return
      teamMonthSchema.parse(figures.team)
      for (const council of figures.councils) councilMonthSchema.parse(council)
    }),
  )
})
