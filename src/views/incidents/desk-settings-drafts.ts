// Teams, templates and priority tables as their forms hold them, read into records or into what is wrong. Pure.
import {
  type ImpactSize,
  impacts,
  type Priority,
  type PriorityCells,
  type Urgency,
  urgencies,
} from '../../domain/incident-words.ts'
import type { DocOf } from '../../domain/kinds.ts'
import { readDay } from '../legal/read-typed.ts'
import type { FormError } from '../parts/form/error-summary.tsx'
import type { TypedMoment } from '../parts/form/typed-date.ts'

type Read<V> = { readonly ok: true; readonly doc: V } | { readonly ok: false; readonly errors: readonly FormError[] }

const readOf = <V>(doc: V, errors: readonly FormError[]): Read<V> =>
  errors.length > 0 ? { ok: false, errors } : { ok: true, doc }

type Team = DocOf<'desk_team'>
export const emptyTeam: Team = { name: '', personIds: [] }
export const teamNameId = 'desk-team-name'

/** `others`: names of the other teams, for two of one name cannot be told apart. */
export function readTeam({ name, personIds }: Team, others: readonly string[]): Read<Team> {
  const given = name.trim()
  const isTaken = others.some((other) => other.trim().toLowerCase() === given.toLowerCase())
  return readOf({ name: given, personIds }, [
    ...(given === '' ? [{ fieldId: teamNameId, message: 'Give the team a name' }] : []),
    ...(isTaken ? [{ fieldId: teamNameId, message: `There is a team called ${given} already` }] : []),
  ])
}

type Template = DocOf<'incident_template'>
export const emptyTemplate: Template = {
  ...{ name: '', type: 'incident', title: '', text: '', systemId: null, category: '' },
  ...{ impact: 'person', urgency: 'medium' },
}
export const templateNameId = 'template-name'
export const templateTitleId = 'template-title'

export function readTemplate(template: Template): Read<Template> {
  const { name, title, text, category } = template
  const doc = { ...template, name: name.trim(), title: title.trim(), text: text.trim(), category: category.trim() }
  return readOf(doc, [
    ...(doc.name === '' ? [{ fieldId: templateNameId, message: 'Give the template a name' }] : []),
    ...(doc.title === ''
      ? [{ fieldId: templateTitleId, message: 'Say what is wrong, as the template shall say it' }]
      : []),
  ])
}

export interface MatrixDraft {
  readonly from: TypedMoment
  readonly cells: PriorityCells
}
export const matrixFromId = 'matrix-from'

export const withCell = (
  cells: PriorityCells,
  impact: ImpactSize,
  urgency: Urgency,
  priority: Priority,
): PriorityCells => ({
  ...cells,
  [impact]: { ...cells[impact], [urgency]: priority },
})

interface Days {
  /** The local date, 'YYYY-MM-DD'. */
  readonly today: string
  /** First days of the other tables. */
  readonly others: readonly string[]
}

/** What was in force on past days stays as it was: a table begins today at the earliest, and on a day of its own. */
export function readMatrix({ from, cells }: MatrixDraft, { today, others }: Days): Read<DocOf<'priority_matrix'>> {
  const errors: FormError[] = []
  const date = readDay(from, matrixFromId, 'The first day', errors)
  if (date !== undefined && date < today)
    errors.push({ fieldId: `${matrixFromId}-day`, message: 'It must begin today or later: past days keep their table' })
  if (date !== undefined && others.includes(date))
    errors.push({ fieldId: `${matrixFromId}-day`, message: 'Another table begins on this day: choose another day' })
  return readOf({ from: date ?? '', cells }, errors)
}

/** More urgent or wider must not count for less: the cells that do, as sentences. Warned of, never refused. */
export function oddCells(cells: PriorityCells): string[] {
  const isLower = (a: Priority | undefined, b: Priority | undefined) => a !== undefined && b !== undefined && a > b
  const byUrgency = impacts.some((impact) =>
    urgencies.some((urgency, i) => isLower(cells[impact][urgency], cells[impact][urgencies[i + 1] ?? urgency])),
  )
  const byImpact = urgencies.some((urgency) =>
    impacts.some((impact, i) => isLower(cells[impact][urgency], cells[impacts[i + 1] ?? impact][urgency])),
  )
  return [
    ...(byUrgency ? ['Something more urgent counts for less than something less urgent.'] : []),
    ...(byImpact ? ['Something that hits more people counts for less than something that hits fewer.'] : []),
  ]
}
