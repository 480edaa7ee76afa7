import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { shareByLargestRemainder } from '../../src/metrics/share.ts'

const pence = fc.oneof(fc.integer({ min: -1_000_000, max: 1_000_000 }), fc.maxSafeInteger())
/** Counts of people, percentages, sums of working time: as people have them. */
const weight = fc.oneof(
  fc.nat(500),
  fc.nat(10_000).map((hundredths) => hundredths / 100),
  fc.double({ min: 0, max: 1e12, noNaN: true }),
)
const key = fc
  .dictionary(fc.string({ maxLength: 3, unit: 'grapheme' }), weight, { minKeys: 1, maxKeys: 8 })
  .map((weights) => new Map(Object.entries(weights)))
  .filter((weights) => [...weights.values()].some((one) => one > 0))

/** The weights as whole numbers, all times one power of ten: by their printed digits. */
function wholeWeights(weights: ReadonlyMap<string, number>): bigint[] {
  return [...weights.values()].map((one) => {
    const [digits = '0', power = '0'] = one.toExponential().split('e')
    const [whole = '0', fraction = ''] = digits.split('.')
    return BigInt(whole + fraction) * 10n ** BigInt(400 + Number(power) - fraction.length)
  })
}

describe('shares', () => {
  test('add up to the amount', () => {
    fc.assert(
      fc.property(pence, key, (amount, weights) => {
        const shares = [...shareByLargestRemainder(amount, weights).values()]
        expect(shares.reduce((sum, share) => sum + BigInt(share), 0n)).toBe(BigInt(amount))
      }),
    )
  })

  test('differ by less than a penny from the exact part; none for a weight of 0', () => {
    fc.assert(
      fc.property(pence, key, (amount, weights) => {
        const whole = wholeWeights(weights)
        const all = whole.reduce((sum, one) => sum + one, 0n)
        for (const [i, share] of [...shareByLargestRemainder(amount, weights).values()].entries()) {
          const part = whole[i] ?? 0n
          const off = BigInt(share) * all - BigInt(amount) * part
          expect(off < all && off > -all).toBe(true)
          if (part === 0n) expect(share).toBe(0)
        }
      }),
    )
  })

  test('do not depend on the order of the key, nor on the scale of the weights', () => {
    fc.assert(
      fc.property(pence, fc.dictionary(fc.string(), fc.nat(500), { minKeys: 1 }), (amount, given) => {
        const weights = Object.entries(given).map(([name, one]): [string, number] => [name, one + 1])
        const shares = shareByLargestRemainder(amount, new Map(weights))
        const turned = weights.toReversed().map(([name, one]): [string, number] => [name, one / 8])
        expect(new Map([...shareByLargestRemainder(amount, new Map(turned))].reverse())).toEqual(shares)
      }),
    )
  })

  test('of a refund are those of the charge, given back', () => {
    fc.assert(
      fc.property(fc.nat(1_000_000), key, (amount, weights) => {
        const charged = shareByLargestRemainder(amount, weights)
        const refunded = shareByLargestRemainder(-amount, weights)
        for (const [name, share] of charged) expect((refunded.get(name) ?? 0) + share).toBe(0)
      }),
    )
  })

  test('of a larger weight are never the smaller', () => {
    fc.assert(
      fc.property(fc.nat(1_000_000), key, (amount, weights) => {
        const shares = shareByLargestRemainder(amount, weights)
        const bySize = [...weights].sort(([, a], [, b]) => a - b)
        for (const [i, [name, one]] of bySize.entries()) {
          const [before = name, smaller = one] = bySize[i - 1] ?? []
          if (smaller < one) expect(shares.get(before)).toBeLessThanOrEqual(shares.get(name) ?? 0)
        }
      }),
    )
  })
})
