import { unzipSync } from 'fflate'
import { expect, test } from 'vitest'
import { columnsOf } from '../../src/reports/columns.ts'
import { startOdsTable } from '../../src/reports/ods-table.ts'
import { hostileTexts } from './made-incidents.ts'
import { parseXml, readOds } from './read-ods.ts'

interface Line {
  readonly text: string
  readonly count: number | null
  readonly at: number | null
  readonly on: string | null
}
const { text, number, instant, date } = columnsOf<Line>()
const columns = [
  text('Words', 'what was said', (line) => line.text),
  number('Count', 'how many', ({ count }) => count),
  instant('At', 'when', ({ at }) => at),
  date('On', 'which day', ({ on }) => on),
]
const line = (text: string): Line => ({ text, count: 3, at: Date.UTC(2026, 5, 9, 8, 5), on: '2026-06-09' })
const head = {
  title: 'Incidents',
  partnership: 'Three & Rivers',
  asAt: Date.UTC(2026, 10, 10, 9),
  count: 2,
  about: [['Filter', 'state:open "new <printer>"']],
} as const

function made(lines: readonly Line[], title: string = head.title): Uint8Array {
  const file = startOdsTable({ ...head, title, count: lines.length }, columns)
  for (const each of lines) file.add([each])
  return file.end()
}

test('a spreadsheet is known by its first bytes, and lists all of its parts', () => {
  const bytes = made([line('one')])
  const text = new TextDecoder('latin1').decode(bytes.subarray(0, 90))
  expect(text.slice(30, 84)).toBe('mimetypeapplication/vnd.oasis.opendocument.spreadsheet')
  // No extra field, nothing packed, sizes and sum in their place: what readers of the magic number expect.
  expect([...bytes.subarray(6, 10), ...bytes.subarray(28, 30)]).toEqual([0, 8, 0, 0, 0, 0])
  expect([...bytes.subarray(18, 26)]).toEqual([46, 0, 0, 0, 46, 0, 0, 0])
  const parts = unzipSync(bytes)
  expect(Object.keys(parts)[0]).toBe('mimetype')
  const listed = [...parseXml(parts['META-INF/manifest.xml']).getElementsByTagName('manifest:file-entry')]
  const paths = listed.map((entry) => entry.getAttribute('manifest:full-path'))
  expect(paths).toEqual(['/', 'content.xml', 'styles.xml', 'meta.xml'])
  for (const path of paths.slice(1)) expect(parseXml(parts[path ?? '']).documentElement).toBeTruthy()
})

test('each column of a style is defined, and each style that a cell names', () => {
  const parts = unzipSync(made([line('one')]))
  const documents = [parseXml(parts['content.xml']), parseXml(parts['styles.xml'])]
  const all = documents.flatMap((document) => [...document.getElementsByTagName('*')])
  const defined = new Set(all.map((element) => element.getAttribute('style:name')).filter(Boolean))
  const asked = ['table:style-name', 'style:parent-style-name', 'style:data-style-name'].flatMap((attribute) =>
    all.map((element) => element.getAttribute(attribute)).filter(Boolean),
  )
  expect(asked.length).toBeGreaterThan(8)
  expect(asked.filter((name) => !defined.has(name))).toEqual([])
})

test('the cover says what it is, of whom, as at when, how many rows and by which filter', () => {
  const [cover] = readOds(made([line('one'), line('two')]))
  expect(cover?.name).toBe('Cover')
  expect(cover?.rows.map((cells) => cells.map(({ text }) => text))).toEqual([
    ['Incidents'],
    ['Partnership', 'Three & Rivers'],
    ['As at', '2026-11-10 09:00'],
    ['Rows', '2'],
    ['Filter', 'state:open "new <printer>"'],
    ['Times', 'Europe/London, summer and winter time as on the day'],
  ])
})

test('numbers, times and dates are typed, so that a spreadsheet can sum and sort them; times are London’s', () => {
  const sheet = readOds(made([line('one'), { text: '', count: null, at: null, on: null }]))[1]
  expect(sheet?.columnCount).toBe(columns.length)
  expect(sheet?.rows[0]?.map(({ text }) => text)).toEqual(['Words', 'Count', 'At', 'On'])
  expect(sheet?.rows[1]?.map(({ type, value }) => [type, value])).toEqual([
    ['string', null],
    ['float', '3'],
    ['date', '2026-06-09T09:05:00'],
    ['date', '2026-06-09'],
  ])
  expect(sheet?.rows[2]?.map(({ type, text }) => [type, text])).toEqual(Array(4).fill([null, '']))
})

test('whatever a text holds, it stays text in its own cell, and only what XML cannot hold is left out', () => {
  const rows = readOds(made(hostileTexts.map(line)))[1]?.rows ?? []
  const expected = hostileTexts.map((text) => text.replace(/[^\P{Cc}\t\n\r]|\p{Cs}/gu, '').replace(/\r\n|\r/g, '\n'))
  expect(rows.slice(1).map((cells) => cells[0]?.text)).toEqual(expected)
  for (const cells of rows.slice(1)) expect(cells.map(({ type }) => type)).toEqual(['string', 'float', 'date', 'date'])
})

test('a sheet’s name has under 31 characters and none that spreadsheets refuse', () => {
  const names = readOds(made([], "What's [very] long: a/b\\c*? and longer still than that")).map(({ name }) => name)
  for (const name of names) {
    expect(name.length).toBeLessThan(31)
    expect(name).not.toMatch(/[[\]*?:/\\']/)
  }
})
