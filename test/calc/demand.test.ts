import { describe, expect, test } from 'vitest'
import { answerCase } from '../../src/calc/answer.ts'

const one = { raised: '2026-11-10T09:00:00Z', state: 'new', since: '2026-11-10T09:00:00Z', council: 'Cambridge' }
const resolved = (hours: number) => ({
  ...{ ...one, state: 'resolved', system: 'E-mail', cause: 'Password', division: 'Legal' },
  resolved: new Date(Date.parse(one.raised) + hours * 3_600_000).toISOString(),
})
const input = { period: { from: '2026-11-01', to: '2026-12-01' }, now: '2026-11-23T10:00:00Z', incidents: [one] }
const withOne = (fields: object) => ({ ...input, incidents: [one, { ...one, ...fields }] })

test('demand tells what was raised by system, division, council and cause, and how it fared', () => {
  const incidents = [...[1, 2, 4, 8, 16].map(resolved), { ...one, state: 'reopened', reopened: 1 }]
  const figures = {
    raised: 6,
    resolved: 5,
    open: 1,
    cancelled: 0,
    reopened: 1,
    ever_resolved: 6,
    reopened_pct: 16.666667,
  }
  const total = { ...figures, timed: 5, median_resolve_hours: 4 }
  const mail = { ...total, raised: 5, open: 0, reopened: 0, ever_resolved: 5, reopened_pct: 0 }
  const rest = {
    ...{ raised: 1, resolved: 0, open: 1, cancelled: 0, reopened: 1, ever_resolved: 1, reopened_pct: null },
    ...{ timed: 0, median_resolve_hours: null },
  }
  const parts = (name: string) => [
    { name, ...mail },
    { name: null, ...rest },
  ]
  expect(answerCase({ kind: 'demand', input: { ...input, incidents } })).toEqual({
    kind: 'demand',
    output: {
      total,
      by_system: parts('E-mail'),
      by_division: parts('Legal'),
      by_council: [{ name: 'Cambridge', ...total }],
      by_cause: parts('Password'),
      backlog: [
        { from_days: 0, to_days: 0, count: 0 },
        { from_days: 1, to_days: 2, count: 0 },
        { from_days: 3, to_days: 6, count: 0 },
        { from_days: 7, to_days: 29, count: 1 },
        { from_days: 30, to_days: 89, count: 0 },
        { from_days: 90, to_days: null, count: 0 },
      ],
      waiting: 0,
      months: [{ month: '2026-11', raised: 6, ended: 5, open_at_end: 1 }],
    },
  })
})

test('no incidents are an answer: nothing raised, no rate and no median', () => {
  expect(answerCase({ kind: 'demand', input: { ...input, incidents: [] } })).toMatchObject({
    output: { total: { raised: 0, reopened_pct: null, median_resolve_hours: null }, by_system: [], months: [] },
  })
})

describe('what is wrong with a case of demand is named where it stands', () => {
  test.each([
    [{ ...input, period: undefined }, 'missing_field', '/input/period'],
    [{ ...input, now: undefined }, 'missing_field', '/input/now'],
    [{ ...input, incidents: undefined }, 'missing_field', '/input/incidents'],
    [{ ...input, incidents: {} }, 'wrong_type', '/input/incidents'],
    [{ ...input, councils: [] }, 'unknown_field', '/input/councils'],
    [withOne({ raised: '2026-11-10' }), 'bad_value', '/input/incidents/1/raised'],
    [withOne({ since: null }), 'missing_field', '/input/incidents/1/since'],
    [withOne({ state: 'done' }), 'bad_value', '/input/incidents/1/state'],
    [withOne({ council: ' ' }), 'missing_field', '/input/incidents/1/council'],
    [withOne({ division: 7 }), 'wrong_type', '/input/incidents/1/division'],
    [withOne({ reopened: -1 }), 'bad_value', '/input/incidents/1/reopened'],
    [withOne({ reopened: 0.5 }), 'bad_value', '/input/incidents/1/reopened'],
    [withOne({ backlog: 'yes' }), 'wrong_type', '/input/incidents/1/backlog'],
    [withOne({ category: 'Password' }), 'unknown_field', '/input/incidents/1/category'],
  ])('%#: %o', (given, code, path) => {
    expect(answerCase({ kind: 'demand', input: given })).toMatchObject({ error: { code, path } })
  })
})
