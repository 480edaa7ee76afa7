// How long words are kept, as the form holds it: typed numbers, read into what is set or what is wrong with them. Pure.
import { type MatterType, matterTypes } from '../../domain/legal-words.ts'
import { leastMonths, type Retention } from '../../domain/retention.ts'
import { matterTypeLabels } from '../matters/matter-words.ts'
import type { FormError } from '../parts/form/error-summary.tsx'

/** Empty: for good. */
export interface RetentionDraft {
  readonly incident: string
  readonly act: string
  readonly session: string
  readonly years: Readonly<Record<string, string>>
}

const typed = (count: number | null | undefined) => (count === null || count === undefined ? '' : String(count))

export const draftOfRetention = (retention: Retention): RetentionDraft => ({
  incident: typed(retention.incidentMonths),
  act: typed(retention.actMonths),
  session: typed(retention.sessionMonths),
  years: Object.fromEntries(matterTypes.map((type) => [type, typed(retention.narrativeYears[type])])),
})

export type ReadRetention =
  | { readonly ok: true; readonly retention: Retention }
  | { readonly ok: false; readonly errors: FormError[] }

export const yearsId = (type: MatterType): string => `keep-${type}`

export function readRetentionDraft(draft: RetentionDraft): ReadRetention {
  const errors: FormError[] = []
  const read = (text: string, fieldId: string, what: string, least: number, most: number): number | null => {
    const given = text.trim()
    if (given === '') return null
    const count = /^\d{1,5}$/.test(given) ? Number(given) : Number.NaN
    if (count >= least && count <= most) return count
    errors.push({ fieldId, message: `${what} must be a whole number from ${least} to ${most}, or empty` })
    return null
  }
  const months = (text: string, id: string, what: string) => read(text, id, what, leastMonths, 1200)
  const retention = {
    incidentMonths: months(draft.incident, 'keep-incident', 'Months for incidents'),
    narrativeYears: Object.fromEntries(
      matterTypes.flatMap((type) => {
        const years = read(draft.years[type] ?? '', yearsId(type), `Years for ${matterTypeLabels[type]}`, 1, 100)
        return years === null ? [] : [[type, years]]
      }),
    ),
    actMonths: months(draft.act, 'keep-act', 'Months for the audit trail'),
    sessionMonths: months(draft.session, 'keep-session', 'Months for signing in'),
  }
  return errors.length > 0 ? { ok: false, errors } : { ok: true, retention }
}
