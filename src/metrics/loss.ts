/** The worst of what is open at each moment: overlapping records never add up. */
import { hasLength, type Interval } from '../domain/interval.ts'

/** `loss`: share of the service lost, 0 to 1; or, for people, how many are without it. */
export interface LossSpan extends Interval {
  readonly loss: number
}

/** Sorted and disjoint spans of loss above 0, each the largest loss of the given spans then. Equal neighbours are one. */
export function worstLoss(spans: readonly LossSpan[]): LossSpan[] {
  const sorted = spans.filter((span) => span.loss > 0 && hasLength(span)).sort((a, b) => a.start - b.start)
  const result: { start: number; end: number; loss: number }[] = []
  const open = worstFirst()
  let next = 0
  let at = Number.NEGATIVE_INFINITY
  for (;;) {
    let worst = open.peek()
    while (worst && worst.end <= at) {
      open.pop()
      worst = open.peek()
    }
    const upcoming = sorted[next]
    if (!worst) {
      if (!upcoming) return result
      at = upcoming.start
    } else {
      const end = upcoming && upcoming.start < worst.end ? upcoming.start : worst.end
      append(result, at, end, worst.loss)
      at = end
    }
    for (let span = sorted[next]; span && span.start <= at; span = sorted[next]) {
      open.push(span)
      next += 1
    }
  }
}

function append(result: { start: number; end: number; loss: number }[], start: number, end: number, loss: number) {
  if (start >= end) return
  const last = result.at(-1)
  if (last && last.end === start && last.loss === loss) last.end = end
  else result.push({ start, end, loss })
}

/** A binary heap with the largest loss on top. */
function worstFirst() {
  const heap: LossSpan[] = []
  const lossAt = (index: number) => heap[index]?.loss ?? Number.NEGATIVE_INFINITY

  function swap(a: number, b: number) {
    const held = heap[a] as LossSpan
    heap[a] = heap[b] as LossSpan
    heap[b] = held
  }

  function push(span: LossSpan) {
    heap.push(span)
    for (let child = heap.length - 1; child > 0; ) {
      const parent = (child - 1) >> 1
      if (lossAt(parent) >= lossAt(child)) return
      swap(parent, child)
      child = parent
    }
  }

  function pop() {
    const last = heap.pop()
    if (!last || heap.length === 0) return
    heap[0] = last
    for (let parent = 0; ; ) {
      const left = 2 * parent + 1
      const child = lossAt(left + 1) > lossAt(left) ? left + 1 : left
      if (lossAt(child) <= lossAt(parent)) return
      swap(parent, child)
      parent = child
    }
  }

  return { push, pop, peek: () => heap[0] }
}
