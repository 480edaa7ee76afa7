import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type Interval, overlap, subtract, totalLength, union } from '../../src/domain/interval.ts'

const end = fc.integer({ min: 0, max: 40 })
const intervals = fc.array(fc.record({ start: end, end }), { maxLength: 12 })

/** The whole numbers that lie in some interval: the sets that the algebra is about. */
function points(list: readonly Interval[]): Set<number> {
  const set = new Set<number>()
  for (const { start, end } of list) for (let at = start; at < end; at += 1) set.add(at)
  return set
}

function isNormal(list: readonly Interval[]): boolean {
  return list.every(({ start, end }, i) => start < end && (list[i - 1]?.end ?? -1) < start)
}

test('union, subtraction and overlap are those of sets, and their results are sorted, disjoint and not touching', () => {
  fc.assert(
    fc.property(intervals, intervals, (a, b) => {
      const [left, right] = [union(a), union(b)]
      const [setA, setB] = [points(a), points(b)]
      const results = [
        [union([...a, ...b]), new Set([...setA, ...setB])],
        [subtract(left, right), new Set([...setA].filter((at) => !setB.has(at)))],
        [overlap(left, right), new Set([...setA].filter((at) => setB.has(at)))],
      ] as const
      for (const [list, set] of results) {
        expect(isNormal(list)).toBe(true)
        expect([...points(list)].sort()).toEqual([...set].sort())
        expect(totalLength(list)).toBe(set.size)
      }
    }),
  )
})

test('what is shared and what is left over make up the whole', () => {
  fc.assert(
    fc.property(intervals, intervals, (a, b) => {
      const [left, right] = [union(a), union(b)]
      expect(totalLength(overlap(left, right)) + totalLength(subtract(left, right))).toBe(totalLength(left))
    }),
  )
})

test('a wider gap to bridge never gives more intervals, and covers what a narrower one covers', () => {
  fc.assert(
    fc.property(intervals, fc.nat(10), fc.nat(10), (list, gap, more) => {
      const [narrow, wide] = [union(list, gap), union(list, gap + more)]
      expect(wide.length).toBeLessThanOrEqual(narrow.length)
      expect(subtract(narrow, wide)).toEqual([])
    }),
  )
})
