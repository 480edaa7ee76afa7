// Small partnerships for laws of impact: two councils, three divisions, four systems that need each other, and some days
// of outages around the autumn clock change.
import fc from 'fast-check'
import type { Recorded } from '../../src/domain/kinds.ts'
import { formatInstant } from '../../src/domain/time.ts'
import type { MetricsRecords } from '../../src/metrics/availability-records.ts'
import { type ImpactReport, nothingChanged, type WhatIf } from '../../src/metrics/impact-figures.ts'
import { impactReport } from '../../src/metrics/impact-report.ts'
import { hits, needs, outage, records, spares, system } from '../metrics/made-records.ts'

export const councilIds = ['city', 'fens'] as const
export const divisionIds = ['legal', 'planning', 'waste'] as const
export const systemIds = ['root', 'signin', 'mail', 'dms'] as const
/** Dated facts change on the second day of these, which is in the midst of the outages. */
export const dates = ['2026-01-01', '2026-10-25'] as const
export const begin = Date.UTC(2026, 9, 23)
export const now = Date.UTC(2026, 9, 27, 15)
export const week = { from: '2026-10-20', to: '2026-11-01' }
export const days = fc.integer({ min: 20, max: 31 }).map((day) => `2026-10-${day}`)

const hour = 3_600_000
export const share = fc.constantFrom(0, 0.25, 0.3, 0.5, 0.8, 1)
const loss = fc.constantFrom(1, 0.5, 0.3, 0.1, 0)
const instant = fc.oneof(
  fc.nat(100).map((hours) => begin + hours * hour),
  fc.nat(6_000).map((minutes) => begin + minutes * 60_000),
)
const councilId = fc.constantFrom(...councilIds)
const divisionId = fc.constantFrom(...divisionIds)
const systemId = fc.constantFrom(...systemIds)
const origin = { source: 'asked' as const, asOf: '2026-01-01', byId: 'p', setAt: 0, note: '' }

const headCounts = fc.array(fc.record({ from: fc.constantFrom(...dates), people: peopleByCouncil() }), {
  minLength: 1,
  maxLength: 2,
})
function peopleByCouncil() {
  return fc.tuple(fc.integer({ min: 1, max: 40 }), fc.nat(3)).map(([city, fens]) => ({ city, fens }))
}

interface Said {
  readonly councilId: string
  readonly divisionId: string
  readonly topic: Recorded<'assumption'>['topic']
  readonly systemId: string | null
  readonly from: string
  readonly share: number
  readonly afterMinutes?: number
}

export const assumes = ({ afterMinutes = 0, ...said }: Said): Recorded<'assumption'> => {
  const id = [said.councilId, said.divisionId, said.topic, said.systemId, said.from].join(' ')
  return { id, ...said, afterMinutes, ...origin }
}

/** What each division said of each system, most of it from the first date on. */
const reliances = fc.array(fc.constantFrom(0, 0.25, 0.3, 0.5, 0.8, 1), { minLength: 24, maxLength: 24 }).map((shares) =>
  shares.map((share, i) => {
    const place = { councilId: councilIds[i % 2] as string, divisionId: divisionIds[(i >> 1) % 3] as string }
    const about = { topic: 'reliance' as const, systemId: systemIds[Math.floor(i / 6)] as string }
    return assumes({ ...place, ...about, share, from: i % 5 === 0 ? dates[1] : dates[0] })
  }),
)

const moreSaid = fc
  .record({
    ...{ councilId, divisionId, systemId, share, from: fc.constantFrom(...dates) },
    topic: fc.constantFrom('reliance' as const, 'workaround' as const, 'present' as const, 'caught_up' as const),
    afterMinutes: fc.constantFrom(0, 30, 120),
  })
  .map(({ topic, systemId: about, ...said }) =>
    assumes({ topic, ...said, systemId: topic === 'reliance' || topic === 'workaround' ? about : null }),
  )

const hourlyRate: fc.Arbitrary<Recorded<'hourly_rate'>> = fc
  .record({ councilId, divisionId, from: fc.constantFrom(...dates), pencePerHour: fc.nat(5_000) })
  .map((given) => ({ id: `${given.councilId} ${given.divisionId} ${given.from}`, ...given, working: null, ...origin }))

const dependency: fc.Arbitrary<Recorded<'dependency'>> = fc.oneof(
  fc.tuple(systemId, systemId).map(([on, by]) => needs(on, by)),
  fc.tuple(systemId, systemId, share).map(([on, by, weight]) => needs(on, by, { type: 'soft', weight })),
  fc
    .tuple(systemId, fc.uniqueArray(systemId, { minLength: 2, maxLength: 3 }), fc.constantFrom(1, 2))
    .map(([on, by, need]) => needs(on, by, { type: 'any', need })),
)

