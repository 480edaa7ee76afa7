import { expect, test } from 'vitest'
import { type ChargeRate, rateFor } from '../../src/domain/charge-rate-lookup.ts'

const from = '2026-04-01'
const work = { date: '2026-05-01', matter: 'm', client: 'c', person: 'p', grade: 'A' }

/** From the most to the least specific, each with its own price. */
const levels: readonly [string, Partial<ChargeRate>][] = [
  ['matter+person', { matter: 'm', person: 'p' }],
  ['matter+grade', { matter: 'm', grade: 'A' }],
  ['matter', { matter: 'm' }],
  ['client+person', { client: 'c', person: 'p' }],
  ['client+grade', { client: 'c', grade: 'A' }],
  ['client', { client: 'c' }],
  ['person', { person: 'p' }],
  ['grade', { grade: 'A' }],
  ['default', {}],
]
const ofEach = levels.map(([, names], index): ChargeRate => ({ ...names, from, pencePerHour: 100 + index }))

test('the most specific rate wins, whatever the order of the list', () => {
  for (const [index, [level]] of levels.entries()) {
    const left = ofEach.slice(index)
    const expected = { kind: 'rate', pencePerHour: 100 + index, level, from }
    expect(rateFor(left, work)).toEqual(expected)
    expect(rateFor(left.toReversed(), work)).toEqual(expected)
  }
})

test('a rate for somebody or something else does not apply, nor one for a name that the work lacks', () => {
  const others = [{ matter: 'x' }, { client: 'x' }, { person: 'x' }, { grade: 'B' }, { matter: 'm', grade: 'B' }]
  const rates = others.map((names): ChargeRate => ({ ...names, from, pencePerHour: 1 }))
  expect(rateFor(rates, work)).toEqual({ kind: 'no_rate' })
  expect(rateFor(ofEach.slice(0, -1), { date: work.date })).toEqual({ kind: 'no_rate' })
})

test('a rate holds from its first day until the day before its end', () => {
  const rates = [
    { from: '2025-04-01', to: from, pencePerHour: 100 },
    { from, to: null, pencePerHour: 120 },
  ]
  const priceOn = (date: string) => {
    const found = rateFor(rates, { date })
    return found.kind === 'rate' ? found.pencePerHour : null
  }
  expect(['2025-03-31', '2025-04-01', '2026-03-31', '2026-04-01'].map(priceOn)).toEqual([null, 100, 100, 120])
})

test('of one level the latest wins; two of it from the same day are a conflict, unless a better one decides', () => {
  const twice: ChargeRate[] = [
    { from, pencePerHour: 100 },
    { from, pencePerHour: 120 },
  ]
  expect(rateFor(twice, work)).toEqual({ kind: 'conflict', level: 'default', from })
  expect(rateFor([...twice, { from: '2026-04-02', pencePerHour: 130 }], work)).toMatchObject({ pencePerHour: 130 })
  expect(rateFor([...twice, { from, grade: 'A', pencePerHour: 140 }], work)).toMatchObject({ pencePerHour: 140 })
  expect(rateFor([...twice, { from: '2026-03-01', pencePerHour: 90 }], work).kind).toBe('conflict')
})

test('a rate fixed on the entry wins over all, also when it is 0', () => {
  expect(rateFor(ofEach, { ...work, entryPencePerHour: 0 })).toEqual({
    kind: 'rate',
    pencePerHour: 0,
    level: 'entry',
    from: null,
  })
})
