/** Which things are affected, yes or no, with marks set by hand. */
import type { Dependencies, Dependency } from '../domain/dependency.ts'

export const IMPACT_MARKS = ['manual', 'computed', 'not_impacted', 'do_not_notify'] as const
export type ImpactMark = (typeof IMPACT_MARKS)[number]

/**
 * Starts from the nodes marked `manual` and spreads to what needs them; earlier `computed` marks are thrown away and
 * hand marks are never overwritten. `not_impacted` stops the spread, `do_not_notify` does not. The least solution: a
 * cycle with nothing down stays up.
 */
export function impactPropagation(
  dependencies: Dependencies,
  marked: ReadonlyMap<string, ImpactMark>,
  isSoftIncluded = false,
): Map<string, ImpactMark> {
  const result = new Map([...marked].filter(([, mark]) => mark !== 'computed'))
  const affected = new Set([...result].filter(([, mark]) => mark === 'manual').map(([node]) => node))
  for (let hasChanged = true; hasChanged; ) {
    hasChanged = false
    for (const [node, needs] of dependencies) {
      if (affected.has(node) || result.get(node) === 'not_impacted') continue
      if (!needs.some((need) => isBroken(need, affected, isSoftIncluded))) continue
      affected.add(node)
      if (!result.has(node)) result.set(node, 'computed')
      hasChanged = true
    }
  }
  return result
}

function isBroken(need: Dependency, affected: ReadonlySet<string>, isSoftIncluded: boolean): boolean {
  if (need.kind === 'hard') return affected.has(need.on)
  if (need.kind === 'soft') return isSoftIncluded && affected.has(need.on)
  return need.of.filter((member) => !affected.has(member)).length < need.need
}
