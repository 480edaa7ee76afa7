// Money shared by weights to the penny, by largest remainder (domain maths 6.1): no penny is lost, none is made.
import { largest, ratio } from '../domain/exact.ts'

/**
 * Whole pence (or any whole units) shared in proportion to the weights, which are 0 or more; the parts add up to
 * `pence`, and each lies less than one from its exact part. A penny left over goes to the largest remainder, of equal
 * ones to the larger weight, then to the first name in code-point order. A refund is shared like a charge. A weight of 0
 * gets 0. Weights that are all 0 share nothing but 0: a RangeError. In the order of the key.
 */
export function shareByLargestRemainder(pence: number, key: ReadonlyMap<string, number>): Map<string, number> {
  const parts = inWholeNumbers(key)
  const whole = parts.reduce((sum, { weight }) => sum + weight, 0n)
  const amount = BigInt(Math.abs(pence))
  if (whole === 0n) {
    if (amount > 0n) throw new RangeError('nothing to share by')
    return new Map([...key.keys()].map((name) => [name, 0]))
  }
  const shares = parts.map(({ name, weight }) => ({
    name,
    weight,
    share: (amount * weight) / whole,
    rest: (amount * weight) % whole,
  }))
  const left = Number(amount - shares.reduce((sum, { share }) => sum + share, 0n))
  const first = [...shares].sort(
    (a, b) => order(b.rest, a.rest) || order(b.weight, a.weight) || byCodePoints(a.name, b.name),
  )
  const raised = new Set(first.slice(0, left).map(({ name }) => name))
  const sign = pence < 0 ? -1n : 1n
  return new Map(shares.map(({ name, share }) => [name, Number(sign * (share + (raised.has(name) ? 1n : 0n)))]))
}

/** The weights as the decimals they print as, times one power of ten that leaves no fraction. */
function inWholeNumbers(key: ReadonlyMap<string, number>): { name: string; weight: bigint }[] {
  const weights = [...key].map(([name, weight]) => ({ name, ...ratio([weight]) }))
  const scale = largest([1n, ...weights.map(({ over }) => over)])
  return weights.map(({ name, top, over }) => ({ name, weight: top * (scale / over) }))
}

function order<T>(a: T, b: T): number {
  return a < b ? -1 : a > b ? 1 : 0
}

/** Strings compare by UTF-16 units, which puts U+FF61 after an emoji. */
function byCodePoints(a: string, b: string): number {
  const [left, right] = [[...a], [...b]]
  const differs = left.findIndex((letter, i) => letter !== right[i])
  if (differs === -1) return order(left.length, right.length)
  return order(left[differs]?.codePointAt(0) ?? -1, right[differs]?.codePointAt(0) ?? -1)
}
