import { describe, expect, test } from 'vitest'
import { bringIn, csv, fileOf, logTrial } from './log-trial.ts'

const look = async (text: string) => logTrial().look(fileOf(text))

describe('what separates cells', () => {
  test.each([',', ';', '\t', '|'])('%j is found, in spite of others inside the values', async (delimiter) => {
    const line = (...cells: string[]) => cells.join(delimiter)
    const text = [
      line('number', 'short description', 'opened at', 'cost'),
      line('INC1', '"a, b; c | d\t e"', '13/3/2026 09:00', '1'),
      line('INC2', 'plain', '14/3/2026 09:00', '2'),
    ].join('\r\n')
    const { dress, rows } = await look(text)
    expect(dress.delimiter).toBe(delimiter)
    expect(rows.map(({ cells }) => cells.length)).toEqual([4, 4])
  })

  test('is believed where the first line says so', async () => {
    const { dress, columns, rows } = await look('sep=;\nnumber;title,more\nINC1;a,b\nINC2;c,d\n')
    expect(dress).toMatchObject({ delimiter: ';', headerLine: 2 })
    expect(columns.map(({ name }) => name)).toEqual(['number', 'title,more'])
    expect(rows.map(({ line }) => line)).toEqual([3, 4])
  })

  test('a file with nothing below the names of its columns says so', async () => {
    expect((await look('number,title\n')).doubts).toContain('No row stands below the names of the columns.')
    const long = `number,title\nINC1,"${'x'.repeat(300_000)}"\n`
    expect((await look(long)).doubts).toContain('The first rows are too long to be shown here.')
  })

  test('a file of one column says so', async () => {
    expect((await look('number\nINC1\n')).doubts.join(' ')).toMatch(/Only one column/)
  })
})

describe('quotation marks', () => {
  test('are apostrophes where most cells stand between those', async () => {
    const { dress, rows } = await look("'number','title'\n'INC1','a, b'\n'INC2','it is'\n")
    expect(dress.quote).toBe("'")
    expect(rows[0]?.cells).toEqual(['INC1', 'a, b'])
    expect((await look("number,title\nINC1,'90s printer\nINC2,don't\n")).dress.quote).toBe('"')
  })

  test('are escaped by backslashes where they are, and a path that ends in one is no sign', async () => {
    expect((await look('number,title\nINC1,"say \\"no\\" now"\n')).dress.escape).toBe('backslash')
    expect((await look('number,title,more\nINC1,"C:\\","x ""y"" z"\n')).dress.escape).toBe('doubled')
  })
})

describe('the names of columns', () => {
  test('stand on the first row that is as wide as the others: what is above is left out', async () => {
    const text = `Incident report\n\n${csv(['number', 'title', 'opened'], ['INC1', 'a', '13/3/2026'], ['INC2', 'b', '14/3/2026'])}`
    const { look: found, incidents } = await bringIn(text)
    expect(found.dress.headerLine).toBe(3)
    expect([...incidents.keys()]).toEqual(['INC1', 'INC2'])
  })

  test('may be missing: then every row counts, and columns are numbered', async () => {
    const found = await look(csv(['INC1', 'Printer', '13/3/2026 09:00'], ['INC2', 'Phone', '14/3/2026 09:00']))
    expect(found.dress.headerLine).toBeNull()
    expect(found.columns.map(({ name }) => name)).toEqual(['Column 1', 'Column 2', 'Column 3'])
    expect(found.rows).toHaveLength(2)
    const trial = logTrial()
    const again = await trial.look(fileOf(csv(['INC1', 'Printer', '13/3/2026 09:00'])))
    const { incidents } = await trial.read(again, { number: 0, title: 1, opened: 2 })
    expect(incidents).toBe(1)
  })

  test('say which field is which, as other desks call them', async () => {
    const header = [
      'Issue key',
      'Summary',
      'Description',
      'Status',
      'Created',
      'Resolved',
      'Updated',
      'Reporter',
      'Assignee',
      'Priority',
    ]
    const { mapping } = await look(
      csv(
        header,
        header.map((_, i) => `v${i}`),
      ),
    )
    expect(mapping).toEqual({
      number: 0,
      title: 1,
      text: 2,
      state: 3,
      opened: 4,
      resolved: 5,
      updated: 6,
      requester: 7,
      assignee: 8,
      priority: 9,
    })
    const other = await look(
      csv(
        ['Ticket Ref', 'Description', 'Date Logged', 'closedDate', 'Council', 'u_symptom'],
        ['1', 'b', 'c', 'd', 'e', 'f'],
      ),
    )
    expect(other.mapping).toEqual({ number: 0, title: 1, opened: 2, closed: 3, council: 4, symptom: 5 })
  })

  test('give the file a fingerprint that case, blanks and marks do not change', async () => {
    const of = async (header: string[]) => (await look(csv(header, ['1', 'b', '13/3/2026']))).fingerprint
    const first = await of(['number', 'short_description', 'opened_at'])
    expect(await of(['Number', 'Short description', 'Opened at'])).toBe(first)
    expect(await of(['Number', 'Summary', 'Opened at'])).not.toBe(first)
  })
})

