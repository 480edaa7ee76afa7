// What a manager types about a fact, whatever it is of: whose it is, from when, and where it comes from. Pure.
import type { AssumptionSource } from '../../domain/assumption.ts'
import type { LocalDate } from '../../domain/local-date.ts'
import type { FormError } from '../parts/form/error-summary.tsx'
import { dateProblemWords, readTypedMoment, type TypedMoment, typedMoment } from '../parts/form/typed-date.ts'

export interface SaidDraft {
  readonly councilIds: readonly string[]
  readonly from: TypedMoment
  readonly source: AssumptionSource
  readonly asOf: TypedMoment
  readonly note: string
}

export interface SaidArgs {
  readonly councilIds: string[]
  readonly from: LocalDate
  readonly source: AssumptionSource
  readonly asOf: LocalDate
  readonly note: string
}

export type Read<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly errors: readonly FormError[] }

/** The first answer holds for the year so far, a later one from today on. */
export const newSaid = (
  councilIds: readonly string[],
  today: LocalDate,
  yearFrom: LocalDate,
  isFirst: boolean,
): SaidDraft => ({
  councilIds,
  from: typedMoment(isFirst ? yearFrom : today),
  source: 'asked',
  asOf: typedMoment(today),
  note: '',
})

export function readSaid(draft: SaidDraft): Read<SaidArgs> {
  const [from, asOf] = [readTypedMoment(draft.from, false), readTypedMoment(draft.asOf, false)]
  const errors: FormError[] = []
  if (draft.councilIds.length === 0) errors.push({ fieldId: 'said-councils', message: 'Choose at least one council' })
  if ('problem' in from)
    errors.push({ fieldId: `said-from-${from.part}`, message: dateProblemWords('The first day', from) })
  if ('problem' in asOf)
    errors.push({ fieldId: `said-as-of-${asOf.part}`, message: dateProblemWords('The day it was said', asOf) })
  if ('problem' in from || 'problem' in asOf || errors.length > 0) return { ok: false, errors }
  const { source, note, councilIds } = draft
  return {
    ok: true,
    value: { councilIds: [...councilIds], from: from.date, source, asOf: asOf.date, note: note.trim() },
  }
}

/** Two readings as one: the values of both, or the errors of both. */
export function readBoth<A, B>(first: Read<A>, second: Read<B>): Read<A & B> {
  if (first.ok && second.ok) return { ok: true, value: { ...first.value, ...second.value } }
  return { ok: false, errors: [first, second].flatMap((read) => (read.ok ? [] : read.errors)) }
}

/** "1,234.50" and "£32.59" as numbers, "18 %" as 18; undefined when it is no number of 0 or more. */
export function readNumber(typed: string): number | undefined {
  const text = typed.replaceAll(/[,£%\s]/g, '')
  return /^\d+(\.\d+)?$|^\.\d+$/.test(text) ? Number(text) : undefined
}
