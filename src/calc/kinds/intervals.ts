/** interval_subtract, interval_union, interval_overlap: on numbers of any unit or on instants. */
import { MINUTE_MS } from '../../domain/duration.ts'
import { type Interval, overlap, subtract, totalLength, union } from '../../domain/interval.ts'
import { at, Fault } from '../fault.ts'
import { required, withDefault } from '../fields.ts'
import { kind } from '../kind.ts'
import { list, number, pair, type Read } from '../read.ts'
import { instant } from '../read-time.ts'
import { instants, minutes, rounded } from '../write.ts'

interface Ends {
  readonly value: number
  readonly isInstant: boolean
}

const end: Read<Ends> = (value, path) =>
  typeof value === 'string'
    ? { value: instant(value, path), isInstant: true }
    : { value: number()(value, path), isInstant: false }

const ends = list(pair(end, end))
type GivenIntervals = ReturnType<typeof ends>

/** Whether the ends are instants; they must all be of one sort. */
function areInstants(lists: Readonly<Record<string, GivenIntervals>>): boolean {
  const first = Object.values(lists).flat()[0]?.[0].isInstant ?? false
  for (const [name, given] of Object.entries(lists))
    for (const [index, bounds] of given.entries())
      for (const [side, { isInstant }] of bounds.entries())
        if (isInstant !== first)
          throw new Fault('wrong_type', at(at(`/input/${name}`, index), side), 'Ends are all numbers or all instants.')
  return first
}

function intervalsOf(given: GivenIntervals): Interval[] {
  return given.map(([from, until]) => ({ start: from.value, end: until.value }))
}

function written(result: readonly Interval[], covered: readonly Interval[], isInstant: boolean) {
  const total = totalLength(covered)
  return {
    result: result.map((interval) => (isInstant ? instants(interval) : [interval.start, interval.end])),
    ...(isInstant ? { total_min: minutes(total) } : { total: rounded(total, 6) }),
  }
}

export const intervalSubtractKind = kind({ intervals: required(ends), holes: required(ends) }, (input) => {
  const isInstant = areInstants(input)
  const result = subtract(union(intervalsOf(input.intervals)), union(intervalsOf(input.holes)))
  return written(result, result, isInstant)
})

export const intervalUnionKind = kind(
  { intervals: required(ends), join_gap: withDefault(number({ min: 0 }), 0) },
  (input) => {
    const isInstant = areInstants({ intervals: input.intervals })
    const given = intervalsOf(input.intervals)
    const result = union(given, isInstant ? input.join_gap * MINUTE_MS : input.join_gap)
    return { ...written(result, union(given), isInstant), count: result.length }
  },
)

export const intervalOverlapKind = kind({ a: required(ends), b: required(ends) }, (input) => {
  const isInstant = areInstants(input)
  const result = overlap(union(intervalsOf(input.a)), union(intervalsOf(input.b)))
  return { ...written(result, result, isInstant), overlaps: result.length > 0 }
})
