// The impact question: cells of division and council, added up every way. Every sum is a sum of the same whole ms and
// pence, so that councils, divisions and roots each make the total to the penny.
import type { Recorded } from '../domain/kinds.ts'
import { addDays } from '../domain/local-date.ts'
import type { Period } from '../domain/period.ts'
import type { Instant } from '../domain/time.ts'
import { localDateAt } from '../domain/zone.ts'
import type { MetricsRecords } from './availability-records.ts'
import { disproportion } from './disproportion.ts'
import { grouped } from './grouped.ts'
import { type ImpactCell, impactCells } from './impact-cells.ts'
import {
  type DivisionImpact,
  type ImpactQuery,
  type ImpactReport,
  type LossFigure,
  nothingChanged,
  type OutageImpact,
  type Range,
  type RootShare,
  type SystemsShare,
} from './impact-figures.ts'
import { reportZone } from './system-facts.ts'

export function impactReport(records: MetricsRecords, query: ImpactQuery): ImpactReport {
  const cells = impactCells(records, query)
  const systemsOf = systemsByOutage(records)
  const outageOf = new Map(records.outages.map((outage) => [outage.id, outage]))
  const outages = byOutage(cells).flatMap((share) => {
    const outage = outageOf.get(share.outageId)
    if (!outage) return []
    const { title, startAt, endAt } = outage
    return [{ ...share, title, startAt, endAt, systemIds: systemsOf(share.outageId) }]
  })
  return {
    period: query.period,
    now: query.now,
    total: sumOf(cells),
    divisions: divisionsOf(cells, systemsOf),
    councils: query.councilIds.map((councilId) => ({
      councilId,
      figure: sumOf(cells.filter((cell) => cell.councilId === councilId)),
    })),
    outages,
    systems: bySystems(byOutage(cells), systemsOf),
    notAsked: cells.filter(({ isAsked }) => !isAsked).map(placeOf),
    withoutRate: cells.filter(({ lacksRate }) => lacksRate).map(placeOf),
    assumptionIds: [...new Set(cells.flatMap((cell) => [...cell.assumptionIds]))],
    rateIds: [...new Set(cells.flatMap((cell) => [...cell.rateIds]))],
  }
}

/** undefined: there is no such outage. Its share of the days that it touched, beside other outages of those days. */
export function outageImpact(
  records: MetricsRecords,
  query: { readonly outageId: string; readonly councilIds: readonly string[]; readonly now: Instant },
): OutageImpact | undefined {
  const outage = records.outages.find(({ id }) => id === query.outageId)
  if (!outage) return undefined
  const period = daysOfOutage(outage, query.now)
  const cells = impactCells(records, { ...query, period, whatIf: nothingChanged })
  const own = cells.flatMap((cell) => {
    const part = cell.byOutage.get(query.outageId)
    return part && part.lostMs > 0 ? [{ ...part, ...placeOf(cell) }] : []
  })
  return {
    share: sumOfParts(own),
    divisions: own.sort((a, b) => b.lostMs - a.lostMs),
    notAskedCount: cells.filter(({ isAsked }) => !isAsked).length,
  }
}

function daysOfOutage({ startAt, endAt }: Recorded<'outage'>, now: Instant): Period {
  const last = Math.max(startAt, (endAt ?? now) - 1)
  return { from: localDateAt(reportZone, startAt), to: addDays(localDateAt(reportZone, last), 1) }
}

const placeOf = ({ councilId, divisionId }: ImpactCell) => ({ councilId, divisionId })

function divisionsOf(cells: readonly ImpactCell[], systemsOf: SystemsOf): DivisionImpact[] {
  const divisions = [...grouped(cells, ({ divisionId }) => divisionId)].map(([divisionId, own]) => ({
    divisionId,
    figure: sumOf(own),
    peopleCount: own.reduce((sum, { peopleCount }) => sum + peopleCount, 0),
    councils: own.map(({ councilId, figure }) => ({ councilId, figure })),
    outages: byOutage(own),
    systems: bySystems(byOutage(own), systemsOf),
  }))
  const ratios = disproportion(
    divisions.map(({ peopleCount, figure }) => ({ users: peopleCount, lost: figure.lostMs.headline })),
  )
  return divisions
    .map((division, i) => ({ ...division, disproportion: ratios[i]?.ratio ?? null }))
    .sort((a, b) => b.figure.lostMs.headline - a.figure.lostMs.headline || (a.divisionId < b.divisionId ? -1 : 1))
}

function sumOf(cells: readonly ImpactCell[]): LossFigure {
  const figures = cells.map(({ figure }) => figure)
  return {
    lostMs: sumOfRanges(figures.map(({ lostMs }) => lostMs)) ?? { low: 0, headline: 0, high: 0 },
    grossPence: sumOfRanges(figures.flatMap(({ grossPence }) => grossPence ?? [])),
    netPence: sumOfRanges(figures.flatMap(({ netPence }) => netPence ?? [])),
  }
}

function sumOfRanges(ranges: readonly Range[]): Range | null {
  if (ranges.length === 0) return null
  const of = (key: keyof Range) => ranges.reduce((sum, range) => sum + range[key], 0)
  return { low: of('low'), headline: of('headline'), high: of('high') }
}

function sumOfParts(parts: readonly RootShare[]): RootShare {
  const pence = parts.flatMap(({ grossPence }) => grossPence ?? [])
  return {
    lostMs: parts.reduce((sum, { lostMs }) => sum + lostMs, 0),
    grossPence: pence.length > 0 ? pence.reduce((sum, part) => sum + part, 0) : null,
  }
}

function byOutage(cells: readonly ImpactCell[]): (RootShare & { readonly outageId: string })[] {
  const parts = cells.flatMap((cell) => [...cell.byOutage].map(([outageId, part]) => ({ outageId, ...part })))
  return [...grouped(parts, ({ outageId }) => outageId)]
    .map(([outageId, own]) => ({ outageId, ...sumOfParts(own) }))
    .sort((a, b) => b.lostMs - a.lostMs || (a.outageId < b.outageId ? -1 : 1))
}

type SystemsOf = (outageId: string) => readonly string[]

/** The systems that an outage hit itself, in one order for one set. */
function systemsByOutage(records: Pick<MetricsRecords, 'affected'>): SystemsOf {
  const edges = grouped(
    records.affected.filter(({ mark }) => mark === 'affected'),
    ({ outageId }) => outageId,
  )
  return (outageId) => [...new Set((edges.get(outageId) ?? []).map(({ systemId }) => systemId))].sort()
}

function bySystems(outages: readonly (RootShare & { readonly outageId: string })[], systemsOf: SystemsOf) {
  return [...grouped(outages, ({ outageId }) => systemsOf(outageId).join(' '))]
    .map(([, own]): SystemsShare => {
      const systemIds = systemsOf(own[0]?.outageId ?? '')
      return { systemIds, outageCount: own.length, ...sumOfParts(own) }
    })
    .sort((a, b) => b.lostMs - a.lostMs || (a.systemIds.join() < b.systemIds.join() ? -1 : 1))
}
