import { expect, test } from 'vitest'
import { readExport } from '../../src/reports/export-document.ts'
import { exportIncidents } from '../../src/reports/incident-export.ts'
import type { ExportReads } from '../../src/reports/names.ts'
import { hostileTexts, idOf, incident, readsOf } from './made-incidents.ts'
import { readCsv } from './read-csv.ts'
import { readOds } from './read-ods.ts'

const asAt = Date.UTC(2026, 10, 10, 9)
const said = { incidentId: idOf(11), councilId: idOf(1), at: asAt, byId: 'u-2' }
const records = {
  partnership: [{ id: idOf(90), name: 'Three Rivers', isSample: false, sustainedMinutes: 3, noticeMinutes: 7200 }],
  council: [{ id: idOf(1), name: 'Ashby District Council', shortName: 'Ashby' }],
  division: [{ id: idOf(2), name: 'Planning', calendarId: idOf(9), headCounts: [] }],
  system: [{ id: idOf(3), name: 'E-mail', about: '', owner: '', agreements: [], retiredOn: null }],
  person: [
    { id: 'u-1', name: 'Ann Able', team: '' },
    { id: 'u-2', name: 'Ben Best', team: '' },
  ],
  desk_team: [{ id: idOf(4), name: 'Networks', personIds: [] }],
  incident: [
    incident(11, {
      divisionId: idOf(2),
      systemId: idOf(3),
      systemName: 'kept from a file',
      requesterId: 'u-1',
      assigneeId: 'u-2',
      teamId: idOf(4),
      outageId: idOf(5),
      resolvedAt: Date.UTC(2026, 5, 9, 10),
      reopenCount: 1,
      escalation: { level: 2, reason: 'Nothing works', at: asAt, byId: 'u-1' },
    }),
    incident(12, { number: 'INC0000045', title: 'Second' }),
  ],
  outage: [],
  comment: [{ id: idOf(21), ...said, text: 'We are on it', minutes: 5 }],
  work_note: [{ id: idOf(22), ...said, text: 'Secret of the desk', minutes: 10 }],
}
const ask = { ids: [idOf(12), idOf(11)], asAt, filter: 'state:open printer' }
const textOf = (bytes: Uint8Array) => new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes)
const lines = (rows: readonly (readonly string[])[]) =>
  rows.slice(1).map((cells) => Object.fromEntries(cells.map((cell, i) => [rows[0]?.[i] ?? '', cell])))

test('a list of incidents has names in the place of ids, times in UTC, and the order it was asked in', async () => {
  const { bytes, count } = await exportIncidents(readsOf(records), { ...ask, format: 'csv' })
  const [second, first] = lines(readCsv(textOf(bytes)))
  expect(count).toBe(2)
  expect(second).toMatchObject({ Reference: 'INC0000045', Title: 'Second', Division: '', Resolved: '' })
  expect(first).toMatchObject({
    Council: 'Ashby District Council',
    Division: 'Planning',
    System: 'E-mail',
    Requester: 'Ann Able',
    Assignee: 'Ben Best',
    Team: 'Networks',
    Raised: '2026-06-09T08:05:06.789Z',
    Resolved: '2026-06-09T10:00:00.000Z',
    'Times reopened': '1',
    'Minutes of work': '15',
    'Because of outage': idOf(5),
    'Escalated to': 'Head of ICT',
    Id: idOf(11),
  })
})

test('the list begins with the mark by which Excel knows UTF-8', async () => {
  const { bytes } = await exportIncidents(readsOf(records), { ...ask, format: 'csv' })
  expect([...bytes.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf])
})

test('what was said on an incident is in no list; histories and comments are in JSON, work notes never', async () => {
  for (const format of ['csv', 'ods'] as const) {
    const { bytes } = await exportIncidents(readsOf(records), { ...ask, format })
    const text = format === 'csv' ? textOf(bytes) : JSON.stringify(readOds(bytes))
    expect(text).toContain('Cannot print')
    expect(text).not.toMatch(/We are on it|Secret/)
  }
  const json = await exportIncidents(readsOf(records), { ...ask, ids: [idOf(11)], format: 'json' })
  const read = readExport(textOf(json.bytes))
  const { id, ...doc } = records.incident[0] ?? incident(0)
  expect(read.ok && read.records).toEqual([
    { k: 'incident', id, doc },
    { k: 'comment', id: idOf(21), doc: { ...said, text: 'We are on it', minutes: 5 } },
  ])
  expect(textOf(json.bytes)).not.toContain('Secret')
})

test('hostile texts come back from CSV as themselves behind one apostrophe, each in its own cell', async () => {
  const incidents = hostileTexts.map((text, n) => incident(100 + n, { title: text, resolution: text, number: 'N1' }))
  const ids = incidents.map(({ id }) => id)
  const { bytes } = await exportIncidents(readsOf({ incident: incidents }), { ...ask, ids, format: 'csv' })
  const rows = lines(readCsv(textOf(bytes)))
  const clean = (text: string) => text.replace(/[^\P{Cc}\t\n\r]|\p{Cs}/gu, '')
  rows.forEach((row, n) => {
    const text = clean(hostileTexts[n] ?? '')
    const isFormula = /^'*[=+\-@\t\r]/.test(text)
    expect(row).toMatchObject({ Title: isFormula ? `'${text}` : text, Id: idOf(100 + n) })
    expect(row.Title).not.toMatch(/^[=+\-@\t\r]/)
    expect(row.Resolution).toBe(row.Title)
  })
  expect(rows).toHaveLength(hostileTexts.length)
})

test('an incident that goes while the file is made is left out, and the cover counts those that stayed', async () => {
  const { bytes, count } = await exportIncidents(readsOf(records), {
    ...ask,
    ids: [idOf(11), idOf(404), idOf(12)],
    format: 'ods',
  })
  const [cover, table] = readOds(bytes)
  expect(count).toBe(2)
  expect(cover?.rows.find(([name]) => name?.text === 'Rows')?.[1]?.value).toBe('2')
  expect(table?.rows).toHaveLength(3)
})

test('a long list is read in parts, so that the thread stays light', async () => {
  const incidents = Array.from({ length: 1203 }, (_, n) => incident(1000 + n))
  const reads = readsOf({ incident: incidents })
  const parts: number[] = []
  const counting: ExportReads = {
    ...reads,
    many: (kind, ids) => {
      parts.push(ids.length)
      return reads.many(kind, ids)
    },
  }
  const ids = incidents.map(({ id }) => id)
  const { bytes } = await exportIncidents(counting, { ...ask, ids, format: 'csv' })
  expect(lines(readCsv(textOf(bytes))).map(({ Id }) => Id)).toEqual(ids)
  expect(parts).toEqual([500, 500, 203])
})
