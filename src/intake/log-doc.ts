// A folded incident -> the record that is kept. Nothing of the device or of the moment goes into it: the same file makes the
// same records everywhere.
import { cellsOn } from '../domain/desk-settings.ts'
import type { Incident } from '../domain/incident.ts'
import { type IncidentState, type Priority, type PriorityCells, stateFlags } from '../domain/incident-words.ts'
import { DEFAULT_ZONE, localDateAt, type Zone, zoneOf } from '../domain/zone.ts'
import type { LogField, LogTables } from './incident-log.ts'
import { cut, lineOf } from './log-cells.ts'
import { type Course, courseOf, fitLines, notBefore } from './log-course.ts'
import { meaningIn, momentsOfFacts, momentsOfRows, oddStateIn } from './log-events.ts'
import { eventAt, eventSize, type Folded, type FoldedIncident } from './log-fold.ts'
import { textHash } from './text-hash.ts'

/** What a person should know about an incident that was made so. */
export type Remark =
  | 'madeTitle'
  | 'disordered'
  | 'oddState'
  | 'noState'
  | 'noResolvedTime'
  | 'resolvedBeforeRaised'
  | 'noPriority'
  | 'shortened'

export interface DocRules {
  readonly folded: Folded
  readonly tables: LogTables
  readonly source: string
  readonly importId: string
  /** Of times in the file. */
  readonly zone: Zone
  readonly matrices: readonly { readonly from: string; readonly cells: PriorityCells }[]
}
export interface MadeDoc {
  readonly doc: Incident
  readonly remarks: readonly Remark[]
}

const mostLines = 500
/** One record of an op of 64 KB, beside what the op says of it. */
const mostDocBytes = 48 * 1024

/** Where an incident belongs, if its council is known. */
export function councilOf(incident: FoldedIncident, { folded, tables }: DocRules): string | null {
  return meaningIn(tables.council, wordIn(incident, folded, 'council')) ?? tables.councilForOthers
}

export function makeDoc(incident: FoldedIncident, councilId: string, rules: DocRules): MadeDoc {
  const { folded, tables, source, importId, zone } = rules
  const word = (field: LogField) => wordIn(incident, folded, field)
  const name = (field: LogField) => cut(word(field), 200)
  const has = (field: LogField) => folded.fields.includes(field)
  const remarks: Remark[] = []
  const remark = (on: boolean, which: Remark) => on && remarks.push(which)

  const raisedAt = raisedAtOf(incident)
  const times = { ...incident, resolved: notBefore(incident.resolved, raisedAt, zone) }
  const ownState = meaningIn(tables.state, word('state')) ?? stateOfTimes(times)
  const moments =
    momentsOfRows(incident, folded.words, tables, { assignee: has('assignee'), team: has('team') }) ??
    momentsOfFacts(times, raisedAt, word('openedBy'), ownState, oddStateIn(tables, word('state')))
  const course = courseOf(moments, raisedAt, zone)
  const state = course.state ?? ownState
  const about = aboutOf(incident, word)
  remark(about.isMade, 'madeTitle')
  remark(course.isDisordered, 'disordered')
  remark(course.hasOddState, 'oddState')
  remark(course.state === undefined && word('state') === '', 'noState')
  const resolvedAt = resolvedAtOf(times, state, course, has('resolved'))
  remark(state === 'closed' && resolvedAt === null, 'noResolvedTime')
  remark(resolvedAt !== null && resolvedAt < raisedAt, 'resolvedBeforeRaised')
  const importance = importanceOf(rules, word, raisedAt)
  remark(!importance.isTold, 'noPriority')
  const systemId = meaningIn(tables.system, word('system')) ?? null
  const doc: Incident = {
    councilId,
    type: meaningIn(tables.type, word('type')) ?? 'incident',
    raisedAt,
    raisedById: '',
    followsId: null,
    source: cut(source, 200),
    sourceKey: incident.key,
    number: incident.number,
    importId,
    ...about.fields,
    requesterId: null,
    requesterName: name('requester'),
    divisionId: null,
    systemId,
    systemName: systemId === null ? name('system') : '',
    category: name('category'),
    ...importance.fields,
    state,
    flags: stateFlags[state],
    stateAt: course.stateAt,
    resolvedAt,
    closedAt: closedAtOf(times, state, course),
    reopenCount: has('reopens') ? countIn(word('reopens')) : course.reopens,
    resolution: incident.resolution,
    assigneeId: null,
    assigneeName: name('assignee'),
    teamId: null,
    teamName: name('team'),
    outageId: null,
    escalation: null,
    history: [...fitLines(course.lines, mostLines)],
  }
  const fitted = fitDoc(doc)
  remark(fitted !== doc || course.lines.length > mostLines, 'shortened')
  return { doc: fitted, remarks }
}

