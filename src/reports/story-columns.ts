// Whom outages hit and what became of them and of incidents, line by line, in columns.
import { incidentReference, stateWords } from '../domain/incident-words.ts'
import type { Recorded } from '../domain/kinds.ts'
import { levelLabels } from '../domain/level.ts'
import { columnsOf, yesNo } from './columns.ts'
import { type Names, named } from './names.ts'
import type { Column } from './table.ts'

type Affected = Recorded<'affected'>

export function affectedColumns(outages: Names, systems: Names): Column<Affected>[] {
  const { text } = columnsOf<Affected>()
  return [
    text('Outage', 'its title or systems', ({ outageId }) => named(outages, outageId)),
    text('System', 'on which somebody said something', ({ systemId }) => named(systems, systemId)),
    text('Mark', 'affected, or marked by hand as not affected', ({ mark }) => mark.replace('_', ' ')),
    text('Outage id', 'as in outages.csv', ({ outageId }) => outageId),
  ]
}

export function segmentColumns(outages: Names, councilId: string): Column<Recorded<'segment'>>[] {
  const { text, number, instant } = columnsOf<Recorded<'segment'>>()
  return [
    text('Outage', 'its title or systems', ({ outageId }) => named(outages, outageId)),
    instant('From', 'when it became so, until the next line of the outage', ({ fromAt }) => fromAt),
    text('Level', 'how bad it was then', ({ level }) => levelLabels[level]),
    number('Share lost', 'of the service, 0 to 1', ({ loss }) => loss),
    text('Reached this council', 'yes or no', ({ councilIds }) =>
      yesNo(councilIds.length === 0 || councilIds.includes(councilId)),
    ),
    text('Outage id', 'as in outages.csv', ({ outageId }) => outageId),
  ]
}

/** People of one division whom an outage hit; `divisionId` null: everybody in the council. */
export interface ReachRow {
  readonly outageId: string
  readonly divisionId: string | null
  readonly people: number | null
  readonly workaround: string
}

export function reachColumns(outages: Names, divisions: Names): Column<ReachRow>[] {
  const { text, wide, number } = columnsOf<ReachRow>()
  return [
    text('Outage', 'its title or systems', ({ outageId }) => named(outages, outageId)),
    text('Division', 'whose people it hit', ({ divisionId }) =>
      divisionId === null ? 'Everybody in the council' : named(divisions, divisionId),
    ),
    number('People', 'whom it hit; empty: all by head count', ({ people }) => people),
    wide('Workaround', 'what they could do meanwhile', ({ workaround }) => workaround),
    text('Outage id', 'as in outages.csv', ({ outageId }) => outageId),
  ]
}

interface Told {
  readonly at: number
  readonly type: string
  readonly byId: string
  readonly text: string
  readonly before: Readonly<Record<string, unknown>>
  readonly after: Readonly<Record<string, unknown>>
}

function toldColumns<Row extends Told>(people: Names): Column<Row>[] {
  const { text, wide, instant } = columnsOf<Row>()
  return [
    instant('At', 'when it was said or done', ({ at }) => at),
    text('What', 'kind of line', ({ type }) => type.replaceAll('_', ' ')),
    text('By', 'who did it', ({ byId }) => named(people, byId)),
    wide('Text', 'what they wrote', (row) => row.text),
    wide('Before', 'the fields that changed, as they were (JSON)', ({ before }) => fieldsOf(before)),
    wide('After', 'the same fields, as they became (JSON)', ({ after }) => fieldsOf(after)),
  ]
}

const fieldsOf = (fields: Readonly<Record<string, unknown>>) =>
  Object.keys(fields).length === 0 ? '' : JSON.stringify(fields)

export function outageEventColumns(outages: Names, people: Names): Column<Recorded<'event'>>[] {
  const { text } = columnsOf<Recorded<'event'>>()
  return [
    text('Outage', 'its title or systems', ({ outageId }) => named(outages, outageId)),
    ...toldColumns<Recorded<'event'>>(people),
    text('Outage id', 'as in outages.csv', ({ outageId }) => outageId),
  ]
}

export function incidentEventColumns(references: Names, people: Names): Column<Recorded<'incident_event'>>[] {
  const { text } = columnsOf<Recorded<'incident_event'>>()
  return [
    text('Incident', 'its reference', ({ incidentId }) => named(references, incidentId)),
    ...toldColumns<Recorded<'incident_event'>>(people),
    text('Incident id', 'as in incidents.csv', ({ incidentId }) => incidentId),
  ]
}

export function commentColumns(references: Names, people: Names): Column<Recorded<'comment'>>[] {
  const { text, wide, number, instant } = columnsOf<Recorded<'comment'>>()
  return [
    text('Incident', 'its reference', ({ incidentId }) => named(references, incidentId)),
    instant('At', 'when it was said', ({ at }) => at),
    text('By', 'who said it', ({ byId }) => named(people, byId)),
    wide('Text', 'what they wrote; the requester reads it', (row) => row.text),
    number('Minutes of work', 'recorded with it', ({ minutes }) => minutes),
    text('Incident id', 'as in incidents.csv', ({ incidentId }) => incidentId),
  ]
}

/** A line of a life that came with a file. */
export type ImportedLine = Recorded<'incident'>['history'][number] & {
  readonly incident: Pick<Recorded<'incident'>, 'id' | 'number'>
}

export function importedLineColumns(): Column<ImportedLine>[] {
  const { text, wide, number, instant } = columnsOf<ImportedLine>()
  return [
    text('Incident', 'its reference', ({ incident }) => incidentReference(incident)),
    instant('At', 'when it happened', ({ at }) => at),
    text('By', 'who did it, as the file named them', ({ by }) => by ?? ''),
    text('State', 'that it came into; empty: the same', ({ state }) => (state ? stateWords[state] : '')),
    number('Priority', 'that it was given; empty: the same', ({ priority }) => priority ?? null),
    text('Assignee', 'to whom it went; empty: the same', ({ assignee }) => assignee ?? ''),
    text('Team', 'to which it went; empty: the same', ({ team }) => team ?? ''),
    wide('Text', 'what else the file said', (line) => line.text ?? ''),
    text('Incident id', 'as in incidents.csv', ({ incident }) => incident.id),
  ]
}

export function templateColumns(systems: Names): Column<Recorded<'incident_template'>>[] {
  const { text, wide } = columnsOf<Recorded<'incident_template'>>()
  return [
    text('Name', 'of the template', ({ name }) => name),
    text('Type', 'incident or request', ({ type }) => type),
    wide('Title', 'that it fills in', ({ title }) => title),
    wide('Text', 'that it fills in', (template) => template.text),
    text('System', 'that it fills in', ({ systemId }) => named(systems, systemId)),
    text('Category', 'that it fills in', ({ category }) => category),
    text('Impact', 'that it fills in', ({ impact }) => impact),
    text('Urgency', 'that it fills in', ({ urgency }) => urgency),
    text('Id', 'the same in every export', ({ id }) => id),
  ]
}

export interface PriorityCell {
  readonly from: string
  readonly impact: string
  readonly urgency: string
  readonly priority: number
}

export function priorityColumns(): Column<PriorityCell>[] {
  const { text, number, date } = columnsOf<PriorityCell>()
  return [
    date('From', 'the day it holds from, until a later one', ({ from }) => from),
    text('Impact', 'whom something hits', ({ impact }) => impact),
    text('Urgency', 'how soon it matters', ({ urgency }) => urgency),
    number('Priority', 'that the two give; 1 is the highest', ({ priority }) => priority),
  ]
}