/** An outage with what hangs on it. */
export interface MadeOutage {
  readonly outage: Recorded<'outage'>
  readonly affected: readonly Recorded<'affected'>[]
  readonly segments: readonly Recorded<'segment'>[]
  readonly reaches: readonly Recorded<'reach'>[]
}

const someCouncils = fc.constantFrom<string[]>([], [], [], ['city'], ['fens'])
const reachDivisions = fc.uniqueArray(fc.record({ divisionId, people: fc.nat(12) }), {
  selector: (one) => one.divisionId,
  minLength: 1,
})

export const madeOutage = (id: string): fc.Arbitrary<MadeOutage> =>
  fc
    .record({
      ...{ start: instant, loss, councilIds: someCouncils, systemId },
      minutes: fc.option(fc.constantFrom(60, 240, 1_440, 2_880, 30, -30), { nil: null, freq: 8 }),
      spared: fc.option(systemId, { nil: undefined, freq: 3 }),
      steps: fc.array(fc.record({ after: fc.constantFrom(0, 30, 90), loss, councilIds: someCouncils }), {
        maxLength: 2,
      }),
      reach: fc.array(fc.record({ councilId, divisions: reachDivisions }), { maxLength: 1 }),
    })
    .map(({ start, minutes, loss, councilIds: reached, systemId: hit, spared, steps, reach }) => ({
      outage: outage(id, formatInstant(start), minutes === null ? null : formatInstant(start + minutes * 60_000), {
        ...{ loss, councilIds: reached },
      }),
      affected: [hits(id, hit), ...(spared && spared !== hit ? [spares(id, spared)] : [])],
      segments: steps.map(({ after, ...step }, i) => ({
        ...{ id: `${id}-${i}`, outageId: id, fromAt: start + after * 60_000, level: 'down' as const, ...step },
      })),
      reaches: reach.map((one) => ({ id: `${id}-${one.councilId}`, outageId: id, workaround: '', ...one })),
    }))

const outages = fc
  .integer({ min: 1, max: 7 })
  .chain((count) => fc.tuple(...Array.from({ length: count }, (_, i) => madeOutage(`o${i}`))))

/** Beside the records of these, those of the worlds. */
export const withOutages = (given: MetricsRecords, made: readonly MadeOutage[]): MetricsRecords => ({
  ...given,
  outages: [...given.outages, ...made.map((one) => one.outage)],
  affected: [...given.affected, ...made.flatMap(({ affected }) => affected)],
  segments: [...given.segments, ...made.flatMap(({ segments }) => segments)],
  reaches: [...given.reaches, ...made.flatMap(({ reaches }) => reaches)],
})

const byId = { selector: (one: { readonly id: string }) => one.id }

/** Without groups, every loss has one outage behind it; without reach rows, an outage hits everybody in a council. */
export function worlds({ hasGroups = true, hasReach = true } = {}): fc.Arbitrary<MetricsRecords> {
  return fc
    .record({
      people: fc.tuple(headCounts, headCounts, headCounts),
      calendars: fc.tuple(...divisionIds.map(() => fc.constantFrom('office', 'always'))),
      said: fc.uniqueArray(moreSaid, { ...byId, maxLength: 12 }),
      reliances,
      hourlyRates: fc.uniqueArray(hourlyRate, { ...byId, maxLength: 8 }),
      dependencies: fc.uniqueArray(dependency, { ...byId, maxLength: 5 }),
      outages,
    })
    .map(({ people, calendars, said, reliances: relied, hourlyRates, dependencies, outages: made }) =>
      withOutages(
        records({
          councils: councilIds.map((id) => ({ id, name: id, shortName: id })),
          divisions: divisionIds.map((id, i) => ({
            ...{ id, name: id, calendarId: calendars[i] ?? 'office' },
            headCounts: (people[i] ?? []).filter(({ from }, k, all) => all.findIndex((x) => x.from === from) === k),
          })),
          systems: systemIds.map((id) => system(id)),
          assumptions: [...said, ...relied.filter(({ id }) => !said.some((one) => one.id === id))],
          hourlyRates,
          dependencies: dependencies.filter(({ type }) => hasGroups || type !== 'any'),
        }),
        made.map((one) => (hasReach ? one : { ...one, reaches: [] })),
      ),
    )
}

/** What the page says of all of it. */
export const reportOf = (given: MetricsRecords, whatIf: WhatIf = nothingChanged): ImpactReport =>
  impactReport(given, { period: week, councilIds, now, whatIf })
