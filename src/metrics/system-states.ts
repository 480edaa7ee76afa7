// How each system is at this moment, by itself and through what it needs.
import type { Level } from '../domain/level.ts'
import { outageSpans } from '../domain/outage-spans.ts'
import type { Instant } from '../domain/time.ts'
import type { AvailabilityRecords } from './availability-records.ts'
import { dependencyGraph, effectiveLoss } from './effective-loss.ts'
import { grouped } from './grouped.ts'
import { neededBy } from './outage-effect.ts'
import type { OutageLosses } from './outage-losses.ts'

export interface SystemState {
  readonly systemId: string
  /** null: nothing is known to be wrong. */
  readonly level: Level | null
  /** Only something that it needs is hit. */
  readonly isInherited: boolean
  /** What is open and bears on it. */
  readonly outageIds: readonly string[]
}

interface OpenOutage extends OutageLosses {
  readonly level: Level
}

const severity: Readonly<Record<Level, number>> = { down: 3, partial: 2, degraded: 1, at_risk: 0 }

export function systemStates(
  records: Pick<AvailabilityRecords, 'systems' | 'dependencies' | 'outages' | 'segments' | 'affected'>,
  now: Instant,
): SystemState[] {
  const graph = dependencyGraph(records.dependencies)
  const open = openOutages(records, now)
  const systemIds = records.systems.map((system) => system.id)
  const effective = effectiveLoss(systemIds, graph, open)
  return systemIds.map((systemId) => {
    const own = open.filter((outage) => outage.systemIds.has(systemId))
    const worst = [...own].sort((a, b) => severity[b.level] - severity[a.level])[0]
    const ownLoss = Math.max(0, ...own.flatMap(({ spans }) => spans.map(({ loss }) => loss)))
    const loss = effective.get(systemId)?.[0]?.loss ?? 0
    if (loss <= ownLoss) return { systemId, level: worst?.level ?? null, isInherited: false, outageIds: idsOf(own) }
    const needed = neededBy(systemId, graph)
    const roots = open.filter(
      (outage) => !outage.sparedIds.has(systemId) && [...outage.systemIds].some((id) => needed.has(id)),
    )
    return { systemId, level: levelOfLoss(loss), isInherited: own.length === 0, outageIds: idsOf(roots) }
  })
}

const idsOf = (outages: readonly OpenOutage[]): string[] => outages.map((outage) => outage.outageId)

/** The level whose usual loss this is at least. */
function levelOfLoss(loss: number): Level {
  if (loss >= 1) return 'down'
  return loss >= 0.3 ? 'partial' : 'degraded'
}

/** What is open now, for any council, each as one moment of loss. */
function openOutages(
  { outages, segments, affected }: Pick<AvailabilityRecords, 'outages' | 'segments' | 'affected'>,
  now: Instant,
): OpenOutage[] {
  const segmentsOf = grouped(segments, (segment) => segment.outageId)
  return outages.flatMap((outage) => {
    const span = outageSpans(outage, segmentsOf.get(outage.id) ?? []).find(
      ({ startAt, endAt }) => startAt <= now && (endAt === null || endAt > now),
    )
    if (!span) return []
    const edges = affected.filter((edge) => edge.outageId === outage.id)
    const marked = (mark: string) => new Set(edges.filter((edge) => edge.mark === mark).map((edge) => edge.systemId))
    return [
      {
        outageId: outage.id,
        isOpen: outage.endAt === null,
        isForOthers: false,
        level: span.level,
        systemIds: marked('affected'),
        sparedIds: marked('not_affected'),
        spans: span.loss > 0 ? [{ start: now, end: now + 1, loss: span.loss }] : [],
      },
    ]
  })
}
