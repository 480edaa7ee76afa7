// What each system loses by itself and through what it needs, with systems that were marked by hand as not affected.
import type { Dependencies, Dependency } from '../domain/dependency.ts'
import { type Interval, overlap, subtract, union } from '../domain/interval.ts'
import type { Dependency as DependencyRecord } from '../domain/system.ts'
import { dependencyLoss } from './dependency-loss.ts'
import { type LossSpan, worstLoss } from './loss.ts'
import type { OutageLosses } from './outage-losses.ts'

export function dependencyGraph(records: readonly DependencyRecord[]): Dependencies {
  const graph = new Map<string, Dependency[]>()
  for (const record of records) graph.set(record.systemId, [...(graph.get(record.systemId) ?? []), needOf(record)])
  return graph
}

function needOf({ type, needs, weight, need }: DependencyRecord): Dependency {
  const [on = ''] = needs
  if (type === 'hard') return { kind: 'hard', on }
  return type === 'soft' ? { kind: 'soft', on, weight } : { kind: 'any', of: needs, need }
}

/**
 * By system, sorted and disjoint. A system spared by an outage has the loss that it would have had without that outage,
 * and passes on no more than that.
 */
export function effectiveLoss(
  systemIds: readonly string[],
  graph: Dependencies,
  outages: readonly OutageLosses[],
): Map<string, readonly LossSpan[]> {
  const sparing = outages.filter((outage) => outage.sparedIds.size > 0 && outage.spans.length > 0)
  const all = dependencyLoss(systemIds, graph, ownLoss(outages))
  if (sparing.length === 0) return all
  const result = new Map<string, readonly LossSpan[]>()
  const within = new Map<string, LossSpan[]>(systemIds.map((id) => [id, []]))
  const stretches = stretchesOf(sparing)
  for (const stretch of stretches)
    for (const [id, spans] of sparedLoss(systemIds, graph, clipped(outages, stretch))) within.get(id)?.push(...spans)
  const covered = union(stretches)
  for (const id of systemIds)
    result.set(id, worstLoss([...subtract(all.get(id) ?? [], covered), ...(within.get(id) ?? [])]))
  return result
}

/** Own losses by system. */
export function ownLoss(outages: readonly OutageLosses[]): Map<string, LossSpan[]> {
  const own = new Map<string, LossSpan[]>()
  for (const { systemIds, spans } of outages)
    for (const id of systemIds) {
      const known = own.get(id)
      if (known) known.push(...spans)
      else own.set(id, [...spans])
    }
  return own
}

/** Stretches of time with one set of sparing outages open. */
function stretchesOf(sparing: readonly OutageLosses[]): Interval[] {
  const bounds = [...new Set(sparing.flatMap(({ spans }) => spans.flatMap(({ start, end }) => [start, end])))]
  bounds.sort((a, b) => a - b)
  const open = union(sparing.flatMap(({ spans }) => spans))
  return bounds.slice(1).flatMap((end, i) => overlap([{ start: bounds[i] as number, end }], open))
}

function clipped(outages: readonly OutageLosses[], stretch: Interval): OutageLosses[] {
  return outages.flatMap((outage) => {
    const spans = overlap(outage.spans, [stretch])
    return spans.length > 0 ? [{ ...outage, spans }] : []
  })
}

/** One stretch: spared systems are worked out in the world without their outages, and then held at that. */
function sparedLoss(
  systemIds: readonly string[],
  graph: Dependencies,
  outages: readonly OutageLosses[],
): Map<string, LossSpan[]> {
  const spared = new Set(outages.flatMap((outage) => [...outage.sparedIds]))
  if (spared.size === 0) return dependencyLoss(systemIds, graph, ownLoss(outages))
  const own = ownLoss(outages)
  const rest = new Map(graph)
  for (const id of spared) {
    const others = outages.filter((outage) => !outage.sparedIds.has(id))
    own.set(id, sparedLoss(systemIds, graph, others).get(id) ?? [])
    rest.delete(id)
  }
  return dependencyLoss(systemIds, rest, own)
}
