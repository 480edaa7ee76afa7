// Fields of an incident as its history and conflicts keep them, in words: names, no ids. Pure.
import { formatDate, formatInstant } from '../../domain/format.ts'
import {
  type EscalationLevel,
  escalationWords,
  type ImpactSize,
  type IncidentState,
  impacts,
  impactWords,
  stateWords,
  type Urgency,
  urgencies,
  urgencyWords,
} from '../../domain/incident-words.ts'
import type { Doc } from '../../domain/record.ts'

export interface Telling {
  readonly now: number
  /** The name of a person, team, council, division, system or outage. */
  readonly nameOf: (id: string) => string | undefined
}

const isGiven = (value: unknown): value is string => typeof value === 'string' && value !== ''
const quoted = (value: unknown) => (isGiven(value) ? `“${value}”` : 'nothing')
const wordOf = (words: Readonly<Record<string, string>>, value: unknown) =>
  typeof value === 'string' && Object.hasOwn(words, value) ? words[value] : String(value)

/** An account where there is one, else the name that was given. */
const named =
  (id: string, name: string, none: string) =>
  (doc: Doc, { nameOf }: Telling): string => {
    const [account, given] = [doc[id], doc[name]]
    if (isGiven(account)) return nameOf(account) ?? 'somebody who has left'
    return isGiven(given) ? given : none
  }

const byId =
  (field: string, none: string, gone: string) =>
  (doc: Doc, { nameOf }: Telling): string => {
    const id = doc[field]
    return isGiven(id) ? (nameOf(id) ?? gone) : none
  }

/** "Head of ICT: no answer for two days". */
function escalationText({ escalation }: Doc): string {
  if (typeof escalation !== 'object' || escalation === null) return 'not escalated'
  const { level, reason } = escalation as { level?: EscalationLevel; reason?: string }
  const to = level === undefined ? '' : escalationWords[level]
  return [to, reason].filter(Boolean).join(': ')
}

interface Teller {
  readonly name: string | ((doc: Doc) => string)
  /** What it is told from: it is told where one of them is there, or differs. */
  readonly fields: readonly string[]
  readonly words: (doc: Doc, telling: Telling) => string
  /** Not told where it would only say again what is told already, or nothing. */
  readonly isIdle?: (doc: Doc) => boolean
}

// Flags, stamps and counts follow from the state and would only say it twice.
const tellers: readonly Teller[] = [
  { name: 'State', fields: ['state'], words: ({ state }) => wordOf(stateWords, state as IncidentState) ?? '' },
  {
    name: ({ state }) => (state === 'cancelled' ? 'Why' : 'What was done'),
    fields: ['resolution'],
    words: ({ resolution }) => quoted(resolution),
    isIdle: ({ resolution }) => resolution === '',
  },
  {
    name: 'Assigned to',
    fields: ['assigneeId', 'assigneeName'],
    words: named('assigneeId', 'assigneeName', 'nobody'),
  },
  { name: 'Team', fields: ['teamId', 'teamName'], words: named('teamId', 'teamName', 'none') },
  { name: 'Priority', fields: ['priority'], words: ({ priority }) => String(priority) },
  { name: 'Impact', fields: ['impact'], words: ({ impact }) => wordOf(impactWords, impact as ImpactSize) ?? '' },
  { name: 'Urgency', fields: ['urgency'], words: ({ urgency }) => wordOf(urgencyWords, urgency as Urgency) ?? '' },
  {
    name: 'Priority by the table',
    fields: ['matrixPriority'],
    words: ({ matrixPriority }) => String(matrixPriority),
    isIdle: ({ priority, matrixPriority }) => priority === matrixPriority,
  },
  {
    name: 'Reason',
    fields: ['overrideReason'],
    words: ({ overrideReason }) => quoted(overrideReason),
    isIdle: ({ overrideReason }) => overrideReason === '',
  },
  { name: 'Title', fields: ['title'], words: ({ title }) => quoted(title) },
  { name: 'Details', fields: ['text'], words: ({ text }) => quoted(text) },
  {
    name: 'Asked by',
    fields: ['requesterId', 'requesterName'],
    words: named('requesterId', 'requesterName', 'nobody named'),
  },
  { name: 'Division', fields: ['divisionId'], words: byId('divisionId', 'not said', 'one that is gone') },
  { name: 'System', fields: ['systemId', 'systemName'], words: named('systemId', 'systemName', 'not said') },
  { name: 'Category', fields: ['category'], words: ({ category }) => (isGiven(category) ? category : 'none') },
  { name: 'Because of', fields: ['outageId'], words: byId('outageId', 'no outage', 'an outage that is gone') },
  { name: 'Escalated', fields: ['escalation'], words: escalationText },
]

const nameOf = ({ name }: Teller, doc: Doc) => (typeof name === 'string' ? name : name(doc))
const isTold = ({ fields, isIdle }: Teller, doc: Doc) => fields.some((field) => field in doc) && isIdle?.(doc) !== true

/** Every value in the fields, as "Priority: 2"; a state with when it began, by which two moves may differ. */
export function valueLines(doc: Doc, telling: Telling): string[] {
  const lines = tellers.flatMap((teller) =>
    isTold(teller, doc) ? `${nameOf(teller, doc)}: ${teller.words(doc, telling)}` : [],
  )
  return typeof doc.stateAt === 'number' ? [...lines, `Since: ${formatInstant(doc.stateAt, telling.now)}`] : lines
}

/** What differs, as "Priority: 2, was 3". `before` and `after` hold the fields that changed. */
export function changeLines(before: Doc, after: Doc, telling: Telling): string[] {
  return tellers.flatMap((teller) => {
    if (!isTold(teller, after)) return []
    const [was, is] = [teller.words(before, telling), teller.words(after, telling)]
    if (was === is) return []
    const hasBefore = teller.fields.some((field) => ![undefined, null, ''].includes(before[field] as null))
    return `${nameOf(teller, after)}: ${is}${hasBefore ? `, was ${was}` : ''}`
  })
}

/** A priority table, as "One person: critical 2, high 3, medium 3, low 4". */
export function matrixLines({ from, cells }: Doc): string[] {
  const rows = (typeof cells === 'object' && cells !== null ? cells : {}) as Readonly<Record<string, Doc | undefined>>
  return [
    `From: ${typeof from === 'string' ? formatDate(from) : 'not said'}`,
    ...impacts.map((impact) => {
      const row = urgencies.map(
        (urgency) => `${urgencyWords[urgency].toLowerCase()} ${String(rows[impact]?.[urgency])}`,
      )
      return `${impactWords[impact]}: ${row.join(', ')}`
    }),
  ]
}
