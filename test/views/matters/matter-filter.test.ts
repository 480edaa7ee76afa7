import { expect, test } from 'vitest'
import type { Recorded } from '../../../src/domain/kinds.ts'
import {
  fittingMatters,
  inOrder,
  type MatterFilter,
  type MatterLine,
  nextKeyDate,
} from '../../../src/views/matters/matter-filter.ts'

const any: MatterFilter = { words: '', councilId: '', type: '', leadId: '', isClosed: false }
const line = (reference: string, changes: Partial<Recorded<'matter'>> = {}, lead = 'Leila Okafor'): MatterLine => ({
  matter: {
    ...{ id: reference, teamId: 't', wallId: null, reference, title: 'Depot lease', type: 'property' },
    ...{ councilId: 'ashby', divisionId: null, leadId: 'leila', gradeWanted: null, openedOn: '2026-01-05' },
    ...{ closedOn: null, estimateHours: null, keyDates: [], parties: [], outcome: null, note: 'secret word' },
    ...changes,
  },
  council: 'Ashby Borough Council',
  department: 'Housing',
  lead,
  isPending: false,
})
const found = (lines: readonly MatterLine[], filter: Partial<MatterFilter>) =>
  fittingMatters(lines, { ...any, ...filter }).map(({ matter }) => matter.reference)

test('every typed word must be in the reference, title, client, lead, type or a party', () => {
  const lines = [line('A/1', { parties: [{ name: 'Fenland Hömes', role: 'other_side' }] }), line('A/2')]
  expect(found(lines, { words: 'homes lease' })).toEqual(['A/1'])
  expect(found(lines, { words: 'A/2' })).toEqual(['A/2'])
  expect(found(lines, { words: 'leila property' })).toEqual(['A/1', 'A/2'])
  expect(found(lines, { words: 'secret' })).toEqual([])
})

test('council, type, lead and state narrow together', () => {
  const lines = [
    line('A/1', { councilId: 'oakley' }),
    line('A/2', { type: 'planning' }),
    line('A/3', { leadId: null }, ''),
    line('A/4', { closedOn: '2026-02-01' }),
    line('A/5'),
  ]
  expect(found(lines, { councilId: 'ashby', type: 'property', leadId: 'leila' })).toEqual(['A/5'])
  expect(found(lines, { isClosed: true })).toEqual(['A/4'])
})

test('the next key date is the first from today on', () => {
  const keyDates = [
    { on: '2026-12-01', what: 'Hearing' },
    { on: '2026-11-10', what: 'Papers due' },
    { on: '2026-11-09', what: 'Past' },
  ]
  expect(nextKeyDate({ keyDates }, '2026-11-10')?.what).toBe('Papers due')
  expect(nextKeyDate({ keyDates }, '2026-12-02')).toBeUndefined()
})

test('what is due first comes first, the rest by reference with numbers by their size', () => {
  const due = (on: string) => ({ keyDates: [{ on, what: 'Hearing' }] })
  const lines = [line('A/10'), line('A/9'), line('A/2', due('2026-12-01')), line('A/3', due('2026-11-20'))]
  expect(inOrder(lines, '2026-11-10').map(({ matter }) => matter.reference)).toEqual(['A/3', 'A/2', 'A/9', 'A/10'])
})

test('the matter closed last comes first among the closed', () => {
  const lines = [line('A/1', { closedOn: '2026-02-01' }), line('A/2', { closedOn: '2026-03-01' })]
  expect(inOrder(lines, '2026-11-10').map(({ matter }) => matter.reference)).toEqual(['A/2', 'A/1'])
})
