// What set-up asks, as it is typed, and the reading of it.
import * as z from 'zod/mini'
import type { FormError } from '../parts/form/error-summary.tsx'
import { readTime } from '../parts/form/typed-date.ts'

const councilSchema = z.object({ name: z.string(), shortName: z.string() })
const divisionSchema = z.object({ name: z.string(), people: z.array(z.string()) })
const draftSchema = z.object({
  partnership: z.string(),
  councils: z.array(councilSchema),
  divisions: z.array(divisionSchema),
  opens: z.string(),
  closes: z.string(),
  name: z.string(),
  email: z.string(),
})
export type SetUpDraft = z.infer<typeof draftSchema>

export const readKeptDraft = (kept: unknown): SetUpDraft | undefined => draftSchema.safeParse(kept).data

export const emptySetUp: SetUpDraft = {
  partnership: '',
  councils: [
    { name: '', shortName: '' },
    { name: '', shortName: '' },
  ],
  divisions: ['ICT', 'Legal', 'Planning', 'Benefits', 'Housing'].map((name) => ({ name, people: ['', ''] })),
  opens: '08:30',
  closes: '17:00',
  name: '',
  email: '',
}

/** Leaves out councils and divisions without a name; one council stays to be filled in. */
export function withoutBlanks(draft: SetUpDraft): SetUpDraft {
  const kept = draft.councils.flatMap(({ name }, at) => (name.trim() === '' ? [] : [at]))
  const columns = kept.length > 0 ? kept : [0]
  const divisions = draft.divisions.filter(({ name }) => name.trim() !== '')
  return {
    ...draft,
    councils: columns.map((at) => draft.councils[at] ?? { name: '', shortName: '' }),
    divisions: divisions.map(({ name, people }) => ({ name, people: columns.map((at) => people[at] ?? '') })),
  }
}

/** The control for a field that the server names: "councils.0.name", "admin.email", "code". */
export const setUpFieldId = (path: string): string => `set-up-${path.replaceAll('.', '-')}`

export interface SetUpSecrets {
  readonly code: string
  readonly password: string
}

export interface SetUpBody {
  readonly code: string
  readonly partnership: { readonly name: string }
  readonly councils: { name: string; shortName: string }[]
  readonly divisions: { name: string; people: number[] }[]
  /** HH:MM, the hours of each working day. */
  readonly officeHours: { readonly from: string; readonly to: string }
  readonly admin: { readonly name: string; readonly email: string; readonly password: string }
}

export type ReadSetUp =
  | { readonly ok: true; readonly body: SetUpBody }
  | { readonly ok: false; readonly errors: readonly FormError[] }

/** Of a draft without blanks. */
export function readSetUp(draft: SetUpDraft, { code, password }: SetUpSecrets): ReadSetUp {
  const errors: FormError[] = []
  const need = (path: string, isGiven: boolean, message: string) => {
    if (!isGiven) errors.push({ fieldId: setUpFieldId(path), message })
  }
  const divisions = draft.divisions.map(({ name, people }, row) => ({
    name: name.trim(),
    people: draft.councils.map((_, at) => readPeople(people[at] ?? '', row, at, need)),
  }))
  need('partnership.name', draft.partnership.trim() !== '', 'Give the partnership a name')
  need(
    'councils.0.name',
    draft.councils.some(({ name }) => name.trim() !== ''),
    'Name at least one council',
  )
  const [from, to] = [readTime(draft.opens), readTime(draft.closes)]
  need('officeHours.from', from !== undefined, 'Opening must be a time such as 08:30')
  need('officeHours.to', to !== undefined, 'Closing must be a time such as 17:00')
  if (from && to) need('officeHours.to', from < to, 'Closing must be after opening')
  errors.push(...personErrors({ name: draft.name, email: draft.email, code, password }))
  if (errors.length > 0 || !from || !to) return { ok: false, errors }
  return {
    ok: true,
    body: {
      code: code.trim(),
      partnership: { name: draft.partnership.trim() },
      councils: draft.councils.map(({ name, shortName }) => ({
        name: name.trim(),
        shortName: shortName.trim() || name.trim(),
      })),
      divisions,
      officeHours: { from, to },
      admin: { name: draft.name.trim(), email: draft.email.trim(), password },
    },
  }
}

/** What is missing of whoever sets up. */
export function personErrors({ name, email, code, password }: SetUpSecrets & Named): FormError[] {
  const wanted = [
    ['admin.name', name.trim() !== '', 'Give your name'],
    ['admin.email', /^[^\s@]+@[^\s@]+$/.test(email.trim()), 'Give an e-mail address, such as name@example.gov.uk'],
    ['admin.password', password.length >= 12, 'Use a password of at least 12 characters'],
    ['code', code.trim() !== '', 'Enter the set-up code'],
  ] as const
  return wanted.flatMap(([path, isGiven, message]) => (isGiven ? [] : { fieldId: setUpFieldId(path), message }))
}

interface Named {
  readonly name: string
  readonly email: string
}

type Need = (path: string, isGiven: boolean, message: string) => void

/** Nothing typed is nobody. */
function readPeople(typed: string, row: number, at: number, need: Need): number {
  const text = typed.trim().replaceAll(',', '')
  need(`divisions.${row}.people.${at}`, /^\d{0,7}$/.test(text), 'People must be a whole number')
  return Number(text) || 0
}
