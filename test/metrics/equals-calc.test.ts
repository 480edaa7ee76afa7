import { describe, expect, test } from 'vitest'
import { answerCase } from '../../src/calc/answer.ts'
import { minutes, orNull, percent } from '../../src/calc/write.ts'
import { DAY_MS } from '../../src/domain/duration.ts'
import { outageSpans } from '../../src/domain/outage-spans.ts'
import { formatInstant } from '../../src/domain/time.ts'
import type { MetricsRecords } from '../../src/metrics/availability-records.ts'
import { availabilityReport, type BasisFigures } from '../../src/metrics/availability-report.ts'
import { historyStart, madeHistory } from './made-history.ts'

const iso = (at: number) => formatInstant(at)
const sizes = { systemCount: 6, outageCount: 240, days: 400 }
const march = { from: '2026-03-01', to: '2026-04-01' }
const query = { period: march, councilId: null, now: historyStart + 390 * DAY_MS }

function answerOf(kind: string, input: unknown): Record<string, unknown> {
  const { output, error } = answerCase({ kind, input })
  if (error) throw new Error(`${error.path}: ${error.message}`)
  return output as Record<string, unknown>
}

/** The facts of one system as the command takes them. */
function caseOf(records: MetricsRecords, systemId: string, calendar: unknown) {
  const own = records.affected.filter((edge) => edge.systemId === systemId && edge.mark === 'affected')
  const outages = own.flatMap(({ outageId }) => {
    const outage = records.outages.find(({ id }) => id === outageId)
    const segments = records.segments.filter((segment) => segment.outageId === outageId)
    const spans = outage ? outageSpans(outage, segments) : []
    return spans.map(({ startAt, endAt, loss }) => ({
      start: iso(startAt),
      end: endAt === null ? null : iso(endAt),
      loss,
    }))
  })
  const maintenance = records.maintenance
    .filter((work) => work.systemIds.includes(systemId))
    .map((work) => ({ start: iso(work.startAt), end: iso(work.endAt), announced_at: iso(work.announcedAt) }))
  return { period: march, calendar, outages, maintenance, now: iso(query.now), target_pct: 99.5 }
}

/** The page's raw figures, named and rounded as the command writes them. */
const written = (figures: BasisFigures) => ({
  agreed_min: minutes(figures.agreedMs),
  excluded_min: minutes(figures.excludedMs),
  service_min: minutes(figures.serviceMs),
  downtime_min: minutes(figures.downtimeMs),
  loss_min: minutes(figures.lossMs),
  availability_pct: orNull(percent, figures.availabilityPercent),
  failures: figures.failureCount,
  mtrs_min: orNull(minutes, figures.mtrsMs),
  mtbf_min: orNull(minutes, figures.mtbfMs),
  mtbsi_min: orNull(minutes, figures.mtbsiMs),
  mtrs_elapsed_resolved_min: orNull(minutes, figures.mtrsElapsedRestoredMs),
  open_at_end: figures.openCount,
  budget_min: orNull(minutes, figures.budget?.budgetMs ?? null),
  budget_left_min: orNull(minutes, figures.budget?.leftMs ?? null),
  budget_used_pct: orNull(percent, figures.budget?.usedPercent ?? null),
  met: figures.budget?.isMet,
})

describe('the page and the calc command give the same figures for the same facts', () => {
  test.each([1, 2, 3])('availability of each system by itself, both bases, history %i', (seed) => {
    const history = { ...madeHistory(seed, sizes), dependencies: [] }
    const alone = { ...history, affected: history.affected.filter((edge) => edge.mark === 'affected') }
    const week = { '1': [['08:30', '17:00']] }
    const days = Object.fromEntries(['1', '2', '3', '4', '5'].map((day) => [day, week['1']]))
    const office = { week: days, holidays: history.holidays.map(({ on }) => on) }
    let hitCount = 0
    for (const figures of availabilityReport(alone, query).systems) {
      const agreements = history.systems.find(({ id }) => id === figures.systemId)?.agreements
      const calendar = agreements?.at(-1)?.calendarId === 'always' ? '24x7' : office
      expect(written(figures.agreed)).toEqual(answerOf('availability', caseOf(alone, figures.systemId, calendar)))
      expect(written(figures.allHours)).toEqual(answerOf('availability', caseOf(alone, figures.systemId, '24x7')))
      if (figures.agreed.downtimeMs > 0) hitCount += 1
    }
    expect(hitCount).toBeGreaterThan(3)
  })

  test.each([4, 5])('losses passed on through dependencies, history %i', (seed) => {
    const history = madeHistory(seed, sizes)
    const affected = history.affected.filter((edge) => edge.mark === 'affected')
    const plain = { ...history, affected, segments: [], maintenance: [] }
    const outages = affected.flatMap(({ outageId, systemId }) => {
      const outage = plain.outages.find(({ id }) => id === outageId)
      if (!outage) return []
      return [{ node: systemId, start: iso(outage.startAt), end: iso(outage.endAt ?? query.now), loss: outage.loss }]
    })
    const deps = Object.fromEntries(
      plain.dependencies.map(({ systemId, type, needs: on, weight, need }) => {
        if (type === 'any') return [systemId, [{ any: on, need }]]
        return [systemId, [type === 'soft' ? { soft: on[0], weight } : { hard: on[0] }]]
      }),
    )
    const nodes = plain.systems.map(({ id }) => id)
    const { loss_min } = answerOf('graph', { calendar: '24x7', period: march, nodes, deps, outages })
    const figures = availabilityReport(plain, query).systems
    expect(Object.fromEntries(figures.map(({ systemId, allHours }) => [systemId, minutes(allHours.lossMs)]))).toEqual(
      loss_min,
    )
  })
})
