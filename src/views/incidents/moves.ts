// What can be done next with an incident, the most likely first. Pure.
import { DAY_MS } from '../../domain/duration.ts'
import type { Incident } from '../../domain/incident.ts'
import { type IncidentState, reopenDays, stateMoves } from '../../domain/incident-words.ts'

export interface OfferedMove {
  readonly state: IncidentState
  /** The verb on its button. */
  readonly label: string
  readonly detail: string
}

export interface Offered {
  /** The one that is due; undefined where it is taken up, or raised anew, first. */
  readonly first: OfferedMove | undefined
  /** Nobody has it: whoever looks at it takes it. */
  readonly isToTake: boolean
  readonly others: readonly OfferedMove[]
  /** It ended so long ago that what comes back is another incident. */
  readonly isToRaiseAnew: boolean
}

const labels: Readonly<Record<IncidentState, string>> = {
  new: 'New',
  assigned: 'Put back, not started',
  in_progress: 'Start work',
  waiting_requester: 'Wait for the requester',
  waiting_supplier: 'Wait for a supplier',
  resolved: 'Resolve',
  closed: 'Close',
  reopened: 'Reopen',
  cancelled: 'Cancel it',
}

const details: Readonly<Record<IncidentState, string>> = {
  new: '',
  assigned: 'Somebody has it; nothing is being done',
  in_progress: 'Somebody works on it',
  waiting_requester: 'Ask them something; the clock stands still',
  waiting_supplier: 'The clock stands still',
  resolved: 'Say what was done',
  closed: 'Nobody has to do anything more',
  reopened: 'It was not over after all',
  cancelled: 'Say why: nothing will be done',
}

const isWaiting = (state: IncidentState) => state === 'waiting_requester' || state === 'waiting_supplier'

const due: Readonly<Record<IncidentState, IncidentState>> = {
  new: 'in_progress',
  assigned: 'in_progress',
  in_progress: 'resolved',
  waiting_requester: 'in_progress',
  waiting_supplier: 'in_progress',
  resolved: 'closed',
  closed: 'reopened',
  reopened: 'in_progress',
  cancelled: 'reopened',
}

/** In what order the others are offered. */
const likeliest: readonly IncidentState[] = [
  ...(['in_progress', 'resolved', 'waiting_requester', 'waiting_supplier', 'closed'] as const),
  ...(['reopened', 'assigned', 'cancelled'] as const),
]

export const moveLabel = (from: IncidentState, to: IncidentState): string =>
  to === 'in_progress' && isWaiting(from) ? 'Go on with it' : labels[to]

type Movable = Pick<Incident, 'state' | 'stateAt' | 'flags' | 'assigneeId' | 'assigneeName'>

export function offeredMoves({ state, stateAt, flags, assigneeId, assigneeName }: Movable, now: number): Offered {
  const isLate = stateMoves[state].includes('reopened') && now - stateAt > reopenDays * DAY_MS
  const moves = stateMoves[state]
    .filter((to) => !(to === 'reopened' && isLate) && !(to === 'assigned' && state === 'new'))
    .sort((a, b) => likeliest.indexOf(a) - likeliest.indexOf(b))
    .map((to) => ({ state: to, label: moveLabel(state, to), detail: details[to] }))
  const isToTake = flags.isOpen && !isWaiting(state) && assigneeId === null && assigneeName === ''
  const first = isToTake ? undefined : moves.find((move) => move.state === due[state])
  return { first, isToTake, others: moves.filter((move) => move !== first), isToRaiseAnew: isLate }
}

/** What is asked for with a move; undefined where a tap is enough. */
export interface Question {
  readonly label: string
  readonly hint: string
  /** The sentence for an answer that is missing; undefined where none is needed. */
  readonly missing: string | undefined
}

export const moveQuestions: Readonly<Partial<Record<IncidentState, Question>>> = {
  resolved: {
    label: 'What was done?',
    hint: 'The requester reads this.',
    missing: 'Say what was done: the requester reads it',
  },
  cancelled: {
    label: 'Why is it cancelled?',
    hint: 'The requester reads this.',
    missing: 'Say why it is cancelled: the requester reads it',
  },
  waiting_requester: {
    label: 'What do you need from them?',
    hint: 'Optional. They read this as a comment.',
    missing: undefined,
  },
  waiting_supplier: {
    label: 'Which supplier, with what reference?',
    hint: 'Optional. Kept as a work note: only the desk reads it.',
    missing: undefined,
  },
}
