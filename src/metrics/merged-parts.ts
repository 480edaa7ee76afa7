/** One total from parts of time recorded on several devices: parts add up, in any order, and the last writer never wins. */

export interface TimePart {
  readonly id: string
  readonly seconds: number
}

/** `index` is that of the later of two parts with one id and different seconds. The total may be below 0. */
export type MergedParts =
  | { readonly kind: 'total'; readonly seconds: number; readonly appliedCount: number; readonly duplicateCount: number }
  | { readonly kind: 'conflict'; readonly index: number }

export function mergedParts(parts: readonly TimePart[], baseSeconds = 0): MergedParts {
  const byId = new Map<string, number>()
  let seconds = baseSeconds
  for (const [index, part] of parts.entries()) {
    const known = byId.get(part.id)
    if (known === undefined) {
      byId.set(part.id, part.seconds)
      seconds += part.seconds
    } else if (known !== part.seconds) return { kind: 'conflict', index }
  }
  return { kind: 'total', seconds, appliedCount: byId.size, duplicateCount: parts.length - byId.size }
}
