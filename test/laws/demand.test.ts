import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { incidentStates } from '../../src/domain/incident-words.ts'
import { addDays, addMonths } from '../../src/domain/local-date.ts'
import { midnight, zoneOf } from '../../src/domain/zone.ts'
import { demandReport } from '../../src/metrics/demand.ts'
import type { DemandFigures, DemandIncident, DemandReport } from '../../src/metrics/demand-figures.ts'
import { at, hourMs, made, names } from '../metrics/made-demand.ts'

const now = at('2026-11-23T10:00:00Z')
const zone = zoneOf('Europe/London')
const councilIds = ['city', 'south', 'gone']

/** Around both clock changes, in whole minutes, some of them on midnight. */
const raisedAt = fc.oneof(
  fc.integer({ min: 0, max: 400 * 24 * 60 }).map((minutes) => now - minutes * 60_000),
  fc.integer({ min: 0, max: 400 }).map((days) => midnight(zone, addDays('2026-11-23', -days))),
)
const incident = fc
  .record({
    raisedAt,
    councilId: fc.constantFrom(...councilIds),
    divisionId: fc.constantFrom(null, 'legal', 'planning', 'gone'),
    systemId: fc.constantFrom(null, null, 'mail', 'phones', 'gone'),
    systemName: fc.constantFrom('', 'Payroll', 'payroll', 'E-MAIL', 'Till'),
    category: fc.constantFrom('', 'Password', 'password ', 'Hardware'),
    state: fc.constantFrom(...incidentStates),
    tookMinutes: fc.integer({ min: -100, max: 200_000 }),
    isTimed: fc.boolean(),
    reopenCount: fc.constantFrom(0, 0, 0, 1, 3),
  })
  .map(({ tookMinutes, isTimed, ...fields }): DemandIncident => {
    const isDone = fields.state === 'resolved' || fields.state === 'closed'
    const stateAt = fields.raisedAt + tookMinutes * 60_000
    return made({ ...fields, stateAt, resolvedAt: isDone && isTimed ? stateAt : null })
  })
const incidents = fc.array(incident, { maxLength: 80 })
const day = fc.integer({ min: 0, max: 500 }).map((days) => addDays('2026-12-31', -days))
const period = fc
  .tuple(day, day)
  .filter(([a, b]) => a !== b)
  .map((days) => days.sort())
  .map(([from = '', to = '']) => ({ from, to }))

type Period = DemandReport['period']
const reportOf = (list: readonly DemandIncident[], asked: Period) =>
  demandReport(list, names, { period: asked, councilIds, now })
const counts = ['raised', 'resolved', 'open', 'cancelled', 'reopened', 'everResolved', 'timed'] as const
const countsOf = (figures: DemandFigures) => counts.map((name) => figures[name])
const sumOf = (parts: readonly DemandFigures[]) =>
  parts.map(countsOf).reduce((sum, part) => sum.map((n, i) => n + (part[i] ?? 0)), countsOf(reportOf([], none).total))
const none = { from: '2026-01-01', to: '2026-01-02' }
const lists = ['bySystem', 'byDivision', 'byCouncil', 'byCause'] as const

describe.each(lists)('%s', (list) => {
  test('sums to the total, and no part is empty or told twice', () => {
    fc.assert(
      fc.property(incidents, period, (made, asked) => {
        const report = reportOf(made, asked)
        expect(sumOf(report[list])).toEqual(countsOf(report.total))
        expect(report[list].every(({ raised }) => raised > 0)).toBe(true)
        expect(new Set(report[list].map(({ id, name }) => `${id} ${name.toLowerCase()}`)).size).toBe(
          report[list].length,
        )
      }),
    )
  })
})

test('the order of the incidents changes nothing', () => {
  const shuffled = incidents.chain((list) =>
    fc.tuple(fc.constant(list), fc.shuffledSubarray(list, { minLength: list.length, maxLength: list.length })),
  )
  fc.assert(
    fc.property(shuffled, period, ([list, other], asked) => {
      expect(reportOf(other, asked)).toEqual(reportOf(list, asked))
    }),
  )
})

