import { describe, expect, test } from 'vitest'
import { answerCase } from '../../src/calc/answer.ts'
import { rounded } from '../../src/calc/write.ts'

const november = { from: '2026-11-01', to: '2026-12-01' }
const office = { week: { '1': [['09:00', '17:00']] } }

function errorOf(kind: string, input: unknown) {
  const { code, path } = answerCase({ kind, input }).error ?? {}
  return [code, path]
}

describe('what is wrong is found in the promised order', () => {
  test('a missing field comes before an unknown one, an unknown one before a bad value', () => {
    const bad = { period: { from: '2026-13-01', to: '2026-12-01' }, outages: [], oops: 1 }
    expect(errorOf('availability', bad)).toEqual(['missing_field', '/input/calendar'])
    expect(errorOf('availability', { ...bad, calendar: '24x7' })).toEqual(['unknown_field', '/input/oops'])
    const { oops, ...known } = { ...bad, calendar: '24x7' }
    expect(errorOf('availability', known)).toEqual(['bad_value', '/input/period/from'])
  })

  test('inside an entry of a list the path leads to the entry', () => {
    const input = { period: november, calendar: '24x7', outages: [{ start: '2026-11-10T09:00:00Z' }] }
    expect(errorOf('availability', input)).toEqual(['missing_field', '/input/outages/0/end'])
    const outage = { start: '2026-11-10T09:00:00Z', end: null, loss: 1.5 }
    expect(errorOf('availability', { ...input, outages: [outage] })).toEqual(['bad_value', '/input/outages/0/loss'])
  })
})

describe('exactly one of a period and two instants', () => {
  const start = '2026-11-01T00:00:00Z'
  test.each([
    [{ calendar: '24x7' }, 'missing_field', '/input/period'],
    [{ calendar: '24x7', start }, 'missing_field', '/input/end'],
    [{ calendar: '24x7', period: november, start, end: start }, 'conflict', '/input/start'],
    [{ period: november }, 'missing_field', '/input/calendar'],
  ])('%j is refused', (input, code, path) => {
    expect(errorOf('minutes', input)).toEqual([code, path])
  })
})

describe('wrong values are refused where they stand', () => {
  const minutes = (fields: object) => ['minutes', { calendar: '24x7', period: november, ...fields }] as const
  const availability = (fields: object) =>
    ['availability', { period: november, calendar: '24x7', outages: [], ...fields }] as const
  test.each([
    [...minutes({ period: { from: '2026-02-29', to: '2026-03-01' } }), 'bad_value', '/input/period/from'],
    [...minutes({ period: { from: '1970-01-01', to: '2026-01-01' } }), 'too_large', '/input/period'],
    [...minutes({ calendar: 5 }), 'wrong_type', '/input/calendar'],
    [...minutes({ calendar: { week: {} } }), 'bad_calendar', '/input/calendar/week'],
    [...minutes({ calendar: { ...office, zone: 'BST' } }), 'bad_calendar', '/input/calendar/zone'],
    [...minutes({ calendar: { ...office, 'a/b': 1 } }), 'bad_calendar', '/input/calendar/a~1b'],
    [...availability({ now: '2026-11-10T09:00:00' }), 'bad_value', '/input/now'],
    [...availability({ now: null }), 'missing_field', '/input/now'],
    [...availability({ now: 5 }), 'wrong_type', '/input/now'],
    [...availability({ target_pct: 101 }), 'bad_value', '/input/target_pct'],
    [...availability({ outages: {} }), 'wrong_type', '/input/outages'],
    [...availability({ min_notice_min: -1 }), 'bad_value', '/input/min_notice_min'],
    ['working_periods', { calendar: office, from: '2026-11-10T09:00:00Z' }, 'missing_field', '/input/to'],
    ['working_periods', { calendar: office, from: '2026-11-10T09:00:00Z', take: 1001 }, 'too_large', '/input/take'],
    ['working_periods', { calendar: office, from: '2026-11-10T09:00:00Z', take: 0 }, 'bad_value', '/input/take'],
    ['local_to_utc', { local: '2026-10-25T01:30:00Z' }, 'bad_value', '/input/local'],
    ['local_to_utc', { local: '2026-10-25T01:30', zone: 'Europe/Cambridge' }, 'bad_value', '/input/zone'],
    ['interval_union', { intervals: [[0, 1]], join_gap: -1 }, 'bad_value', '/input/join_gap'],
    ['interval_overlap', { a: [[0, 1]], b: [['2026-10-25T01:30:00Z', 5]] }, 'wrong_type', '/input/b/0/0'],
    ['impact_propagation', { deps: {}, marked: { a: 'maybe' } }, 'bad_value', '/input/marked/a'],
    ['impact_propagation', { deps: { a: [{}] }, marked: {} }, 'missing_field', '/input/deps/a/0/hard'],
    ['impact_propagation', { deps: { a: [{ soft: 'b' }] }, marked: {} }, 'missing_field', '/input/deps/a/0/weight'],
    [
      'impact_propagation',
      { deps: { a: [{ hard: 'b', soft: 'c', weight: 1 }] }, marked: {} },
      'conflict',
      '/input/deps/a/0/soft',
    ],
    ['impact_propagation', { deps: { a: [{ any: ['b'], need: 2 }] }, marked: {} }, 'bad_value', '/input/deps/a/0/need'],
  ])('%s %j', (kind, input, code, path) => {
    expect(errorOf(kind, input)).toEqual([code, path])
  })

  test('a group that is not there is not taken for nobody', () => {
    const outage = { start: '2026-11-10T09:00:00Z', end: null, affected: { 'south/cambs': 5 } }
    const input = { period: november, calendar: '24x7', groups: [{ id: 'south_cambs', users: 5 }], outages: [outage] }
    expect(errorOf('users', input)).toEqual(['bad_value', '/input/outages/0/affected/south~1cambs'])
    const steps = { ...input, outages: [{ steps: [outage] }] }
    expect(errorOf('users', steps)).toEqual(['bad_value', '/input/outages/0/steps/0/affected/south~1cambs'])
  })
})