describe('the order of dates', () => {
  const dates = (...values: string[]) =>
    csv(['number', 'opened', 'closed'], ...values.map((value, i) => [`INC${i}`, value, value]))

  test.each([
    ['13/3/2026 09:00', 'dmy'],
    ['3/13/2026 09:00', 'mdy'],
    ['3/4/2026 09:00', 'undecided'],
    ['2026-03-04 09:00', 'year_first'],
    ['4-Mar-26 09:00', 'dmy'],
  ] as const)('%s makes its column %s', async (value, order) => {
    const { columns } = await look(dates(value, value))
    expect(columns[1]?.dates).toBe(order)
    expect(columns[0]?.dates).toBeNull()
  })

  test('is told by rows far down in the file', async () => {
    const values = Array.from({ length: 30_000 }, (_, i) =>
      i === 29_999 ? '3/4/2026 09:00' : i > 20_000 ? '3/20/2026 09:00' : '3/5/2026 09:00',
    )
    expect((await look(dates(...values))).columns[1]?.dates).toBe('mdy')
  })

  test('of a column that does not tell is that of one that does; where none does it is asked, and the day read first', async () => {
    const text = csv(['number', 'opened', 'closed'], ['INC1', '3/4/2026 09:00', '3/14/2026 09:00'])
    const { dress, doubts } = await look(text)
    expect(dress.dateOrders).toEqual({ 1: 'mdy', 2: 'mdy' })
    expect(doubts).toEqual([])
    const { look: open, incidents } = await bringIn(dates('3/4/2026 09:00'))
    expect(open.doubts.join(' ')).toMatch(/day or the month comes first in opened, closed/)
    expect(incidents.get('INC0')?.raisedAt).toBe(Date.parse('2026-04-03T09:00:00+01:00'))
    const told = await bringIn(dates('3/4/2026 09:00'), { dress: { dateOrders: { 1: 'mdy', 2: 'mdy' } } })
    expect(told.incidents.get('INC0')?.raisedAt).toBe(Date.parse('2026-03-04T09:00:00Z'))
  })
})

test('a comma may be the point: of spreadsheet dates and numbers', async () => {
  const text = 'number;opened;update count\nINC1;46094,375;1,5\nINC1;46094,375;10,0\nINC2;46095,5;2,0\n'
  const { look: found, incidents } = await bringIn(text)
  expect(found.dress.isDecimalComma).toBe(true)
  expect(incidents.get('INC1')?.raisedAt).toBe(Date.parse('2026-03-13T09:00:00Z'))
  expect((await look(text.replaceAll(',', '.'))).dress.isDecimalComma).toBe(false)
})

test('marks for nothing are read as nothing, and shown; likely ones only where they stand', async () => {
  const text = csv(
    ['number', 'title', 'opened', 'assigned to', 'assignment group', 'category', 'caller'],
    ['INC1', 'a', '13/3/2026', '?', 'NULL', 'n/a', '-'],
    ['INC2', 'b', '13/3/2026', 'None', '', ' N/A ', 'Ann'],
  )
  const { look: found, incidents } = await bringIn(text)
  expect(found.dress.missing).toEqual(expect.arrayContaining(['?', 'NULL', 'N/A', '-', 'None']))
  expect(found.dress.missing).not.toContain('NaN')
  for (const incident of incidents.values())
    expect(incident).toMatchObject({ assigneeName: '', teamName: '', category: '' })
  const kept = await bringIn(text, { dress: { missing: ['?'] } })
  expect(kept.incidents.get('INC2')?.assigneeName).toBe('None')
})
