import { describe, expect, test } from 'vitest'
import { MINUTE_MS } from '../../src/domain/duration.ts'
import type { MetricsRecords } from '../../src/metrics/availability-records.ts'
import { availabilityReport, type SystemFigures } from '../../src/metrics/availability-report.ts'
import type { AvailabilityQuery } from '../../src/metrics/system-facts.ts'
import { at, hits, needs, outage, records, roundTheClock, spares, system, work } from './made-records.ts'

const november = { from: '2026-11-01', to: '2026-12-01' }
const query: AvailabilityQuery = { period: november, councilId: null, now: at('2027-01-10T12:00:00Z') }

function figuresOf(given: Partial<MetricsRecords>, id: string, asked: Partial<AvailabilityQuery> = {}): SystemFigures {
  const found = availabilityReport(records(given), { ...query, ...asked }).systems.find(
    ({ systemId }) => systemId === id,
  )
  if (!found) throw new Error(`no figures of ${id}`)
  return found
}
const downtimeMinutes = (figures: SystemFigures) => figures.agreed.downtimeMs / MINUTE_MS

const office = { from: '2020-01-01', calendarId: 'office', targetPercent: 99.5, noticeMinutes: null }
const mail = system('mail')
const morning = outage('o1', '2026-11-10T09:00:00Z', '2026-11-10T13:20:00Z')
const one = { systems: [mail], outages: [morning], affected: [hits('o1', 'mail')] }

describe('a system in a month', () => {
  test('one outage of 4 h 20 leaves 99.398148 % and goes 44 minutes over its budget of 216', () => {
    const { agreed, targetPercent } = figuresOf(one, 'mail')
    expect(agreed.availabilityPercent).toBeCloseTo(99.398148, 6)
    expect(targetPercent).toBe(99.5)
    expect(agreed.budget).toMatchObject({ isMet: false })
    expect((agreed.budget?.budgetMs ?? 0) / MINUTE_MS).toBeCloseTo(216, 9)
    expect((agreed.budget?.leftMs ?? 0) / MINUTE_MS).toBeCloseTo(-44, 9)
  })

  test('agreed hours and all hours are measured side by side', () => {
    const evening = outage('o1', '2026-11-10T16:00:00Z', '2026-11-10T18:00:00Z')
    const figures = figuresOf(
      { ...one, systems: [system('mail', { agreements: [office] })], outages: [evening] },
      'mail',
    )
    expect(downtimeMinutes(figures)).toBe(60)
    expect(figures.allHours.downtimeMs / MINUTE_MS).toBe(120)
    expect(figures.agreed.serviceMs / MINUTE_MS).toBe(21 * 510)
    expect(figures.allHours.serviceMs / MINUTE_MS).toBe(43_200)
  })

  test('a later agreement does not rewrite the days before it', () => {
    const later = { from: '2026-11-16', calendarId: 'always', targetPercent: 99.5, noticeMinutes: null }
    const { agreed } = figuresOf({ systems: [system('mail', { agreements: [later, office] })] }, 'mail')
    expect(agreed.agreedMs / MINUTE_MS).toBe(10 * 510 + 15 * 1440)
  })

  test('a target that changes on the way allows the sum of what each part allows', () => {
    const later = { from: '2026-11-16', calendarId: 'always', targetPercent: 99, noticeMinutes: null }
    const both = system('mail', { agreements: [...mail.agreements, later] })
    const { agreed } = figuresOf({ systems: [both] }, 'mail')
    expect((agreed.budget?.budgetMs ?? 0) / MINUTE_MS).toBeCloseTo(0.005 * 21_600 + 0.01 * 21_600, 6)
  })

  test('holidays of the catalogue close the calendars that observe them, and no others', () => {
    const holidays = [{ id: 'h', on: '2026-11-11', name: 'A day', source: '' }]
    const systems = [system('mail', { agreements: [office] }), system('web')]
    const given = { systems, holidays }
    expect(figuresOf(given, 'mail').agreed.agreedMs / MINUTE_MS).toBe(20 * 510)
    expect(figuresOf(given, 'web').agreed.agreedMs / MINUTE_MS).toBe(43_200)
  })

  test('an open outage is cut at now, and so is the period', () => {
    const open = outage('o1', '2026-11-20T10:00:00Z', null)
    const figures = figuresOf({ ...one, outages: [open] }, 'mail', { now: at('2026-11-20T12:00:00Z') })
    expect(downtimeMinutes(figures)).toBe(120)
    expect(figures.agreed).toMatchObject({ openCount: 1, mtrsElapsedRestoredMs: null })
    expect(figures.agreed.serviceMs / MINUTE_MS).toBe(19.5 * 1440)
    expect((figures.agreed.budget?.budgetMs ?? 0) / MINUTE_MS).toBeCloseTo(216, 9)
  })

  test('a record whose end precedes its start counts nothing', () => {
    const wrong = outage('o1', '2026-11-10T09:00:00Z', '2026-11-10T08:00:00Z')
    expect(figuresOf({ ...one, outages: [wrong] }, 'mail').agreed.availabilityPercent).toBe(100)
  })
})

