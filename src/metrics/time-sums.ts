// Recorded time of one day or of several joined ones, and which of it may be told as a sum.
import { unitsAmountPence } from '../domain/billing-units.ts'
import type { Recorded } from '../domain/kinds.ts'
import type { LocalDate } from '../domain/local-date.ts'
import type { CouncilMonth } from '../domain/time-figures.ts'
import type { Due } from './due-time.ts'
import { restsOnEnough } from './small-numbers.ts'

export type FigureEntry = Pick<
  Recorded<'entry'>,
  | 'personId'
  | 'councilId'
  | 'grade'
  | 'chargeability'
  | 'workedOn'
  | 'seconds'
  | 'units'
  | 'unitMinutes'
  | 'pencePerHour'
>

/** `on` to `through`, both included. */
export interface Span {
  readonly on: LocalDate
  readonly through: LocalDate
  readonly entries: readonly FigureEntry[]
  readonly dues: readonly Due[]
  /** People with any time; the largest of the days that were joined. */
  readonly presentCount: number
  /** People of whom anything is due; the largest of the days that were joined. */
  readonly expectedCount: number
}

export function joinSpans(spans: readonly Span[]): Span {
  return {
    on: spans[0]?.on ?? '',
    through: spans.at(-1)?.through ?? '',
    entries: spans.flatMap(({ entries }) => entries),
    dues: spans.flatMap(({ dues }) => dues),
    presentCount: Math.max(0, ...spans.map(({ presentCount }) => presentCount)),
    expectedCount: Math.max(0, ...spans.map(({ expectedCount }) => expectedCount)),
  }
}

const isChargeable = ({ chargeability }: FigureEntry) => chargeability === 'chargeable'
const isOther = (entry: FigureEntry) => !isChargeable(entry)
const isPriced = (entry: FigureEntry) => isChargeable(entry) && entry.pencePerHour !== null

export const restOnEnough = (things: readonly { readonly personId: string }[]): boolean =>
  restsOnEnough(things.map(({ personId }) => personId))

/** Whether both sums, of chargeable and of other time, may be told. */
export const mayTellTime = (entries: readonly FigureEntry[]): boolean =>
  restOnEnough(entries.filter(isChargeable)) && restOnEnough(entries.filter(isOther))

/** Whether the value may be told: a rate is no secret, so the value of one person's time is their time. */
export const mayTellValue = (entries: readonly FigureEntry[]): boolean => restOnEnough(entries.filter(isPriced))

export const mayTell = (entries: readonly FigureEntry[]): boolean => mayTellTime(entries) && mayTellValue(entries)

/** For time of which the hours may be told and the value may not. */
export const withoutRates = (entries: readonly FigureEntry[]): readonly FigureEntry[] =>
  entries.map((entry) => ({ ...entry, pencePerHour: null }))

/** Without the chargeable, or the other, time of fewer than three people. */
export function withoutFew(entries: readonly FigureEntry[]): readonly FigureEntry[] {
  return [isChargeable, isOther].map((isOf) => entries.filter(isOf)).flatMap((some) => (restOnEnough(some) ? some : []))
}

type Sums = Omit<CouncilMonth['cells'][number], 'on' | 'through' | 'grades'>

/** The value is the money of each entry, in whole pence, so that it adds up to what is listed. */
export function sumsOf(entries: readonly FigureEntry[]): Sums {
  const sums = { chargeableSeconds: 0, chargeableUnits: 0, otherSeconds: 0, valuePence: 0, unpricedCount: 0 }
  for (const entry of entries) {
    const { seconds, units, unitMinutes, pencePerHour } = entry
    if (isOther(entry)) {
      sums.otherSeconds += seconds
      continue
    }
    sums.chargeableSeconds += seconds
    sums.chargeableUnits += units
    if (pencePerHour === null) sums.unpricedCount += 1
    else sums.valuePence += unitsAmountPence(units, unitMinutes, pencePerHour)
  }
  return sums
}
