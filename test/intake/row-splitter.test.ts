import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { RowRules } from '../../src/intake/row-reader.ts'
import { makeSplitter, mostRowChars } from '../../src/intake/row-splitter.ts'

const comma: RowRules = { delimiter: ',', quote: '"', escape: 'doubled' }

function split(parts: readonly string[], rules: RowRules = comma) {
  const rows: [line: number, ...cells: string[]][] = []
  const faults: [line: number, reason: string][] = []
  const splitter = makeSplitter(rules, {
    onRow: (line, cells) => rows.push([line, ...cells]),
    onFault: (line, reason) => faults.push([line, reason]),
  })
  for (const part of parts) splitter.push(part)
  splitter.end()
  return { rows, faults }
}

test('line ends may be mixed, empty lines are no rows, and the last line needs no end', () => {
  const { rows } = split(['a,b\r\nc,d\n\re,f\rg,\n\n\r\nh,i'])
  expect(rows).toEqual([
    [1, 'a', 'b'],
    [2, 'c', 'd'],
    [4, 'e', 'f'],
    [5, 'g', ''],
    [8, 'h', 'i'],
  ])
})

test('a quoted value holds delimiters, line ends and doubled quotation marks; line numbers count on inside it', () => {
  const { rows } = split(['"a,\r\n""b""",c\n"",x\n5" disk,y\n'])
  expect(rows).toEqual([
    [1, 'a,\r\n"b"', 'c'],
    [3, '', 'x'],
    [4, '5" disk', 'y'],
  ])
})

test('with backslashes a quotation mark is part of the value, a backslash before the last one is not', () => {
  const { rows } = split(['"say \\"no\\"",b\n"C:\\\\",d\n'], { ...comma, escape: 'backslash' })
  expect(rows).toEqual([
    [1, 'say "no"', 'b'],
    [2, 'C:\\\\', 'd'],
  ])
})

test('without a quotation mark among the rules every line is a row', () => {
  expect(split(['"a\nb"\n'], { ...comma, quote: '' }).rows).toEqual([
    [1, '"a'],
    [2, 'b"'],
  ])
})

test('a row with something behind a closing quotation mark is refused alone', () => {
  const { rows, faults } = split(['a,b\n"He said "no" loudly",c\nd,e\n'])
  expect(rows).toEqual([
    [1, 'a', 'b'],
    [3, 'd', 'e'],
  ])
  expect(faults).toEqual([[2, expect.stringContaining('quotation marks')]])
})

test('a quotation mark that is never closed costs its own line only', () => {
  const { rows, faults } = split(['a,b\n"open,c\nd,e\nf,g'])
  expect(rows.map(([line]) => line)).toEqual([1, 3, 4])
  expect(faults).toEqual([[2, expect.stringContaining('never closed')]])
})

test('a file with an open quotation mark on every line is read to its end, with every line refused', () => {
  const { rows, faults } = split([`${`x,"${'y'.repeat(200)}\n`.repeat(20_000)}last,row\n`])
  expect(faults.map(([line]) => line)).toEqual(Array.from({ length: 20_000 }, (_, i) => i + 1))
  expect(rows).toEqual([[20_001, 'last', 'row']])
})

test('one line of 5 MB is refused by its number, and the lines around it are read', () => {
  const long = `a,${'x'.repeat(5 * 1024 * 1024)}`
  const text = `one,1\n${long}\nthree,3\n`
  const parts = text.match(/[\s\S]{1,1048576}/g) ?? []
  expect(split(parts)).toEqual({
    rows: [
      [1, 'one', '1'],
      [3, 'three', '3'],
    ],
    faults: [[2, 'The row is longer than 1 MB.']],
  })
  expect(split([text]).faults).toEqual([[2, 'The row is longer than 1 MB.']])
  expect(
    split([`"${'x\n'.repeat(mostRowChars / 2)}"\nnext,row\n`])
      .rows.at(-1)
      ?.slice(1),
  ).toEqual(['next', 'row'])
})

const cell = fc.string({ unit: fc.constantFrom('a', '"', ',', '\n', '\r', ' ', 'é', '😀'), maxLength: 6 })
const written = (value: string) => (/[",\n\r]/.test(value) ? `"${value.replaceAll('"', '""')}"` : value)

test('what was written is what is read, wherever the parts are cut', () => {
  fc.assert(
    fc.property(fc.array(fc.array(cell, { minLength: 2, maxLength: 4 }), { maxLength: 5 }), fc.nat(9), (rows, size) => {
      const text = rows.map((row) => row.map(written).join(',')).join('\r\n')
      const parts = text.match(new RegExp(`[\\s\\S]{1,${size + 1}}`, 'g')) ?? []
      const read = split(parts)
      expect(read.faults).toEqual([])
      expect(read.rows.map(([, ...cells]) => cells)).toEqual(rows)
    }),
  )
})

test('nothing makes it throw or lose count of lines', () => {
  const unit = fc.constantFrom('a', '"', ',', '\n', '\r')
  fc.assert(
    fc.property(fc.array(fc.string({ unit, maxLength: 12 })), (parts) => {
      const { rows, faults } = split(parts)
      const lines = (parts.join('').match(/\r\n?|\n/g)?.length ?? 0) + 1
      const told = [...rows, ...faults].map(([line]) => line)
      expect(Math.max(1, ...told)).toBeLessThanOrEqual(lines)
      expect(new Set(told).size).toBe(told.length)
      expect(split([parts.join('')])).toEqual({ rows, faults })
    }),
  )
})
