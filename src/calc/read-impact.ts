/** Divisions and outages as impact and legal_model take them, and what a division lost. */
import { MINUTE_MS } from '../domain/duration.ts'
import type { Instant } from '../domain/time.ts'
import type { WorkLost } from '../metrics/impact.ts'
import { workLost } from '../metrics/impact.ts'
import type { PricedWork } from '../metrics/impact-cost.ts'
import type { OutageEffect } from '../metrics/impact-stops.ts'
import { at, Fault } from './fault.ts'
import { object, optional, required, requiredOrNull, withDefault } from './fields.ts'
import { list, map, number, words } from './read.ts'
import { money } from './read-money.ts'
import { calendar, instant, notTooLong } from './read-time.ts'
import { weights } from './read-weights.ts'

export const share = number({ min: 0, max: 1 })
const people = number({ min: 0 })

export const division = object({
  id: required(words),
  users: required(people),
  hourly_cost: required(money({ min: 0 })),
  depends: required(map(share)),
  calendar: required(calendar),
  present: withDefault(share, 1),
  caught_up_later: withDefault(share, 0),
  councils: optional(weights),
})
type Division = ReturnType<typeof division>

const outage = object({
  system: required(words),
  start: required(instant),
  end: requiredOrNull(instant),
  loss: withDefault(share, 1),
  affected: withDefault(map(people), new Map()),
  workaround: withDefault(map(object({ from: required(instant), avoids: required(share) })), new Map()),
})

export const outages = list(outage)

export const recovery = object({ max_min: required(number({ min: 0 })), factor: required(share) })

interface Happened {
  readonly outages: ReturnType<typeof outages>
  readonly recovery: ReturnType<typeof recovery> | undefined
  readonly now: Instant | undefined
}

export function checkDivisionNames(divisions: readonly { readonly id: string }[]): void {
  const ids = new Set<string>()
  for (const [index, { id }] of divisions.entries()) {
    if (ids.has(id)) throw new Fault('conflict', `/input/divisions/${index}/id`, 'Two divisions have this id.')
    ids.add(id)
  }
}

/** `now` is asked for when an outage is open; no outage may last longer than calc looks at. */
export function checkOutages({ outages: given, now }: Happened): void {
  for (const [index, { start, end }] of given.entries()) {
    const until = end ?? now
    if (until === undefined) throw new Fault('missing_field', '/input/now', 'An outage is still open: say when it is.')
    notTooLong({ start, end: until }, end === null ? '/input/now' : at(at('/input/outages', index), 'end'))
  }
}

export function pricedWork(given: Division, happened: Happened): PricedWork {
  return {
    lost: lostBy(given, happened),
    pencePerHour: given.hourly_cost,
    caughtUpLater: given.caught_up_later,
  }
}

function lostBy({ id, users, present, depends, calendar: hours }: Division, happened: Happened): WorkLost {
  const { now, recovery: slow } = happened
  const effects = happened.outages.map((one, index): OutageEffect => {
    const hit = one.affected.size === 0 ? null : (one.affected.get(id) ?? 0)
    return {
      outageId: String(index),
      startAt: one.start,
      systemId: one.system,
      spans: [{ start: one.start, end: one.end ?? now ?? one.start, loss: one.loss, people: hit }],
      workaround: one.workaround.get(id),
    }
  })
  return workLost({
    calendar: hours,
    period: { start: Number.NEGATIVE_INFINITY, end: now ?? Number.POSITIVE_INFINITY },
    users,
    present,
    depends,
    effects,
    recovery: slow && { maxMs: slow.max_min * MINUTE_MS, factor: slow.factor },
  })
}
