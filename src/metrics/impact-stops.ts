/**
 * What stops a division's work: for each system and moment the one outage that stops most of it. Shares of the work are
 * whole numbers of parts, so that nothing is rounded on the way and equal losses are equal.
 */
import { largest, ratio } from '../domain/exact.ts'
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

/**
 * p = people / users x loss x depends x (1 - avoids), over a denominator that all stops share and that leaves room for
 * the recovery's factor. Stretches that hit nobody or take nothing are left out.
 */
export function stopsOf({ users, depends, effects, recovery }: StopsInput): Stops {
  const startOf = new Map<string, Instant>()
  for (const { outageId, startAt } of effects)
    startOf.set(outageId, Math.min(startAt, startOf.get(outageId) ?? startAt))
  const people = ratio([users])
  const found = effects.flatMap((effect) => {
    const { outageId, startAt, systemId, workaround } = effect
    const dependency = depends.get(systemId) ?? 0
    if (dependency === 0) return []
    const root = { systemId, outageId, startAt: startOf.get(outageId) ?? startAt }
    return effect.spans.flatMap((span) => {
      if (span.loss === 0 || span.people === 0) return []
      const stopped = ratio([Math.min(span.people ?? users, users), span.loss, dependency])
      return cutAt(span, workaround).map(({ start, end, avoids }) => {
        const avoided = ratio([avoids])
        const top = stopped.top * (avoided.over - avoided.top) * people.over
        return { ...root, start, end, top, over: stopped.over * avoided.over }
      })
    })
  })
  // Powers of ten: the largest is a multiple of each.
  const most = largest([1n, ...found.map(({ over }) => over)])
  const scale = most * ratio([recovery?.factor ?? 1]).over
  const bySystem = new Map<string, Stop[]>()
  for (const { top, over, ...stop } of found) {
    const known = bySystem.get(stop.systemId)
    const counted = { ...stop, parts: top * (scale / over) }
    if (known) known.push(counted)
    else bySystem.set(stop.systemId, [counted])
  }
  return { whole: people.top * scale, bySystem }
}

function cutAt({ start, end }: Interval, workaround: OutageEffect['workaround']) {
  const from = workaround?.from ?? end
  const pieces = [
    { start, end: Math.min(end, from), avoids: 0 },
    { start: Math.max(start, from), end, avoids: workaround?.avoids ?? 0 },
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
    append(track, { ...winner, start, end })
  }
  return track
}

function isStronger(a: Stop, b: Stop): boolean {
  if (a.parts !== b.parts) return a.parts > b.parts
  return a.startAt < b.startAt || (a.startAt === b.startAt && a.outageId < b.outageId)
}

/** Records that touch are one stretch, so that splitting one changes nothing. */
function append(track: Stop[], stop: Stop): void {
  const last = track.at(-1)
  if (last && last.end === stop.start && last.parts === stop.parts && last.outageId === stop.outageId)
    track[track.length - 1] = { ...last, end: stop.end }
  else track.push(stop)
}
