import { expect, test } from 'vitest'
import { matterSchema } from '../../../src/domain/matter.ts'
import { readAmount } from '../../../src/views/legal/read-typed.ts'
import {
  draftOfMatter,
  type MatterDraft,
  newMatterDraft,
  readMatterDraft,
  searchedOf,
  withKeyDate,
  withParty,
} from '../../../src/views/matters/matter-draft.ts'

const teamId = '019b76da-a800-7000-8000-000000000001'
const councilId = '019b76da-a800-7000-8000-000000000002'
const filled: MatterDraft = {
  ...newMatterDraft('2026-11-10', teamId, ''),
  ...{ reference: ' C/1001 ', title: 'Depot lease', type: 'property', councilId, estimate: '1,200.5' },
  keyDates: [
    { key: 0, on: { day: '3', month: 'dec', year: '2026', time: '' }, what: 'Completion' },
    { key: 1, on: { day: '', month: '', year: '', time: '' }, what: ' ' },
  ],
  parties: [
    { key: 0, name: 'Fenland Homes Ltd', role: 'other_side' },
    { key: 1, name: '', role: 'related' },
  ],
}
const messages = (changes: Partial<MatterDraft>) => {
  const read = readMatterDraft({ ...filled, ...changes })
  return read.ok ? [] : read.errors.map(({ fieldId, message }) => `${fieldId}: ${message}`)
}

test('a filled form is a matter that can be saved, without the rows that were left empty', () => {
  const read = readMatterDraft(filled)
  if (!read.ok) throw new Error('it was refused')
  expect(read.matter).toMatchObject({
    ...{ reference: 'C/1001', estimateHours: 1200.5, leadId: null, closedOn: null, gradeWanted: null },
    keyDates: [{ on: '2026-12-03', what: 'Completion' }],
    parties: [{ name: 'Fenland Homes Ltd', role: 'other_side' }],
  })
  expect(matterSchema.safeParse({ ...read.matter, wallId: null }).success).toBe(true)
})

test('a matter that goes through its form unchanged is the same matter', () => {
  const read = readMatterDraft(filled)
  if (!read.ok) throw new Error('it was refused')
  const closed = { ...read.matter, wallId: null, closedOn: '2026-12-04', outcome: 'won' as const }
  const again = readMatterDraft(draftOfMatter(closed, '2026-11-10'))
  expect(again).toEqual({ ok: true, matter: { ...closed, wallId: undefined } })
})

test('what is missing is said once for each field', () => {
  expect(messages({ reference: '', title: ' ', type: undefined, councilId: undefined })).toEqual([
    'matter-reference: Give the matter a reference',
    'matter-title: Give the matter a title',
    'matter-council: Choose the council that is the client',
    'matter-type: Choose the type of work',
  ])
})

test('a matter is not closed before it is opened', () => {
  const closedOn = { day: '9', month: '11', year: '2026', time: '' }
  expect(messages({ isClosed: true, closedOn })).toEqual([
    'matter-closed-day: It must be closed on or after the day it was opened',
  ])
})

test('an outcome belongs to a closed matter only', () => {
  expect(readMatterDraft({ ...filled, outcome: 'won' })).toMatchObject({ ok: true, matter: { outcome: null } })
})

test('a key date without a purpose, and one that is no date, are refused', () => {
  const [first] = filled.keyDates
  if (!first) throw new Error('no key date')
  expect(messages({ keyDates: [{ ...first, what: '' }] })).toEqual(['matter-date-0-what: Say what the key date is for'])
  expect(messages({ keyDates: [{ ...first, on: { ...first.on, day: '31', month: '2' } }] })).toEqual([
    'matter-date-0-day: The key date must be a real date',
  ])
})

test('rows that are added have keys of their own, after one was removed too', () => {
  const rows = withKeyDate(withKeyDate(withKeyDate([])))
  expect(withKeyDate(rows.slice(1)).map(({ key }) => key)).toEqual([1, 2, 3])
  expect(withParty(withParty([])).map(({ role }) => role)).toEqual(['other_side', 'related'])
})

test('parties that are named are what is searched for', () => {
  expect(searchedOf(filled)).toEqual({ names: ['Fenland Homes Ltd'], councilId })
})

test.each([
  ['', null],
  ['£80', 80],
  ['1,200', 1200],
  ['.5', 0.5],
  ['1,2', undefined],
  ['-3', undefined],
  ['ten', undefined],
])('the amount "%s" is read as %s', (typed, amount) => {
  expect(readAmount(typed)).toBe(amount)
})
