// A rate is no secret, so the value of one person's time is their time: which values are told.
import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { FigureEntry } from '../../src/metrics/time-sums.ts'
import { councilId, day, entryArbitrary, figuresOf, hour, peopleOf, within, worked } from './made-time.ts'

const unpriced = { pencePerHour: null }
const spansOf = (entries: readonly FigureEntry[]) =>
  figuresOf(entries)?.team.days.map(({ on, through }) => [on, through])

test('a day on which one or two of many have a rate is joined to the next, for its value would be their time', () => {
  const three = (on: number, more: Partial<FigureEntry> = {}) => ['a', 'b', 'c'].map((who) => worked(who, on, more))
  const mixed = [worked('a', 3), worked('b', 3, unpriced), worked('c', 3, unpriced)]
  expect(spansOf([...three(2), ...mixed, ...three(4)])).toEqual([
    [day(2), day(2)],
    [day(3), day(4)],
  ])
  expect(spansOf([...three(2), ...three(3, unpriced), ...three(4)])).toHaveLength(3)
})

test('where fewer than three people have a rate in the month, there is no value, and their entries count as without', () => {
  const entries = [2, 3].flatMap((on) => [worked('a', on), worked('b', on, unpriced), worked('c', on, unpriced)])
  const figures = figuresOf(entries)
  const sums = { chargeableSeconds: 3 * hour, valuePence: 0, unpricedCount: 3 }
  expect(figures?.team.days).toMatchObject([sums, sums])
  expect(figures?.councils[0]?.cells).toMatchObject([sums, sums])
})

test('where fewer than three people have a rate in a council, subtraction finds no day of their value either', () => {
  const other = { councilId: councilId(2) }
  const entries = [2, 3].flatMap((on) => [
    ...['a', 'b', 'c'].map((who) => worked(who, on)),
    worked('a', on, other),
    ...['b', 'c'].map((who) => worked(who, on, { ...other, ...unpriced })),
  ])
  const figures = figuresOf(entries)
  expect(figures?.team.days).toMatchObject([
    { valuePence: 32_000, unpricedCount: 2 },
    { valuePence: 32_000, unpricedCount: 2 },
  ])
  const cellsOf = (n: number) => figures?.councils.find((each) => each.councilId === councilId(n))?.cells
  const month = { on: day(2), through: day(3) }
  expect(cellsOf(1)).toMatchObject([{ ...month, valuePence: 48_000, unpricedCount: 0 }])
  expect(cellsOf(2)).toMatchObject([{ ...month, chargeableSeconds: 6 * hour, valuePence: 0, unpricedCount: 6 }])
})

test('no value that is told, nor what is left of the team’s less the councils’, is that of fewer than three people', () => {
  const priced = fc.array(fc.tuple(entryArbitrary, fc.boolean()), { maxLength: 120, size: 'max' }).map((list) =>
    // Each priced one is worth the same, so that values are counts.
    list.map(([entry, hasRate]) => ({ ...entry, pencePerHour: hasRate ? 8000 : null })),
  )
  fc.assert(
    fc.property(priced, (entries) => {
      const figures = figuresOf(entries)
      if (!figures) return
      const hasRate = ({ pencePerHour, chargeability }: FigureEntry) =>
        pencePerHour !== null && chargeability === 'chargeable'
      const all = entries.filter(hasRate)
      const worthOf = (cells: readonly { valuePence: number }[]) =>
        cells.reduce((sum, cell) => sum + cell.valuePence, 0)
      const { days } = figures.team
      expect(worthOf(days)).toBe(peopleOf(all) >= 3 ? all.length * 8000 : 0)
      for (const one of days)
        if (one.valuePence > 0) expect(peopleOf(all.filter(within(one)))).toBeGreaterThanOrEqual(3)
      for (const { councilId, cells } of figures.councils) {
        const own = all.filter((entry) => entry.councilId === councilId)
        expect([0, own.length * 8000]).toContain(worthOf(cells))
        for (const cell of cells) {
          const here = own.filter((entry) => within(cell)(entry) && cell.grades.some((grade) => grade === entry.grade))
          if (cell.valuePence > 0) expect(peopleOf(here)).toBeGreaterThanOrEqual(3)
        }
      }
      const valued = figures.councils.filter(({ cells }) => worthOf(cells) > 0).map(({ councilId }) => councilId)
      const cells = figures.councils.flatMap((council) => council.cells)
      for (const span of new Map(cells.map((cell) => [cell.on, cell])).values()) {
        const isMonth = span.on === days[0]?.on && span.through === days.at(-1)?.through
        if (isMonth || worthOf(days) === 0) continue
        const rest = all.filter((entry) => within(span)(entry) && !valued.includes(entry.councilId ?? ''))
        expect([0, 3, 4, 5, 6]).toContain(peopleOf(rest))
      }
    }),
    { numRuns: 500 },
  )
})
