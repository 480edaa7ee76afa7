// What a desk works with: its priorities, teams, templates, saved views and imports.
import * as z from 'zod/mini'
import { idSchema } from './id-schema.ts'
import {
  givenNameSchema,
  impactSchema,
  personIdSchema,
  prioritySchema,
  titleSchema,
  urgencySchema,
} from './incident.ts'
import { defaultCells, incidentTypes, type PriorityCells } from './incident-words.ts'
import { countSchema, defineKind, instantSchema, localDateSchema, nameSchema, textSchema } from './record.ts'
import { catalogueScope, sharedNotesScope, userScope } from './scope.ts'

const cellSchema = z.object({
  critical: prioritySchema,
  high: prioritySchema,
  medium: prioritySchema,
  low: prioritySchema,
})
/** The partnership's impact x urgency from a date on; the latest on or before a day holds. */
export const priorityMatrixSchema = z.object({
  from: localDateSchema,
  cells: z.object({ department: cellSchema, group: cellSchema, person: cellSchema }),
})
export const priorityMatrixKind = defineKind(
  'priority_matrix',
  priorityMatrixSchema,
  { matrix: ['from', 'cells'] },
  () => catalogueScope,
)

/** What holds on a London day ('YYYY-MM-DD'). */
export function cellsOn(
  matrices: readonly { readonly from: string; readonly cells: PriorityCells }[],
  date: string,
): PriorityCells {
  const inForce = matrices.filter(({ from }) => from <= date).sort((a, b) => (a.from < b.from ? -1 : 1))
  return inForce.at(-1)?.cells ?? defaultCells
}

/** Who works on incidents together. Not the legal `team`. */
export const deskTeamSchema = z.object({ name: nameSchema, personIds: z.array(personIdSchema).check(z.maxLength(200)) })
export const deskTeamKind = defineKind(
  'desk_team',
  deskTeamSchema,
  { about: ['name'], people: ['personIds'] },
  () => catalogueScope,
)

export const incidentTemplateSchema = z.object({
  name: nameSchema,
  type: z.enum(incidentTypes),
  title: titleSchema,
  text: textSchema,
  systemId: z.nullable(idSchema),
  category: givenNameSchema,
  impact: impactSchema,
  urgency: urgencySchema,
})
export const incidentTemplateKind = defineKind(
  'incident_template',
  incidentTemplateSchema,
  { template: ['name', 'type', 'title', 'text', 'systemId', 'category', 'impact', 'urgency'] },
  () => catalogueScope,
)

/** A search that has a name: a person's own, or (`ownerId` null) the desk's. */
export const savedViewSchema = z.object({
  ownerId: z.nullable(personIdSchema),
  name: nameSchema,
  /** As it is typed into the search box. */
  query: z.string().check(z.maxLength(1000)),
})
export const savedViewKind = defineKind(
  'saved_view',
  savedViewSchema,
  { owner: ['ownerId'], about: ['name', 'query'] },
  (doc) => (doc.ownerId === null ? sharedNotesScope : userScope(doc.ownerId)),
)

/** One file that was brought in; its id comes from the file's content, as the incidents' do. */
export const importRunSchema = z.object({
  fileName: z.string().check(z.maxLength(300)),
  at: instantSchema,
  byId: personIdSchema,
  rows: countSchema,
  incidents: countSchema,
  undoneAt: z.nullable(instantSchema),
})
export const importRunKind = defineKind(
  'import_run',
  importRunSchema,
  { run: ['fileName', 'at', 'byId', 'rows', 'incidents'], undone: ['undoneAt'] },
  () => sharedNotesScope,
)
