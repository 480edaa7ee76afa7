import { describe, expect, test } from 'vitest'
import type { Dress, LogColumn, LogTables } from '../../../src/intake/incident-log.ts'
import {
  columnErrors,
  commonOrder,
  keptOf,
  marksOf,
  ordersOf,
  readKept,
  unusedColumns,
  valueErrors,
  withColumn,
  withCommonOrder,
  withKeptTables,
} from '../../../src/views/import/log-choices.ts'
import { meaningOf, quoteChoices, quoteStyleOf, quotesOf } from '../../../src/views/import/log-words.ts'
import { refusedCsv } from '../../../src/views/import/refused-rows.tsx'

const dress: Dress = {
  encoding: 'utf-8',
  delimiter: ',',
  quote: '"',
  escape: 'doubled',
  headerLine: 1,
  dateOrders: {},
  isDecimalComma: false,
  missing: ['?'],
  zone: 'Europe/London',
}
const column = (index: number, dates: LogColumn['dates']): LogColumn => ({
  index,
  name: `c${index}`,
  samples: [],
  dates,
})
const tables: LogTables = {
  state: { Offen: null, Closed: 'closed' },
  type: {},
  impact: {},
  urgency: {},
  priority: { P1: 1 },
  council: {},
  councilForOthers: null,
  system: {},
}

describe('the order of dates', () => {
  const columns = [column(0, null), column(1, 'dmy'), column(2, 'undecided'), column(3, 'year_first')]

  test('is one choice for all columns that have an order', () => {
    expect(commonOrder(columns, dress)).toBe('dmy')
    expect(ordersOf(columns, 'mdy')).toEqual({ 0: 'mdy', 1: 'mdy', 2: 'mdy', 3: 'mdy' })
  })

  test('of a column with few dates in it is that of the others', () => {
    const found = { ...dress, dateOrders: { 1: 'mdy', 2: 'mdy' } } as const
    expect(withCommonOrder(columns, found).dateOrders).toEqual({ 0: 'mdy', 1: 'mdy', 2: 'mdy', 3: 'mdy' })
    const differing = { ...dress, dateOrders: { 1: 'dmy', 2: 'mdy' } } as const
    expect(withCommonOrder(columns, differing)).toEqual(differing)
    expect(commonOrder([column(0, null)], dress)).toBe('dmy')
    expect(commonOrder([column(0, null)], { ...dress, dateOrders: { 0: 'mdy' } })).toBe('mdy')
  })

  test('shows as no one order where columns differ', () => {
    expect(commonOrder(columns, { ...dress, dateOrders: { 1: 'dmy', 2: 'mdy' } })).toBeUndefined()
  })
})

describe('columns', () => {
  test('a column is one field at most', () => {
    expect(withColumn({ number: 0, title: 2 }, 'text', 2)).toEqual({ number: 0, text: 2 })
    expect(withColumn({ number: 0, title: 2 }, 'title', undefined)).toEqual({ number: 0 })
  })

  test('are asked for until an incident can be told from others and has a time', () => {
    expect(columnErrors({}).map(({ fieldId }) => fieldId)).toEqual(['log-column-number', 'log-column-opened'])
    expect(columnErrors({ title: 1, updated: 2 })).toEqual([])
  })

  test('that nothing is read from are named', () => {
    expect(unusedColumns({ columns: [column(0, null), column(1, null)] }, { number: 1 })).toEqual(['c0'])
  })
})

describe('what was said of a file with these columns', () => {
  const kept = keptOf(dress, { number: 4 }, 'ours', { ...tables, councilForOthers: 'a', state: { Offen: 'new' } })

  test('comes back as it was, and never what each file shows by itself', () => {
    expect(readKept(JSON.parse(JSON.stringify(kept)))).toEqual(kept)
    expect(Object.keys(kept.dress)).toEqual(['dateOrders', 'isDecimalComma', 'missing', 'zone'])
  })

  test('is left alone where other code kept something else', () => {
    for (const strange of [undefined, null, 7, {}, { mapping: {} }, { ...kept, source: 3 }])
      expect(readKept(strange)).toBeUndefined()
  })

  test('goes over what is proposed for the same values, and says nothing of new ones', () => {
    expect(withKeptTables({ ...tables, state: { Offen: null, Neu: 'new' } }, kept.tables)).toMatchObject({
      councilForOthers: 'a',
      state: { Offen: 'new', Neu: 'new' },
      priority: { P1: 1 },
    })
  })
})

test('without a council nothing could be imported: it is asked for, unless a value of the file names one', () => {
  expect(valueErrors(tables)).toEqual([
    { fieldId: 'log-council', message: 'Choose the council whose incidents these are.' },
  ])
  expect(valueErrors({ ...tables, councilForOthers: 'a' })).toEqual([])
  expect(valueErrors({ ...tables, council: { North: 'a', South: null } })).toEqual([])
})

test('marks for nothing are typed with commas between them', () => {
  expect(marksOf(' ?, n/a,, not known ,?')).toEqual(['?', 'n/a', 'not known'])
})

test('each way of quoting is one choice, there and back', () => {
  for (const { value } of quoteChoices) expect(quoteStyleOf(quotesOf(value))).toBe(value)
})

test('a priority is a number, other meanings are words, and no choice is no meaning', () => {
  expect([meaningOf('priority', '2'), meaningOf('state', 'new'), meaningOf('system', '')]).toEqual([2, 'new', null])
})

test('the refused rows as a file: no reason is run as a formula', () => {
  const csv = refusedCsv({ count: 2, first: [{ line: 7, reason: '=HYPERLINK("x")' }] })
  expect(csv).toBe('\uFEFFline,reason\r\n7,"\'=HYPERLINK(""x"")"\r\n')
})
