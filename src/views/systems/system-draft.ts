// A system as its form holds it: typed texts, read into a record or into what is wrong with them. Pure.
import type { Agreement, System } from '../../domain/system.ts'
import type { FormError } from '../parts/form/error-summary.tsx'
import { readTypedMoment, type TypedMoment, typedMoment } from '../parts/form/typed-date.ts'

export interface AgreementDraft {
  /** Tells the form's entries apart while they are edited. */
  readonly key: number
  readonly from: TypedMoment
  readonly calendarId: string | undefined
  /** Percent; empty: no target. */
  readonly target: string
  /** Hours; empty: the partnership's setting. */
  readonly notice: string
}

export interface SystemDraft {
  readonly name: string
  readonly about: string
  readonly owner: string
  readonly agreements: readonly AgreementDraft[]
  readonly isRetired: boolean
  readonly retiredOn: TypedMoment
}

const noDate = { day: '', month: '', year: '', time: '' }

export const newAgreement = (key: number, today: string, like?: AgreementDraft): AgreementDraft => ({
  key,
  from: typedMoment(today),
  calendarId: like?.calendarId,
  target: like?.target ?? '',
  notice: like?.notice ?? '',
})

export const newSystem = (today: string, calendarId: string | undefined): SystemDraft => ({
  name: '',
  about: '',
  owner: '',
  agreements: [{ ...newAgreement(0, today), calendarId }],
  isRetired: false,
  retiredOn: noDate,
})

export const draftOfSystem = (system: System): SystemDraft => ({
  name: system.name,
  about: system.about,
  owner: system.owner,
  agreements: [...system.agreements]
    .sort((a, b) => (a.from < b.from ? -1 : 1))
    .map(({ from, calendarId, targetPercent, noticeMinutes }, key) => ({
      key,
      from: typedMoment(from),
      calendarId,
      target: targetPercent === null ? '' : String(targetPercent),
      notice: noticeMinutes === null ? '' : String(noticeMinutes / 60),
    })),
  isRetired: system.retiredOn !== null,
  retiredOn: system.retiredOn === null ? noDate : typedMoment(system.retiredOn),
})

export type ReadSystem =
  | { readonly ok: true; readonly system: System }
  | { readonly ok: false; readonly errors: FormError[] }

export function readSystemDraft(draft: SystemDraft): ReadSystem {
  const errors: FormError[] = []
  const name = draft.name.trim()
  if (name === '') errors.push({ fieldId: 'system-name', message: 'Give the system a name' })
  const agreements = draft.agreements.map((agreement) => readAgreement(agreement, errors))
  const dates = agreements.map((agreement) => agreement?.from)
  for (const [i, date] of dates.entries())
    if (date !== undefined && dates.indexOf(date) < i)
      errors.push({
        fieldId: `agreement-${draft.agreements[i]?.key}-from-day`,
        message: 'Two agreements begin on one day: give each its own day',
      })
  const retiredOn = draft.isRetired ? readDay(draft.retiredOn, 'system-retired', 'The day of retirement', errors) : null
  const { about, owner } = draft
  if (errors.length > 0 || retiredOn === undefined) return { ok: false, errors }
  const kept = agreements.flatMap((agreement) => agreement ?? [])
  return { ok: true, system: { name, about: about.trim(), owner: owner.trim(), agreements: kept, retiredOn } }
}

function readAgreement(draft: AgreementDraft, errors: FormError[]): Agreement | undefined {
  const id = `agreement-${draft.key}`
  const from = readDay(draft.from, `${id}-from`, 'The first day', errors)
  const { calendarId } = draft
  if (calendarId === undefined) errors.push({ fieldId: `${id}-calendar`, message: 'Choose the agreed hours' })
  const targetPercent = readNumber(draft.target)
  if (targetPercent === undefined || (targetPercent !== null && (targetPercent < 0 || targetPercent > 100)))
    errors.push({ fieldId: `${id}-target`, message: 'The target must be a number from 0 to 100, such as 99.5' })
  const hours = readNumber(draft.notice)
  const noticeMinutes = hours === null || hours === undefined ? hours : Math.round(hours * 60)
  if (noticeMinutes === undefined || (noticeMinutes !== null && (noticeMinutes < 0 || noticeMinutes > 525_600)))
    errors.push({ fieldId: `${id}-notice`, message: 'The notice must be a number of hours, such as 72' })
  if (from === undefined || calendarId === undefined || targetPercent === undefined || noticeMinutes === undefined)
    return undefined
  return { from, calendarId, targetPercent, noticeMinutes }
}

/** null where nothing is typed, undefined where it is no number. */
function readNumber(typed: string): number | null | undefined {
  const text = typed.trim().replace(/\s*%$/, '').replace(',', '.')
  if (text === '') return null
  return /^\d+(\.\d+)?$/.test(text) ? Number(text) : undefined
}

function readDay(typed: TypedMoment, id: string, name: string, errors: FormError[]): string | undefined {
  const read = readTypedMoment(typed, false)
  if ('date' in read) return read.date
  const message = read.problem === 'missing' ? `${name} must have a ${read.part}` : `${name} must be a real date`
  errors.push({ fieldId: `${id}-${read.part}`, message })
  return undefined
}
