/**
 * Quantiles of Student's t, for any number of degrees of freedom from 1 on, whole or not. Its upper tail is half the
 * regularised incomplete beta function I(v / (v + t^2); v/2, 1/2), here by its continued fraction (modified Lentz).
 */

/** The t that is exceeded with the probability `tail` (above 0, at most 0.5): `upperQuantile(0.025, 7)` is 2.3646. */
export function upperQuantile(tail: number, degreesOfFreedom: number): number {
  let [low, high] = [0, 1]
  while (upperTail(high, degreesOfFreedom) > tail) [low, high] = [high, high * 2]
  for (;;) {
    const middle = (low + high) / 2
    if (middle <= low || middle >= high) return middle
    if (upperTail(middle, degreesOfFreedom) > tail) low = middle
    else high = middle
  }
}

/** The probability of more than `t`, which is 0 or more. */
function upperTail(t: number, v: number): number {
  const square = t * t
  // Each way about, the fraction is taken where it converges fast.
  if (v / (v + square) < (v / 2 + 1) / (v / 2 + 2.5)) return beta(v / (v + square), v / 2, 0.5) / 2
  return (1 - beta(square / (v + square), 0.5, v / 2)) / 2
}

/** I(x; a, b). */
function beta(x: number, a: number, b: number): number {
  if (x === 0) return 0
  const front = Math.exp(logGamma(a + b) - logGamma(a) - logGamma(b) + a * Math.log(x) + b * Math.log1p(-x))
  return (front * betaFraction(x, a, b)) / a
}

const TINY = 1e-300
const MOST_TERMS = 10_000

function betaFraction(x: number, a: number, b: number): number {
  let c = 1
  let d = 1 / awayFromZero(1 - ((a + b) * x) / (a + 1))
  let value = d
  for (let m = 1; m <= MOST_TERMS; m += 1) {
    const even = (m * (b - m) * x) / ((a + 2 * m - 1) * (a + 2 * m))
    const odd = (-(a + m) * (a + b + m) * x) / ((a + 2 * m) * (a + 2 * m + 1))
    let change = 1
    for (const term of [even, odd]) {
      d = 1 / awayFromZero(1 + term * d)
      c = awayFromZero(1 + term / c)
      change = d * c
      value *= change
    }
    if (Math.abs(change - 1) < Number.EPSILON) break
  }
  return value
}

function awayFromZero(value: number): number {
  return Math.abs(value) < TINY ? TINY : value
}

/** Lanczos (g = 7, nine terms), right to about 15 digits from 0.5 on. */
const LANCZOS = [
  0.99999999999980993, 676.5203681218851, -1259.1392167224028, 771.32342877765313, -176.61502916214059,
  12.507343278686905, -0.13857109526572012, 9.9843695780195716e-6, 1.5056327351493116e-7,
]

function logGamma(z: number): number {
  const [first = 0, ...rest] = LANCZOS
  const series = rest.reduce((sum, term, index) => sum + term / (z + index), first)
  const shifted = z + 6.5
  return Math.log(2 * Math.PI) / 2 + (z - 0.5) * Math.log(shifted) - shifted + Math.log(series)
}
