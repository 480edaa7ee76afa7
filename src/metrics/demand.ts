// Demand on the desk: incidents raised in a period by what they were about and whom they came from, and how they fared.
import { periodInstants } from '../domain/period.ts'
import { DEFAULT_ZONE, zoneOf } from '../domain/zone.ts'
import { backlogByAge } from './demand-backlog.ts'
import type {
  DemandFigures,
  DemandIncident,
  DemandNames,
  DemandPart,
  DemandQuery,
  DemandReport,
} from './demand-figures.ts'
import { demandMonths } from './demand-months.ts'
import { partsBy } from './demand-parts.ts'

const zone = zoneOf(DEFAULT_ZONE)
const fewestForRate = 5

/** Of the councils asked about. The order of the incidents never matters. */
export function demandReport(
  incidents: readonly DemandIncident[],
  names: DemandNames,
  { period, councilIds, now }: DemandQuery,
): DemandReport {
  const asked = new Set(councilIds)
  const theirs = incidents.filter(({ councilId }) => asked.has(councilId))
  const { start, end } = periodInstants(period, zone)
  const raised = theirs.filter(({ raisedAt }) => raisedAt >= start && raisedAt < end)
  const parts = (...[field, known, nameOf]: PartArguments): DemandPart[] =>
    partsBy(raised, field, known, nameOf).map(({ id, name, members }) => ({ id, name, ...demandFigures(members) }))
  return {
    asAt: now,
    period,
    councilIds,
    lastRaisedAt: theirs.reduce<number | null>((last, { raisedAt }) => Math.max(last ?? raisedAt, raisedAt), null),
    total: demandFigures(raised),
    fewestForRate,
    bySystem: parts('systemId', names.systems, ({ systemName }) => systemName),
    byDivision: parts('divisionId', names.divisions),
    byCouncil: parts('councilId', names.councils),
    byCause: parts(undefined, new Map(), ({ category }) => category),
    backlog: backlogByAge(theirs, now, zone),
    waiting: theirs.filter(({ flags }) => flags.isOpen && !flags.countsAsBacklog).length,
    months: demandMonths(theirs, period, now, zone),
  }
}

type PartArguments = Parameters<typeof partsBy> extends [unknown, ...infer Rest] ? Rest : never

export function demandFigures(incidents: readonly DemandIncident[]): DemandFigures {
  let [resolved, open, cancelled, reopened, everResolved] = [0, 0, 0, 0, 0]
  const tookMs: number[] = []
  for (const { raisedAt, state, flags, resolvedAt, reopenCount } of incidents) {
    const isResolved = !flags.isOpen && state !== 'cancelled'
    if (flags.isOpen) open += 1
    else if (isResolved) resolved += 1
    else cancelled += 1
    if (reopenCount > 0) reopened += 1
    if (isResolved || reopenCount > 0) everResolved += 1
    if (isResolved && resolvedAt !== null && resolvedAt >= raisedAt) tookMs.push(resolvedAt - raisedAt)
  }
  return {
    raised: incidents.length,
    ...{ resolved, open, cancelled, reopened, everResolved },
    reopenedPercent: everResolved < fewestForRate ? null : (100 * reopened) / everResolved,
    timed: tookMs.length,
    medianResolveMs: tookMs.length < fewestForRate ? null : median(tookMs),
  }
}

/** The middle one, or half way between the two in the middle. */
function median(values: readonly number[]): number {
  const sorted = Float64Array.from(values).sort()
  const middle = sorted.length / 2
  const [low = Number.NaN, high = Number.NaN] = [sorted[Math.ceil(middle) - 1], sorted[Math.floor(middle)]]
  return (low + high) / 2
}
