import { expect, test } from 'vitest'
import type { Recorded } from '../../../src/domain/kinds.ts'
import { answerWords, originWords } from '../../../src/views/impact/fact-words.ts'
import { byDivision, impactSentence } from '../../../src/views/impact/outage-impact-words.ts'
import { aboutSubject, heldLines, history, holding } from '../../../src/views/impact/subject.ts'

type Fact = Recorded<'assumption'>
const said = (id: string, councilId: string, from: string, share: number, rest: Partial<Fact> = {}): Fact => ({
  ...{ id, councilId, from, share, divisionId: 'p', topic: 'reliance', systemId: 'mail', afterMinutes: 0 },
  ...{ source: 'asked', asOf: '2026-03-03', byId: 'mair', setAt: 1, note: '', ...rest },
})
const facts = [
  said('1', 'a', '2026-04-01', 0.5),
  said('2', 'b', '2026-04-01', 0.5),
  said('3', 'a', '2026-10-01', 1),
  said('4', 'a', '2027-01-01', 0),
]

test('a later answer holds from its day on, and leaves the days before it as they were', () => {
  expect(holding(facts, '2026-05-01').map(({ id }) => id)).toEqual(['1', '2'])
  expect(holding(facts, '2026-11-10').map(({ id }) => id)).toEqual(['3', '2'])
  expect(holding(facts, '2026-03-31')).toEqual([])
})

test('of two answers for one day, made on two devices, the later one holds', () => {
  const twice = [said('6', 'a', '2026-04-01', 1, { setAt: 9 }), said('5', 'a', '2026-04-01', 0, { setAt: 3 })]
  expect(holding(twice, '2026-04-01').map(({ id }) => id)).toEqual(['6'])
})

test('the history tells once what was said of several councils at once, newest first', () => {
  expect(history(facts).map(({ fact, councilIds }) => [fact.from, fact.share, councilIds])).toEqual([
    ['2027-01-01', 0, ['a']],
    ['2026-10-01', 1, ['a']],
    ['2026-04-01', 0.5, ['b', 'a']],
  ])
})

test('an answer names its councils where they differ or not all have said', () => {
  const names = (ids: readonly string[]) => ids.join(' and ')
  const lines = (on: string, count: number) => heldLines(holding(facts, on), answerWords, names, count)
  expect(lines('2026-05-01', 2)).toEqual(['Half of the work stops'])
  expect(lines('2026-05-01', 3)).toEqual(['a and b: half of the work stops'])
  expect(lines('2026-11-10', 2)).toEqual(['a: all of the work stops', 'b: half of the work stops'])
})

test('a subject is one topic of one division and system', () => {
  const others = [
    said('7', 'a', '2026-04-01', 1, { topic: 'present', systemId: null }),
    said('8', 'a', '2026-04-01', 1, { systemId: 'web' }),
  ]
  expect(aboutSubject([...facts, ...others], { divisionId: 'p', topic: 'present', systemId: null })).toHaveLength(1)
  expect(aboutSubject([...facts, ...others], { divisionId: 'p', topic: 'reliance', systemId: 'mail' })).toHaveLength(4)
})

test('answers are told in the words in which they were asked, with where they come from', () => {
  expect(answerWords({ topic: 'reliance', share: 0.37, afterMinutes: 0 })).toBe('37% of the work stops')
  expect(answerWords({ topic: 'workaround', share: 0.25, afterMinutes: 30 })).toBe(
    'A quarter of that loss is avoided, after 30 min',
  )
  expect(answerWords({ topic: 'workaround', share: 0, afterMinutes: 30 })).toBe('None of that loss is avoided')
  const origin = { source: 'measured', asOf: '2026-03-03', note: 'Counted calls' } as const
  expect(originWords(origin, 'Mair')).toBe('Measured on 3 March 2026, set by Mair. Counted calls')
})

test('an outage says what it cost so far, and that it is more where teams were not asked', () => {
  const share = { lostMs: 12.5 * 3_600_000, grossPence: 41_000 }
  expect(impactSentence({ share, divisions: [], notAskedCount: 0 }, true)).toBe(
    'So far about 12.5 lost working hours, £410.',
  )
  expect(impactSentence({ share: { ...share, grossPence: null }, divisions: [], notAskedCount: 2 }, false)).toBe(
    'About 12.5 lost working hours. 2 teams were not asked yet, so it is at least that.',
  )
  expect(impactSentence({ share: { lostMs: 60_000, grossPence: null }, divisions: [], notAskedCount: 0 }, true)).toBe(
    'So far under 0.1 lost working hours.',
  )
  expect(impactSentence({ share: { lostMs: 0, grossPence: null }, divisions: [], notAskedCount: 0 }, true)).toBe(
    'No working hours lost so far.',
  )
})

test('an outage is told by division, its councils together, largest first', () => {
  const part = (divisionId: string, councilId: string, lostMs: number, grossPence: number | null) => ({
    ...{ divisionId, councilId, lostMs, grossPence },
  })
  expect(byDivision([part('h', 'a', 5, null), part('p', 'a', 3, 30), part('p', 'b', 4, null)])).toEqual([
    { divisionId: 'p', lostMs: 7, grossPence: 30 },
    { divisionId: 'h', lostMs: 5, grossPence: null },
  ])
})
