// Which rows of a long list are near what is seen. Pure.

export interface Seen {
  /** The first row to show and the one after the last. */
  readonly first: number
  readonly end: number
}

export interface Sizes {
  /** How far the list's top lies above the top of what is seen, in px; negative while it lies below. */
  readonly above: number
  readonly height: number
  readonly rowHeight: number
  readonly total: number
}

/** Rows kept ready above and below. */
const spare = 4

export function seenRows({ above, height, rowHeight, total }: Sizes): Seen {
  const top = Math.max(0, Math.floor(above / rowHeight) - spare)
  const end = Math.ceil((above + height) / rowHeight) + spare
  const first = Math.max(0, Math.min(top, total - spare))
  return { first, end: Math.max(first, Math.min(total, end)) }
}

/** Rows come in pages of `step`, three at a time, so that a line more does not ask anew. */
const step = 40

/** Where to read from, and how many, to have every seen row and some more on both sides. */
export function pageFor({ first, end }: Seen): { readonly offset: number; readonly limit: number } {
  const offset = Math.max(0, Math.floor(first / step) - 1) * step
  const limit = (Math.ceil(end / step) + 1) * step - offset
  return { offset, limit }
}

/** The rows to show: those seen, and the one that holds the focus wherever it lies. */
export function shownIndexes({ first, end }: Seen, held: number, total: number): number[] {
  const indexes = Array.from({ length: end - first }, (_, i) => first + i)
  if (held < 0 || held >= total || (held >= first && held < end)) return indexes
  return held < first ? [held, ...indexes] : [...indexes, held]
}
