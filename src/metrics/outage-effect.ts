// Where one outage was felt: itself, and through what needs the systems that it hit.
import type { Dependencies, Dependency } from '../domain/dependency.ts'
import { type Interval, overlap } from '../domain/interval.ts'
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
  effective: ReadonlyMap<string, readonly LossSpan[]>,
): LossSpan[] {
  const near = neededBy(systemId, graph)
  const felt = new Map<string, LossSpan[]>()
  for (const id of near) if (outage.systemIds.has(id)) felt.set(id, [...outage.spans])
  // Each round carries losses one step further; a round that changes nothing is the last.
  for (let hasChanged = felt.size > 0; hasChanged; ) {
    hasChanged = false
    for (const id of near) {
      if (outage.sparedIds.has(id)) continue
      const before = felt.get(id) ?? []
      const passed = (graph.get(id) ?? []).flatMap((need) => passedOn(need, felt, effective))
      const after = worstLoss([...before, ...passed])
      if (sameSpans(before, after)) continue
      felt.set(id, after)
      hasChanged = true
    }
  }
  return atMost(felt.get(systemId) ?? [], effective.get(systemId) ?? [])
}

/** A member of a group may have lost more than the group let through. */
const atMost = (spans: readonly LossSpan[], limits: readonly LossSpan[]): LossSpan[] =>
  limits.flatMap((limit) => overlap(spans, [limit]).map((span) => ({ ...span, loss: Math.min(span.loss, limit.loss) })))

function passedOn(
  need: Dependency,
  felt: ReadonlyMap<string, readonly LossSpan[]>,
  effective: ReadonlyMap<string, readonly LossSpan[]>,
): readonly LossSpan[] {
  if (need.kind === 'hard') return felt.get(need.on) ?? []
  if (need.kind === 'soft') return (felt.get(need.on) ?? []).map((span) => ({ ...span, loss: span.loss * need.weight }))
  const broken = brokenTimes(need, effective)
  return need.of.flatMap((member) => overlap(felt.get(member) ?? [], broken))
}

/** When fewer members than needed were without loss. */
function brokenTimes(
  need: Extract<Dependency, { kind: 'any' }>,
  effective: ReadonlyMap<string, readonly LossSpan[]>,
): Interval[] {
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
