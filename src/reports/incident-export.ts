// Incidents as a file, in parts, for the desk's thread. Work notes are never in it, and comments only in JSON.
import type { Recorded } from '../domain/kinds.ts'
import type { Instant } from '../domain/time.ts'
import { byteFile } from './byte-parts.ts'
import { type IncidentNames, incidentColumns, minutesByIncident } from './incident-columns.ts'
import { type ExportReads, namesOf, outageNames } from './names.ts'
import { type ExportRecord, startRecords } from './records-file.ts'
import { startTable } from './start-table.ts'
import type { TableFile } from './table.ts'

export interface IncidentExportAsk {
  /** In the order in which they are to stand. */
  readonly ids: readonly string[]
  readonly format: 'csv' | 'json' | 'ods'
  /** As typed into the search box; said on the cover. */
  readonly filter: string
  readonly asAt: Instant
}

export interface IncidentFile {
  readonly bytes: Uint8Array<ArrayBuffer>
  readonly count: number
}

/** So many are read, written and forgotten at a time: the thread stays light and answers others in between. */
const partLength = 500

/**
 * CSV and ODS: names in the place of ids, instants in ISO 8601 UTC (CSV) or on London's clocks (ODS). JSON: the incidents
 * with their histories and comments, verbatim, as another Uptally takes them in. Incidents that have gone in the meantime
 * are left out.
 */
export async function exportIncidents(reads: ExportReads, ask: IncidentExportAsk): Promise<IncidentFile> {
  const file = ask.format === 'json' ? await startJson(reads, ask) : await startList(reads, ask, ask.format)
  const present: string[] = []
  for (let from = 0; from < ask.ids.length; from += partLength) {
    const part = await reads.many('incident', ask.ids.slice(from, from + partLength))
    file.add(part)
    for (const { id } of part) present.push(id)
  }
  // The cover has said how many there are: when some have gone, it is written anew.
  if (present.length < ask.ids.length) return exportIncidents(reads, { ...ask, ids: present })
  return { bytes: file.end(), count: present.length }
}

async function startList(
  reads: ExportReads,
  { ids, filter, asAt }: IncidentExportAsk,
  format: 'csv' | 'ods',
): Promise<TableFile<Recorded<'incident'>>> {
  const head = {
    title: 'Incidents',
    partnership: (await reads.all('partnership'))[0]?.name ?? '',
    asAt,
    count: ids.length,
    about: [
      ['Filter', filter.trim() || 'None: all that the exporting person may see'],
      ['Left out', 'Comments and work notes'],
    ],
  } as const
  return startTable(format, head, incidentColumns(await incidentNames(reads), await minutesOfWork(reads)))
}

async function incidentNames(reads: ExportReads): Promise<IncidentNames> {
  const systems = await namesOf(reads, 'system')
  return {
    systems,
    councils: await namesOf(reads, 'council'),
    divisions: await namesOf(reads, 'division'),
    people: await namesOf(reads, 'person'),
    teams: await namesOf(reads, 'desk_team'),
    outages: await outageNames(reads, systems),
  }
}

const minutesOfWork = async (reads: ExportReads): Promise<ReadonlyMap<string, number>> =>
  minutesByIncident([...(await reads.all('comment')), ...(await reads.all('work_note'))])

async function startJson(
  reads: ExportReads,
  { ids, asAt }: IncidentExportAsk,
): Promise<TableFile<Recorded<'incident'>>> {
  const chosen = new Set(ids)
  const story: ExportRecord[] = []
  for (const k of ['incident_event', 'comment'] as const)
    for (const { id, ...doc } of await reads.all(k)) if (chosen.has(doc.incidentId)) story.push({ k, id, doc })
  const pending = await reads.pendingIds()
  const head = {
    partnership: (await reads.all('partnership'))[0]?.name ?? '',
    exportedAt: asAt,
    unsentCount: [...ids, ...story.map(({ id }) => id)].filter((id) => pending.has(id)).length,
  }
  const file = byteFile()
  const document = startRecords(head, file.write)
  return {
    add: (incidents) => document.add(incidents.map(({ id, ...doc }) => ({ k: 'incident', id, doc }))),
    end: () => {
      document.add(story)
      document.end()
      return file.end()
    },
  }
}
