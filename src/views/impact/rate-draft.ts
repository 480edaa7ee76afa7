// An hourly rate as it is typed, given or worked out, and the reading of it. Pure.
import type { HourlyRate, RateWorking } from '../../domain/assumption.ts'
import { formatFigure, formatPence } from '../../domain/format.ts'
import { hourlyCost } from '../../domain/hourly-cost.ts'
import type { FormError } from '../parts/form/error-summary.tsx'
import { type Read, readNumber } from './said-draft.ts'

type Part = keyof RateWorking

export interface RateDraft {
  readonly isWorkedOut: boolean
  /** Pounds an hour. */
  readonly given: string
  /** Pounds, weeks, hours and days; rates in percent. */
  readonly parts: Readonly<Record<Part, string>>
}

export interface PartWords {
  readonly part: Part
  readonly label: string
  readonly unit: '£' | '%' | 'weeks' | 'hours' | 'days'
  readonly most: number
}

export const rateParts: readonly PartWords[] = [
  { part: 'salary', label: 'Salary a year, on average', unit: '£', most: 10_000_000 },
  { part: 'niThreshold', label: 'Employer insurance above', unit: '£', most: 10_000_000 },
  { part: 'niRate', label: 'Employer insurance', unit: '%', most: 100 },
  { part: 'pensionRate', label: 'Employer pension', unit: '%', most: 100 },
  { part: 'overheadRate', label: 'Overheads on top', unit: '%', most: 1000 },
  { part: 'weeks', label: 'Weeks a year', unit: 'weeks', most: 53 },
  { part: 'hoursPerWeek', label: 'Hours a week', unit: 'hours', most: 168 },
  { part: 'leaveDays', label: 'Leave', unit: 'days', most: 365 },
  { part: 'bankHolidays', label: 'Bank holidays', unit: 'days', most: 365 },
  { part: 'sickTrainingDays', label: 'Sickness and training', unit: 'days', most: 365 },
]

/** To begin with; what the law and the pension fund set is to be checked before anything is published. */
const usual: RateDraft['parts'] = {
  salary: '',
  niThreshold: '5,000',
  niRate: '15',
  pensionRate: '18',
  overheadRate: '10',
  weeks: '52',
  hoursPerWeek: '37',
  leaveDays: '27',
  bankHolidays: '8',
  sickTrainingDays: '10',
}

export function draftOfRate(before: Pick<HourlyRate, 'pencePerHour' | 'working'> | undefined): RateDraft {
  if (!before) return { isWorkedOut: true, given: '', parts: usual }
  const { working, pencePerHour } = before
  const given = working ? '' : (pencePerHour / 100).toFixed(2)
  if (!working) return { isWorkedOut: false, given, parts: usual }
  const typed = ({ part, unit }: PartWords) =>
    String(unit === '%' ? Number((working[part] * 100).toFixed(6)) : working[part])
  const parts = Object.fromEntries(rateParts.map((words) => [words.part, typed(words)])) as RateDraft['parts']
  return { isWorkedOut: true, given, parts }
}

export const rateFieldId = (part: Part | 'given'): string => `rate-${part}`

export type ReadRate = Read<Pick<HourlyRate, 'pencePerHour' | 'working'>>

export function readRate(draft: RateDraft): ReadRate {
  if (!draft.isWorkedOut) {
    const pounds = readNumber(draft.given)
    if (pounds === undefined || pounds > 100_000)
      return refused([{ fieldId: rateFieldId('given'), message: 'The rate must be pounds an hour, such as 32.59' }])
    return { ok: true, value: { pencePerHour: Math.round(pounds * 100), working: null } }
  }
  const errors: FormError[] = []
  const working = Object.fromEntries(
    rateParts.map(({ part, label, unit, most }) => {
      const typed = readNumber(draft.parts[part])
      if (typed === undefined || typed > most)
        errors.push({
          fieldId: rateFieldId(part),
          message: `${label} must be a number from 0 to ${formatFigure(most)}`,
        })
      return [part, unit === '%' ? (typed ?? 0) / 100 : (typed ?? 0)]
    }),
  ) as RateWorking
  if (errors.length > 0) return refused(errors)
  const { pencePerHour } = hourlyCost(working)
  if (pencePerHour === null || pencePerHour > 10_000_000)
    return refused([{ fieldId: rateFieldId('hoursPerWeek'), message: 'No working hours are left in the year' }])
  return { ok: true, value: { pencePerHour: Math.round(pencePerHour), working } }
}

const refused = (errors: readonly FormError[]): ReadRate => ({ ok: false, errors })

/** "(£36,000.00 + £4,650.00 + £6,480.00) × 1.1 ÷ 1,591 hours = £32.59". */
export function workingWords(working: RateWorking): string {
  const { niPence, pensionPence, productiveHours, pencePerHour } = hourlyCost(working)
  const pounds = [working.salary * 100, niPence, pensionPence].map((pence) => formatPence(pence)).join(' + ')
  const result = pencePerHour === null ? 'no hours left' : formatPence(pencePerHour)
  return `(${pounds}) × ${formatFigure(1 + working.overheadRate, 4)} ÷ ${formatFigure(productiveHours, 1)} hours = ${result}`
}