test('a period that is split anywhere sums to the whole, for every part', () => {
  fc.assert(
    fc.property(incidents, period, day, (list, { from, to }, between) => {
      fc.pre(from < between && between < to)
      const whole = reportOf(list, { from, to })
      const halves = [reportOf(list, { from, to: between }), reportOf(list, { from: between, to })]
      expect(sumOf(halves.map(({ total }) => total))).toEqual(countsOf(whole.total))
      for (const part of whole.byCouncil) {
        const same = halves.flatMap(({ byCouncil }) => byCouncil.filter(({ id }) => id === part.id))
        expect(sumOf(same)).toEqual(countsOf(part))
      }
      expect(halves.map(({ backlog }) => backlog)).toEqual([whole.backlog, whole.backlog])
    }),
  )
})

test('raised is resolved, open and cancelled; half of those timed took no longer than the median', () => {
  fc.assert(
    fc.property(incidents, period, (list, asked) => {
      const { raised, resolved, open, cancelled, medianResolveMs, timed } = reportOf(list, asked).total
      expect(resolved + open + cancelled).toBe(raised)
      expect(medianResolveMs === null).toBe(timed < 5)
      if (medianResolveMs === null) return
      const [start, end] = [midnight(zone, asked.from), midnight(zone, asked.to)]
      const took = list.flatMap(({ raisedAt, resolvedAt }) =>
        raisedAt >= start && raisedAt < end && resolvedAt !== null && resolvedAt >= raisedAt
          ? [resolvedAt - raisedAt]
          : [],
      )
      expect(took).toHaveLength(timed)
      expect(took.filter((ms) => ms <= medianResolveMs).length * 2).toBeGreaterThanOrEqual(timed)
      expect(took.filter((ms) => ms >= medianResolveMs).length * 2).toBeGreaterThanOrEqual(timed)
    }),
  )
})

test('what is open at the end of each month is what was raised before it and had not ended', () => {
  fc.assert(
    fc.property(incidents, period, (list, asked) => {
      for (const { month, openAtEnd } of reportOf(list, asked).months) {
        const end = Math.min(now, midnight(zone, addMonths(`${month}-01`, 1)))
        const open = list.filter(({ raisedAt, flags, resolvedAt, closedAt, stateAt }) => {
          const endedAt = Math.max(raisedAt, resolvedAt ?? closedAt ?? stateAt)
          return raisedAt < end && (flags.isOpen || endedAt >= end)
        })
        expect(openAtEnd, month).toBe(open.length)
      }
    }),
  )
})

test('the months of a period of whole months sum to what was raised in it', () => {
  fc.assert(
    fc.property(incidents, fc.integer({ min: 0, max: 12 }), fc.integer({ min: 1, max: 24 }), (list, back, count) => {
      const to = addMonths('2026-12-01', -back)
      const report = reportOf(list, { from: addMonths(to, -count), to })
      const months = report.months.filter(({ month }) => `${month}-01` >= report.period.from)
      const before = list.filter(({ raisedAt }) => raisedAt < now)
      expect(months.reduce((sum, { raised }) => sum + raised, 0)).toBe(reportOf(before, report.period).total.raised)
    }),
  )
})

test('each incident of the backlog lies in the one age whose days hold the day it was raised', () => {
  fc.assert(
    fc.property(incidents, (list) => {
      for (const { raisedFrom, raisedThrough, count } of reportOf(list, none).backlog) {
        const from = raisedFrom === null ? 0 : midnight(zone, raisedFrom)
        const to = midnight(zone, addDays(raisedThrough, 1))
        const theirs = list.filter(({ flags, raisedAt: at }) => flags.countsAsBacklog && at >= from && at < to)
        expect(count).toBe(theirs.length)
      }
    }),
  )
})

test('an hour more for each makes the median an hour more', () => {
  fc.assert(
    fc.property(incidents, period, (list, asked) => {
      const later = list.map((one) => (one.resolvedAt === null ? one : { ...one, resolvedAt: one.resolvedAt + hourMs }))
      const kept = list.filter(({ resolvedAt, raisedAt: at }) => resolvedAt === null || resolvedAt >= at)
      const laterKept = later.filter((_, i) => kept.includes(list[i] as DemandIncident))
      const [median, after] = [kept, laterKept].map((those) => reportOf(those, asked).total.medianResolveMs)
      expect(after).toBe(typeof median === 'number' ? median + hourMs : null)
    }),
  )
})
