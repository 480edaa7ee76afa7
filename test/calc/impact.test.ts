import { describe, expect, test } from 'vitest'
import { answerCase } from '../../src/calc/answer.ts'

const calendar = { week: { '2': [['08:30', '17:00']] } }
const division = { id: 'planning', users: 50, hourly_cost: 30, depends: { dms: 0.6 }, calendar }
const outage = { system: 'dms', start: '2026-11-10T10:00:00Z', end: '2026-11-10T12:00:00Z' }
const impact = (fields: object) => ['impact', { divisions: [division], outages: [outage], ...fields }] as const
const withDivision = (fields: object) => impact({ divisions: [{ ...division, ...fields }] })
const withOutage = (fields: object) => impact({ outages: [outage, { ...outage, ...fields }] })
const { end, ...endless } = outage

const model = {
  division,
  outages: [outage],
  target_billable_hours_year: 1200,
  working_hours_year: 1600,
  charge_rate: 80,
  external_share: 0.15,
}
const hourly = {
  salary: 36000,
  ni_threshold: 5000,
  ni_rate: 0.15,
  pension_rate: 0.18,
  overhead_rate: 0.1,
  weeks: 52,
  hours_per_week: 37,
  leave_days: 27,
  bank_holidays: 8,
  sick_training_days: 10,
}
const share = (fields: object) => ['share', { amount: 100, key: { a: 1, b: 2 }, ...fields }] as const
const people = { id: 'legal', users: 30, lost_hours: 36 }

describe('what is wrong with a case of impact, cost or sharing is named where it stands', () => {
  test.each([
    [...impact({ outages: undefined }), 'missing_field', '/input/outages'],
    [...impact({ recovery: { factor: 0.5 } }), 'missing_field', '/input/recovery/max_min'],
    [...impact({ recovery: { max_min: 15, factor: 1.5 } }), 'bad_value', '/input/recovery/factor'],
    [...impact({ recovery: null }), 'missing_field', '/input/recovery'],
    [...impact({ outages: [endless] }), 'missing_field', '/input/outages/0/end'],
    [...withOutage({ end: null }), 'missing_field', '/input/now'],
    [...withOutage({ loss: 1.1 }), 'bad_value', '/input/outages/1/loss'],
    [...withOutage({ affected: { planning: -1 } }), 'bad_value', '/input/outages/1/affected/planning'],
    [...withOutage({ affected: ['planning'] }), 'wrong_type', '/input/outages/1/affected'],
    [
      ...withOutage({ workaround: { planning: { avoids: 1 } } }),
      'missing_field',
      '/input/outages/1/workaround/planning/from',
    ],
    [...withOutage({ start: '1900-01-01T00:00:00Z' }), 'too_large', '/input/outages/1/end'],
    [...withOutage({ node: 'dms' }), 'unknown_field', '/input/outages/1/node'],
    [...withDivision({ depends: undefined }), 'missing_field', '/input/divisions/0/depends'],
    [...withDivision({ depends: { dms: 60 } }), 'bad_value', '/input/divisions/0/depends/dms'],
    [...withDivision({ users: -1 }), 'bad_value', '/input/divisions/0/users'],
    [...withDivision({ hourly_cost: '£30' }), 'bad_value', '/input/divisions/0/hourly_cost'],
    [...withDivision({ calendar: { week: {} } }), 'bad_calendar', '/input/divisions/0/calendar/week'],
    [...withDivision({ present: 80 }), 'bad_value', '/input/divisions/0/present'],
    [...withDivision({ councils: { north: 0 } }), 'bad_value', '/input/divisions/0/councils'],
    [...impact({ divisions: [division, division] }), 'conflict', '/input/divisions/1/id'],
    ['legal_model', { ...model, working_hours_year: 0 }, 'bad_value', '/input/working_hours_year'],
    ['legal_model', { ...model, external_share: 15 }, 'bad_value', '/input/external_share'],
    ['legal_model', { ...model, division: { ...division, id: ' ' } }, 'missing_field', '/input/division/id'],
    ['legal_model', { ...model, outages: [{ ...outage, end: null }] }, 'missing_field', '/input/now'],
    ['hourly_cost', { ...hourly, weeks: -1 }, 'bad_value', '/input/weeks'],
    ['hourly_cost', { ...hourly, salary: '36,000' }, 'bad_value', '/input/salary'],
    ['hourly_cost', { ...hourly, sick_training_days: null }, 'missing_field', '/input/sick_training_days'],
    ['disproportion', { divisions: [people, people] }, 'conflict', '/input/divisions/1/id'],
    ['disproportion', { divisions: [{ ...people, lost_hours: -1 }] }, 'bad_value', '/input/divisions/0/lost_hours'],
    ['attainment', { actual_hours: 1, target_hours: 1, lost: 1, lost_low: 1 }, 'missing_field', '/input/lost_high'],
    [...share({ amount: '1,000' }), 'bad_value', '/input/amount'],
    [...share({ amount: true }), 'wrong_type', '/input/amount'],
    [...share({ key: { a: 1, b: -1 } }), 'bad_value', '/input/key/b'],
    [...share({ key: { a: 0, b: 0 } }), 'bad_value', '/input/key'],
    [...share({ key: {} }), 'bad_value', '/input/key'],
  ])('%s %j', (kind, input, code, path) => {
    const { error } = answerCase({ kind, input: JSON.parse(JSON.stringify(input)) })
    expect([error?.code, error?.path]).toEqual([code, path])
  })
})

test('a loss of less than a penny and a partnership of millions are both exact', () => {
  const large = { ...division, users: 1_000_000, hourly_cost: '99.99', depends: { dms: 1 }, calendar: '24x7' }
  const outages = [{ ...outage, start: '2026-01-01T00:00:00Z', end: '2027-01-01T00:00:00Z' }]
  expect(answerCase({ kind: 'impact', input: { divisions: [large], outages } }).output).toMatchObject({
    total: { lost_hours: 8_760_000_000, cost: 875_912_400_000 },
  })
  const blink = [{ ...outage, end: '2026-11-10T10:00:00.001Z' }]
  expect(answerCase({ kind: 'impact', input: { divisions: [division], outages: blink } }).output).toMatchObject({
    total: { lost_hours: 0, cost: 0 },
  })
})
