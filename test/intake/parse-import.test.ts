import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { parseImport } from '../../src/intake/parse-import.ts'
import { fileOf, options, read } from './reading.ts'

const post = '---\ntitle: Mail\ndate: 2024-01-01T10:00:00Z\nresolved: false\nseverity: down\naffected: [Mail]\n---\n'

describe('files that a person picks', () => {
  test('a file in another form than most is named and left for an import of its own', () => {
    const files = [
      fileOf('list.csv', 'start,system\n2024-01-01T10:00Z,Mail'),
      fileOf('a.md', post),
      fileOf('b.md', post),
    ]
    const parsed = parseImport(files, options)
    expect([parsed.form, parsed.source, parsed.entries.length]).toEqual(['cstate', 'cstate', 2])
    expect(parsed.refused).toEqual([
      { file: 'list.csv', reason: 'It is CSV, the others are cState posts: import it by itself.' },
    ])
  })

  test('the same post in two folders is read once', () => {
    const parsed = parseImport([fileOf('old/a.md', post), fileOf('new/a.md', post)], options)
    expect(parsed.entries.map((entry) => entry.file)).toEqual(['old/a.md'])
    expect(parsed.refused[0]?.reason).toBe('"a.md" was already read from old/a.md.')
  })

  test('a post kept in a folder of its own is known by the folder', () => {
    const parsed = parseImport([fileOf('mail/index.md', post), fileOf('web/index.md', post)], options)
    expect(parsed.entries.map((entry) => entry.key)).toEqual(['mail', 'web'])
  })

  test.each([
    ['a spreadsheet', new Uint8Array([0x50, 0x4b, 3, 4]), 'save the sheet as CSV'],
    ['a picture', new Uint8Array([0x89, 0x50, 0, 0]), 'This is not a text file.'],
    ['an empty file', new Uint8Array(), 'The file is empty.'],
    ['a file of 20 MB and a byte', new Uint8Array(20 * 1024 * 1024 + 1), 'The file is larger than 20 MB.'],
    ['a letter', new TextEncoder().encode('Dear all,\nthe mail was down.'), 'It is not a cState post'],
  ])('%s is refused with a sentence', (_, bytes, reason) => {
    const parsed = parseImport([{ name: 'file', bytes }], options)
    expect([parsed.form, parsed.entries]).toEqual([undefined, []])
    expect(parsed.refused[0]?.reason).toContain(reason)
  })

  test('what a flag means is said once for all entries that have it, with their number', () => {
    expect(read('list.csv', 'start,level\n2024-01-01T10:00Z,down\n2024-01-02T10:00Z,down').warnings).toEqual([
      '2 of 2: Has no end: read as still going on',
      '2 of 2: Names no system: goes to "Unassigned"',
    ])
  })

  test('no content of a file makes the import fail', () => {
    const piece = fc.constantFrom(
      '---\n',
      'date: ',
      '2024-01-01',
      'T25:61',
      '\n',
      '{',
      '[',
      ']',
      '"',
      ',',
      ';',
      'start',
      'affected:',
      '&a *a',
      '{"id":1,',
      '"started_at":',
      'null',
      '}',
    )
    const text = fc.oneof(
      fc.array(piece, { maxLength: 30 }).map((pieces) => pieces.join('')),
      fc.string({ unit: 'binary' }),
    )
    fc.assert(
      fc.property(fc.constantFrom('a.md', 'a.json', 'a.csv', 'a.html'), text, (name, content) => {
        const parsed = read(name, content)
        for (const entry of parsed.entries) expect(Number.isSafeInteger(entry.startAt)).toBe(true)
        for (const refusal of parsed.refused) expect(refusal.reason).toMatch(/\w.*\.?$/)
        if (parsed.entries.length === 0 && parsed.form !== 'csv' && parsed.form !== 'statuspage')
          expect(parsed.refused).toHaveLength(1)
      }),
      { numRuns: 500 },
    )
  })
})
