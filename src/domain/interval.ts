/** Half-open intervals `[start, end)` in any one unit. One that ends at or before its start has no length and counts nothing. */

export interface Interval {
  readonly start: number
  readonly end: number
}

/** Sorted, disjoint and not touching; gaps of at most `joinGap` are bridged. */
export function union(intervals: readonly Interval[], joinGap = 0): Interval[] {
  const sorted = intervals.filter(hasLength).sort((a, b) => a.start - b.start)
  const result: { start: number; end: number }[] = []
  let last: { start: number; end: number } | undefined
  for (const { start, end } of sorted) {
    if (last && start - last.end <= joinGap) last.end = Math.max(last.end, end)
    else {
      last = { start, end }
      result.push(last)
    }
  }
  return result
}

/** What is left of `spans` outside `holes`; both in order and disjoint. What a span carries stays on each of its parts. */
export function subtract<T extends Interval>(spans: readonly T[], holes: readonly Interval[]): T[] {
  const result: T[] = []
  let first = 0
  for (const span of spans) {
    while (first < holes.length && (holes[first] as Interval).end <= span.start) first += 1
    let start = span.start
    for (let i = first; i < holes.length; i += 1) {
      const hole = holes[i] as Interval
      if (hole.start >= span.end) break
      if (hole.start > start) result.push({ ...span, start, end: hole.start })
      start = Math.max(start, hole.end)
    }
    if (start < span.end) result.push(start === span.start ? span : { ...span, start })
  }
  return result
}

/** The part of `spans` inside `others`; both in order and disjoint. What a span carries stays on each of its parts. */
export function overlap<T extends Interval>(spans: readonly T[], others: readonly Interval[]): T[] {
  const result: T[] = []
  let first = 0
  for (const span of spans) {
    while (first < others.length && (others[first] as Interval).end <= span.start) first += 1
    for (let i = first; i < others.length; i += 1) {
      const other = others[i] as Interval
      if (other.start >= span.end) break
      const start = Math.max(span.start, other.start)
      const end = Math.min(span.end, other.end)
      if (start < end) result.push(start === span.start && end === span.end ? span : { ...span, start, end })
    }
  }
  return result
}

/** Index of the first of `intervals`, in order and disjoint, that ends after `at`; their number when there is none. */
export function firstEndingAfter(intervals: readonly Interval[], at: number): number {
  let [low, high] = [0, intervals.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if ((intervals[middle] as Interval).end > at) high = middle
    else low = middle + 1
  }
  return low
}

/** Sum of the lengths: covered time when the intervals are disjoint. */
export function totalLength(intervals: readonly Interval[]): number {
  let total = 0
  for (const interval of intervals) if (hasLength(interval)) total += interval.end - interval.start
  return total
}

export function hasLength({ start, end }: Interval): boolean {
  return end > start
}
