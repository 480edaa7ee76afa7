import { describe, expect, test } from 'vitest'
import { answerCase } from '../../src/calc/answer.ts'

function errorOf(kind: string, input: unknown) {
  const { code, path } = answerCase({ kind, input }).error ?? {}
  return [code, path]
}

function outputOf(kind: string, input: unknown) {
  return answerCase({ kind, input }).output
}

const year = { from: '2026-04-01', to: '2027-04-01' }
const from = '2026-04-01'

describe('wrong values of legal time are refused where they stand', () => {
  type Case = [kind: string, input: object]
  const rates = (fields: object): Case => ['rate_lookup', { rates: [{ rate: 100, from }], date: from, ...fields }]
  const target = (fields: object): Case => ['target_prorata', { year, segments: [], ...fields }]
  const person = (fields: object): Case => ['utilisation', { people: [{ id: 'a', chargeable_hours: 1, ...fields }] }]
  const event = (fields: object): Case => [
    'legal_observed',
    { events: [{ observed_hours: 1, baseline_hours: [1], ...fields }], charge_rate: 80 },
  ]
  const half = { from, to: '2026-10-01', fte: 1, annual_hours: 1200 }
  test.each<[...Case, code: string, path: string]>([
    ['units', {}, 'missing_field', '/input/entries_min'],
    ['units', { entries_min: [1], entries_s: [1] }, 'conflict', '/input/entries_s'],
    ['units', { entries_s: [5, -1] }, 'bad_value', '/input/entries_s/1'],
    ['units', { entries_s: [5], unit_min: 0 }, 'bad_value', '/input/unit_min'],
    ['units', { entries_s: [5], policy: 'ceil' }, 'bad_value', '/input/policy'],
    ['units', { entries_s: [5], rate_per_hour: '1,000' }, 'bad_value', '/input/rate_per_hour'],
    ['units', { entries_s: [5], rate_per_hour: '-1' }, 'bad_value', '/input/rate_per_hour'],
    ['units', { entries_s: [5], rate_per_hour: [] }, 'wrong_type', '/input/rate_per_hour'],
    ['duration_parse', {}, 'missing_field', '/input/text'],
    ['duration_parse', { text: 5 }, 'wrong_type', '/input/text'],
    ['duration_parse', { text: '5', bare_unit: 'days' }, 'bad_value', '/input/bare_unit'],
    [...rates({ minutes: 5, seconds: 5 }), 'conflict', '/input/seconds'],
    [...rates({ seconds: 5, units: 5 }), 'conflict', '/input/seconds'],
    [...rates({ rates: [{ from }] }), 'missing_field', '/input/rates/0/rate'],
    [...rates({ rates: [{ rate: 'dear', from }] }), 'bad_value', '/input/rates/0/rate'],
    [...rates({ rates: [{ rate: 1, from, to: '2026-03-31' }] }), 'bad_value', '/input/rates/0/to'],
    [...rates({ date: '2026-02-30' }), 'bad_value', '/input/date'],
    [...target({ segments: [half, { ...half, from: '2026-09-30' }] }), 'conflict', '/input/segments/1'],
    [...target({ segments: [{ ...half, to: '2026-03-01' }] }), 'bad_value', '/input/segments/0/to'],
    [...target({ segments: [{ from, to: year.to, fte: 1 }] }), 'missing_field', '/input/annual_hours'],
    [...target({ segments: [{ ...half, fte: -1 }] }), 'bad_value', '/input/segments/0/fte'],
    [...person({ available_hours: 1, contract_hours: 1 }), 'conflict', '/input/people/0/contract_hours'],
    [...person({ available_hours: 1, absence_hours: 1 }), 'conflict', '/input/people/0/absence_hours'],
    [...person({ absence_hours: 1 }), 'missing_field', '/input/people/0/contract_hours'],
    [...person({ contract_hours: 1, absence_hours: 2 }), 'bad_value', '/input/people/0/absence_hours'],
    [...person({ target_hours: 1, expectation: 1 }), 'conflict', '/input/people/0/expectation'],
    [...event({ observed_hours: -1 }), 'bad_value', '/input/events/0/observed_hours'],
    ['utilisation', { people: [], standard_value: 5 }, 'missing_field', '/input/recovered_value'],
    ['utilisation', { people: [], recovered_value: 5 }, 'missing_field', '/input/standard_value'],
    ['legal_observed', { events: [], charge_rate: 80, min_baselines: 1 }, 'bad_value', '/input/min_baselines'],
  ])('%s %j', (kind, input, code, path) => {
    expect(errorOf(kind, input)).toEqual([code, path])
  })

  test('the same part with two lengths is a conflict at the later one', () => {
    const part = { id: 'a', device: 'A', seconds: 3 }
    const deltas = [part, { ...part, device: 'B' }, { ...part, seconds: 4 }]
    expect(errorOf('timer_merge', { deltas })).toEqual(['conflict', '/input/deltas/2'])
    expect(outputOf('timer_merge', { deltas: deltas.slice(0, 2), base_s: -5 })).toEqual({
      total_s: -2,
      applied: 1,
      duplicates: 1,
      negative: true,
    })
  })
})

