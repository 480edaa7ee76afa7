// An incident as its form holds it, read into what is raised or into what is wrong. Pure.
import { cellsOn } from '../../domain/desk-settings.ts'
import { foldedText } from '../../domain/folded-text.ts'
import type { ImpactSize, IncidentType, Priority, PriorityCells, Urgency } from '../../domain/incident-words.ts'
import type { DocOf } from '../../domain/kinds.ts'
import type { FormError } from '../parts/form/error-summary.tsx'

export interface RaiseDraft {
  readonly title: string
  /** Empty: not chosen yet. */
  readonly councilId: string
  readonly text: string
  readonly systemId: string | null
  /** For somebody else: an account, or a name. Neither: for oneself. */
  readonly requesterId: string | null
  readonly requesterName: string
  readonly divisionId: string | null
  readonly impact: ImpactSize
  readonly urgency: Urgency
  readonly type: IncidentType
  readonly category: string
  readonly outageId: string | null
}

export const newRaiseDraft = (first: Partial<RaiseDraft>): RaiseDraft => ({
  ...{ title: '', councilId: '', text: '', systemId: null, requesterId: null, requesterName: '', divisionId: null },
  ...{ impact: 'person', urgency: 'medium', type: 'incident', category: '', outageId: null },
  ...first,
})

/** What was kept of a draft, if this page or an earlier version of it wrote it. */
export function keptRaiseDraft(kept: unknown, first: RaiseDraft): RaiseDraft | undefined {
  if (typeof kept !== 'object' || kept === null) return undefined
  const fields = Object.keys(first) as (keyof RaiseDraft)[]
  const isSame = fields.every((field) => field in kept)
  return isSame ? (kept as RaiseDraft) : undefined
}

/** A template fills in all but the words that are there already. */
export const withTemplate = (
  draft: RaiseDraft,
  { title, text, systemId, category, impact, urgency, type }: DocOf<'incident_template'>,
): RaiseDraft => ({
  ...draft,
  ...{ systemId: systemId ?? draft.systemId, category, impact, urgency, type },
  title: draft.title.trim() === '' ? title : draft.title,
  text: draft.text.trim() === '' ? text : draft.text,
})

type Matrices = readonly { readonly from: string; readonly cells: PriorityCells }[]

/** `today`: the London day, 'YYYY-MM-DD'. */
export const priorityOf = (
  { impact, urgency }: Pick<RaiseDraft, 'impact' | 'urgency'>,
  matrices: Matrices,
  today: string,
): Priority => cellsOn(matrices, today)[impact][urgency]

export const titleId = 'raise-title'
export const councilFieldId = 'raise-council'

/** What is wrong, in order of the fields. */
export const raiseErrors = ({ title, councilId }: RaiseDraft): FormError[] => [
  ...(title.trim() === '' ? [{ fieldId: titleId, message: 'Say in a few words what is wrong' }] : []),
  ...(councilId === '' ? [{ fieldId: councilFieldId, message: 'Choose the council' }] : []),
]

/** The arguments of raising; for oneself unless somebody else is named. */
export function raiseArgs(draft: RaiseDraft, matrixPriority: Priority, followsId: string | null) {
  const { requesterId, requesterName, title, text, ...rest } = draft
  const isForOther = requesterId !== null || requesterName !== ''
  return {
    ...rest,
    ...{ title: title.trim(), text: text.trim(), matrixPriority, followsId },
    ...(isForOther ? { requesterId, requesterName } : {}),
  }
}

interface Named {
  readonly id: string
  readonly name: string
}

/** The system that was chosen, or those that the words name. */
export function systemsMeant<S extends Named>(
  { systemId, title }: Pick<RaiseDraft, 'systemId' | 'title'>,
  systems: readonly S[],
): S[] {
  if (systemId !== null) return systems.filter(({ id }) => id === systemId)
  const said = inWords(title)
  // "email" means "E-mail", too.
  const isSaid = (name: string) =>
    ` ${said} `.includes(` ${inWords(name)} `) || said.split(' ').includes(inWords(name).replaceAll(' ', ''))
  return systems.filter(({ name }) => isSaid(name))
}

const inWords = (text: string) =>
  foldedText(text)
    .split(/[^\p{L}\p{N}]+/u)
    .filter(Boolean)
    .join(' ')
