import { expect, test } from 'vitest'
import { csvCell, csvDocument } from '../../src/reports/csv.ts'
import { readCsv } from './read-csv.ts'

test('text that a spreadsheet would run as a formula is neutralised with a leading apostrophe', () => {
  for (const text of ['=1+1', '+44 1234', '-cmd', '@sum(A1)', '\tx']) expect(csvCell(text)).toBe(`'${text}`)
  expect(csvCell('\r=1')).toBe(`"'\r=1"`)
  expect(csvCell('=HYPERLINK("http://x","y")')).toBe(`"'=HYPERLINK(""http://x"",""y"")"`)
})

test('a negative number stays a number', () => {
  expect(csvCell(-12.5)).toBe('-12.5')
})

test('nothing is an empty cell, yes and no are words', () => {
  expect([null, undefined, true, false].map(csvCell)).toEqual(['', '', 'true', 'false'])
})

test('commas, quotes and line ends survive a round trip through CSV', () => {
  const rows = [
    ['a,b', 'say "no"', 'two\r\nlines'],
    ['', ' spaces ', 'é £ –'],
  ]
  const text = csvDocument(['one', 'two', 'three'], rows)
  expect(readCsv(text)).toEqual([['one', 'two', 'three'], ...rows])
  expect(text.endsWith('\r\n')).toBe(true)
})
