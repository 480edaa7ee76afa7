import { describe, expect, test } from 'vitest'
import { zoneOf } from '../../src/domain/zone.ts'
import { parseImport } from '../../src/intake/parse-import.ts'
import { iso, options, read, readOne } from './reading.ts'

const bytesOf = (text: string, encoding: BufferEncoding) => new Uint8Array(Buffer.from(text, encoding))

describe('CSV', () => {
  test.each([',', ';', '\t'])('columns separated by %j are found by the words of their header', (delimiter) => {
    const rows = [
      ['Reference', 'Title', 'System', 'Start', 'Resolved', 'Severity', 'Root cause'],
      ['INC1', '"Mail; and, calendar"', 'E-mail', '03/06/2024 09:00', '03/06/2024 10:30', 'Partly down', 'Disk full'],
    ]
    const entry = readOne('list.csv', rows.map((row) => row.join(delimiter)).join('\r\n'))
    expect(entry).toMatchObject({
      key: 'INC1',
      line: 2,
      title: 'Mail; and, calendar',
      components: ['E-mail'],
      level: 'partial',
      cause: 'Disk full',
    })
    expect([iso(entry.startAt), iso(entry.endAt)]).toEqual(['2024-06-03T08:00:00Z', '2024-06-03T09:30:00Z'])
    expect(entry.flags).toEqual(['no_zone'])
  })

  test('a header that says UTC is believed', () => {
    const entry = readOne(
      'list.csv',
      'System,Start (UTC),End (UTC),Level\nTelephones,2024-06-03 09:00,2024-06-03 10:00,down',
    )
    expect(iso(entry.startAt)).toBe('2024-06-03T09:00:00Z')
    expect(entry.flags).toEqual([])
  })

  test('times without a zone are read in the zone stated for the import', () => {
    const text =
      'System,Start,End,Level\nTelephones,2024-06-03 09:00,2024-06-03T10:00:00+12:00,down\nDoors,2024-06-03 09:00,,down'
    const { entries } = read('list.csv', text, { zone: zoneOf('Pacific/Auckland') })
    expect(entries.map((entry) => iso(entry.startAt))).toEqual(['2024-06-02T21:00:00Z', '2024-06-02T21:00:00Z'])
    expect(entries.map((entry) => entry.flags)).toEqual([['zone_of_other_end'], ['no_zone', 'open']])
  })

  test('a date and a time in two columns are one start', () => {
    const entry = readOne(
      'list.csv',
      'Service,Start date,Start time,End date,End time,Impact\nVPN,1/12/2024,9:05,1/12/2024,11:00,major',
    )
    expect([iso(entry.startAt), iso(entry.endAt)]).toEqual(['2024-12-01T09:05:00Z', '2024-12-01T11:00:00Z'])
  })

  test('a date without a time of day is midnight, and flagged', () => {
    const entry = readOne('list.csv', 'System,Start,End,Level\nVPN,2024-12-01,2024-12-02 12:00Z,down')
    expect(iso(entry.startAt)).toBe('2024-12-01T00:00:00Z')
    expect(entry.flags).toContain('no_time')
  })

  test('bytes of UTF-8, UTF-8 with a mark, UTF-16 and Latin-1 read the same', () => {
    const text = 'System,Start,End,Level\nBüro,2024-12-01T10:00Z,2024-12-01T11:00Z,down'
    const forms = [
      bytesOf(text, 'utf8'),
      bytesOf(`\uFEFF${text}`, 'utf8'),
      bytesOf(`\uFEFF${text}`, 'utf16le'),
      bytesOf(text, 'latin1'),
    ]
    for (const bytes of forms) {
      const parsed = parseImport([{ name: 'list.csv', bytes }], options)
      expect(parsed.entries.map((entry) => entry.components)).toEqual([['Büro']])
    }
  })

  test('rows that share a reference and its times are one outage of several systems', () => {
    const text =
      'id,system,start,end,level\n7,E-mail,2024-12-01T10:00Z,2024-12-01T11:00Z,down\n7,VPN,2024-12-01T10:00Z,2024-12-01T11:00Z,down'
    expect(readOne('list.csv', text).components).toEqual(['E-mail', 'VPN'])
  })

  test('rows that share a reference and differ in time are not guessed at: the second is refused', () => {
    const text =
      'id,system,start,end,level\n7,E-mail,2024-12-01T10:00Z,2024-12-01T11:00Z,down\n7,VPN,2024-12-01T10:00Z,2024-12-01T12:00Z,down'
    const { entries, refused } = read('list.csv', text)
    expect(entries).toHaveLength(1)
    expect(refused).toEqual([
      { file: 'list.csv', line: 3, key: '7', reason: '"7" was already read from list.csv, line 2.' },
    ])
  })

  test('a row said twice without a reference is read once', () => {
    const row = 'E-mail,2024-12-01T10:00Z,2024-12-01T11:00Z,down'
    const { entries, refused } = read('list.csv', `system,start,end,level\n${row}\n${row}`)
    expect(entries).toHaveLength(1)
    expect(refused[0]?.reason).toBe('It says the same as line 2.')
  })

  test('a comma separates systems only under a plural header', () => {
    const row = '"Revenues, Benefits",2024-12-01T10:00Z,2024-12-01T11:00Z,down'
    expect(readOne('a.csv', `system,start,end,level\n${row}`).components).toEqual(['Revenues, Benefits'])
    expect(readOne('a.csv', `systems,start,end,level\n${row}`).components).toEqual(['Revenues', 'Benefits'])
  })

  test('a column that says whether it was planned is believed before the words of the title', () => {
    const text =
      'title,system,start,end,level,planned\nUpgrade,VPN,2024-12-01T10:00Z,2024-12-01T11:00Z,down,no\nWorks,VPN,2024-12-02T10:00Z,2024-12-02T11:00Z,down,yes'
    expect(read('list.csv', text).entries.map((entry) => entry.isMaintenance)).toEqual([false, true])
    expect(
      readOne('list.csv', 'title,start,end,level\nUpgrade,2024-12-01T10:00Z,2024-12-01T11:00Z,down').flags,
    ).toContain('maintenance_by_title')
  })

  test('each row that cannot be read is refused with its line, and the others are kept', () => {
    const text =
      'system,start,end,level\nVPN,13/13/2024 09:00,,down\nVPN,,,down\n"VPN,2024-12-01T10:00Z,2024-12-01T11:00Z,down'
    const { entries, refused } = read(
      'list.csv',
      `${text.slice(0, text.lastIndexOf('\n'))}\nDoors,2024-12-01T10:00Z,2024-12-01T11:00Z,down`,
    )
    expect(entries.map((entry) => entry.components)).toEqual([['Doors']])
    expect(refused.map((row) => [row.line, row.reason])).toEqual([
      [2, '"13/13/2024 09:00" is not a date that can be read.'],
      [3, 'It has no start.'],
    ])
  })

  test('a list that is too long says so, also where some of its rows are refused', () => {
    const rows = Array.from({ length: 20_001 }, (_, index) =>
      index === 5 ? 'VPN,never' : `VPN ${index},2024-12-01T10:00Z`,
    )
    const { entries, refused } = read('list.csv', `system,start\n${rows.join('\n')}`)
    expect(entries).toHaveLength(19_999)
    expect(refused.map((row) => row.reason)).toEqual([
      'Only the first 20000 rows are read.',
      '"never" is not a date that can be read.',
    ])
  })

  test('a quotation mark left open costs its row, not the import', () => {
    const { entries, refused } = read(
      'list.csv',
      'system,start,end,level\nDoors,2024-12-01T10:00Z,2024-12-01T11:00Z,down\n"VPN,2024-12-01T10:00Z,,down\n',
    )
    expect(entries.map((entry) => entry.components)).toEqual([['Doors']])
    expect(refused).toHaveLength(1)
  })
})
