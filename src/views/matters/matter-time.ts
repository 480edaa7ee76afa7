// The time of a matter, month by month: seconds as recorded, chargeable units, and money as the sum of the entries' amounts. Pure.
import { unitsAmountPence } from '../../domain/billing-units.ts'
import type { Recorded } from '../../domain/kinds.ts'

export interface TimeSums {
  readonly seconds: number
  readonly units: number
  readonly pence: number
  /** Chargeable entries without a rate: not in `pence`. */
  readonly unpricedCount: number
}
export interface MonthTime extends TimeSums {
  /** YYYY-MM. */
  readonly month: string
}

type Entry = Pick<
  Recorded<'entry'>,
  'workedOn' | 'seconds' | 'units' | 'unitMinutes' | 'pencePerHour' | 'chargeability'
>

const nothing: TimeSums = { seconds: 0, units: 0, pence: 0, unpricedCount: 0 }

export const sumsOf = (parts: readonly TimeSums[]): TimeSums =>
  parts.reduce(
    (sum, part) => ({
      seconds: sum.seconds + part.seconds,
      units: sum.units + part.units,
      pence: sum.pence + part.pence,
      unpricedCount: sum.unpricedCount + part.unpricedCount,
    }),
    nothing,
  )

function ofEntry({ seconds, units, unitMinutes, pencePerHour, chargeability }: Entry): TimeSums {
  if (chargeability !== 'chargeable') return { ...nothing, seconds }
  if (pencePerHour === null) return { seconds, units, pence: 0, unpricedCount: 1 }
  return { seconds, units, pence: unitsAmountPence(units, unitMinutes, pencePerHour), unpricedCount: 0 }
}

/** The newest month first. */
export function byMonth(entries: readonly Entry[]): MonthTime[] {
  const months = new Map<string, TimeSums[]>()
  for (const entry of entries) {
    const month = entry.workedOn.slice(0, 7)
    months.set(month, [...(months.get(month) ?? []), ofEntry(entry)])
  }
  return [...months].map(([month, parts]) => ({ month, ...sumsOf(parts) })).sort((a, b) => (a.month < b.month ? 1 : -1))
}
