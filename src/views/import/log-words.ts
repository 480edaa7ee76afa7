// What the pages of an import of incidents say: names for how a file is written, for fields and for meanings.
import {
  type ImpactSize,
  type IncidentState,
  type IncidentType,
  impacts,
  impactWords,
  incidentStates,
  priorities,
  stateWords,
  type Urgency,
  urgencies,
  urgencyWords,
} from '../../domain/incident-words.ts'
import type { Delimiter, Dress, Encoding, LogField, TableField } from '../../intake/incident-log.ts'

export interface WordedChoice<V extends string = string> {
  readonly value: V
  readonly label: string
}
const choices = <V extends string>(words: Readonly<Record<V, string>>): readonly WordedChoice<V>[] =>
  (Object.entries(words) as [V, string][]).map(([value, label]) => ({ value, label }))

export const encodingChoices = choices<Encoding>({
  'utf-8': 'UTF-8 (most files of today)',
  'windows-1252': 'Latin-1 (Windows, older Excel)',
  cp850: 'CP850 (DOS)',
  'utf-16le': 'UTF-16, little end first',
  'utf-16be': 'UTF-16, big end first',
})

export const delimiterChoices = choices<Delimiter>({ ',': 'Comma', ';': 'Semicolon', '\t': 'Tab', '|': 'Bar (|)' })

/** Quotation mark and how it stands inside a quoted value, as one choice: few files have anything but the first. */
export const quoteChoices = choices({
  '"doubled': '"like this", a mark inside is written twice',
  '"backslash': '"like this", a mark inside has a \\ before it',
  "'doubled": "'like this'",
  none: 'None: each line is a row',
})
export type QuoteStyle = (typeof quoteChoices)[number]['value']

export const quoteStyleOf = (dress: Pick<Dress, 'quote' | 'escape'>): QuoteStyle => {
  if (dress.quote === '') return 'none'
  if (dress.quote === "'") return "'doubled"
  return dress.escape === 'backslash' ? '"backslash' : '"doubled'
}
export const quotesOf = (style: QuoteStyle): Pick<Dress, 'quote' | 'escape'> => ({
  quote: style === 'none' ? '' : style.startsWith("'") ? "'" : '"',
  escape: style.endsWith('backslash') ? 'backslash' : 'doubled',
})

export const zoneChoices = choices({ 'Europe/London': 'UK time', UTC: 'UTC' })

/** In the order in which they are asked for. */
export const fieldWords: Readonly<Record<LogField, string>> = {
  number: 'Number',
  opened: 'Raised at',
  title: 'Title',
  state: 'State',
  updated: 'Time of the event (last update)',
  order: 'Order of the events',
  resolved: 'Resolved at',
  closed: 'Closed at',
  text: 'Description',
  type: 'Type',
  requester: 'Requester',
  openedBy: 'Entered by',
  updatedBy: 'Changed by',
  team: 'Team',
  assignee: 'Assignee',
  council: 'Council',
  system: 'System',
  category: 'Category (cause)',
  subcategory: 'Subcategory',
  symptom: 'Symptom',
  impact: 'Impact',
  urgency: 'Urgency',
  priority: 'Priority',
  reopens: 'How often reopened',
  resolution: 'What was done',
}
export const logFields = Object.keys(fieldWords) as LogField[]
/** Asked for in sight; the others are folded. */
export const chiefFields: readonly LogField[] = ['number', 'opened', 'title', 'state', 'updated', 'council', 'system']

/** A field whose values stand for something of ours: its heading, and what a value without a meaning becomes. */
export interface TableWords {
  readonly title: string
  readonly none: string
}
export const tableWords: Readonly<Record<TableField, TableWords>> = {
  council: { title: 'Councils', none: 'As chosen above' },
  state: { title: 'States', none: 'No state: kept as text' },
  priority: { title: 'Priorities', none: 'As impact and urgency give it' },
  impact: { title: 'Impacts', none: 'Not known' },
  urgency: { title: 'Urgencies', none: 'Not known' },
  type: { title: 'Types', none: 'Incident' },
  system: { title: 'Systems', none: 'Only a name' },
}
export const tableFields = Object.keys(tableWords) as TableField[]

/** Meanings that are the same on every device; councils and systems come from the catalogue. */
export const fixedMeanings: Readonly<Partial<Record<TableField, readonly WordedChoice[]>>> = {
  state: incidentStates.map((value: IncidentState) => ({ value, label: stateWords[value] })),
  type: choices<IncidentType>({ incident: 'Incident', request: 'Service request' }),
  impact: impacts.map((value: ImpactSize) => ({ value, label: impactWords[value] })),
  urgency: urgencies.map((value: Urgency) => ({ value, label: urgencyWords[value] })),
  priority: priorities.map((priority) => ({ value: String(priority), label: `Priority ${priority}` })),
}

/** A value as it lies in its table, from the text that a list of choices hands back; '' stands for no meaning. */
export const meaningOf = (field: TableField, chosen: string): string | number | null => {
  if (chosen === '') return null
  return field === 'priority' ? Number(chosen) : chosen
}
