// A conflict in words: what was changed, and each of the two values with its effect. No "local", no "remote".
import type { Conflict } from '../../domain/conflict.ts'
import { formatDate, formatInstant, formatPence, formatPercent } from '../../domain/format.ts'
import { idPattern } from '../../domain/id-schema.ts'
import { levelLabels } from '../../domain/level.ts'
import { levelSchema } from '../../domain/outage.ts'
import { matrixLines, valueLines } from '../incidents/told-incident.ts'
import { elapsedWords } from '../outages/elapsed-words.ts'

export interface SideWords {
  readonly lines: readonly string[]
  /** An outage's times and level: how long it lasts, or how much of each minute counts. */
  readonly effect: string | undefined
}

const groupWords: Readonly<Record<string, string>> = {
  'outage.times': 'Start and end',
  'outage.level': 'How bad it was',
  'outage.reach': 'Which councils',
  'outage.about': 'Title, cause and workaround',
  'reach.people': 'Who was affected',
  'affected.mark': 'Hit or not',
  'segment.span': 'How bad it was, and for whom',
  'council.about': 'Name and short name',
  'division.about': 'Name and working hours',
  'system.about': 'Name, description and owner',
  'calendar.about': 'Name',
  'partnership.about': 'Name',
  'person.about': 'Name and team',
  'holiday.day': 'Date and name',
  'maintenance.times': 'Start and end',
  'division.people': 'Head counts',
  'calendar.hours': 'Opening hours',
  'system.service': 'Agreed service',
  'team.policies': 'How time becomes units',
  'post.terms': 'Grade, days, hours and target',
  'absence.when': 'Days of absence',
  'charge_rate.edge': 'What the rate is for',
  'charge_rate.value': 'Rate and days',
  'matter.about': 'Reference, title, type and client',
  'matter.allocation': 'Lead, grade and estimate',
  'matter.state': 'Opened, closed and outcome',
  'assumption.value': 'Assumption about a division',
  'hourly_rate.value': 'Hourly rate',
  'timer.work': 'What it is spent on',
  'timer.stop': 'Stopped or running',
  'narrative.text': 'What was done',
  'outage_answer.answer': 'Lost time or worked round',
  'incident.about': 'What is wrong',
  'incident.requester': 'Who asked, and of which division',
  'incident.system': 'System',
  'incident.category': 'Category',
  'incident.priority': 'Impact, urgency and priority',
  'incident.state': 'State',
  'incident.assignment': 'Who has it',
  'incident.outage': 'The outage it is because of',
  'incident.escalation': 'Escalation',
  'incident.history': 'What the file told of it',
  'priority_matrix.matrix': 'Priority table',
  'desk_team.about': 'Name',
  'desk_team.people': 'People of the team',
  'incident_template.template': 'Template',
  'saved_view.about': 'Name and search',
  'import_run.undone': 'Import taken back or kept',
}

/** "Start and end", by kind and group. */
export const groupTitle = (kind: string, group: string): string =>
  groupWords[`${kind}.${group}`] ?? (group === 'deleted' ? 'Removed or kept' : sentence(group))

export interface Telling {
  /** For leaving out this year. */
  readonly now: number
  /** The name of a council, system, division or calendar. */
  readonly nameOf: (id: string) => string | undefined
}

/** One side's value as lines of "Name: value". */
export function sideWords(
  { kind, group }: Pick<Conflict, 'kind' | 'group'>,
  value: Conflict['shown']['value'],
  telling: Telling,
): SideWords {
  if (kind === 'incident' && group !== 'deleted') {
    const lines = valueLines(value, telling)
    return { lines: lines.length > 0 ? lines : ['A value that this version cannot show'], effect: undefined }
  }
  if (kind === 'priority_matrix' && group === 'matrix') return { lines: matrixLines(value), effect: undefined }
  const lines = Object.entries(value).map(
    ([field, content]) => `${fieldTitle(field)}: ${contentWords(field, content, telling)}`,
  )
  if (kind !== 'outage') return { lines, effect: undefined }
  if (group === 'times') return { lines, effect: timesEffect(value, telling.now) }
  const isLevel = group === 'level' && typeof value.loss === 'number'
  return { lines, effect: isLevel ? `Each minute counts ${Math.round(Number(value.loss) * 100)}%` : undefined }
}

