import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type DigestedRow, emptyDigest, replacedIn, rowDigest } from '../../src/domain/digest.ts'

const row = fc.record({
  k: fc.constantFrom('incident', 'outage', 'comment', 'of a kind not known here'),
  id: fc.uuid(),
  ver: fc.integer({ min: 1, max: 2 ** 40 }),
  del: fc.boolean(),
})
const scopeRows = fc.uniqueArray(row, { selector: ({ k, id }) => `${k} ${id}`, maxLength: 40 })
const digestOf = (rows: readonly DigestedRow[]) =>
  rows.reduce((digest, next) => replacedIn(digest, undefined, next), emptyDigest)

test('the same rows have the same digest in whatever order they come', () => {
  fc.assert(
    fc.property(
      scopeRows.chain((rows) => fc.tuple(fc.constant(rows), fc.shuffledSubarray(rows, { minLength: rows.length }))),
      ([rows, shuffled]) => {
        expect(digestOf(shuffled)).toBe(digestOf(rows))
      },
    ),
  )
})

test('whatever the rows went through, the digest is that of the rows as they are', () => {
  const history = fc.array(fc.tuple(fc.nat(5), fc.nat(1000), fc.boolean()), { maxLength: 40 })
  fc.assert(
    fc.property(history, (steps) => {
      const rows = new Map<number, DigestedRow>()
      let digest = emptyDigest
      for (const [place, ver, del] of steps) {
        const after = { k: 'outage', id: `id ${place}`, ver, del }
        digest = replacedIn(digest, rows.get(place), after)
        rows.set(place, after)
      }
      expect(digest).toBe(digestOf([...rows.values()]))
    }),
  )
})

test('one row that is missing, of another version or deleted on one side only gives another digest', () => {
  fc.assert(
    fc.property(scopeRows, row, fc.integer({ min: 1, max: 1000 }), (rows, changed, by) => {
      const others = rows.filter(({ id }) => id !== changed.id)
      const digest = digestOf([...others, changed])
      expect(digestOf(others)).not.toBe(digest)
      expect(digestOf([...others, { ...changed, ver: changed.ver + by }])).not.toBe(digest)
      expect(digestOf([...others, { ...changed, del: !changed.del }])).not.toBe(digest)
    }),
  )
})

test('hashes of 200,000 rows that differ by a digit are all different, in each half of them nearly so', () => {
  const hashes = Array.from({ length: 200_000 }, (_, ver) => rowDigest({ k: 'outage', id: 'x', ver, del: false }))
  expect(new Set(hashes).size).toBe(hashes.length)
  // Chance alone lets about five of so many meet in 32 bits.
  for (const half of [hashes.map((hash) => hash.slice(0, 8)), hashes.map((hash) => hash.slice(8))])
    expect(new Set(half).size).toBeGreaterThan(hashes.length - 30)
})

test('a hash is for ever what the wire says it is: devices and servers of other releases count with it', () => {
  expect(rowDigest({ k: 'outage', id: 'a', ver: 1, del: false })).toBe('db4c850d1bd00e58')
})
