import { describe, expect, test } from 'vitest'
import type { Recorded } from '../../src/domain/kinds.ts'
import {
  allocations,
  type PracticeRecords,
  targetOfYear,
  timeByPerson,
  timeOfAll,
} from '../../src/metrics/practice-figures.ts'

const entry = (personId: string, workedOn: string, hours: number, changes: Partial<Recorded<'entry'>> = {}) => ({
  ...{ id: `${personId}${workedOn}`, personId, grade: 'B' as const, teamId: 't', matterId: 'm', councilId: 'c' },
  ...{ activity: 'advice' as const, workedOn, startAt: null, endAt: null, seconds: hours * 3600, units: hours * 10 },
  ...{ unitMinutes: 6, pencePerHour: 8000, source: 'typed' as const, isEstimated: false, timerId: null },
  ...{ rootId: workedOn, replaces: [], isRemoved: false, recordedAt: 0, chargeability: 'chargeable' as const },
  ...changes,
})
const post = (personId: string, changes: Partial<Recorded<'post'>> = {}): Recorded<'post'> => ({
  ...{ id: personId, personId, teamId: 't', grade: 'B', from: '2026-04-01', to: null },
  ...{ fte: 1, annualHours: 1200, weeklyHours: 35 },
  ...changes,
})
const day = [['09:00', '17:00']]
const records = (changes: Partial<PracticeRecords> = {}): PracticeRecords => ({
  ...{ entries: [], posts: [post('ann'), post('bo', { fte: 0.6 })], absences: [], holidays: [] },
  calendar: {
    ...{ id: 'cal', name: 'Office', isAlwaysOpen: false, observesHolidays: true, closures: [] },
    week: { '1': day, '2': day, '3': day, '4': day, '5': day, '6': [], '7': [] },
  } as unknown as Recorded<'calendar'>,
  ...changes,
})
/** Monday to Friday. */
const week = { from: '2026-11-02', to: '2026-11-09' }
const after = Date.parse('2026-11-10T10:00:00Z')

describe('time by person', () => {
  test('a person is measured against contract hours by working day and FTE', () => {
    const [ann, bo] = timeByPerson(
      records({
        entries: [
          entry('ann', '2026-11-02', 7),
          entry('ann', '2026-11-03', 3.5, { chargeability: 'non_chargeable', pencePerHour: null }),
          entry('bo', '2026-11-02', 4.2),
        ],
      }),
      week,
      after,
    )
    expect(ann).toMatchObject({ personId: 'ann', availableHours: 35, chargeableHours: 7, recordedHours: 10.5 })
    expect(ann).toMatchObject({ utilisationPercent: 20, completenessPercent: 30, unrecordedDayCount: 3 })
    expect(bo).toMatchObject({ availableHours: 21, utilisationPercent: 20, unrecordedDayCount: 4 })
  })

  test('leave lowers what was available and the target, and a day of leave is not unrecorded', () => {
    const leave = { id: 'x', personId: 'ann', from: '2026-11-02', to: '2026-11-04', share: 1, reason: 'leave' as const }
    const [full] = timeByPerson(records(), week, after)
    const [ann] = timeByPerson(records({ absences: [leave] }), week, after)
    expect(ann).toMatchObject({ availableHours: 21, unrecordedDayCount: 3 })
    expect(ann?.targetHours).toBeCloseTo(((full?.targetHours ?? 0) * 3) / 5, 2)
  })

  test('days to come do not count', () => {
    const [ann] = timeByPerson(records(), week, Date.parse('2026-11-04T12:00:00Z'))
    expect(ann).toMatchObject({ availableHours: 14, unrecordedDayCount: 2 })
  })

  test('all together is sum over sum, and not the mean of two percentages', () => {
    const entries = [entry('ann', '2026-11-02', 35), entry('bo', '2026-11-03', 0.1)]
    const all = timeOfAll(timeByPerson(records({ entries }), week, after))
    expect(all.utilisationPercent).toBeCloseTo((100 * 35.1) / 56, 10)
  })

  test('somebody without a post in the period is not in it, and entries without a rate are counted', () => {
    const posts = [post('ann'), post('gone', { to: '2026-11-02' })]
    const entries = [entry('ann', '2026-11-02', 1, { pencePerHour: null }), entry('ann', '2026-10-30', 1)]
    expect(timeByPerson(records({ posts, entries }), week, after)).toMatchObject([
      { personId: 'ann', unpricedCount: 1 },
    ])
  })

  test('without a calendar nothing is available and no percentage is made up', () => {
    const [ann] = timeByPerson(records({ calendar: undefined }), week, after)
    expect(ann).toMatchObject({ availableHours: null, utilisationPercent: null, completenessPercent: null })
  })
})

describe('the target of a year', () => {
  const year = { from: '2026-04-01', to: '2027-04-01' }
  test('1,200 hours at 0.6 are 720', () => {
    expect(targetOfYear([post('bo', { fte: 0.6 })], year)).toBe(720)
  })
  test('from 1 October it is 598.36', () => {
    expect(targetOfYear([post('ann', { from: '2026-10-01' })], year)).toBeCloseTo(598.36, 2)
  })
  test('outside the post there is none', () => {
    expect(targetOfYear([post('ann', { from: '2027-04-01' })], year)).toBeNull()
  })
})

describe('the level of work', () => {
  const matter = (id: string, gradeWanted: Recorded<'matter'>['gradeWanted'], type: 'advice' | 'planning') =>
    ({ id, gradeWanted, type }) as Recorded<'matter'>
  const matters = [matter('m', 'C', 'planning'), matter('n', 'B', 'advice'), matter('o', null, 'advice')]

  test('units are at, above or below the grade that the matter wants, by type of work', () => {
    const entries = [
      entry('ann', '2026-11-02', 1, { grade: 'A' }),
      entry('ann', '2026-11-03', 2, { grade: 'C' }),
      entry('bo', '2026-11-02', 3, { grade: 'D', matterId: 'n' }),
    ]
    expect(allocations(entries, matters)).toEqual({
      rows: [
        { type: 'advice', aboveUnits: 0, atUnits: 0, belowUnits: 30 },
        { type: 'planning', aboveUnits: 10, atUnits: 20, belowUnits: 0 },
      ],
      leftOutUnits: 0,
    })
  })

  test('what has no wanted grade, no matter here or no grade is left out and told', () => {
    const entries = [
      entry('ann', '2026-11-02', 1, { matterId: 'o' }),
      entry('ann', '2026-11-03', 1, { matterId: 'walled' }),
      entry('ann', '2026-11-04', 1, { matterId: null }),
      entry('ann', '2026-11-05', 1, { grade: null }),
      entry('ann', '2026-11-06', 9, { chargeability: 'non_chargeable' }),
    ]
    expect(allocations(entries, matters)).toEqual({ rows: [], leftOutUnits: 40 })
  })
})