const wordIn = (incident: FoldedIncident, { fields, words }: Folded, field: LogField) =>
  words.at(incident.words[fields.indexOf(field)] ?? 0)

/** Where it is not said: the time of the first row. */
export function raisedAtOf({ opened, events }: FoldedIncident): number {
  if (!Number.isNaN(opened)) return opened
  let first = Number.POSITIVE_INFINITY
  for (let at: number = eventAt.at; at < events.length; at += eventSize) first = Math.min(first, events[at] || first)
  return first
}

function stateOfTimes({ resolved, closed }: Pick<FoldedIncident, 'resolved' | 'closed'>): IncidentState {
  if (!Number.isNaN(closed)) return 'closed'
  return Number.isNaN(resolved) ? 'new' : 'resolved'
}

/** The file's own word counts where it has a column for it; what its rows say of the course, where it has none. */
function resolvedAtOf(times: FoldedIncident, state: IncidentState, course: Course, isTold: boolean): number | null {
  if (state !== 'resolved' && state !== 'closed') return null
  if (!isTold) return course.doneAt ?? null
  return Number.isNaN(times.resolved) ? null : times.resolved
}

function closedAtOf({ closed }: FoldedIncident, state: IncidentState, course: Course): number | null {
  if (state !== 'closed' && state !== 'cancelled') return null
  return Number.isNaN(closed) ? course.stateAt : closed
}

/** The file's priority is what its own desk's matrix gave; where it says none, ours of that day does. */
function importanceOf({ tables, matrices }: DocRules, word: (field: LogField) => string, raisedAt: number) {
  const impact = meaningIn(tables.impact, word('impact')) ?? 'person'
  const urgency = meaningIn(tables.urgency, word('urgency')) ?? 'medium'
  const told = meaningIn(tables.priority, word('priority'))
  const day = localDateAt(zoneOf(DEFAULT_ZONE), raisedAt)
  const priority: Priority = told ?? cellsOn(matrices, day)[impact][urgency]
  return {
    isTold: told !== undefined,
    fields: { impact, urgency, matrixPriority: priority, priority, overrideReason: '' },
  }
}

/** Without a title, its category and what follows make one; with one, what has no field of its own follows the text. */
function aboutOf({ text, number }: FoldedIncident, word: (field: LogField) => string) {
  const title = lineOf(word('title'), 300)
  const parts = (fields: readonly LogField[]) => fields.map(word).filter((part) => part !== '')
  if (title === '') {
    const made = lineOf(parts(['category', 'subcategory', 'symptom']).join(', '), 300)
    return { isMade: true, fields: { title: made || `Incident ${number}`.trim(), text } }
  }
  const whole = [text, parts(['subcategory', 'symptom']).join(', ')].filter((part) => part !== '').join('\n\n')
  return { isMade: false, fields: { title, text: cut(whole, 8000).trim() } }
}

const countIn = (word: string) => Math.min(10_000_000, Math.max(0, Math.floor(Number(word)) || 0))

export const jsonBytes = (value: unknown): number => new TextEncoder().encode(JSON.stringify(value)).length

/** As it is when an op can hold it; else with fewer lines, then with shorter texts. */
function fitDoc(doc: Incident): Incident {
  // These fit whatever their letters are: measuring each would cost more than making it.
  if (doc.history.length < 8 && doc.text.length + doc.resolution.length < 6000) return doc
  let fitted = doc
  for (let most = mostLines / 2; most > 2 && jsonBytes(fitted) > mostDocBytes; most /= 2) {
    const texts = most > 10 ? {} : { text: cut(doc.text, 2000), resolution: cut(doc.resolution, 2000) }
    fitted = { ...doc, ...texts, history: [...fitLines(doc.history, Math.ceil(most))] }
  }
  return fitted
}

/** What a file says of an incident, as a short text to compare. What no file says, and which import it was, is not in it. */
export function docHash(doc: Incident): string {
  const { councilId, importId, followsId, outageId, escalation, flags, history, ...said } = doc
  const lines = history.map(({ at, by, state, priority, assignee, team, text }) => [
    at,
    by,
    state,
    priority,
    assignee,
    team,
    text,
  ])
  const fields = Object.keys(said).sort() as (keyof typeof said)[]
  return textHash(JSON.stringify([fields.map((field) => said[field]), lines]))
}
