import { expect, test } from 'vitest'
import { exportCsvs, exportDocument, readExport } from '../../src/reports/export-document.ts'
import { importParts } from '../../src/reports/import-parts.ts'
import { readCsv } from './read-csv.ts'

const id = (n: number) => `01900000-0000-7000-8000-${String(n).padStart(12, '0')}`
const system = (n: number, name: string) => ({
  k: 'council',
  id: id(n),
  doc: { name, shortName: name.slice(0, 3) },
})
const holiday = { k: 'holiday', id: id(9), doc: { on: '2026-12-25', name: 'Christmas Day', source: 'gov.uk' } }
const head = { partnership: 'Three Rivers', exportedAt: Date.UTC(2026, 10, 10, 9), unsentCount: 2 }

test('what an export holds comes back from it unchanged, whatever order it was read in', () => {
  const records = [holiday, system(2, 'Oakley'), system(1, '=Ashby')]
  const text = exportDocument(head, records)
  const read = readExport(text)
  expect(read).toEqual({ ok: true, records: [system(1, '=Ashby'), system(2, 'Oakley'), holiday], leftOut: [] })
  expect(exportDocument(head, [...records].reverse())).toBe(text)
})

test('a file of another kind is refused in a sentence', () => {
  for (const text of ['', 'hello', '{}', '[]', '{"format":"other"}']) expect(readExport(text).ok).toBe(false)
})

test('an export of a newer version is refused rather than half read', () => {
  const text = exportDocument(head, []).replace('"schema": 1', '"schema": 99')
  expect(readExport(text)).toMatchObject({ ok: false, message: expect.stringContaining('newer') })
})

test('records that cannot be read are named, the others come in', () => {
  const text = exportDocument(head, [
    system(1, 'Ashby'),
    { k: 'council', id: id(2), doc: { name: 7 } },
    { k: 'spaceship', id: id(3), doc: {} },
  ])
  const read = readExport(text)
  expect(read).toMatchObject({ ok: true, records: [system(1, 'Ashby')] })
  expect(read.ok && read.leftOut).toHaveLength(2)
})

test('each kind has a CSV with one line a record and formulas neutralised', () => {
  const csvs = exportCsvs([holiday, system(1, '=Ashby')])
  expect(csvs.map(({ kind, count }) => [kind, count])).toEqual([
    ['council', 1],
    ['holiday', 1],
  ])
  expect(readCsv(csvs[0]?.text ?? '')).toEqual([
    ['id', 'name', 'shortName'],
    [id(1), "'=Ashby", "'=As"],
  ])
})

test('instants are written so that people and machines can read them', () => {
  const event = {
    at: Date.UTC(2026, 2, 1, 8),
    type: 'note',
    outageId: id(1),
    byId: 'x',
    text: '',
    before: {},
    after: { a: [1] },
  }
  const events = exportCsvs([{ k: 'event', id: id(4), doc: event }])[0]?.text ?? ''
  expect(events).toContain('2026-03-01T08:00:00.000Z')
  expect(events).toContain('"{""a"":[1]}"')
  const segment = { outageId: id(1), fromAt: Date.UTC(2026, 2, 1, 9), level: 'down', loss: 1, councilIds: [] }
  expect(exportCsvs([{ k: 'segment', id: id(5), doc: segment }])[0]?.text).toContain('2026-03-01T09:00:00.000Z')
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
