// A charge rate as its form holds it, read into a record or into what is wrong; rates in words. Pure.
import { type FoundRate, rateFor } from '../../domain/charge-rate-lookup.ts'
import { formatDate, formatPence } from '../../domain/format.ts'
import type { Recorded } from '../../domain/kinds.ts'
import type { ChargeRate } from '../../domain/legal-practice.ts'
import type { Grade } from '../../domain/legal-words.ts'
import { addDays, type LocalDate } from '../../domain/local-date.ts'
import type { FormError } from '../parts/form/error-summary.tsx'
import { type TypedMoment, typedMoment } from '../parts/form/typed-date.ts'
import { noDate, readAmount, readDay, readOptionalDay } from './read-typed.ts'

type Rate = Recorded<'charge_rate'>

/** Empty: any. A matter has its council, a person their grade. */
export interface RateDraft {
  readonly matterId: string
  readonly councilId: string
  readonly personId: string
  readonly grade: Grade | ''
  readonly pounds: string
  readonly from: TypedMoment
  readonly last: TypedMoment
}

export const newRateDraft = (today: LocalDate): RateDraft => ({
  ...{ matterId: '', councilId: '', personId: '', grade: '', pounds: '', from: typedMoment(today), last: noDate },
})

export const draftOfRate = (rate: ChargeRate): RateDraft => ({
  matterId: rate.matterId ?? '',
  councilId: rate.councilId ?? '',
  personId: rate.personId ?? '',
  grade: rate.grade ?? '',
  pounds: String(rate.pencePerHour / 100),
  from: typedMoment(rate.from),
  last: rate.to === null ? noDate : typedMoment(addDays(rate.to, -1)),
})

export type ReadRate =
  | { readonly ok: true; readonly rate: ChargeRate }
  | { readonly ok: false; readonly errors: FormError[] }

export function readRateDraft(draft: RateDraft, teamId: string): ReadRate {
  const errors: FormError[] = []
  const pounds = readAmount(draft.pounds)
  const pencePerHour = pounds === null || pounds === undefined ? undefined : Math.round(pounds * 100)
  if (pencePerHour === undefined || pencePerHour > 10_000_000)
    errors.push({ fieldId: 'rate-pounds', message: 'The rate must be pounds an hour, such as 84.50' })
  const from = readDay(draft.from, 'rate-from', 'The first day', errors)
  const last = readOptionalDay(draft.last, 'rate-last', 'The last day', errors)
  if (from && last && last < from)
    errors.push({ fieldId: 'rate-last-day', message: 'The last day must be on or after the first day' })
  if (errors.length > 0 || pencePerHour === undefined || !from) return { ok: false, errors }
  const rate = {
    ...{ teamId, from, to: last ? addDays(last, 1) : null, pencePerHour },
    matterId: draft.matterId || null,
    councilId: draft.matterId ? null : draft.councilId || null,
    personId: draft.personId || null,
    grade: draft.personId ? null : draft.grade || null,
  }
  return { ok: true, rate }
}

export interface Names {
  readonly matter: (id: string) => string
  readonly council: (id: string) => string
  readonly person: (id: string) => string
}

/** "Leila Okafor for Ashby", "Grade B", "All work". */
export function rateWords({ matterId, councilId, personId, grade }: ChargeRate, names: Names): string {
  const who = personId !== null ? names.person(personId) : grade !== null ? `Grade ${grade}` : ''
  const what =
    matterId !== null ? `matter ${names.matter(matterId)}` : councilId !== null ? names.council(councilId) : ''
  if (!what) return who || 'All work'
  return who ? `${who} for ${what}` : `Everybody for ${what}`
}

/** What goes first, goes first here: a matter before a council before neither, a person before a grade; then the latest. */
export function inOrderOfUse(rates: readonly Rate[]): Rate[] {
  const rank = ({ matterId, councilId, personId, grade }: Rate) =>
    (matterId !== null ? 6 : councilId !== null ? 3 : 0) + (personId !== null ? 2 : grade !== null ? 1 : 0)
  return [...rates].sort(
    (a, b) => rank(b) - rank(a) || (a.grade ?? '').localeCompare(b.grade ?? '') || (a.from < b.from ? 1 : -1),
  )
}

const workOf = ({ matterId, councilId, personId, grade }: ChargeRate) =>
  [matterId, councilId, personId, grade].join(' ')

/** Rates for the same work from the same day: which of them counts cannot be known, so nothing is charged at either. */
export function conflictingRates(rates: readonly Rate[]): (readonly Rate[])[] {
  const groups = new Map<string, Rate[]>()
  for (const rate of rates) {
    const key = `${workOf(rate)} ${rate.from}`
    groups.set(key, [...(groups.get(key) ?? []), rate])
  }
  return [...groups.values()].filter((group) => group.length > 1)
}

/** A later rate for the same work takes the place of an earlier one, whether or not that was given a last day. */
export function rateState(
  rate: ChargeRate,
  rates: readonly ChargeRate[],
  today: LocalDate,
): 'now' | 'ahead' | 'replaced' | 'over' {
  const holds = ({ from, to }: ChargeRate) => from <= today && (to === null || today < to)
  if (rate.from > today) return 'ahead'
  if (!holds(rate)) return 'over'
  const isReplaced = rates.some((each) => workOf(each) === workOf(rate) && holds(each) && each.from > rate.from)
  return isReplaced ? 'replaced' : 'now'
}

export interface Work {
  readonly date: LocalDate
  readonly matterId: string | null
  readonly councilId: string | null
  readonly personId: string | null
  readonly grade: Grade | null
}

export const rateOfWork = (rates: readonly ChargeRate[], work: Work): FoundRate =>
  rateFor(
    rates.map(({ pencePerHour, from, to, matterId, councilId, personId, grade }) => ({
      ...{ pencePerHour, from, to, matter: matterId, client: councilId, person: personId, grade },
    })),
    { date: work.date, matter: work.matterId, client: work.councilId, person: work.personId, grade: work.grade },
  )

const levelWords: Readonly<Record<string, string>> = {
  matter: 'the matter’s rate',
  client: 'the council’s rate',
  person: 'the person’s rate',
  grade: 'the grade’s rate',
  default: 'the rate of all work',
}

/** "£84.50 an hour: the grade's rate, from 1 April 2026". */
export function foundWords(found: FoundRate): string {
  if (found.kind === 'no_rate') return 'No rate: such an entry is listed as unpriced, never as £0'
  if (found.kind === 'conflict')
    return `Two rates from ${formatDate(found.from)} contradict each other: such an entry is listed as unpriced`
  const [what, who] = found.level.split('+')
  const level = who ? `the ${who}’s rate for the ${what === 'client' ? 'council' : what}` : levelWords[what ?? '']
  return `${formatPence(found.pencePerHour)} an hour: ${level}${found.from ? `, from ${formatDate(found.from)}` : ''}`
}
