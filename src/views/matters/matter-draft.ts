// A matter as its form holds it: typed texts, read into a record or into what is wrong with them. Pure.
import type { Grade, MatterType } from '../../domain/legal-words.ts'
import type { Matter } from '../../domain/matter.ts'
import { noDate, readAmount, readDay } from '../legal/read-typed.ts'
import type { FormError } from '../parts/form/error-summary.tsx'
import { type TypedMoment, typedMoment } from '../parts/form/typed-date.ts'

export interface KeyDateDraft {
  /** Tells the form's entries apart while they are edited. */
  readonly key: number
  readonly on: TypedMoment
  readonly what: string
}

export interface PartyDraft {
  readonly key: number
  readonly name: string
  readonly role: Matter['parties'][number]['role']
}

export interface MatterDraft {
  readonly teamId: string | undefined
  readonly reference: string
  readonly title: string
  readonly type: MatterType | undefined
  readonly councilId: string | undefined
  /** Empty: not known. */
  readonly divisionId: string
  readonly leadId: string
  readonly gradeWanted: Grade | ''
  /** Hours; empty: none. */
  readonly estimate: string
  readonly openedOn: TypedMoment
  readonly isClosed: boolean
  readonly closedOn: TypedMoment
  readonly outcome: Matter['outcome']
  readonly isHeld: Matter['isHeld']
  readonly keyDates: readonly KeyDateDraft[]
  readonly parties: readonly PartyDraft[]
  readonly note: string
}

export const newMatterDraft = (today: string, teamId: string | undefined, leadId: string): MatterDraft => ({
  teamId,
  reference: '',
  title: '',
  type: undefined,
  councilId: undefined,
  divisionId: '',
  leadId,
  gradeWanted: '',
  estimate: '',
  openedOn: typedMoment(today),
  isClosed: false,
  closedOn: typedMoment(today),
  outcome: null,
  isHeld: undefined,
  keyDates: [],
  parties: [],
  note: '',
})

export const draftOfMatter = (matter: Matter, today: string): MatterDraft => ({
  teamId: matter.teamId,
  reference: matter.reference,
  title: matter.title,
  type: matter.type,
  councilId: matter.councilId,
  divisionId: matter.divisionId ?? '',
  leadId: matter.leadId ?? '',
  gradeWanted: matter.gradeWanted ?? '',
  estimate: matter.estimateHours === null ? '' : String(matter.estimateHours),
  openedOn: typedMoment(matter.openedOn),
  isClosed: matter.closedOn !== null,
  closedOn: typedMoment(matter.closedOn ?? today),
  outcome: matter.outcome,
  isHeld: matter.isHeld,
  keyDates: matter.keyDates.map(({ on, what }, key) => ({ key, on: typedMoment(on), what })),
  parties: matter.parties.map(({ name, role }, key) => ({ key, name, role })),
  note: matter.note,
})

const nextKey = (rows: readonly { readonly key: number }[]) => 1 + Math.max(-1, ...rows.map(({ key }) => key))

export const withKeyDate = (rows: readonly KeyDateDraft[]): readonly KeyDateDraft[] => [
  ...rows,
  { key: nextKey(rows), on: noDate, what: '' },
]

export const withParty = (rows: readonly PartyDraft[]): readonly PartyDraft[] => [
  ...rows,
  { key: nextKey(rows), name: '', role: rows.length === 0 ? 'other_side' : 'related' },
]

/** `wallId` is put in by whoever knows whether it has a wall. */
export type ReadMatter =
  | { readonly ok: true; readonly matter: Omit<Matter, 'wallId'> }
  | { readonly ok: false; readonly errors: FormError[] }

export function readMatterDraft(draft: MatterDraft): ReadMatter {
  const errors: FormError[] = []
  const needed = <V>(value: V | undefined, field: string, message: string): V | undefined => {
    if (value === undefined || value === '') errors.push({ fieldId: `matter-${field}`, message })
    return value
  }
  const teamId = needed(draft.teamId, 'team', 'Choose the team')
  const reference = needed(draft.reference.trim(), 'reference', 'Give the matter a reference')
  const title = needed(draft.title.trim(), 'title', 'Give the matter a title')
  const councilId = needed(draft.councilId, 'council', 'Choose the council that is the client')
  const type = needed(draft.type, 'type', 'Choose the type of work')
  const estimateHours = readAmount(draft.estimate)
  if (estimateHours === undefined)
    errors.push({ fieldId: 'matter-estimate', message: 'The estimate must be a number of hours, such as 40' })
  const openedOn = readDay(draft.openedOn, 'matter-opened', 'The day it was opened', errors)
  const closedOn = draft.isClosed ? readDay(draft.closedOn, 'matter-closed', 'The day it was closed', errors) : null
  if (openedOn && closedOn && closedOn < openedOn)
    errors.push({ fieldId: 'matter-closed-day', message: 'It must be closed on or after the day it was opened' })
  const keyDates = draft.keyDates.flatMap((row) => readKeyDate(row, errors) ?? [])
  const parties = draft.parties.flatMap((row) => readParty(row, errors) ?? [])
  if (errors.length > 0 || !teamId || !reference || !title || !type || !councilId || !openedOn)
    return { ok: false, errors }
  const matter = {
    ...{ teamId, reference, title, type, councilId, openedOn, keyDates, parties },
    divisionId: draft.divisionId || null,
    leadId: draft.leadId || null,
    gradeWanted: draft.gradeWanted || null,
    estimateHours: estimateHours ?? null,
    closedOn: closedOn ?? null,
    outcome: draft.isClosed ? draft.outcome : null,
    ...(draft.isHeld === undefined ? {} : { isHeld: draft.isHeld }),
    note: draft.note.trim(),
  }
  return { ok: true, matter }
}

/** A row that was left empty is no key date. */
function readKeyDate({ key, on, what }: KeyDateDraft, errors: FormError[]): Matter['keyDates'][number] | undefined {
  const isEmpty = [on.day, on.month, on.year, what].every((text) => text.trim() === '')
  if (isEmpty) return undefined
  const id = `matter-date-${key}`
  const date = readDay(on, id, 'The key date', errors)
  if (what.trim() === '') errors.push({ fieldId: `${id}-what`, message: 'Say what the key date is for' })
  return date && what.trim() !== '' ? { on: date, what: what.trim() } : undefined
}

function readParty({ key, name, role }: PartyDraft, errors: FormError[]): Matter['parties'][number] | undefined {
  const given = name.trim()
  if (given === '') return undefined
  if (given.length < 2) {
    errors.push({ fieldId: `matter-party-${key}`, message: 'Write the party’s name in full' })
    return undefined
  }
  return { name: given, role }
}

/** What is searched for conflicts: the other side and related parties. */
export const searchedOf = ({ parties, councilId }: Pick<MatterDraft, 'parties' | 'councilId'>) => ({
  names: parties.map(({ name }) => name.trim()).filter((name) => name.length > 1),
  councilId,
})
