import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { currentEntries } from '../../src/domain/current-entries.ts'
import { grades } from '../../src/domain/legal-words.ts'
import { daysOf, monthOf } from '../../src/domain/period.ts'
import { councilMonthSchema, teamMonthSchema } from '../../src/domain/time-figures.ts'
import { type MonthFigures, monthFigures } from '../../src/metrics/time-figures.ts'
import type { FigureEntry } from '../../src/metrics/time-sums.ts'

const id = (kind: string, n: number) => `00000000-0000-7000-8000-${kind}${String(n).padStart(11, '0')}`
const month = '2026-02'
const teamId = id('a', 1)
const councils = [id('c', 1), id('c', 2), id('c', 3)]
const dates = daysOf(monthOf(`${month}-01`)).map(({ from }) => from)

const people = ['ann', 'ben', 'cat', 'dan', 'eve', 'fay']

const entry = fc.record({
  personId: fc.constantFrom(...people),
  workedOn: fc.constantFrom(...dates.slice(0, 6)),
  councilId: fc.constantFrom(null, ...councils),
  grade: fc.constantFrom(...grades),
  chargeability: fc.constantFrom('chargeable' as const, 'chargeable' as const, 'non_chargeable' as const),
  seconds: fc.integer({ min: 60, max: 30_000 }),
  units: fc.nat(50),
  unitMinutes: fc.constant(6),
  pencePerHour: fc.option(fc.nat(12_000), { nil: null, freq: 6 }),
})
const few = fc.array(entry, { maxLength: 60 })
/** Days on which many worked for everybody, so that most may be told. */
const many = fc
  .array(fc.tuple(fc.subarray(people, { minLength: 2 }), entry), { minLength: 48, maxLength: 48 })
  .map((work) =>
    work.flatMap(([who, one], i) =>
      who.map((personId) => ({
        ...{ ...one, personId, workedOn: dates[i >> 3] ?? '', councilId: [null, ...councils][i % 4] ?? null },
        chargeability: i % 8 < 4 ? ('chargeable' as const) : ('non_chargeable' as const),
      })),
    ),
  )
/** With what says that each is an entry of its own, which a device or the server may have received twice. */
const entries = fc.oneof(few, many).map((list) =>
  list.map((one, i) => ({
    ...one,
    ...{ id: `e${i}`, rootId: `e${i}`, replaces: [], isRemoved: false, timerId: null, recordedAt: i },
  })),
)
const posts = fc.subarray(['ann', 'ben', 'cat', 'dan', 'eve', 'fay']).map((people) =>
  people.map((personId) => ({
    ...{ personId, teamId, grade: 'B' as const, from: '2026-01-01', to: null, fte: 1 },
    ...{ annualHours: 1200, weeklyHours: 37 },
  })),
)

type Entries = readonly FigureEntry[]
type Posts = Parameters<typeof monthFigures>[0]['posts']
const figuresOf = (list: Entries, held: Posts = []): MonthFigures | undefined =>
  monthFigures({ teamId, month, entries: list, posts: held, absences: [], workingDates: dates, answers: [] })

const sum = (numbers: readonly number[]) => numbers.reduce((all, n) => all + n, 0)
const countOf = (list: Entries) => new Set(list.map(({ personId }) => personId)).size
const chargeable = (list: Entries) => list.filter((one) => one.chargeability === 'chargeable')
const other = (list: Entries) => list.filter((one) => one.chargeability !== 'chargeable')
const secondsOf = (list: Entries) => sum(list.map(({ seconds }) => seconds))
/** What fewer than three people have in the month is told of nobody. */
const told = (list: Entries) => [chargeable(list), other(list)].flatMap((some) => (countOf(some) < 3 ? [] : some))

interface Sums {
  readonly chargeableSeconds: number
  readonly otherSeconds: number
  readonly chargeableUnits: number
  readonly valuePence: number
}
const sumsOf = (cells: readonly Sums[]) => ({
  chargeableSeconds: sum(cells.map((cell) => cell.chargeableSeconds)),
  otherSeconds: sum(cells.map((cell) => cell.otherSeconds)),
  chargeableUnits: sum(cells.map((cell) => cell.chargeableUnits)),
})
const naive = (list: Entries) => ({
  chargeableSeconds: secondsOf(chargeable(list)),
  otherSeconds: secondsOf(other(list)),
  chargeableUnits: sum(chargeable(list).map(({ units }) => units)),
})

const isTold = (some: Entries) => [chargeable(some), other(some)].every((one) => [0, 3, 4, 5, 6].includes(countOf(one)))
const between = (some: Entries, { on, through }: { readonly on: string; readonly through: string }) =>
  some.filter(({ workedOn }) => on <= workedOn && workedOn <= through)

