import { expect, test } from 'vitest'
import { formatBytes, isNearlyFull, storageSentence } from '../../../src/views/sync/storage-words.ts'

test('bytes are told in the unit that fits', () => {
  expect([0, 999, 1000, 1_440_000, 2_000_000_000].map(formatBytes)).toEqual(['0 B', '999 B', '1 kB', '1.4 MB', '2 GB'])
})

test('storage warns from four fifths on', () => {
  const use = { usedBytes: 80, quotaBytes: 100, isKept: false }
  expect(isNearlyFull(use)).toBe(true)
  expect(storageSentence(use)).toContain('Nearly full')
  expect(storageSentence({ ...use, usedBytes: 79 })).not.toContain('Nearly full')
})
