/** Loss passed on through dependencies: what each system loses by itself and through what it needs. */
import type { Dependencies, Dependency } from '../domain/dependency.ts'
import { type LossSpan, worstLoss } from './loss.ts'

/**
 * The effective loss of every node, moment by moment: the largest of its own and what its dependencies pass on. It is
 * the least solution, reached from below, so a cycle with nothing broken stays up and two paths to one root count once.
 */
export function dependencyLoss(
  nodes: readonly string[],
  dependencies: Dependencies,
  own: ReadonlyMap<string, readonly LossSpan[]>,
): Map<string, LossSpan[]> {
  const tracks = nodes.map((node) => ({ node, spans: worstLoss(own.get(node) ?? []) }))
  const lossy = tracks.filter(({ spans }) => spans.length > 0)
  const bounds = [...new Set(lossy.flatMap(({ spans }) => spans.flatMap(({ start, end }) => [start, end])))]
  bounds.sort((a, b) => a - b)
  const next = lossy.map(() => 0)
  const effective = new Map<string, LossSpan[]>(nodes.map((node) => [node, []]))
  for (let i = 0; i + 1 < bounds.length; i += 1) {
    const start = bounds[i] as number
    const end = bounds[i + 1] as number
    const losses = new Map<string, number>()
    for (const [index, { node, spans }] of lossy.entries()) {
      const loss = lossAt(spans, next, index, start)
      if (loss > 0) losses.set(node, loss)
    }
    for (const [node, loss] of spreadLoss(losses, dependencies))
      if (loss > 0) effective.get(node)?.push({ start, end, loss })
  }
  for (const [node, spans] of effective) effective.set(node, worstLoss(spans))
  return effective
}

/** `next` remembers, for each track, how far it has been read: moments are asked for in order. */
function lossAt(track: readonly LossSpan[], next: number[], index: number, at: number): number {
  let position = next[index] ?? 0
  while (position < track.length && (track[position] as LossSpan).end <= at) position += 1
  next[index] = position
  const span = track[position]
  return span && span.start <= at ? span.loss : 0
}

/** One moment: raises losses until nothing changes. Weights are at most 1, so it ends. */
function spreadLoss(own: Map<string, number>, dependencies: Dependencies): Map<string, number> {
  if (own.size === 0) return own
  for (let hasChanged = true; hasChanged; ) {
    hasChanged = false
    for (const [node, needs] of dependencies) {
      const before = own.get(node) ?? 0
      const after = needs.reduce((worst, need) => Math.max(worst, passedOn(need, own)), before)
      if (after > before) {
        own.set(node, after)
        hasChanged = true
      }
    }
  }
  return own
}

function passedOn(need: Dependency, losses: ReadonlyMap<string, number>): number {
  if (need.kind === 'hard') return losses.get(need.on) ?? 0
  if (need.kind === 'soft') return need.weight * (losses.get(need.on) ?? 0)
  const members = need.of.map((member) => losses.get(member) ?? 0).sort((a, b) => a - b)
  return members[need.need - 1] ?? 0
}
