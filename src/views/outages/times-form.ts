// Start and end of an outage as typed: reading them, what looks wrong with them, and mending it. What looks wrong is
// warned about and never stops anyone.
import type { Accessor } from 'solid-js'
import { createSignal } from 'solid-js'
import type { FormError } from '../parts/form/error-summary.tsx'
import type { TypedMoment, TypedPart } from '../parts/form/typed-date.ts'
import type { ReadMoment } from './moment.ts'
import { readMoment, typedMomentOf } from './moment.ts'

export interface TypedTimes {
  readonly start: TypedMoment
  readonly end: TypedMoment
}

export interface ReadTimes {
  readonly startAt: number
  /** null: it has no end yet. */
  readonly endAt: number | null
}

type Side = keyof TypedTimes

export interface TimesForm {
  readonly typed: Accessor<TypedTimes>
  readonly setStart: (moment: TypedMoment) => void
  readonly setEnd: (moment: TypedMoment) => void
  /** What can be read now, without complaint; undefined while it cannot. */
  readonly current: () => ReadTimes | undefined
  /** The instants; undefined, with `errors` set, when one is no moment. */
  readonly read: () => ReadTimes | undefined
  readonly errors: Accessor<readonly FormError[]>
  /** The props of a side's field that name its error. */
  readonly field: (side: Side) => { id: string; error: string | undefined; errorPart: TypedPart | undefined }
}

const names: Readonly<Record<Side, string>> = { start: 'The start', end: 'The end' }

/** `hasEnd` false: the end is left out, for an outage that is still open. */
export function createTimesForm(
  initial: { readonly startAt: number; readonly endAt: number },
  hasEnd: () => boolean = () => true,
): TimesForm {
  const first: TypedTimes = { start: typedMomentOf(initial.startAt), end: typedMomentOf(initial.endAt) }
  const [typed, setTyped] = createSignal(first)
  const [problems, setProblems] = createSignal<readonly { side: Side; problem: string; part: TypedPart }[]>([])
  const sides = (): readonly Side[] => (hasEnd() ? ['start', 'end'] : ['start'])
  // What was not touched keeps its seconds, which are not typed.
  const readSide = (side: Side): ReadMoment =>
    isSame(typed()[side], first[side])
      ? { at: side === 'start' ? initial.startAt : initial.endAt }
      : readMoment(typed()[side], names[side])
  const readAll = () => sides().map((side) => ({ side, result: readSide(side) }))
  const current = (): ReadTimes | undefined => {
    const [start, end] = readAll().map(({ result }) => ('at' in result ? result.at : undefined))
    if (start === undefined || (hasEnd() && end === undefined)) return undefined
    return { startAt: start, endAt: end ?? null }
  }
  return {
    typed,
    setStart: (start) => setTyped((times) => ({ ...times, start })),
    setEnd: (end) => setTyped((times) => ({ ...times, end })),
    current,
    read: () => {
      setProblems(readAll().flatMap(({ side, result }) => ('at' in result ? [] : [{ side, ...result }])))
      return current()
    },
    errors: () => problems().map(({ side, problem, part }) => ({ fieldId: `times-${side}-${part}`, message: problem })),
    field: (side) => {
      const found = problems().find((problem) => problem.side === side)
      return { id: `times-${side}`, error: found?.problem, errorPart: found?.part }
    },
  }
}

const isSame = (a: TypedMoment, b: TypedMoment): boolean =>
  a.day === b.day && a.month === b.month && a.year === b.year && a.time === b.time