describe('councils', () => {
  const forNorth = outage('o1', '2026-11-10T09:00:00Z', '2026-11-10T10:00:00Z', { councilIds: ['north'] })
  const given = { ...one, outages: [forNorth] }

  test('an outage counts for the council that it names and for the whole partnership', () => {
    expect(downtimeMinutes(figuresOf(given, 'mail', { councilId: 'north' }))).toBe(60)
    expect(downtimeMinutes(figuresOf(given, 'mail'))).toBe(60)
  })

  test('it does not count for another council', () => {
    expect(downtimeMinutes(figuresOf(given, 'mail', { councilId: 'south' }))).toBe(0)
  })

  test('a reach that grows on the way counts from then on', () => {
    const change = { level: 'down', loss: 1 } as const
    const segments = [
      { id: 's1', outageId: 'o1', fromAt: at('2026-11-10T09:00:00Z'), councilIds: ['north'], ...change },
      { id: 's2', outageId: 'o1', fromAt: at('2026-11-10T09:45:00Z'), councilIds: [], ...change },
    ]
    expect(downtimeMinutes(figuresOf({ ...given, segments }, 'mail', { councilId: 'south' }))).toBe(15)
  })
})

describe('planned work', () => {
  const hour = ['2026-11-10T09:00:00Z', '2026-11-10T10:00:00Z'] as const
  const announced = (when: string) => ({ ...one, maintenance: [work('w', ['mail'], [when, ...hour])] })

  test('announced before it starts, it leaves both sides of the figure', () => {
    const { agreed } = figuresOf(announced('2026-11-09T09:00:00Z'), 'mail')
    expect([agreed.excludedMs, agreed.downtimeMs].map((ms) => ms / MINUTE_MS)).toEqual([60, 200])
  })

  test('announced late, it excuses nothing', () => {
    const { agreed } = figuresOf(announced('2026-11-10T09:01:00Z'), 'mail')
    expect([agreed.excludedMs, agreed.downtimeMs].map((ms) => ms / MINUTE_MS)).toEqual([0, 260])
  })

  test('the notice of the agreement goes before the partnership’s', () => {
    const strict = system('mail', { agreements: [{ ...office, calendarId: 'always', noticeMinutes: 72 * 60 }] })
    const { agreed } = figuresOf({ ...announced('2026-11-09T09:00:00Z'), systems: [strict] }, 'mail')
    expect(agreed.excludedMs).toBe(0)
  })

  test('cancelled, it excuses nothing', () => {
    const [window] = announced('2026-11-09T09:00:00Z').maintenance
    const cancelled = { ...(window as NonNullable<typeof window>), cancelledAt: at('2026-11-09T12:00:00Z') }
    expect(figuresOf({ ...one, maintenance: [cancelled] }, 'mail').agreed.excludedMs).toBe(0)
  })
})

