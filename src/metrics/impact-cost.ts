/** Lost work as hours and money: summed exactly, rounded once (domain maths 2.1, 2.2, 2.7). */
import { HOUR_MS } from '../domain/duration.ts'
import { type Ratio, ratio, roundedRatio, sum, times } from '../domain/exact.ts'
import type { WorkLost } from './impact.ts'
import type { Range } from './impact-figures.ts'
import { shareByLargestRemainder } from './share.ts'

/** Work lost while one rate and one share of catching up held. */
export interface PricedWork {
  readonly lost: WorkLost
  readonly pencePerHour: number
  /** Share of the lost work that is done later, 0 to 1: it lowers the net cost, not the disruption. */
  readonly caughtUpLater: number
}

/** Person-time in whole milliseconds. */
export function lostMs(works: readonly WorkLost[]): Range {
  return total(works, ratio([1]), roundedRatio)
}

/** Person-hours, rounded to four decimals. */
export function lostHours(works: readonly WorkLost[]): Range {
  return total(works, ratio([10_000], [HOUR_MS]), (units) => roundedRatio(units) / 10_000)
}

/** Whole pence, rounded half away from zero once for all works together. */
export function lostPence(works: readonly PricedWork[]): { readonly gross: Range; readonly net: Range } {
  const priced = (isNet: boolean) =>
    works.map(({ lost, pencePerHour, caughtUpLater }) => {
      const caught = ratio([isNet ? caughtUpLater : 0])
      const left = { top: caught.over - caught.top, over: caught.over }
      const price = times(ratio([pencePerHour], [HOUR_MS]), left)
      return { low: times(lost.low, price), headline: times(lost.headline, price), high: times(lost.high, price) }
    })
  return {
    gross: total(priced(false), ratio([1]), roundedRatio),
    net: total(priced(true), ratio([1]), roundedRatio),
  }
}

function total(works: readonly Pick<WorkLost, keyof Range>[], factor: Ratio, write: (value: Ratio) => number): Range {
  const of = (key: keyof Range) => write(times(sum(works.map((work) => work[key])), factor))
  return { low: of('low'), headline: of('headline'), high: of('high') }
}

/** Each division's cost in pence among its councils by largest remainder, so that the councils add up to the divisions. */
export function councilCosts(
  divisions: readonly { readonly costPence: number; readonly councils: ReadonlyMap<string, number> }[],
): Map<string, number> {
  const costs = new Map<string, number>()
  for (const { costPence, councils } of divisions)
    for (const [council, pence] of shareByLargestRemainder(costPence, councils))
      costs.set(council, (costs.get(council) ?? 0) + pence)
  return costs
}
