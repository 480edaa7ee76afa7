// Reading what is typed into the forms of matters and of the practice; what is wrong is collected for the error summary.
import type { FormError } from '../parts/form/error-summary.tsx'
import { dateProblemWords, readTypedMoment, type TypedMoment, type TypedPart } from '../parts/form/typed-date.ts'

export const noDate: TypedMoment = { day: '', month: '', year: '', time: '' }

/** YYYY-MM-DD; undefined after adding what is wrong. `id` is the field's, `name` what its message begins with. */
export function readDay(typed: TypedMoment, id: string, name: string, errors: FormError[]): string | undefined {
  const read = readTypedMoment(typed, false)
  if ('date' in read) return read.date
  errors.push({ fieldId: `${id}-${read.part}`, message: dateProblemWords(name, read) })
  return undefined
}

/** As readDay; null where nothing at all is typed. */
export const readOptionalDay = (
  typed: TypedMoment,
  id: string,
  name: string,
  errors: FormError[],
): string | null | undefined =>
  [typed.day, typed.month, typed.year].every((part) => part.trim() === '') ? null : readDay(typed, id, name, errors)

/** null where nothing is typed, undefined where it is no number of 0 or more. "1,200.5" is read, so is "£80". */
export function readAmount(typed: string): number | null | undefined {
  const text = typed
    .trim()
    .replace(/^£\s*/, '')
    .replace(/,(?=\d{3}(\D|$))/g, '')
  if (text === '') return null
  return /^(\d+(\.\d*)?|\.\d+)$/.test(text) ? Number(text) : undefined
}

const dateParts: readonly TypedPart[] = ['day', 'month', 'year']

/** What a date field shows of the errors: those of its parts. */
export function dayError(
  errors: readonly FormError[],
  id: string,
): { readonly error: string | undefined; readonly errorPart: TypedPart | undefined } {
  const part = dateParts.find((each) => errors.some(({ fieldId }) => fieldId === `${id}-${each}`))
  return { error: errors.find(({ fieldId }) => fieldId === `${id}-${part}`)?.message, errorPart: part }
}
