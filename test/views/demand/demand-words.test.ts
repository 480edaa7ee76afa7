import { describe, expect, test } from 'vitest'
import { demandFigures, demandReport } from '../../../src/metrics/demand.ts'
import type { DemandIncident } from '../../../src/metrics/demand-figures.ts'
import {
  ageWords,
  backlogWords,
  fateWords,
  medianWords,
  monthsWords,
  mostWords,
  partName,
  reopenedWords,
} from '../../../src/views/demand/demand-words.ts'
import { at, made, names } from '../../metrics/made-demand.ts'

const query = {
  period: { from: '2026-11-01', to: '2026-12-01' },
  councilIds: ['city'],
  now: at('2026-11-23T10:00:00Z'),
}
const report = (...incidents: readonly DemandIncident[]) => demandReport(incidents, names, query)
const some = (count: number, given: Parameters<typeof made>[0]) => Array.from({ length: count }, () => made(given))

test('what became of the incidents is one sentence', () => {
  expect(
    fateWords(demandFigures([...some(3, { tookHours: 1 }), made(), made({ state: 'cancelled' })]), 'May 2026'),
  ).toBe('5 incidents were raised in May 2026: 3 are resolved, 1 is open and 1 was cancelled.')
  expect(fateWords(demandFigures([made()]), 'May 2026')).toBe(
    '1 incident was raised in May 2026: 0 are resolved and 1 is open.',
  )
})

test('a rate of fewer than five is told as so many of so many, and a median not at all', () => {
  const four = some(4, { tookHours: 26.5 })
  expect([reopenedWords, medianWords].map((words) => words(demandFigures(four)))).toEqual(['0 of 4', '–'])
  const eight = demandFigures([...four, ...some(3, { tookHours: 26.5 }), made({ state: 'reopened', reopenCount: 1 })])
  expect([reopenedWords(eight), medianWords(eight)]).toEqual(['12.5%', '1 d 2 h'])
  expect(reopenedWords(demandFigures([made()]))).toBe('–')
})

test('what has no name is told apart: nothing recorded, or gone from the catalogue', () => {
  const parts = report(made(), made({ systemId: 'gone' }), made({ systemId: 'mail' })).bySystem
  expect(parts.map((part) => partName(part, 'system')).sort()).toEqual([
    'A system that is gone',
    'E-mail',
    'Not recorded',
  ])
})

test('what was not recorded is never what there is most of', () => {
  const { bySystem, byCause, total } = report(
    ...some(3, {}),
    ...some(2, { systemId: 'mail' }),
    made({ systemName: 'Till' }),
  )
  expect(mostWords(bySystem, 'system', total.raised)).toBe('E-mail has most, 2 of 6; Till follows with 1')
  expect(mostWords(byCause, 'cause', total.raised)).toBe('No cause was recorded')
})

describe('the message of the months says where what is open has gone', () => {
  const month = (name: string, openAtEnd: number) => ({ month: name, raised: 3, ended: 2, openAtEnd })
  test.each([
    [[], 'No incidents yet'],
    [[month('2026-11', 1)], '3 raised and 2 ended in November 2026'],
    [
      [month('2026-10', 12), month('2026-11', 98)],
      'Open incidents rose from 12 to 98 between the ends of October 2026 and November 2026',
    ],
    [
      [month('2026-10', 98), month('2026-11', 12)],
      'Open incidents fell from 98 to 12 between the ends of October 2026 and November 2026',
    ],
    [[month('2026-10', 7), month('2026-11', 7)], '7 were open at the ends of October 2026 and November 2026'],
  ])('%#', (months, words) => {
    expect(monthsWords(months)).toBe(words)
  })
})

test('the backlog is told with what is oldest in it', () => {
  expect(backlogWords(report(made({ tookHours: 1 })).backlog)).toBe('Nothing waits for the desk')
  expect(backlogWords(report(made()).backlog)).toBe('1 incident waits for the desk, none for 90 days or more')
  const old = made({ raisedAt: at('2026-01-01T00:00:00Z') })
  expect(backlogWords(report(made(), old).backlog)).toBe('2 incidents wait for the desk, 1 of them for 90 days or more')
  expect(report().backlog.map(ageWords)).toEqual([
    ...['Today', '1 to 2 days', '3 to 6 days', '7 to 29 days', '30 to 89 days', '90 days or more'],
  ])
})
