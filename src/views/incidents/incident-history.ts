// The life of an incident in words: what happened here, and what a file told of it before. Pure.
import type { Conflict } from '../../domain/conflict.ts'
import type { Incident, IncidentEvent } from '../../domain/incident.ts'
import { type EscalationLevel, stateWords } from '../../domain/incident-words.ts'
import { sameValue } from '../../domain/merge.ts'
import { escalatedTo, priorityLabel } from './incident-words.ts'
import { changeLines, type Telling, valueLines } from './told-incident.ts'

export interface HistoryEntry {
  readonly at: number
  /** "Resolved", "Assigned". */
  readonly what: string
  readonly lines: readonly string[]
  readonly text: string
  /** Who did it; empty where a file does not say. */
  readonly by: string
  readonly isImported: boolean
  /** Of an event that happened here. */
  readonly eventId: string | undefined
}

type Event = IncidentEvent & { readonly id: string }

const whats: Readonly<Record<IncidentEvent['type'], string>> = {
  raised: 'Raised',
  moved: 'Moved',
  assigned: 'Assigned',
  prioritised: 'Priority set',
  described: 'Described',
  linked: 'Link to an outage changed',
  escalated: 'Escalated',
  undone: 'Change taken back',
}

const isState = (value: unknown): value is keyof typeof stateWords =>
  typeof value === 'string' && Object.hasOwn(stateWords, value)

function whatOf({ type, after }: Event): string {
  const { level } = (after.escalation ?? {}) as { readonly level?: EscalationLevel }
  return type === 'escalated' && level !== undefined ? escalatedTo(level) : whats[type]
}

function entryOf(event: Event, telling: Telling): HistoryEntry {
  const { type, before, after, text, at, byId, id } = event
  const isMove = type === 'moved' && isState(after.state)
  // An escalation says all by its title and its reason.
  const lines = type === 'raised' || type === 'escalated' ? [] : changeLines(before, after, telling)
  return {
    at,
    what: isMove ? stateWords[after.state as keyof typeof stateWords] : whatOf(event),
    lines: isMove ? lines.filter((line) => !line.startsWith('State: ')) : lines,
    text: type === 'escalated' ? text : '',
    by: telling.nameOf(byId) ?? (byId === '' ? '' : 'Somebody who has left'),
    isImported: false,
    eventId: id,
  }
}

function importedOf(line: Incident['history'][number]): HistoryEntry {
  const { at, by = '', state, priority, assignee, team, text = '' } = line
  return {
    at,
    what: state ? stateWords[state] : 'Changed',
    lines: [
      ...(priority ? [`Priority: ${priorityLabel(priority)}`] : []),
      ...(assignee === undefined ? [] : [`Assigned to: ${assignee || 'nobody'}`]),
      ...(team === undefined ? [] : [`Team: ${team || 'none'}`]),
    ],
    text,
    by,
    isImported: true,
    eventId: undefined,
  }
}

/** What two people set apart, and which of the two was chosen: the other one stays readable. */
function settledOf({ shown, other, outcome, solvedAt, solvedById }: Conflict, telling: Telling): HistoryEntry {
  const [kept, left] = outcome === 'other' ? [other, shown] : [shown, other]
  const words = ({ value }: Conflict['shown']) => valueLines(value, telling).join('. ')
  return {
    at: solvedAt ?? 0,
    what: 'Two values settled',
    lines: [`Chosen: ${words(kept)}`, `Not chosen: ${words(left)}`],
    text: '',
    by: telling.nameOf(solvedById ?? '') ?? '',
    isImported: false,
    eventId: undefined,
  }
}

interface Past {
  readonly incident: Pick<Incident, 'history'>
  /** Newest first. */
  readonly events: readonly Event[]
  readonly settled: readonly Conflict[]
}

/** Newest first. */
export function historyOf({ incident, events, settled }: Past, telling: Telling): HistoryEntry[] {
  const here = events.map((event) => entryOf(event, telling))
  const chosen = settled.map((conflict) => settledOf(conflict, telling))
  // A file's lines come oldest first.
  const before = incident.history.map(importedOf).reverse()
  return [...here, ...chosen, ...before].sort((a, b) => b.at - a.at)
}

/** The newest change, if it can still be taken back: nobody has changed the same since. */
export function undoableEvent(incident: Incident, events: readonly Event[]): Event | undefined {
  const [latest] = events
  if (!latest || latest.type === 'raised') return undefined
  const isUntouched = Object.entries(latest.after).every(([field, value]) =>
    sameValue(incident[field as keyof Incident], value),
  )
  return isUntouched ? latest : undefined
}
