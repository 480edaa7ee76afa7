// Where one outage was felt: itself, and through what needs the systems that it hit.
import type { Dependencies, Dependency } from '../domain/dependency.ts'
import { firstEndingAfter, type Interval, overlap } from '../domain/interval.ts'
import { type LossSpan, worstLoss } from './loss.ts'
import type { OutageLosses } from './outage-losses.ts'

/** All systems that `systemId` needs, near or far, and itself. */
export function neededBy(systemId: string, graph: Dependencies): Set<string> {
  const found = new Set([systemId])
  for (const id of found)
    for (const need of graph.get(id) ?? []) for (const on of need.kind === 'any' ? need.of : [need.on]) found.add(on)
  return found
}

/**
 * The loss that one outage brought to a system. A group of which enough still worked let nothing through; what stopped
 * it may have been this outage together with others, so `effective` is what each system lost in all.
 */
export function outageEffect(
  outage: OutageLosses,
  systemId: string,
  graph: Dependencies,
  effective: Effective,
): LossSpan[] {
  const felt = feltOn(neededBy(systemId, graph), outage, graph, effective)
  return atMost(felt.get(systemId) ?? [], effective.get(systemId) ?? [])
}

/** The same for every system at once; those that felt nothing are left out. */
export function outageEffects(
  outage: OutageLosses,
  graph: Dependencies,
  effective: Effective,
): Map<string, readonly LossSpan[]> {
  const felt = feltOn(new Set(graph.keys()), outage, graph, effective)
  const limited = [...felt].map(([id, spans]) => [id, atMost(spans, effective.get(id) ?? [])] as const)
  return new Map(limited.filter(([, spans]) => spans.length > 0))
}

type Effective = ReadonlyMap<string, readonly LossSpan[]>

/** On the systems that the outage hit itself and, of `ids`, those that it reached. */
function feltOn(ids: ReadonlySet<string>, outage: OutageLosses, graph: Dependencies, effective: Effective) {
  const own = worstLoss(outage.spans)
  const felt = new Map<string, readonly LossSpan[]>([...outage.systemIds].map((id) => [id, own]))
  // Each round carries losses one step further; a round that changes nothing is the last.
  for (let changed = new Set(felt.keys()); changed.size > 0; ) {
    const before = changed
    changed = new Set()
    for (const [id, needs] of graph) {
      if (!ids.has(id) || outage.sparedIds.has(id) || !needs.some((need) => isAmong(need, before))) continue
      const known = felt.get(id) ?? []
      const after = worstLoss([...known, ...needs.flatMap((need) => passedOn(need, felt, effective))])
      if (sameSpans(known, after)) continue
      felt.set(id, after)
      changed.add(id)
    }
  }
  return felt
}

const isAmong = (need: Dependency, ids: ReadonlySet<string>): boolean =>
  need.kind === 'any' ? need.of.some((id) => ids.has(id)) : ids.has(need.on)

/** A member of a group may have lost more than the group let through. */
function atMost(spans: readonly LossSpan[], limits: readonly LossSpan[]): LossSpan[] {
  const parts: LossSpan[] = []
  for (const span of spans)
    for (let i = firstEndingAfter(limits, span.start); i < limits.length; i += 1) {
      const limit = limits[i] as LossSpan
      if (limit.start >= span.end) break
      const [start, end] = [Math.max(span.start, limit.start), Math.min(span.end, limit.end)]
      parts.push({ start, end, loss: Math.min(span.loss, limit.loss) })
    }
  return parts
}

function passedOn(
  need: Dependency,
  felt: ReadonlyMap<string, readonly LossSpan[]>,
  effective: Effective,
): readonly LossSpan[] {
  if (need.kind === 'hard') return felt.get(need.on) ?? []
  if (need.kind === 'soft') return (felt.get(need.on) ?? []).map((span) => ({ ...span, loss: span.loss * need.weight }))
  const broken = brokenTimes(need, effective)
  return need.of.flatMap((member) => overlap(felt.get(member) ?? [], broken))
}

/** When fewer members than needed were without loss. */
function brokenTimes(need: Extract<Dependency, { kind: 'any' }>, effective: Effective): Interval[] {
  const steps = need.of
    .flatMap((member) =>
      (effective.get(member) ?? []).flatMap(({ start, end }) => [[start, 1] as const, [end, -1] as const]),
    )
    .sort((a, b) => a[0] - b[0] || a[1] - b[1])
  const mostDown = need.of.length - need.need
  const broken: Interval[] = []
  let down = 0
  for (const [i, [at, step]] of steps.entries()) {
    down += step
    const end = steps[i + 1]?.[0] ?? at
    if (down > mostDown && end > at) broken.push({ start: at, end })
  }
  return broken
}

const sameSpans = (a: readonly LossSpan[], b: readonly LossSpan[]): boolean =>
  a.length === b.length &&
  a.every((span, i) => span.start === b[i]?.start && span.end === b[i]?.end && span.loss === b[i]?.loss)
