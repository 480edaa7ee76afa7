/** The hourly rate of a piece of work on its date: the most specific rate that applies, and of those the latest. */
import type { LocalDate } from './local-date.ts'

/** Whom and what a rate or a piece of work is for; a rate without names is for all work. */
interface Names {
  readonly matter?: string | null | undefined
  readonly client?: string | null | undefined
  readonly person?: string | null | undefined
  readonly grade?: string | null | undefined
}

export interface ChargeRate extends Names {
  readonly pencePerHour: number
  readonly from: LocalDate
  /** Excluded; open when null or absent. */
  readonly to?: LocalDate | null | undefined
}

export interface RatedWork extends Names {
  readonly date: LocalDate
  /** A rate already fixed on the entry wins over all. */
  readonly entryPencePerHour?: number | null | undefined
}

/**
 * `level` is "entry", "default" or what the chosen rate names: "matter+grade", "client", "person" ...; `from` is null
 * for "entry". A conflict is two rates of the chosen level from the same day.
 */
export type FoundRate =
  | { readonly kind: 'rate'; readonly pencePerHour: number; readonly level: string; readonly from: LocalDate | null }
  | { readonly kind: 'no_rate' }
  | { readonly kind: 'conflict'; readonly level: string; readonly from: LocalDate }

/** A matter goes before a client, a client before neither; within that a person before a grade before neither. */
export function rateFor(rates: readonly ChargeRate[], work: RatedWork): FoundRate {
  const fixed = work.entryPencePerHour
  if (fixed !== undefined && fixed !== null) return { kind: 'rate', pencePerHour: fixed, level: 'entry', from: null }
  let best: ChargeRate | undefined
  let isTie = false
  for (const rate of rates) {
    if (!applies(rate, work)) continue
    const order = best ? rank(rate) - rank(best) || compareText(rate.from, best.from) : 1
    if (order > 0) best = rate
    isTie = order === 0 || (isTie && order < 0)
  }
  if (!best) return { kind: 'no_rate' }
  const { pencePerHour, from } = best
  return isTie
    ? { kind: 'conflict', level: levelOf(best), from }
    : { kind: 'rate', pencePerHour, level: levelOf(best), from }
}

function applies(rate: ChargeRate, work: RatedWork): boolean {
  const isInForce = rate.from <= work.date && (rate.to === undefined || rate.to === null || work.date < rate.to)
  return (
    isInForce &&
    isFor(rate.matter, work.matter) &&
    isFor(rate.client, work.client) &&
    isFor(rate.person, work.person) &&
    isFor(rate.grade, work.grade)
  )
}

function isFor(named: string | null | undefined, actual: string | null | undefined): boolean {
  return isAbsent(named) || named === actual
}

function rank({ matter, client, person, grade }: Names): number {
  const what = isAbsent(matter) ? (isAbsent(client) ? 0 : 1) : 2
  const who = isAbsent(person) ? (isAbsent(grade) ? 0 : 1) : 2
  return what * 3 + who
}

function levelOf({ matter, client, person, grade }: Names): string {
  const what = isAbsent(matter) ? (isAbsent(client) ? [] : ['client']) : ['matter']
  const who = isAbsent(person) ? (isAbsent(grade) ? [] : ['grade']) : ['person']
  return [...what, ...who].join('+') || 'default'
}

function isAbsent(name: string | null | undefined): name is null | undefined {
  return name === undefined || name === null
}

function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