function timesEffect({ startAt, endAt }: Conflict['shown']['value'], now: number): string {
  if (typeof startAt !== 'number') return 'Still open, so it goes on counting'
  if (typeof endAt !== 'number') return `Still open: ${elapsedWords(startAt, null, now)}`
  return endAt < startAt ? 'Ends before it starts, so it counts nothing' : `Lasts ${elapsedWords(startAt, endAt, now)}`
}

const fieldWords: Readonly<Record<string, string>> = {
  startAt: 'Started',
  endAt: 'Ended',
  loss: 'Share lost',
  mark: 'By this outage',
  divisions: 'People',
  councilIds: 'Councils',
  deleted: 'Removed',
  headCounts: 'Head counts',
  pencePerHour: 'An hour',
  annualHours: 'Chargeable hours a year, full time',
  weeklyHours: 'Hours of a full-time week',
  fte: 'Share of a full-time post',
  text: 'What was done',
  chargeability: 'Charged',
  isStopped: 'Stopped',
  personIds: 'People',
  query: 'Search',
}

const fieldTitle = (field: string) => fieldWords[field] ?? sentence(field)

/** "calendarId" as "Calendar". */
function sentence(name: string): string {
  const words = name
    .replace(/(Id|Ids|At|On)$/, '')
    .replace(/([A-Z])/g, ' $1')
    .replaceAll('_', ' ')
    .trim()
    .toLowerCase()
  return words.charAt(0).toUpperCase() + words.slice(1)
}

function contentWords(field: string, content: unknown, telling: Telling): string {
  if (field === 'endAt' && content === null) return 'still open'
  if (content === null || content === '' || content === undefined) return 'nothing'
  if (typeof content === 'boolean') return content ? 'yes' : 'no'
  if (field === 'loss' && typeof content === 'number') return formatPercent(content * 100)
  if (field === 'pencePerHour' && typeof content === 'number') return formatPence(content)
  if (typeof content === 'number') return field.endsWith('At') ? formatInstant(content, telling.now) : String(content)
  if (typeof content === 'string') return textWords(field, content, telling)
  if (Array.isArray(content)) return listWords(field, content, telling)
  return `${Object.keys(content).length} listed`
}

function textWords(field: string, content: string, { nameOf }: Telling): string {
  if (idPattern.test(content)) return nameOf(content) ?? 'one that is gone'
  const level = field === 'level' ? levelSchema.safeParse(content) : undefined
  if (level?.success) return levelLabels[level.data]
  if (listed.has(field)) return content.replaceAll('_', ' ')
  return /^\d{4}-\d{2}-\d{2}$/.test(content) ? formatDate(content) : content
}

/** Fields whose values are words of fixed lists. */
const listed = new Set(['activity', 'chargeability', 'answer', 'reason', 'type', 'outcome', 'source', 'mark'])

function listWords(field: string, content: readonly unknown[], telling: Telling): string {
  if (content.length === 0) return emptyList(field)
  const words = content.map((each) => itemWords(field, each, telling))
  return words.every((each) => each !== undefined)
    ? words.join(content.every((each) => typeof each === 'string') ? ', ' : '; ')
    : `${content.length} listed`
}

/** A text, or a thing made of texts and numbers: "3 December 2026, Completion". */
function itemWords(field: string, item: unknown, telling: Telling): string | undefined {
  if (typeof item === 'string') return textWords(field, item, telling)
  if (typeof item !== 'object' || item === null) return undefined
  const parts = Object.entries(item).filter(([, part]) => part !== null)
  const isPlain = parts.every(([, part]) => typeof part === 'string' || typeof part === 'number')
  return isPlain ? parts.map(([name, part]) => contentWords(name, part, telling)).join(', ') : undefined
}

const emptyList = (field: string) => (field === 'councilIds' ? 'all' : 'none')