describe('sums of recorded time', () => {
  test('do not depend on the order of entries, nor on whether some came twice', () => {
    fc.assert(
      fc.property(entries, posts, fc.infiniteStream(fc.nat()), (list, held, keys) => {
        const keyed = [...list, ...list.slice(0, 20)].map((one) => ({ one, key: keys.next().value ?? 0 }))
        const mixed = keyed.sort((a, b) => a.key - b.key).map(({ one }) => one)
        const figures = figuresOf(currentEntries(list).entries, held)
        expect(figuresOf(currentEntries(mixed).entries, [...held].reverse())).toEqual(figures)
      }),
    )
  })

  test('are, of the team and of each council, those of all entries that may be told', () => {
    fc.assert(
      fc.property(entries, posts, (list, held) => {
        const figures = figuresOf(list, held)
        expect(sumsOf(figures?.team.days ?? [])).toEqual(naive(countOf(list) < 3 ? [] : told(list)))
        const within = figures ? told(list) : []
        for (const councilId of councils) {
          const cells = figures?.councils.find((one) => one.councilId === councilId)?.cells ?? []
          expect(sumsOf(cells)).toEqual(naive(told(within.filter((one) => one.councilId === councilId))))
        }
      }),
    )
  })

  test('of councils and of internal time add up to the team’s', () => {
    const everybody = ['ann', 'ben', 'cat'].flatMap((personId) =>
      [null, ...councils].flatMap((councilId) =>
        (['chargeable', 'non_chargeable'] as const).map((chargeability) => ({
          ...{ personId, councilId, chargeability, workedOn: dates[0] ?? '', grade: 'B' as const },
          ...{ seconds: 360, units: 1, unitMinutes: 6, pencePerHour: 8_000 },
        })),
      ),
    )
    fc.assert(
      fc.property(entries, (list) => {
        const all = [...list, ...everybody]
        const figures = figuresOf(all)
        const internal = naive(all.filter(({ councilId }) => councilId === null))
        const ofCouncils = sumsOf((figures?.councils ?? []).flatMap(({ cells }) => cells))
        const team = sumsOf(figures?.team.days ?? [])
        for (const key of ['chargeableSeconds', 'otherSeconds', 'chargeableUnits'] as const)
          expect(ofCouncils[key] + internal[key]).toBe(team[key])
      }),
    )
  })

  test('rest on nobody or on three people or more, day by day and cell by cell', () => {
    fc.assert(
      fc.property(entries, posts, (list, held) => {
        const figures = figuresOf(list, held)
        if (!figures) return
        const team = told(list)
        for (const day of figures.team.days) {
          const own = between(team, day)
          expect(isTold(own)).toBe(true)
          expect(day).toMatchObject(naive(own))
        }
        for (const { councilId, cells } of figures.councils)
          for (const cell of cells) {
            const own = between(told(team.filter((one) => one.councilId === councilId)), cell)
            const ofGrades = own.filter(({ grade }) => cell.grades.some((one) => one === grade))
            expect(isTold(ofGrades)).toBe(true)
            expect(cell).toMatchObject(naive(ofGrades))
          }
      }),
      { numRuns: 300 },
    )
  })

  test('of the team less those of councils leave nobody’s part of a month', () => {
    fc.assert(
      fc.property(entries, (list) => {
        const figures = figuresOf(list)
        const team = told(list)
        const cells = (figures?.councils ?? []).flatMap((one) =>
          one.cells.map((cell) => ({ ...cell, of: one.councilId })),
        )
        const spans = new Map(cells.map(({ on, through }) => [`${on} ${through}`, { on, through }]))
        if (spans.size < 2) return
        for (const span of spans.values()) {
          const isInCells = (one: FigureEntry) =>
            cells.some(({ of, on }) => on === span.on && of === one.councilId) &&
            told(team.filter(({ councilId }) => councilId === one.councilId)).includes(one)
          const rest = between(team, span).filter((one) => !isInCells(one))
          expect(isTold(rest)).toBe(true)
        }
      }),
      { numRuns: 300 },
    )
  })

  test('are records that may be stored', () => {
    fc.assert(
      fc.property(entries, posts, (list, held) => {
        const figures = figuresOf(list, held)
        if (figures) expect(teamMonthSchema.safeParse(figures.team).success).toBe(true)
        for (const one of figures?.councils ?? []) expect(councilMonthSchema.safeParse(one).success).toBe(true)
      }),
    )
  })
})
