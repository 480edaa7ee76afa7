// What is asked about demand on the desk, and what is answered. Computed by demand.ts.
import type { Instant } from '../domain/time.ts'

/** How many incidents were raised in the period, and how they fared, of one system, division, council or cause. */
export interface DemandPart {
  /** null: no such thing was recorded. */
  readonly id: string | null
  readonly name: string
  readonly raised: number
  readonly resolved: number
  readonly reopened: number
  /** Of those that were raised in the period and are resolved, elapsed ms; null when there are none. */
  readonly medianResolveMs: number | null
}

export interface DemandReport {
  readonly asAt: Instant
  readonly total: DemandPart
  readonly bySystem: readonly DemandPart[]
  readonly byDivision: readonly DemandPart[]
  readonly byCouncil: readonly DemandPart[]
  readonly byCause: readonly DemandPart[]
  /** Open and ours to do at `asAt`, by age; `toDays` null: older than all. */
  readonly backlog: readonly { readonly fromDays: number; readonly toDays: number | null; readonly count: number }[]
  /** By month of London, 'YYYY-MM': raised, resolved in it, and open at its end. */
  readonly months: readonly {
    readonly month: string
    readonly raised: number
    readonly resolved: number
    readonly openAtEnd: number
  }[]
}
