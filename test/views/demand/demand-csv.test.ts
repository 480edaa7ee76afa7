import { expect, test } from 'vitest'
import { demandReport } from '../../../src/metrics/demand.ts'
import { backlogCsv, basisLines, fileName, monthsCsv, partsCsv } from '../../../src/views/demand/demand-csv.ts'
import { at, made, names } from '../../metrics/made-demand.ts'

const period = { from: '2026-11-01', to: '2026-12-01' }
const report = demandReport(
  [
    ...[1, 2, 4, 8, 16].map((tookHours) => made({ tookHours, systemId: 'mail', reopenCount: tookHours === 2 ? 1 : 0 })),
    made({ state: 'closed', systemName: '=cmd|calc' }),
    made(),
  ],
  names,
  { period, councilIds: ['city'], now: at('2026-11-23T10:00:00Z') },
)
const basis = basisLines(report, 'Ashby')
const lines = (csv: string) => csv.split('\r\n')

test('a table as a file has counts, rates and hours as they are, the total, and what it rests on', () => {
  const [head, mail, closed, none, total, gap, ...rest] = lines(partsCsv(report, 'system', basis))
  expect(head).toBe(
    '\uFEFFSystem,Raised,Resolved,Open,Cancelled,Reopened,Ever resolved,Reopened percent,Resolved with a time,Median hours to resolve',
  )
  expect(mail).toBe('E-mail,5,5,0,0,1,5,20,5,4')
  expect(closed).toBe("'=cmd|calc,1,1,0,0,0,1,,0,")
  expect(none).toBe('Not recorded,1,0,1,0,0,0,,0,')
  expect(total).toBe(`Total,7,6,1,0,1,6,${100 / 6},5,4`)
  expect(gap).toBe('')
  expect(rest[0]).toBe('Period,Raised 1 November 2026 to 30 November 2026')
})

test('what the figures rest on names period, councils, count and moment, and what is in no median', () => {
  expect(Object.fromEntries(basis.map(({ key, value }) => [key, value]))).toMatchObject({
    ...{ Councils: 'Ashby', Incidents: '7', 'As at': 'Mon 23 Nov, 10:00' },
    'Without a time': '1 incident resolved or closed without saying when: in no median',
    'Time to resolve': expect.stringContaining('Waiting for people, nights and weekends are in it.'),
  })
})

test('months and backlog are files too, named by what they hold and the last day of the period', () => {
  expect(lines(monthsCsv(report, basis)).slice(0, 2)).toEqual([
    '\uFEFFMonth,Raised,Ended,Open at its end',
    '2026-11,7,6,1',
  ])
  expect(lines(backlogCsv(report, basis)).slice(0, 5)).toEqual([
    '\uFEFFAge,Raised from,Raised through,Incidents',
    'Today,2026-11-23,2026-11-23,0',
    '1 to 2 days,2026-11-21,2026-11-22,0',
    '3 to 6 days,2026-11-17,2026-11-20,0',
    '7 to 29 days,2026-10-25,2026-11-16,1',
  ])
  expect(fileName('by-system', report)).toBe('demand-by-system-2026-11-01-to-2026-11-30.csv')
})