describe('what is known of the price', () => {
  const input = { rates: [{ rate: '100.00', from, grade: null, to: null }], date: from, minutes: 10 }
  test.each([
    [{}, { rate: 100, level: 'default', from, amount: 16.67, reason: null }],
    [{ entry_rate: '200.00' }, { rate: 200, level: 'entry', from: null, amount: 33.33, reason: null }],
    [{ minutes: undefined }, { rate: 100, level: 'default', from, amount: null, reason: null }],
    [
      { minutes: undefined, units: 1.5, unit_min: 4 },
      { rate: 100, level: 'default', from, amount: 10, reason: null },
    ],
    [{ date: '2026-03-31' }, { rate: null, level: null, from: null, amount: null, reason: 'no_rate' }],
    [{ billable: false }, { rate: null, level: null, from: null, amount: null, reason: 'not_billable' }],
  ])('with %j', (change, expected) => {
    expect(outputOf('rate_lookup', { ...input, ...change })).toEqual(expected)
  })
})

test('a range is answered without its clock times, and what cannot be read with the reason', () => {
  expect(outputOf('duration_parse', { text: '9:15 - 10:05' })).toEqual({
    valid: true,
    seconds: 3000,
    minutes: 50,
    form: 'range',
    reason: null,
  })
  expect(outputOf('duration_parse', { text: '1,000' })).toEqual({
    valid: false,
    seconds: null,
    minutes: null,
    form: null,
    reason: 'unreadable',
  })
})

test('minutes with decimals become the units that they are exactly', () => {
  const input = { entries_min: [2.1, 0.7, 0.71], unit_min: 0.7, rate_per_hour: 123.4567 }
  expect(outputOf('units', input)).toMatchObject({
    units_each: [3, 1, 2],
    amount_each: [4.32, 1.44, 2.88],
    amount_total: 8.64,
  })
})

test('without variation there is an estimate and its income, and no interval', () => {
  const input = { events: [{ observed_hours: 4, baseline_hours: [5, 5, 5, 5, 5] }], charge_rate: '80.00' }
  expect(outputOf('legal_observed', input)).toEqual({
    status: 'no variation to compare',
    estimate: 1,
    low: null,
    high: null,
    degrees_of_freedom: null,
    verdict: 'cannot tell',
    placebo_p: 0.166667,
    placebo_floor: 0.166667,
    resample_low: 1,
    resample_high: 1,
    income_estimate: 80,
    income_low: null,
    income_high: null,
  })
})

test('value recovered is given in per cent of the standard value', () => {
  const people = [{ id: 'a', chargeable_hours: 5 }]
  expect(outputOf('utilisation', { people, standard_value: '1000.00', recovered_value: 900 })).toEqual({
    people: [{ id: 'a', available_hours: null, target_hours: null, utilisation_pct: null, performance_pct: null }],
    group: {
      chargeable_hours: 5,
      available_hours: null,
      target_hours: null,
      utilisation_pct: null,
      performance_pct: null,
    },
    realisation_pct: 90,
  })
  expect(outputOf('utilisation', { people, standard_value: 0, recovered_value: 0 })).toMatchObject({
    realisation_pct: null,
  })
})
