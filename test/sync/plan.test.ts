import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Row } from '../../src/domain/record.ts'
import type { Step } from '../../src/store/apply.ts'
import { backOffMs, makeSteps, nextBatch } from '../../src/sync/plan.ts'

const op = (mid: number, bytes = 10) => ({ mid, text: 'x'.repeat(bytes) })

test('a push holds the oldest ops, fifty of them at most', () => {
  const ops = Array.from({ length: 70 }, (_, i) => op(i + 1))
  expect(nextBatch(ops).map(({ mid }) => mid)).toEqual(Array.from({ length: 50 }, (_, i) => i + 1))
})

test('a push holds 256 KB at most, counted in bytes and not in letters', () => {
  expect(nextBatch([1, 2, 3, 4, 5].map((mid) => op(mid, 64 * 1024)))).toHaveLength(4)
  const accented = [1, 2, 3, 4, 5].map((mid) => ({ mid, text: 'é'.repeat(64 * 1024) }))
  expect(nextBatch(accented)).toHaveLength(2)
})

test('an op that is larger than a push is sent by itself, so that the server can refuse it', () => {
  expect(nextBatch([op(1, 300 * 1024), op(2)])).toHaveLength(1)
})

test('a push stops before a hole in the numbers', () => {
  expect(nextBatch([op(4), op(5), op(7)]).map(({ mid }) => mid)).toEqual([4, 5])
  expect(nextBatch([])).toEqual([])
})

test('waiting after failures doubles up to two minutes, never ends, and is spread by chance', () => {
  expect([1, 2, 3].map((failures) => backOffMs(failures, 1))).toEqual([2000, 4000, 8000])
  expect(backOffMs(1, 0)).toBe(1000)
  expect(backOffMs(5000, 1)).toBe(120_000)
})

const row = (s: string, ver: number, id = `${s}-${ver}`): Row => ({
  k: 'outage',
  id,
  s,
  ver,
  del: false,
  doc: {},
  groups: {},
})
const summary = ({ scope, rows, from, to, isAnew }: Step) => [scope, rows.length, from, to, isAnew]

test('rows become steps of one scope each, which lead from cursor to cursor', () => {
  const steps = makeSteps({ a: 2, b: 0, c: 5 })
  expect(steps.add(row('a', 3))).toBeUndefined()
  expect(steps.add(row('a', 4))).toBeUndefined()
  const first = steps.add(row('b', 1))
  expect(first && summary(first)).toEqual(['a', 2, 2, 4, false])
  expect(steps.end({ a: 4, b: 2, c: 5 }).map(summary)).toEqual([
    ['b', 1, 0, 1, false],
    ['b', 0, 1, 2, false],
  ])
})

test('rows of one version are never parted, however many they are', () => {
  const steps = makeSteps({})
  const whole = [
    ...Array.from({ length: 199 }, (_, i) => row('a', i + 1)),
    ...Array.from({ length: 80 }, () => row('a', 200)),
  ]
  expect(whole.map((each) => steps.add(each)).filter(Boolean)).toEqual([])
  const step = steps.add(row('a', 201))
  expect(step && summary(step)).toEqual(['a', 279, 0, 200, false])
})

test('of an answer that broke off, the last version is left for the next pull', () => {
  const steps = makeSteps({ a: 1 })
  for (const ver of [2, 3, 3]) steps.add(row('a', ver))
  expect(steps.cut().map(summary)).toEqual([['a', 1, 1, 2, false]])
  const single = makeSteps({ a: 1 })
  single.add(row('a', 2))
  expect(single.cut()).toEqual([])
  expect(makeSteps({ a: 1 }).cut()).toEqual([])
})

test('a scope that comes from its beginning again is seen to, with rows and without', () => {
  const steps = makeSteps({ a: 9, b: 9 })
  steps.add(row('a', 1))
  expect(steps.end({ a: 4, b: 3 }).map(summary)).toEqual([
    ['a', 1, 9, 1, true],
    ['a', 0, 1, 4, false],
    ['b', 0, 9, 3, true],
  ])
})

test('a scope that is new to a device and whose turn has not come yet takes no step', () => {
  const steps = makeSteps({})
  steps.add(row('a', 1))
  expect(steps.end({ a: 1, b: 0 }).map(summary)).toEqual([['a', 1, 0, 1, false]])
})

test('wherever an answer breaks off, no cursor passes a row that has not come', () => {
  const versions = fc.array(fc.record({ ver: fc.nat(30), count: fc.integer({ min: 1, max: 300 }) }), { maxLength: 12 })
  const answer = fc
    .tuple(versions, versions)
    .map(([a, b]) =>
      (['a', 'b'] as const).flatMap((s, at) =>
        [...new Map([a, b][at]?.map(({ ver, count }) => [ver + 1, count]) ?? [])]
          .sort(([x], [y]) => x - y)
          .flatMap(([ver, count]) => Array.from({ length: count }, (_, i) => row(s, ver, `${s}-${ver}-${i}`))),
      ),
    )
  fc.assert(
    fc.property(answer, fc.double({ min: 0, max: 1, noNaN: true }), (rows, share) => {
      const came = rows.slice(0, Math.floor(rows.length * share))
      const steps = makeSteps({ a: 0, b: 0 })
      const all = [...came.flatMap((each) => steps.add(each) ?? []), ...steps.cut()]
      for (const scope of ['a', 'b']) {
        const own = all.filter((step) => step.scope === scope)
        const cursor = own.at(-1)?.to ?? 0
        expect(own.map((step) => step.from)).toEqual(
          [0, ...own.slice(0, -1).map((step) => step.to)].slice(0, own.length),
        )
        expect(own.flatMap((step) => step.rows)).toEqual(rows.filter((each) => each.s === scope && each.ver <= cursor))
      }
    }),
    { numRuns: 200 },
  )
})
