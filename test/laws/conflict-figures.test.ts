import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Recorded } from '../../src/domain/kinds.ts'
import { overlay } from '../../src/domain/merge.ts'
import { solveConflict } from '../../src/domain/mutations/solve-conflict.ts'
import type { MetricsRecords } from '../../src/metrics/availability-records.ts'
import { availabilityReport } from '../../src/metrics/availability-report.ts'
import { eitherFigures, type FiguresMade } from '../../src/metrics/conflict-figures.ts'
import { nothingChanged } from '../../src/metrics/impact-figures.ts'
import { impactReport, outageImpact } from '../../src/metrics/impact-report.ts'
import { type Instead, withInstead } from '../../src/metrics/instead.ts'
import { begin, councilIds, now, share, worlds } from './impact-worlds.ts'

type Kind = 'outage' | 'affected' | 'assumption' | 'hourly_rate' | 'system' | 'division' | 'calendar'
const listOf = {
  outage: 'outages',
  affected: 'affected',
  assumption: 'assumptions',
  hourly_rate: 'hourlyRates',
  system: 'systems',
  division: 'divisions',
  calendar: 'calendars',
} as const

const hour = 3_600_000
const agreements = (targetPercent: number) => [
  { from: '2020-01-01', calendarId: 'office', targetPercent, noticeMinutes: null },
]
/** The other value of one group. */
const others: fc.Arbitrary<{ kind: Kind; group: string; value: Record<string, unknown> }> = fc.oneof(
  fc.record({ from: fc.nat(60), hours: fc.integer({ min: -1, max: 60 }) }).map(({ from, hours }) => ({
    kind: 'outage' as const,
    group: 'times',
    value: { startAt: begin + from * hour, endAt: begin + (from + hours) * hour },
  })),
  share.map((loss) => ({ kind: 'outage' as const, group: 'level', value: { level: 'down', loss } })),
  fc.constantFrom(['city'], ['fens'], []).map((ids) => ({
    kind: 'outage' as const,
    group: 'reach',
    value: { councilIds: ids },
  })),
  fc.constant({ kind: 'outage' as const, group: 'deleted', value: { deleted: true } }),
  fc.constant({ kind: 'affected' as const, group: 'mark', value: { mark: 'not_affected' } }),
  share.map((value) => ({ kind: 'assumption' as const, group: 'value', value: { share: value } })),
  fc.nat(9_000).map((pence) => ({ kind: 'hourly_rate' as const, group: 'value', value: { pencePerHour: pence } })),
  fc
    .constantFrom(95, 99.9)
    .map((target) => ({ kind: 'system' as const, group: 'service', value: { agreements: agreements(target) } })),
  fc.nat(90).map((city) => ({
    kind: 'division' as const,
    group: 'people',
    value: { headCounts: [{ from: '2026-01-01', people: { city, fens: 3 } }] },
  })),
  fc.constant({ kind: 'calendar' as const, group: 'hours', value: { week: { 1: [['09:00', '12:00']] } } }),
)

interface Met {
  readonly records: MetricsRecords
  readonly shown: Instead
  readonly conflict: Recorded<'conflict'>
}

/** A conflict about one record of a world, or undefined where the world has none of the kind. */
function meet(
  records: MetricsRecords,
  { kind, group, value }: { kind: Kind; group: string; value: object },
  at: number,
) {
  const all = records[listOf[kind]]
  const record = all[at % Math.max(1, all.length)]
  if (!record) return undefined
  const side = { value: { ...value }, by: 'p', at: now }
  const solved = { solvedAt: null, solvedById: null, outcome: null }
  const what = { kind, recordId: record.id, group, scope: 's', shown: side, other: side }
  return {
    records,
    shown: { kind, id: record.id, record } as Instead,
    conflict: { id: 'c', ...what, ...solved },
  } as Met
}

/** What the mutation that settles it writes, laid over the record. */
async function after({ shown, conflict }: Met, outcome: 'shown' | 'other'): Promise<Instead> {
  const reads = { get: async () => conflict } as never
  const writes = await solveConflict.run({ conflictId: 'c', outcome }, reads, { now, personId: 'p' } as never)
  if (!Array.isArray(writes)) throw new Error('it was refused')
  let laid = { doc: { ...shown.record }, del: false } as { doc: Readonly<Record<string, unknown>>; del: boolean }
  for (const write of writes) if (write.k !== 'conflict') laid = overlay(laid, write.set)
  return { ...shown, record: laid.del ? null : laid.doc } as Instead
}

function expectFigures(made: FiguresMade, records: MetricsRecords, period: { from: string; to: string }, id: string) {
  const report = availabilityReport(records, { period, councilId: null, now })
  for (const told of made.systems) {
    const own = report.systems.find(({ systemId }) => systemId === told.systemId)
    expect(told).toMatchObject({
      ...{ downtimeMs: own?.agreed.downtimeMs, targetPercent: own?.targetPercent },
      availabilityPercent: own?.agreed.availabilityPercent,
    })
  }
  const cost = outageImpact(records, { outageId: id, councilIds, now })
  if (made.outage && cost) expect(made.outage).toEqual(cost.share)
  if (made.outage && !cost) expect(made.outage.lostMs).toBe(0)
}

test('what is said of a value beforehand is what the pages say once it holds', async () => {
  let toldCount = 0
  await fc.assert(
    fc.asyncProperty(worlds(), others, fc.nat(40), async (records, value, at) => {
      const met = meet(records, value, at)
      if (!met) return
      const [shown, other] = [await after(met, 'shown'), await after(met, 'other')]
      const figures = eitherFigures(records, { shown: met.shown, other, councilIds, now })
      if (!figures) return
      toldCount += 1
      const outageId = value.kind === 'affected' ? (met.shown.record as { outageId: string }).outageId : met.shown.id
      for (const [made, instead] of [[figures.shown, shown] as const, [figures.other, other] as const]) {
        const world = withInstead(records, instead)
        expectFigures(made, world, figures.period, outageId)
        if (!made.division) continue
        const { councilId } = { councilId: undefined, ...met.shown.record } as { councilId: string | undefined }
        const asked = councilId === undefined ? councilIds : [councilId]
        const query = { period: figures.period, councilIds: asked, now, whatIf: nothingChanged }
        const own = impactReport(world, query).divisions.find(
          ({ divisionId }) => divisionId === made.division?.divisionId,
        )
        expect(made.division.lostMs).toBe(own?.figure.lostMs.headline)
        expect(made.division.grossPence).toBe(own?.figure.grossPence?.headline ?? null)
      }
    }),
    { numRuns: 300 },
  )
  expect(toldCount).toBeGreaterThan(150)
})

test('a value that changes nothing of what is asked makes the same figures', () => {
  fc.assert(
    fc.property(worlds(), fc.nat(6), (records, at) => {
      const record = records.outages[at % records.outages.length] as Recorded<'outage'>
      const instead = { kind: 'outage', id: record.id, record } as const
      const figures = eitherFigures(records, { shown: instead, other: instead, councilIds, now })
      expect(figures?.shown).toEqual(figures?.other)
    }),
    { numRuns: 50 },
  )
})

test('of a council whose desk the person may not read nothing is said', () => {
  fc.assert(
    fc.property(worlds(), (records) => {
      const [record = null] = records.assumptions
      const instead = { kind: 'assumption', id: record?.id ?? '', record } as const
      expect(eitherFigures(records, { shown: instead, other: instead, councilIds: [], now })).toBe(null)
    }),
    { numRuns: 5 },
  )
})
