import { expect, test } from 'vitest'
import { groupTitle, sideWords } from '../../../src/views/sync/conflict-words.ts'

const now = Date.UTC(2026, 10, 10, 15)
const councilId = '01900000-0000-7000-8000-000000000001'
const telling = { now, nameOf: (id: string) => (id === councilId ? 'Ashby' : undefined) }
const startAt = Date.UTC(2026, 10, 10, 9)
const times = { kind: 'outage', group: 'times' }
const ends = (hour: number) => ({ startAt, endAt: Date.UTC(2026, 10, 10, hour) })

test('two different ends are told with their effect in minutes', () => {
  expect(sideWords(times, ends(11), telling)).toEqual({
    lines: ['Started: Tue 10 Nov, 09:00', 'Ended: Tue 10 Nov, 11:00'],
    effect: 'Lasts 120 min',
  })
  expect(sideWords(times, ends(14), telling).effect).toBe('Lasts 300 min')
  expect(sideWords(times, { startAt, endAt: null }, telling)).toMatchObject({
    lines: ['Started: Tue 10 Nov, 09:00', 'Ended: still open'],
    effect: expect.stringMatching(/^Still open: [\d,]+ min so far$/),
  })
  expect(sideWords(times, ends(8), telling).effect).toContain('counts nothing')
})

test('other values are told in words, and a level with how much each minute counts', () => {
  const level = sideWords({ kind: 'outage', group: 'level' }, { level: 'degraded', loss: 0.1 }, telling)
  expect(level).toEqual({ lines: ['Level: Slow', 'Share lost: 10.00%'], effect: 'Each minute counts 10%' })
  expect(sideWords({ kind: 'outage', group: 'reach' }, { councilIds: [] }, telling).lines).toEqual(['Councils: all'])
  expect(sideWords({ kind: 'outage', group: 'reach' }, { councilIds: [councilId] }, telling).lines).toEqual([
    'Councils: Ashby',
  ])
})

test('what was changed has a title, even for groups without words of their own', () => {
  expect(groupTitle('outage', 'times')).toBe('Start and end')
  expect(groupTitle('system', 'deleted')).toBe('Removed or kept')
  expect(groupTitle('council', 'about')).toBe('Name and short name')
  expect(groupTitle('dependency', 'edge')).toBe('Edge')
})

test('lists of things are told thing by thing, and money as money', () => {
  const keyDates = [
    { on: '2026-12-03', what: 'Completion' },
    { on: '2026-12-10', what: 'Hearing' },
  ]
  expect(sideWords({ kind: 'matter', group: 'keyDates' }, { keyDates }, telling).lines).toEqual([
    'Key dates: 3 December 2026, Completion; 10 December 2026, Hearing',
  ])
  expect(sideWords({ kind: 'charge_rate', group: 'value' }, { pencePerHour: 8450 }, telling).lines).toEqual([
    'An hour: £84.50',
  ])
  const headCounts = [{ from: '2026-04-01', people: { a: 3 } }]
  expect(sideWords({ kind: 'division', group: 'people' }, { headCounts }, telling).lines).toEqual([
    'Head counts: 1 listed',
  ])
})

test('time and its text are told in words', () => {
  expect(groupTitle('narrative', 'text')).toBe('What was done')
  expect(sideWords({ kind: 'narrative', group: 'text' }, { text: 'Advised on rent' }, telling).lines).toEqual([
    'What was done: Advised on rent',
  ])
  const work = { matterId: null, activity: 'drafting', chargeability: 'no_charge' }
  expect(sideWords({ kind: 'timer', group: 'work' }, work, telling).lines).toEqual([
    'Matter: nothing',
    'Activity: drafting',
    'Charged: no charge',
  ])
})