describe('a calendar is checked whole', () => {
  function check(calendar: unknown) {
    return answerCase({ kind: 'calendar_validation', input: { calendar } }).output
  }

  test('every problem is reported at once, with where it stands', () => {
    const calendar = {
      zone: 'Mars/Olympus',
      week: {
        '8': [],
        '1': [
          ['09:00', '09:00'],
          ['9:00', '17:00'],
          ['17:00', '09:00'],
        ],
      },
      holidays: [
        '2026-02-30',
        { from: '02-29', through: '03-01', every_year: true },
        { from: '2026-05-02', through: '2026-05-01' },
      ],
      shifts: { tomorrow: [] },
      lunch: [],
    }
    expect(check(calendar)).toEqual({
      valid: false,
      problems: [
        { code: 'unknown_field', path: '/input/calendar/lunch' },
        { code: 'bad_zone', path: '/input/calendar/zone' },
        { code: 'empty_span', path: '/input/calendar/week/1/0' },
        { code: 'bad_time', path: '/input/calendar/week/1/1' },
        { code: 'inverted_span', path: '/input/calendar/week/1/2' },
        { code: 'bad_weekday', path: '/input/calendar/week/8' },
        { code: 'bad_date', path: '/input/calendar/holidays/0' },
        { code: 'bad_date', path: '/input/calendar/holidays/2/through' },
        { code: 'bad_date', path: '/input/calendar/shifts/tomorrow' },
      ],
      problem_codes: [
        'bad_date',
        'bad_time',
        'bad_weekday',
        'bad_zone',
        'empty_span',
        'inverted_span',
        'unknown_field',
      ],
      warning_codes: [],
      weekly_min: null,
    })
  })

  test('a calendar without a span has no hours', () => {
    expect(check({ week: { '1': [] } })).toMatchObject({ valid: false, problem_codes: ['no_hours'] })
  })

  test('overlapping spans are a warning and count once', () => {
    const spans = [
      ['09:00', '12:00'],
      ['11:00', '13:00'],
      ['13:00', '24:00'],
    ]
    expect(check({ week: { '3': spans } })).toMatchObject({
      valid: true,
      warning_codes: ['overlapping_spans'],
      weekly_min: 900,
    })
  })
})

test.each([
  [1.005, 2, 1.01],
  [-1.005, 2, -1.01],
  [2.5, 0, 3],
  [-2.5, 0, -3],
  [1e-9, 6, 0],
  [-1e-9, 6, 0],
  [5e-7, 6, 0.000001],
  [0.1 + 0.2, 6, 0.3],
  [99.496, 2, 99.5],
  [123456789.123456, 4, 123456789.1235],
])('%d is rounded to %d decimals as %d, half away from zero', (value, decimals, expected) => {
  expect(rounded(value, decimals)).toBe(expected)
})
