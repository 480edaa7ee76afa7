// Head counts as they are typed, and the reading of them.
import type { Division } from '../../domain/partnership.ts'
import type { FormError } from '../parts/form/error-summary.tsx'
import type { TypedMoment } from '../parts/form/typed-date.ts'
import { dateProblemWords, readTypedMoment } from '../parts/form/typed-date.ts'

type HeadCounts = Division['headCounts']

export interface CountsDraft {
  readonly from: TypedMoment
  /** What is typed, by council; empty is nobody. */
  readonly people: Readonly<Record<string, string>>
}

export const countFieldId = (councilId: string): string => `people-${councilId}`
export const countsFromId = 'people-from'

export type ReadCounts =
  | { readonly ok: true; readonly headCounts: HeadCounts }
  | { readonly ok: false; readonly errors: readonly FormError[] }

/** Adds what is typed to the counts before it; an entry of the same day is replaced. Ascending by date. */
export function readCounts(draft: CountsDraft, before: HeadCounts, councilName: (id: string) => string): ReadCounts {
  const errors: FormError[] = []
  const from = readTypedMoment(draft.from, false)
  if ('problem' in from)
    errors.push({ fieldId: `${countsFromId}-${from.part}`, message: dateProblemWords('The date', from) })
  const people: Record<string, number> = {}
  for (const [councilId, typed] of Object.entries(draft.people)) {
    const text = typed.trim().replaceAll(',', '')
    if (text === '') continue
    if (/^\d{1,7}$/.test(text)) people[councilId] = Number(text)
    else
      errors.push({
        fieldId: countFieldId(councilId),
        message: `People at ${councilName(councilId)} must be a whole number`,
      })
  }
  if ('problem' in from || errors.length > 0) return { ok: false, errors }
  const kept = before.filter((entry) => entry.from !== from.date)
  const headCounts = [...kept, { from: from.date, people }].sort((a, b) => a.from.localeCompare(b.from))
  return { ok: true, headCounts }
}

/** The entry that holds on a local date (YYYY-MM-DD). */
export const countsOn = (headCounts: HeadCounts, on: string): HeadCounts[number] | undefined =>
  [...headCounts].sort((a, b) => a.from.localeCompare(b.from)).findLast((entry) => entry.from <= on)

export const totalPeople = (entry: HeadCounts[number] | undefined): number =>
  Object.values(entry?.people ?? {}).reduce((total, count) => total + count, 0)
