import { expect, test } from 'vitest'
import { readExport } from '../../src/reports/export-document.ts'
import { exportOutages, exportSystems } from '../../src/reports/list-export.ts'
import { twoCouncils } from './made-council.ts'
import { idOf, readsOf } from './made-incidents.ts'
import { readCsv } from './read-csv.ts'
import { readOds } from './read-ods.ts'

const reads = readsOf(twoCouncils)
const asAt = Date.UTC(2026, 10, 10, 9)
const textOf = (bytes: Uint8Array) => new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes)
const coverOf = (bytes: Uint8Array) =>
  Object.fromEntries((readOds(bytes)[0]?.rows ?? []).map(([name, value]) => [name?.text, value?.text]))

test('outages come as they are listed: in that order, by their names, with the filter on the cover', async () => {
  const ask = { ids: [idOf(41), idOf(40)], filter: 'System: Network', asAt }
  const csv = await exportOutages(reads, { ...ask, format: 'csv' })
  const rows = readCsv(textOf(csv.bytes))
  expect(rows[0]?.slice(0, 5)).toEqual(['Title', 'Systems', 'Start', 'End', 'Minutes'])
  expect(rows.slice(1).map((cells) => cells.slice(0, 5))).toEqual([
    ['', 'Network', '2026-03-01T09:00:00.000Z', '2026-03-02T09:00:00.000Z', '1440'],
    ['For all', '', '2026-03-01T09:00:00.000Z', '2026-03-02T09:00:00.000Z', '1440'],
  ])
  const ods = await exportOutages(reads, { ...ask, format: 'ods' })
  expect(coverOf(ods.bytes)).toMatchObject({ Partnership: 'Three Rivers', Rows: '2', Filter: 'System: Network' })
  expect(ods.count).toBe(2)
})

test('outages as JSON bring what belongs to them, of these outages alone', async () => {
  const { bytes, count } = await exportOutages(reads, { ids: [idOf(41), idOf(43)], filter: '', asAt, format: 'json' })
  const read = readExport(textOf(bytes))
  expect(count).toBe(2)
  expect(read.ok && read.records.map(({ k, id }) => [k, Number(id.slice(-2))])).toEqual([
    ['outage', 41],
    ['outage', 43],
    ['affected', 44],
    ['segment', 46],
    ['segment', 47],
  ])
})

test('systems come with what is agreed on the day of the export', async () => {
  const csv = await exportSystems(reads, { ids: [idOf(31)], filter: '', asAt, format: 'csv' })
  expect(readCsv(textOf(csv.bytes))[1]).toEqual(['Network', '', 'ICT', 'Office hours', '99.5', '', idOf(31)])
  const json = await exportSystems(reads, { ids: [idOf(31)], filter: '', asAt, format: 'json' })
  const read = readExport(textOf(json.bytes))
  expect(read.ok && read.records.map(({ k }) => k)).toEqual(['system'])
})