describe('dependencies', () => {
  const systems = [mail, system('network'), system('portal')]
  const given = { systems, outages: [morning], affected: [hits('o1', 'network')] }
  const chain = [needs('mail', 'network'), needs('portal', 'mail')]

  test('a system loses what it needs, near or far', () => {
    expect(downtimeMinutes(figuresOf({ ...given, dependencies: chain }, 'portal'))).toBe(260)
  })

  test('a soft dependency passes on its weight', () => {
    const dependencies = [needs('mail', 'network', { type: 'soft', weight: 0.4 })]
    const { agreed } = figuresOf({ ...given, dependencies }, 'mail')
    expect(agreed.lossMs / MINUTE_MS).toBeCloseTo(104, 9)
    expect(agreed.downtimeMs / MINUTE_MS).toBe(260)
  })

  test('a group of two of which one is needed stays up while one works', () => {
    const dependencies = [needs('portal', ['mail', 'network'], { type: 'any', need: 1 })]
    expect(downtimeMinutes(figuresOf({ ...given, dependencies }, 'portal'))).toBe(0)
  })

  test('the hand mark "not affected" stops the loss there and behind it', () => {
    const affected = [...given.affected, spares('o1', 'mail')]
    const marked = { ...given, dependencies: chain, affected }
    expect(['network', 'mail', 'portal'].map((id) => downtimeMinutes(figuresOf(marked, id)))).toEqual([260, 0, 0])
  })

  test('a hand mark speaks for its own outage only', () => {
    const second = outage('o2', '2026-11-10T13:00:00Z', '2026-11-10T14:00:00Z')
    const affected = [...given.affected, spares('o1', 'mail'), hits('o2', 'network')]
    const marked = { ...given, dependencies: chain, outages: [morning, second], affected }
    expect(downtimeMinutes(figuresOf(marked, 'portal'))).toBe(60)
  })
})

describe('where there is no figure', () => {
  const why = (given: Partial<MetricsRecords>, asked: Partial<AvailabilityQuery> = {}) => {
    const { agreed, noFigure } = figuresOf(given, 'mail', asked)
    expect(agreed.availabilityPercent).toBeNull()
    return noFigure
  }
  test('no agreed hours in the period is said, and is neither 0 nor 100', () => {
    const week = { '7': [['10:00', '12:00']] satisfies [string, string][] }
    const calendars = [{ ...roundTheClock, id: 'office', isAlwaysOpen: false, week }]
    const period = { from: '2026-11-09', to: '2026-11-14' }
    expect(why({ systems: [system('mail', { agreements: [office] })], calendars }, { period })).toBe('no_hours')
  })

  test('a calendar that is not on this device is said', () => {
    expect(why({ ...one, calendars: [] })).toBe('no_calendar')
  })

  test('a period to come has none', () => {
    expect(why(one, { now: at('2026-10-01T00:00:00Z') })).toBe('not_begun')
  })

  test('a period in which nobody recorded anything has none: silence is never "up"', () => {
    const since = { from: '2026-12-05', calendarId: 'always', targetPercent: 99.5, noticeMinutes: null }
    expect(why({ systems: [system('mail', { agreements: [since] })] })).toBe('before_records')
  })

  test('a period wholly inside planned work has none', () => {
    const all = work('w', ['mail'], ['2026-10-01T00:00:00Z', '2026-11-01T00:00:00Z', '2026-12-01T00:00:00Z'])
    expect(why({ ...one, maintenance: [all] })).toBe('all_excluded')
  })

  test('a system retired before the period is not in the report', () => {
    const report = availabilityReport(records({ systems: [system('mail', { retiredOn: '2026-11-01' })] }), query)
    expect(report.systems).toEqual([])
  })

  test('a system retired on the way is measured until then', () => {
    const { agreed } = figuresOf({ systems: [system('mail', { retiredOn: '2026-11-11' })] }, 'mail')
    expect(agreed.agreedMs / MINUTE_MS).toBe(10 * 1440)
  })
})

test('the days of a system are ninety, end with the last day that has begun, and sum to the figure of their months', () => {
  const { days } = figuresOf(one, 'mail')
  expect(days.length).toBe(90)
  expect(days.at(-1)?.date).toBe('2026-11-30')
  const lost = days.filter(({ date }) => date >= '2026-11-01').reduce((sum, day) => sum + day.downtimeMs, 0)
  expect(lost).toBe(figuresOf(one, 'mail').agreed.downtimeMs)
})
