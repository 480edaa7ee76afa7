import { describe, expect, test } from 'vitest'
import type { Recorded } from '../../../src/domain/kinds.ts'
import { chargeRateSchema } from '../../../src/domain/legal-practice.ts'
import {
  conflictingRates,
  draftOfRate,
  foundWords,
  inOrderOfUse,
  newRateDraft,
  rateOfWork,
  rateState,
  rateWords,
  readRateDraft,
} from '../../../src/views/legal/rate-draft.ts'

const teamId = '019b76da-a800-7000-8000-000000000001'
const councilId = '019b76da-a800-7000-8000-000000000002'
const matterId = '019b76da-a800-7000-8000-000000000003'
const rate = (id: string, changes: Partial<Recorded<'charge_rate'>> = {}): Recorded<'charge_rate'> => ({
  ...{ id, teamId, from: '2026-04-01', to: null, pencePerHour: 8400 },
  ...{ matterId: null, councilId: null, personId: null, grade: 'B' },
  ...changes,
})
const names = { matter: () => 'C/1001', council: () => 'Ashby', person: () => 'Leila Okafor' }
const work = { date: '2026-11-10', matterId: null, councilId: null, personId: 'leila', grade: 'B' as const }

describe('a rate', () => {
  test('is read in pounds and kept in pence; a person has no grade beside, a matter no council', () => {
    const draft = { ...newRateDraft('2026-04-01'), pounds: '£84.50', personId: 'leila', grade: 'B' as const }
    const read = readRateDraft({ ...draft, matterId, councilId }, teamId)
    expect(read).toMatchObject({
      rate: { pencePerHour: 8450, personId: 'leila', grade: null, matterId, councilId: null },
    })
    expect(read.ok && chargeRateSchema.safeParse(read.rate).success).toBe(true)
  })
  test('goes through its form unchanged', () => {
    const { id: _, ...doc } = rate('1', { to: '2026-10-01', pencePerHour: 8433, councilId })
    expect(readRateDraft(draftOfRate(doc), teamId)).toEqual({ ok: true, rate: doc })
  })
  test('is refused without pounds', () => {
    for (const pounds of ['', 'ten', '-5', '1000000'])
      expect(readRateDraft({ ...newRateDraft('2026-04-01'), pounds }, teamId)).toMatchObject({
        errors: [{ fieldId: 'rate-pounds' }],
      })
  })
  test('is called by whom and what it is for', () => {
    expect(rateWords(rate('1'), names)).toBe('Grade B')
    expect(rateWords(rate('1', { grade: null }), names)).toBe('All work')
    expect(rateWords(rate('1', { grade: null, personId: 'leila', councilId }), names)).toBe('Leila Okafor for Ashby')
    expect(rateWords(rate('1', { grade: null, matterId }), names)).toBe('Everybody for matter C/1001')
  })
})

describe('rates beside each other', () => {
  test('those stand first that go first', () => {
    const rates = [
      rate('grade'),
      rate('later', { from: '2026-10-01' }),
      rate('council', { grade: null, councilId }),
      rate('person', { grade: null, personId: 'leila' }),
      rate('matter', { grade: null, matterId }),
    ]
    expect(inOrderOfUse(rates).map(({ id }) => id)).toEqual(['matter', 'council', 'person', 'later', 'grade'])
  })
  test('two for one work from one day contradict each other', () => {
    const rates = [
      rate('1'),
      rate('2', { pencePerHour: 9000 }),
      rate('3', { from: '2026-10-01' }),
      rate('4', { councilId }),
    ]
    expect(conflictingRates(rates).map((group) => group.map(({ id }) => id))).toEqual([['1', '2']])
  })
  test('a later one takes the place of one without a last day', () => {
    const rates = [rate('1'), rate('2', { from: '2026-10-01' }), rate('3', { from: '2027-04-01' })]
    const states = rates.map((each) => rateState(each, rates, '2026-11-10'))
    expect(states).toEqual(['replaced', 'now', 'ahead'])
    expect(rateState(rate('4', { to: '2026-11-10' }), rates, '2026-11-10')).toBe('over')
  })
})

describe('what applies', () => {
  test('is told with its level and its day', () => {
    expect(foundWords(rateOfWork([rate('1')], work))).toBe('£84.00 an hour: the grade’s rate, from 1 April 2026')
    const own = rate('2', { grade: null, personId: 'leila', councilId, pencePerHour: 9050 })
    expect(foundWords(rateOfWork([rate('1'), own], { ...work, councilId }))).toBe(
      '£90.50 an hour: the person’s rate for the council, from 1 April 2026',
    )
  })
  test('no rate and two that contradict each other leave an entry unpriced', () => {
    expect(foundWords(rateOfWork([], work))).toMatch(/^No rate: .* unpriced, never as £0$/)
    expect(foundWords(rateOfWork([rate('1'), rate('2')], work))).toMatch(/^Two rates from 1 April 2026 contradict/)
  })
})
