import { strToU8, zipSync } from 'fflate'
import { describe, expect, test } from 'vitest'
import { makeDecoder } from '../../src/intake/encodings.ts'
import type { Encoding } from '../../src/intake/incident-log.ts'
import { bringIn, csv, fileOf, logTrial } from './log-trial.ts'

const words = [
  'Zoë cannot print',
  'Frais de déplacement refusés',
  'Größe geändert',
  '£500 missing',
  'Niño’s “new” laptop – 5°',
]
const rows = (titles: readonly string[]) =>
  csv(['number', 'title', 'opened'], ...titles.map((title, i) => [`INC${i}`, title, `1${i % 10}/3/2026 09:00`]))

/** Text -> bytes, by looking up what each byte decodes to. */
function written(text: string, encoding: Encoding): Uint8Array<ArrayBuffer> {
  if (encoding === 'utf-8') return new TextEncoder().encode(text)
  if (encoding === 'utf-16le' || encoding === 'utf-16be') {
    const units = new DataView(new ArrayBuffer(text.length * 2))
    for (let i = 0; i < text.length; i++) units.setUint16(i * 2, text.charCodeAt(i), encoding === 'utf-16le')
    return new Uint8Array(units.buffer)
  }
  const decode = makeDecoder(encoding)
  const byteOf = new Map(Array.from({ length: 256 }, (_, byte) => [decode(Uint8Array.of(byte)), byte]))
  return Uint8Array.from(text, (letter) => byteOf.get(letter) ?? 63)
}
const joined = (...parts: readonly Uint8Array[]) => Uint8Array.from(parts.flatMap((part) => [...part]))

const titlesOf = async (bytes: Uint8Array<ArrayBuffer>) => {
  const { look, incidents } = await bringIn(bytes)
  return { encoding: look.dress.encoding, titles: [...incidents.values()].map(({ title }) => title) }
}

describe('letters', () => {
  test.each<Encoding>(['utf-8', 'utf-16le', 'utf-16be', 'windows-1252'])(
    'written as %s are told and read',
    async (encoding) => {
      expect(await titlesOf(written(rows(words), encoding))).toEqual({ encoding, titles: words })
    },
  )

  test('written as CP850 are told and read', async () => {
    const old = ['Zoë cannot print', 'Frais de déplacement refusés', 'Größe geändert', '£500 missing']
    expect(await titlesOf(written(rows(old), 'cp850'))).toEqual({ encoding: 'cp850', titles: old })
  })

  test.each(words.slice(0, 4))('tell the two old ways apart by one line alone: %s', async (title) => {
    expect((await titlesOf(written(rows([title]), 'windows-1252'))).encoding).toBe('windows-1252')
    expect((await titlesOf(written(rows([title]), 'cp850'))).encoding).toBe('cp850')
  })

  test('behind a byte order mark are read without it', async () => {
    const marked = [
      joined(Uint8Array.of(0xef, 0xbb, 0xbf), written(rows(words), 'utf-8')),
      joined(Uint8Array.of(0xff, 0xfe), written(rows(words), 'utf-16le')),
      joined(Uint8Array.of(0xfe, 0xff), written(rows(words), 'utf-16be')),
    ]
    for (const bytes of marked) {
      const { look, incidents } = await bringIn(bytes)
      expect(look.columns[0]?.name).toBe('number')
      expect([...incidents.values()].map(({ title }) => title)).toEqual(words)
    }
  })

  test('far down in a large file count as well, and are not cut in two between slices', async () => {
    const many = Array.from({ length: 40_000 }, (_, i) => (i === 39_999 ? 'Zoë' : 'aaaaaaaaaaaaaaaaaaaaaaaaaaaaaa'))
    const bytes = written(rows(many), 'windows-1252')
    expect(bytes.length).toBeGreaterThan(1.5 * 1024 * 1024)
    const { look, incidents } = await bringIn(bytes)
    expect(look.dress.encoding).toBe('windows-1252')
    expect(incidents.get('INC39999')?.title).toBe('Zoë')
    const wide = await bringIn(written(rows(many.map(() => '😀é'.repeat(12))), 'utf-8'))
    expect(new Set([...wide.incidents.values()].map(({ title }) => title))).toEqual(new Set(['😀é'.repeat(12)]))
  })

  test('are read as a person says, where they know better', async () => {
    const { incidents } = await bringIn(written(rows(['£5']), 'cp850'), { dress: { encoding: 'windows-1252' } })
    expect(incidents.get('INC0')?.title).toBe('œ5')
  })
})

const bytesOf = (text: string) => Uint8Array.from(text, (letter) => letter.charCodeAt(0))
const workbook = zipSync({ '[Content_Types].xml': strToU8('<Types/>'), 'xl/workbook.xml': strToU8('<workbook/>') })
const ods = zipSync({ mimetype: [strToU8('application/vnd.oasis.opendocument.spreadsheet'), { level: 0 }] })

describe('a file that is no CSV is named and refused', () => {
  test.each<[what: RegExp, bytes: Uint8Array]>([
    [/Excel file.*save the sheet as CSV/, workbook],
    [/OpenDocument file.*save the sheet as CSV/, ods],
    [/zip archive.*Unpack/, zipSync({ 'log.csv': strToU8('a,b') })],
    [/gzip.*Unpack/, Uint8Array.of(0x1f, 0x8b, 8, 0)],
    [/PDF/, bytesOf('%PDF-1.7\n')],
    [/old Excel file/, Uint8Array.of(0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1)],
    [/web page or XML/, bytesOf('\n<!DOCTYPE html><table>')],
    [/JSON/, bytesOf('[{"number":"INC1"}]')],
    [/not a text file/, Uint8Array.from({ length: 5000 }, (_, i) => (i % 3 === 0 ? 0 : i % 256))],
    [/empty/, new Uint8Array()],
    [/empty/, bytesOf(' \n\n ')],
  ])('%s', async (sentence, bytes) => {
    expect(await logTrial().refusal(fileOf(Uint8Array.from(bytes), 'log.csv'))).toMatch(sentence)
  })

  test('a file beyond 200 MB is refused before it is read', async () => {
    const file = Object.defineProperty(fileOf('a,b'), 'size', { value: 201 * 1024 * 1024 })
    expect(await logTrial().refusal(file)).toMatch(/larger than 200 MB/)
  })
})

test('NUL characters in a text file are left out and said', async () => {
  const { look, incidents } = await bringIn(rows([`${'a'.repeat(300)}`, 'Print\0er']))
  expect(look.doubts.join(' ')).toMatch(/1 NUL character left out/)
  expect(incidents.get('INC1')?.title).toBe('Printer')
})

test('the import has the same id for the same bytes, whatever the file is called, and another for others', async () => {
  const idOf = async (text: string, name: string) => (await logTrial().look(fileOf(text, name))).importId
  const id = await idOf(rows(words), 'a.csv')
  expect(await idOf(rows(words), 'b.csv')).toBe(id)
  expect(await idOf(rows(words.slice(1)), 'a.csv')).not.toBe(id)
})
