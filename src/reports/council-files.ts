// A council's records as CSV files for people, with names beside ids.
import { incidentReference } from '../domain/incident-words.ts'
import type { Instant } from '../domain/time.ts'
import { DEFAULT_ZONE, localDateAt, zoneOf } from '../domain/zone.ts'
import type { CouncilRecords } from './council-records.ts'
import { assumptionColumns, rateColumns, timeSumColumns } from './fact-columns.ts'
import { incidentColumns, minutesByIncident } from './incident-columns.ts'
import { type ListFile, listFile } from './list-file.ts'
import { type Names, nameBook, systemsHit, titlesOf } from './names.ts'
import { maintenanceColumns, outageColumns } from './outage-columns.ts'
import {
  calendarColumns,
  councilColumns,
  deskTeamColumns,
  divisionColumns,
  headCountColumns,
  holidayColumns,
  personColumns,
} from './partnership-columns.ts'
import {
  affectedColumns,
  commentColumns,
  importedLineColumns,
  incidentEventColumns,
  outageEventColumns,
  priorityColumns,
  type ReachRow,
  reachColumns,
  segmentColumns,
  templateColumns,
} from './story-columns.ts'
import { agreementColumns, dependencyColumns, systemColumns } from './system-columns.ts'

interface CouncilNames {
  readonly councils: Names
  readonly divisions: Names
  readonly calendars: Names
  readonly systems: Names
  readonly people: Names
  /** Of desks, and of lawyers. */
  readonly teams: Names
  readonly outages: Names
  readonly references: Names
  readonly hit: ReadonlyMap<string, readonly string[]>
}

export function councilFiles(records: CouncilRecords, councilId: string, asAt: Instant): ListFile[] {
  const names = namesIn(records)
  return [
    ...partnershipFiles(records, names, councilId),
    ...systemFiles(records, names, asAt),
    ...outageFiles(records, names, councilId),
    ...factFiles(records, names),
    ...deskFiles(records, names),
  ]
}

function namesIn(records: CouncilRecords): CouncilNames {
  const systems = nameBook(records.system)
  const hit = systemsHit(records.affected ?? [], systems)
  return {
    systems,
    hit,
    councils: nameBook(records.council),
    divisions: nameBook(records.division),
    calendars: nameBook(records.calendar),
    people: nameBook(records.person),
    teams: nameBook([...(records.desk_team ?? []), ...(records.team ?? [])]),
    outages: titlesOf(records.outage ?? [], hit),
    references: new Map((records.incident ?? []).map((incident) => [incident.id, incidentReference(incident)])),
  }
}

const partnershipFiles = (records: CouncilRecords, names: CouncilNames, councilId: string): ListFile[] => [
  listFile('council', 'The council itself.', councilColumns(), records.council),
  listFile('divisions', 'One line for each division.', divisionColumns(names.calendars), records.division),
  listFile(
    'head-counts',
    'One line for each division and day from which another number of this council’s people holds.',
    headCountColumns(names.divisions),
    records.division.flatMap(({ id, headCounts }) =>
      headCounts.map(({ from, people }) => ({ divisionId: id, from, people: people[councilId] ?? 0 })),
    ),
  ),
  listFile('calendars', 'One line for each calendar of working or agreed hours.', calendarColumns(), records.calendar),
  listFile('holidays', 'One line for each bank holiday.', holidayColumns(), records.holiday),
  listFile('people', 'One line for each person whom a record names.', personColumns(), records.person),
]

const systemFiles = (records: CouncilRecords, names: CouncilNames, asAt: Instant): ListFile[] => [
  listFile(
    'systems',
    'One line for each system; they are shared by all councils of the partnership.',
    systemColumns(names.calendars, localDateAt(zoneOf(DEFAULT_ZONE), asAt)),
    records.system,
  ),
  listFile(
    'agreements',
    'One line for each agreement on a system, past ones too.',
    agreementColumns(names.systems, names.calendars),
    records.system?.flatMap(({ id, agreements }) => agreements.map((agreed) => ({ ...agreed, systemId: id }))),
  ),
  listFile('dependencies', 'One line for each need of a system.', dependencyColumns(names.systems), records.dependency),
]

const outageFiles = (records: CouncilRecords, names: CouncilNames, councilId: string): ListFile[] => [
  listFile('outages', 'One line for each outage that reached the council.', outageColumns(names), records.outage),
  listFile(
    'outage-systems',
    'One line for each system of an outage.',
    affectedColumns(names.outages, names.systems),
    records.affected,
  ),
  listFile(
    'outage-changes',
    'One line for each time that an outage’s level or reach changed.',
    segmentColumns(names.outages, councilId),
    records.segment,
  ),
  listFile(
    'outage-people',
    'One line for each division of the council that an outage hit, as somebody said.',
    reachColumns(names.outages, names.divisions),
    records.reach?.flatMap(({ outageId, divisions, workaround }): ReachRow[] =>
      divisions.length === 0
        ? [{ outageId, divisionId: null, people: null, workaround }]
        : divisions.map(({ divisionId, people }) => ({ outageId, divisionId, people, workaround })),
    ),
  ),
  listFile(
    'outage-history',
    'One line for each thing that was done to an outage, and each update for readers.',
    outageEventColumns(names.outages, names.people),
    records.event,
  ),
  listFile(
    'planned-work',
    'One line for each planned piece of work.',
    maintenanceColumns(names.systems),
    records.maintenance,
  ),
]

const factFiles = (records: CouncilRecords, names: CouncilNames): ListFile[] => [
  listFile(
    'assumptions',
    'One line for each thing that is assumed of a division’s work.',
    assumptionColumns(names),
    records.assumption,
  ),
  listFile('hourly-rates', 'One line for each hourly cost of a division.', rateColumns(names), records.hourly_rate),
  listFile(
    'legal-time',
    'One line for each sum of time that a legal team recorded for the council, never of fewer than three people.',
    timeSumColumns(names.teams),
    records.council_month?.flatMap(({ teamId, cells }) => cells.map((cell) => ({ ...cell, teamId }))),
  ),
]

const deskFiles = (records: CouncilRecords, names: CouncilNames): ListFile[] => [
  listFile(
    'incidents',
    'One line for each incident and service request.',
    incidentColumns(names, minutesByIncident(records.comment ?? [])),
    records.incident,
  ),
  listFile(
    'incident-history',
    'One line for each thing that was done to an incident here.',
    incidentEventColumns(names.references, names.people),
    records.incident_event,
  ),
  listFile(
    'incident-earlier-history',
    'One line for each thing that imported files told of their incidents.',
    importedLineColumns(),
    records.incident?.flatMap(({ history, id, number }) =>
      history.map((line) => ({ ...line, incident: { id, number } })),
    ),
  ),
  listFile(
    'comments',
    'One line for each comment between the desk and a requester.',
    commentColumns(names.references, names.people),
    records.comment,
  ),
  listFile(
    'desk-teams',
    'One line for each team that incidents name.',
    deskTeamColumns(names.people),
    records.desk_team,
  ),
  listFile(
    'priorities',
    'One line for each cell of the tables of priority.',
    priorityColumns(),
    records.priority_matrix?.flatMap(({ from, cells }) =>
      Object.entries(cells).flatMap(([impact, row]) =>
        Object.entries(row).map(([urgency, priority]) => ({ from, impact, urgency, priority })),
      ),
    ),
  ),
  listFile(
    'incident-templates',
    'One line for each template of an incident.',
    templateColumns(names.systems),
    records.incident_template,
  ),
]
