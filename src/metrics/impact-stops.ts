/**
 * What stops a division's work: for each system and moment the one outage that stops most of it. Shares of the work are
 * whole numbers of parts, so that nothing is rounded on the way and equal losses are equal.
 */
import { largest, type Ratio, ratio } from '../domain/exact.ts'
import { hasLength, type Interval } from '../domain/interval.ts'
import type { Instant } from '../domain/time.ts'
import type { LossSpan } from './loss.ts'

/** One outage on one system, as one division felt it; what it needs is already worked in. */
export interface OutageEffect {
  readonly outageId: string
  /** Start of the outage itself, which may be earlier than its effect here. */
  readonly startAt: Instant
  readonly systemId: string
  readonly spans: readonly EffectSpan[]
  /** From that instant on so much of the loss is avoided, 0 to 1. */
  readonly workaround?: { readonly from: Instant; readonly avoids: number } | undefined
}

export interface EffectSpan extends LossSpan {
  /** People of the division who are hit, at most its head count; null: everyone. */
  readonly people: number | null
}

/** A stretch of time in which an outage of a system stops `parts` of the division's work. */
export interface Stop extends Interval {
  readonly systemId: string
  readonly outageId: string
  readonly startAt: Instant
  readonly parts: bigint
}

export interface Stops {
  /** So many parts are all of the work; above 0. */
  readonly whole: bigint
  /** By system; they may overlap, and stop nothing where a workaround avoids everything. */
  readonly bySystem: ReadonlyMap<string, readonly Stop[]>
}

export interface StopsInput {
  /** Above 0. */
  readonly users: number
  /** System to the share of the division's work that needs it, 0 to 1; none for a system that is not named. */
  readonly depends: ReadonlyMap<string, number>
  readonly effects: readonly OutageEffect[]
  readonly recovery?: { readonly factor: number } | undefined
}

/** Stretches that hit nobody or take nothing are left out; those that a workaround spares stay, with no parts. */
export function stopsOf({ users, depends, effects, recovery }: StopsInput): Stops {
  const startOf = earliestStarts(effects)
  const shares = shareBook(users)
  // Spans are many: copied by name, which is several times faster than spreading.
  const found: { stop: Omit<Stop, 'parts'>; share: Ratio }[] = []
  for (const { outageId, startAt: given, systemId, spans, workaround } of effects) {
    const dependency = depends.get(systemId) ?? 0
    const startAt = startOf.get(outageId) ?? given
    for (const span of dependency === 0 ? [] : spans) {
      const people = Math.min(span.people ?? users, users)
      if (people === 0 || span.loss === 0) continue
      for (const { start, end, avoids } of cutAt(span, workaround)) {
        const share = shares.share(people, span.loss, dependency, avoids)
        found.push({ stop: { systemId, outageId, startAt, start, end }, share })
      }
    }
  }
  const { whole, partsOf } = shares.overOne(recovery?.factor ?? 1)
  const bySystem = new Map<string, Stop[]>()
  for (const { stop, share } of found) {
    const { systemId, outageId, startAt, start, end } = stop
    const counted = { systemId, outageId, startAt, start, end, parts: partsOf.get(share) ?? 0n }
    const known = bySystem.get(systemId)
    if (known) known.push(counted)
    else bySystem.set(systemId, [counted])
  }
  return { whole, bySystem }
}

/**
 * p = people / users x loss x depends x (1 - avoids), each different one worked out once; and then all of them over one
 * denominator, which leaves room for the recovery's factor.
 */
function shareBook(users: number) {
  const all = ratio([users])
  const known = new Map<string, Ratio>()

  function share(people: number, loss: number, dependency: number, avoids: number): Ratio {
    const key = `${people} ${loss} ${dependency} ${avoids}`
    const found = known.get(key)
    if (found) return found
    const stopped = ratio([people, loss, dependency])
    const avoided = ratio([avoids])
    const top = stopped.top * (avoided.over - avoided.top) * all.over
    const made = { top, over: stopped.over * avoided.over }
    known.set(key, made)
    return made
  }

  function overOne(factor: number) {
    const shares = [...known.values()]
    // Powers of ten: the largest is a multiple of each.
    const scale = largest([1n, ...shares.map(({ over }) => over)]) * ratio([factor]).over
    return {
      whole: all.top * scale,
      partsOf: new Map(shares.map((one) => [one, one.top * (scale / one.over)])),
    }
  }

  return { share, overOne }
}

/** An outage that comes in several parts began with the first. */
function earliestStarts(effects: readonly OutageEffect[]): ReadonlyMap<string, Instant> {
  const starts = new Map<string, Instant>()
  for (const { outageId, startAt } of effects) starts.set(outageId, Math.min(startAt, starts.get(outageId) ?? startAt))
  return starts
}

function cutAt({ start, end }: Interval, workaround: OutageEffect['workaround']) {
  if (!workaround || workaround.from >= end) return end > start ? [{ start, end, avoids: 0 }] : []
  const { from, avoids } = workaround
  const pieces = [
    { start, end: from, avoids: 0 },
    { start: Math.max(start, from), end, avoids },
  ]
  return pieces.filter(hasLength)
}

/** One system: sorted and disjoint, at each moment the stop of most parts, of equal ones that of the earlier outage, then of the lower id. */
export function strongest(stops: readonly Stop[]): Stop[] {
  const sorted = stops.filter(({ parts }) => parts > 0n).sort((a, b) => a.start - b.start)
  const bounds = [...new Set(sorted.flatMap(({ start, end }) => [start, end]))].sort((a, b) => a - b)
  const track: Stop[] = []
  let open: Stop[] = []
  let next = 0
  for (const [i, start] of bounds.entries()) {
    open = open.filter((stop) => stop.end > start)
    for (let stop = sorted[next]; stop?.start === start; stop = sorted[next]) {
      open.push(stop)
      next += 1
    }
    const end = bounds[i + 1]
    if (end === undefined || open.length === 0) continue
    const winner = open.reduce((best, stop) => (isStronger(stop, best) ? stop : best))
    append(track, cutTo(winner, start, end))
  }
  return track
}

function isStronger(a: Stop, b: Stop): boolean {
  if (a.parts !== b.parts) return a.parts > b.parts
  return a.startAt < b.startAt || (a.startAt === b.startAt && a.outageId < b.outageId)
}

function cutTo(stop: Stop, start: Instant, end: Instant): Stop {
  if (stop.start === start && stop.end === end) return stop
  const { systemId, outageId, startAt, parts } = stop
  return { systemId, outageId, startAt, start, end, parts }
}

/** Records that touch are one stretch, so that splitting one changes nothing. */
function append(track: Stop[], stop: Stop): void {
  const last = track.at(-1)
  if (last && last.end === stop.start && last.parts === stop.parts && last.outageId === stop.outageId)
    track[track.length - 1] = cutTo(last, last.start, stop.end)
  else track.push(stop)
}
