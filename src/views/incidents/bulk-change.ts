// What is to change in many incidents at once, as it is chosen, and as the mutation takes it. Pure.
import { cellsOn } from '../../domain/desk-settings.ts'
import type { ImpactSize, IncidentState, Priority, PriorityCells, Urgency } from '../../domain/incident-words.ts'
import type { IncidentParts } from '../../domain/mutations/work-incident.ts'
import type { FormError } from '../parts/form/error-summary.tsx'
import { assignTo, assignToNobody, assignToTeam } from './assigning.ts'
import type { DeskNames } from './incident-names.ts'
import { moveQuestions } from './moves.ts'

export const changeables = {
  state: 'State',
  worker: 'Who works on them',
  priority: 'Priority',
  system: 'System',
  category: 'Category',
  outage: 'Outage behind them',
} as const
export type Changeable = keyof typeof changeables

/** Where nothing is chosen on purpose. */
export const nobody = 'nobody'
export const none = 'none'

/** Empty: not chosen yet. */
export interface BulkDraft {
  readonly what: Changeable
  readonly state: IncidentState | ''
  readonly resolution: string
  /** `nobody`, `team:{id}` or `person:{id}`. */
  readonly worker: string
  readonly impact: ImpactSize
  readonly urgency: Urgency
  /** An id or `none`. */
  readonly systemId: string
  readonly category: string
  /** An id or `none`. */
  readonly outageId: string
}

export const emptyDraft: BulkDraft = {
  ...{ what: 'state', state: '', resolution: '', worker: '', impact: 'person', urgency: 'medium' },
  ...{ systemId: '', category: '', outageId: '' },
}

export interface BulkFacts {
  readonly matrices: readonly { readonly from: string; readonly cells: PriorityCells }[]
  /** The London day, 'YYYY-MM-DD'. */
  readonly today: string
  readonly names: Pick<DeskNames, 'teams'>
}

type Read = { readonly parts: IncidentParts } | { readonly errors: readonly FormError[] }

export const fieldId = (field: keyof BulkDraft): string => `bulk-${field}`
const wrong = (field: keyof BulkDraft, message: string): Read => ({ errors: [{ fieldId: fieldId(field), message }] })
const idOf = (id: string) => (id === none ? null : id)

export function partsOf(draft: BulkDraft, facts: BulkFacts): Read {
  const { what, systemId, category, outageId } = draft
  if (what === 'state') return moveOf(draft)
  if (what === 'worker') return assignmentOf(draft, facts)
  if (what === 'priority') return priorityOf(draft, facts)
  if (what === 'system')
    return systemId === ''
      ? wrong('systemId', 'Choose a system')
      : { parts: { system: { systemId: idOf(systemId), systemName: '' } } }
  if (what === 'category')
    return category.trim() === ''
      ? wrong('category', 'Say in a word or two what they are about')
      : { parts: { categorise: { category: category.trim() } } }
  return outageId === '' ? wrong('outageId', 'Choose an outage') : { parts: { link: { outageId: idOf(outageId) } } }
}

function moveOf({ state, resolution }: BulkDraft): Read {
  if (state === '') return wrong('state', 'Choose a state')
  const missing = moveQuestions[state]?.missing
  if (missing === undefined) return { parts: { move: { state } } }
  const said = resolution.trim()
  return said === '' ? wrong('resolution', missing) : { parts: { move: { state, resolution: said } } }
}

function assignmentOf({ worker }: BulkDraft, { names }: BulkFacts): Read {
  if (worker === '') return wrong('worker', 'Choose a person or a team')
  const [kind, id = ''] = worker.split(':')
  if (kind === 'team') return { parts: { assign: assignToTeam(id) } }
  return { parts: { assign: kind === 'person' ? assignTo(id, null, names) : assignToNobody } }
}

/** What impact and urgency give by the table of the day. */
export const givenPriority = (
  { impact, urgency }: BulkDraft,
  { matrices, today }: Omit<BulkFacts, 'names'>,
): Priority => cellsOn(matrices, today)[impact][urgency]

function priorityOf(draft: BulkDraft, facts: BulkFacts): Read {
  const { impact, urgency } = draft
  const priority = givenPriority(draft, facts)
  return { parts: { prioritise: { impact, urgency, matrixPriority: priority, priority, overrideReason: '' } } }
}
