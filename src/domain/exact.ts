/** Exact division: of numbers taken as the decimals they print as, so that 2.85 is 285 hundredths and not a little more. */

/** `over` is above 0. */
export interface Ratio {
  readonly top: bigint
  readonly over: bigint
}

/** The product of `factors` divided by the product of `divisors`; all finite, the divisors above 0. */
export function ratio(factors: readonly number[], divisors: readonly number[] = []): Ratio {
  let [top, over] = [1n, 1n]
  for (const factor of factors) {
    const [whole, scale] = decimal(factor)
    top *= whole
    over *= scale
  }
  for (const divisor of divisors) {
    const [whole, scale] = decimal(divisor)
    top *= scale
    over *= whole
  }
  return { top, over }
}

export function times(a: Ratio, b: Ratio): Ratio {
  return { top: a.top * b.top, over: a.over * b.over }
}

export function sum(ratios: readonly Ratio[]): Ratio {
  return ratios.reduce(
    (total, { top, over }) => ({ top: total.top * over + top * total.over, over: total.over * over }),
    ratio([0]),
  )
}

export function largest(values: readonly bigint[]): bigint {
  return values.reduce((best, value) => {
    if (value > best) return value
    return best
  })
}

/** The whole part and twice the rest, over the same `over`; for ratios of 0 or more. */
export function wholeAndRest({ top, over }: Ratio): { whole: number; twiceRest: bigint } {
  return { whole: Number(top / over), twiceRest: (top % over) * 2n }
}

/** Half away from zero. */
export function roundedRatio({ top, over }: Ratio): number {
  const { whole, twiceRest } = wholeAndRest({ top: top < 0n ? -top : top, over })
  const size = twiceRest >= over ? whole + 1 : whole
  return top < 0n && size > 0 ? -size : size
}

/** A number as a whole one and the power of ten it is divided by. */
function decimal(value: number): [bigint, bigint] {
  if (Number.isSafeInteger(value)) return [BigInt(value), 1n]
  const [digits = '0', power = '0'] = String(value).split('e')
  const [whole = '0', fraction = ''] = digits.split('.')
  const places = fraction.length - Number(power)
  const all = BigInt(whole + fraction)
  return places >= 0 ? [all, 10n ** BigInt(places)] : [all * 10n ** BigInt(-places), 1n]
}
