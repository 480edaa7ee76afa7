// Outages and systems as a page lists them, and one kind or all of what a person may see, as files.
import { type KindName, kindNames } from '../domain/kind-names.ts'
import type { Instant } from '../domain/time.ts'
import { DEFAULT_ZONE, localDateAt, zoneOf } from '../domain/zone.ts'
import { byteFile } from './byte-parts.ts'
import { type ExportReads, namesOf, systemsHit } from './names.ts'
import { outageColumns } from './outage-columns.ts'
import { type ExportRecord, startRecords } from './records-file.ts'
import { startTable } from './start-table.ts'
import { systemColumns } from './system-columns.ts'
import type { Column, TableHead } from './table.ts'

export type FileFormat = 'csv' | 'json' | 'ods'

export interface ListAsk {
  /** In the order in which they are to stand. */
  readonly ids: readonly string[]
  readonly format: FileFormat
  /** In words; said on the cover. */
  readonly filter: string
  readonly asAt: Instant
}

export interface MadeFile {
  readonly bytes: Uint8Array<ArrayBuffer>
  readonly count: number
}

/** JSON: the outages with their edges, stretches, reach and story, as another Uptally takes them in. */
export async function exportOutages(reads: ExportReads, ask: ListAsk): Promise<MadeFile> {
  const outages = await reads.many('outage', ask.ids)
  if (ask.format === 'json') {
    const ids = new Set(outages.map(({ id }) => id))
    const parts = await Promise.all(
      (['affected', 'segment', 'reach', 'event'] as const).map(async (k) =>
        recordsOf(
          k,
          (await reads.all(k)).filter(({ outageId }) => ids.has(outageId)),
        ),
      ),
    )
    return { ...(await asJson(reads, ask.asAt, [...recordsOf('outage', outages), ...parts.flat()])), count: ids.size }
  }
  const names = {
    councils: await namesOf(reads, 'council'),
    people: await namesOf(reads, 'person'),
    hit: systemsHit(await reads.all('affected'), await namesOf(reads, 'system')),
  }
  return asTable(ask.format, await headOf(reads, ask, 'Outages', outages.length), outageColumns(names), outages)
}

export async function exportSystems(reads: ExportReads, ask: ListAsk): Promise<MadeFile> {
  const systems = await reads.many('system', ask.ids)
  if (ask.format === 'json') return asJson(reads, ask.asAt, recordsOf('system', systems))
  const today = localDateAt(zoneOf(DEFAULT_ZONE), ask.asAt)
  const columns = systemColumns(await namesOf(reads, 'calendar'), today)
  return asTable(ask.format, await headOf(reads, ask, 'Systems', systems.length), columns, systems)
}

/** Everything on this device, kind by kind, ids ascending: two exports of one state are equal. */
export async function exportEverything(reads: ExportReads, asAt: Instant): Promise<MadeFile> {
  const records: ExportRecord[] = []
  for (const k of kindNames) for (const record of byId(recordsOf(k, await reads.all(k)))) records.push(record)
  return asJson(reads, asAt, records)
}

const byId = (records: readonly ExportRecord[]) => [...records].sort((a, b) => (a.id < b.id ? -1 : 1))

export const recordsOf = (k: KindName, records: readonly { readonly id: string }[]): ExportRecord[] =>
  records.map(({ id, ...doc }) => ({ k, id, doc }))

async function asJson(reads: ExportReads, asAt: Instant, records: readonly ExportRecord[]): Promise<MadeFile> {
  const pending = await reads.pendingIds()
  const file = byteFile()
  const document = startRecords(
    {
      partnership: (await reads.all('partnership'))[0]?.name ?? '',
      exportedAt: asAt,
      unsentCount: records.filter(({ id }) => pending.has(id)).length,
    },
    file.write,
  )
  document.add(records)
  document.end()
  return { bytes: file.end(), count: records.length }
}

const headOf = async (reads: ExportReads, ask: ListAsk, title: string, count: number): Promise<TableHead> => ({
  title,
  partnership: (await reads.all('partnership'))[0]?.name ?? '',
  asAt: ask.asAt,
  count,
  about: [['Filter', ask.filter || 'None: all of the list']],
})

function asTable<Row>(
  format: 'csv' | 'ods',
  head: TableHead,
  columns: readonly Column<Row>[],
  rows: readonly Row[],
): MadeFile {
  const file = startTable(format, head, columns)
  file.add(rows)
  return { bytes: file.end(), count: rows.length }
}
