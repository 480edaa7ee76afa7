import { expect, test } from 'vitest'
import type { KindName } from '../../src/domain/kind-names.ts'
import { readExport } from '../../src/reports/export-document.ts'
import { importParts } from '../../src/reports/import-parts.ts'
import { csvsByKind } from '../../src/reports/kind-csvs.ts'
import { exportEverything } from '../../src/reports/list-export.ts'
import { type ExportRecord, startRecords } from '../../src/reports/records-file.ts'
import { readsOf } from './made-incidents.ts'
import { readCsv } from './read-csv.ts'

const id = (n: number) => `01900000-0000-7000-8000-${String(n).padStart(12, '0')}`
const system = (n: number, name: string) => ({
  k: 'council',
  id: id(n),
  doc: { name, shortName: name.slice(0, 3) },
})
const holiday = { k: 'holiday', id: id(9), doc: { on: '2026-12-25', name: 'Christmas Day', source: 'gov.uk' } }
const document = (
  records: readonly ExportRecord[],
  head = { partnership: 'Three Rivers', exportedAt, unsentCount: 2 },
) => {
  let text = ''
  const writer = startRecords(head, (part) => {
    text += part
  })
  for (const record of records) writer.add([record])
  writer.end()
  return text
}
const exportedAt = Date.UTC(2026, 10, 10, 9)

test('what an export holds comes back from it unchanged, in the order in which it can be taken in', () => {
  const text = document([holiday, system(2, 'Oakley'), system(1, '=Ashby')])
  expect(readExport(text)).toEqual({
    ok: true,
    records: [system(1, '=Ashby'), system(2, 'Oakley'), holiday],
    leftOut: [],
  })
  expect(JSON.parse(text)).toMatchObject({ schema: 1, exportedAt: '2026-11-10T09:00:00.000Z', unsentCount: 2 })
  expect(readExport(document([]))).toEqual({ ok: true, records: [], leftOut: [] })
})

test('everything on a device, twice, is the same bytes', async () => {
  const reads = readsOf(
    {
      outage: [],
      council: [
        { id: id(2), name: 'B', shortName: 'B' },
        { id: id(1), name: 'A', shortName: 'A' },
      ],
    },
    [id(1)],
  )
  const turned = { ...reads, all: async <K extends KindName>(kind: K) => (await reads.all(kind)).reverse() }
  const [one, other] = [await exportEverything(reads, exportedAt), await exportEverything(turned, exportedAt)]
  expect(one).toEqual(other)
  expect(one.count).toBe(2)
  expect(JSON.parse(new TextDecoder().decode(one.bytes))).toMatchObject({ unsentCount: 1 })
})

test('a file of another kind is refused in a sentence', () => {
  for (const text of ['', 'hello', '{}', '[]', '{"format":"other"}']) expect(readExport(text).ok).toBe(false)
})

test('an export of a newer version is refused rather than half read', () => {
  const text = document([]).replace('"schema":1', '"schema":99')
  expect(readExport(text)).toMatchObject({ ok: false, message: expect.stringContaining('newer') })
})

test('records that cannot be read are named, the others come in', () => {
  const text = document([
    system(1, 'Ashby'),
    { k: 'council', id: id(2), doc: { name: 7 } },
    { k: 'spaceship', id: id(3), doc: {} },
  ])
  const read = readExport(text)
  expect(read).toMatchObject({ ok: true, records: [system(1, 'Ashby')] })
  expect(read.ok && read.leftOut).toHaveLength(2)
})

test('each kind has a CSV with one line a record, formulas neutralised and instants that people can read', async () => {
  const event = {
    ...{ id: id(4), at: Date.UTC(2026, 2, 1, 8), type: 'update' as const, outageId: id(1), byId: 'x', text: '' },
    ...{ before: {}, after: { a: [1] } },
  }
  const segment = {
    id: id(5),
    outageId: id(1),
    fromAt: Date.UTC(2026, 2, 1, 9),
    level: 'down' as const,
    loss: 1,
    councilIds: [],
  }
  const councils = [{ id: id(1), name: '=Ashby', shortName: '=As' }]
  const files = await csvsByKind(readsOf({ council: councils, segment: [segment], event: [event] }))
  expect(files.map(({ kind, count }) => [kind, count])).toEqual([
    ['council', 1],
    ['segment', 1],
    ['event', 1],
  ])
  const rows = files.map(({ bytes }) => readCsv(new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes)))
  expect(rows[0]).toEqual([
    ['id', 'name', 'shortName'],
    [id(1), "'=Ashby", "'=As"],
  ])
  expect(rows[1]?.[1]).toContain('2026-03-01T09:00:00.000Z')
  expect(rows[2]?.[1]).toEqual(expect.arrayContaining(['2026-03-01T08:00:00.000Z', '{"a":[1]}']))
})

test('an import is cut into parts that one op can hold, with nothing lost', () => {
  const records = Array.from({ length: 450 }, (_, n) => system(n, `Council ${n}`))
  const { parts, tooLarge } = importParts(records)
  expect(tooLarge).toEqual([])
  expect(parts.flat()).toEqual(records)
  expect(Math.max(...parts.map((part) => part.length))).toBeLessThanOrEqual(200)
  for (const part of parts) expect(JSON.stringify(part).length).toBeLessThan(64 * 1024)
})

test('a record larger than any op is set aside and named', () => {
  const large = system(1, 'x'.repeat(70_000))
  expect(importParts([large, system(2, 'Oakley')])).toEqual({ parts: [[system(2, 'Oakley')]], tooLarge: [large] })
})
