// The course of an incident: moments -> lines of what changed, and what follows from them.
import type { HistoryLine } from '../domain/incident.ts'
import { type IncidentState, stateFlags } from '../domain/incident-words.ts'
import { localToUtc, type Zone } from '../domain/zone.ts'
import { cut } from './log-cells.ts'
import type { Moment } from './log-events.ts'

export interface Course {
  readonly lines: readonly HistoryLine[]
  /** Undefined where no moment says one. */
  readonly state: IncidentState | undefined
  /** When it came to be in its state. */
  readonly stateAt: number
  /** When it came to be done, if it is. */
  readonly doneAt: number | undefined
  /** How often it was open again after being done. */
  readonly reopens: number
  /** A moment is dated before the one that came before it: it stands at that one's time, and says so. */
  readonly isDisordered: boolean
  readonly hasOddState: boolean
}

/** The second of a time that the clock shows twice, where the first would come too early. */
export function notBefore(at: number, floor: number, zone: Zone): number {
  if (!(at < floor)) return at
  const { secondUtc } = localToUtc(zone, at + zone.offsetMs(at))
  return secondUtc !== null && secondUtc >= floor ? secondUtc : at
}

/** `moments` in their order. A state that is not known is that of its neighbours: the one before, at first the one after. */
export function courseOf(moments: readonly Moment[], raisedAt: number, zone: Zone): Course {
  const lines: HistoryLine[] = []
  let before: Moment | undefined
  let state = moments.find((moment) => moment.state !== undefined)?.state
  let stateAt = raisedAt
  let doneAt: number | undefined
  let reopens = 0
  let isDisordered = false
  for (const moment of moments) {
    const dated = notBefore(moment.at, before?.at ?? raisedAt, zone)
    const at = Math.max(dated, before?.at ?? raisedAt)
    isDisordered ||= dated < at
    const now: Moment = { ...moment, at, state: moment.state ?? state, priority: moment.priority ?? before?.priority }
    const line = lineOf(now, before, dated < at ? `Dated ${clockText(dated, zone)}.` : '')
    if (line) lines.push(line)
    if (now.state !== before?.state) {
      stateAt = at
      if (!isDone(now.state)) doneAt = undefined
      else doneAt ??= at
      if (isDone(before?.state) && !isDone(now.state)) reopens += 1
    }
    before = now
    state = now.state
  }
  const hasOddState = moments.some(({ oddState }) => oddState !== '')
  return { lines, state, stateAt, doneAt, reopens, isDisordered, hasOddState }
}

const isDone = (state: IncidentState | undefined) => state !== undefined && !stateFlags[state].isOpen

/** What changed; undefined when nothing did. */
function lineOf(now: Moment, before: Moment | undefined, remark: string): HistoryLine | undefined {
  const { at, by, state, priority, assignee, team, oddState } = now
  const text = [oddState !== '' && oddState !== before?.oddState ? `State "${oddState}".` : '', remark].join(' ').trim()
  const changed = {
    ...(state !== undefined && state !== before?.state ? { state } : {}),
    ...(priority !== undefined && priority !== before?.priority ? { priority } : {}),
    ...(assignee !== undefined && assignee !== (before?.assignee ?? '') ? { assignee: cut(assignee, 200) } : {}),
    ...(team !== undefined && team !== (before?.team ?? '') ? { team: cut(team, 200) } : {}),
    ...(text === '' ? {} : { text: cut(text, 300) }),
  }
  if (Object.keys(changed).length === 0) return undefined
  return { at, ...(by === '' ? {} : { by: cut(by, 200) }), ...changed }
}

/** "2016-03-05 10:02" on the zone's clock. */
const clockText = (at: number, zone: Zone) =>
  new Date(at + zone.offsetMs(at)).toISOString().slice(0, 16).replace('T', ' ')

/** No more than `most` lines, with the middle left out and said so. */
export function fitLines(lines: readonly HistoryLine[], most: number): readonly HistoryLine[] {
  if (lines.length <= most) return lines
  const begin = Math.ceil((most - 1) / 2)
  const end = most - 1 - begin
  const left = lines.length - begin - end
  const at = lines[begin]?.at ?? 0
  return [
    ...lines.slice(0, begin),
    { at, text: `${left} lines are left out here.` },
    ...lines.slice(lines.length - end),
  ]
}
