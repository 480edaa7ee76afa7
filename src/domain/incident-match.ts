// What a search finds. Of one key any value will do; different keys, and words, must all hold.
import { foldedText } from './folded-text.ts'
import { parseQuery, type QueryKey } from './incident-query.ts'
import { type IncidentState, incidentStates, priorities, type StateFlags } from './incident-words.ts'
import { dayNumber } from './local-date.ts'
import type { Instant } from './time.ts'
import { DEFAULT_ZONE, midnight, zoneOf } from './zone.ts'

/** What a search looks at of an incident. */
export interface Searched {
  /** Reference, title, requester, system and category as `searchText` makes it. */
  readonly text: string
  readonly councilId: string
  readonly state: IncidentState
  readonly flags: StateFlags
  readonly escalationLevel: number | null
  readonly systemId: string | null
  readonly systemName: string
  readonly divisionId: string | null
  /** What `cause:` asks for. */
  readonly category: string
  readonly assigneeId: string | null
  readonly assigneeName: string
  readonly teamId: string | null
  readonly teamName: string
  readonly requesterId: string | null
  readonly requesterName: string
  readonly priority: number
  readonly raisedAt: Instant
  readonly importId: string | null
}

/** What a search may call by name. */
export interface Named {
  /** What incidents hold of it: an id, or the name alone where a file gave no more. */
  readonly held: string
  /** Its names, folded. */
  readonly names: readonly string[]
}

export const namedBy = (held: string, ...names: readonly string[]): Named => ({ held, names: names.map(foldedName) })

/** Names that differ in case, accents or blanks are one. */
const foldedName = (text: string): string => foldedText(text).replace(/\s+/g, ' ').trim()

const nameWords = {
  council: 'a council',
  system: 'a system',
  division: 'a division',
  cause: 'a cause',
  assignee: 'an assignee',
  team: 'a team',
  requester: 'a requester',
  import: 'an import',
} as const
type NameKey = keyof typeof nameWords

/** What the names of a search stand for; imports are called by their files. */
export type SearchDirectory = Readonly<Record<NameKey, readonly Named[]>>

export interface Searcher {
  readonly personId: string
  readonly teamIds: readonly string[]
}

type Test = (incident: Searched) => boolean

export interface Search {
  readonly matches: Test
  /** What could not be understood or found, as sentences. */
  readonly problems: readonly string[]
}

/** Lines keep words from running over from one part into the next. */
export const searchText = (parts: readonly string[]): string =>
  foldedText(parts.filter((part) => part !== '').join('\n'))

/** A value that says nothing (a state, name or date that there is not) is told, and nothing is found by it. */
export function searchFor(query: string, directory: SearchDirectory, me: Searcher): Search {
  const { words, terms, problems } = parseQuery(query)
  const told = [...problems]
  const byKey = new Map<QueryKey, Test[]>()
  for (const { key, value } of terms) {
    const test = testOf(key, value, directory, me)
    if (typeof test === 'string') told.push(test)
    byKey.set(key, [...(byKey.get(key) ?? []), typeof test === 'string' ? () => false : test])
  }
  const tests = [...byKey].flatMap(([key, any]) => (isNarrowing(key) ? any : anyOf(any)))
  for (const word of words.map(foldedName)) tests.push(({ text }) => text.includes(word))
  return { matches: (incident) => tests.every((test) => test(incident)), problems: told }
}

const anyOf = (tests: readonly Test[]): Test =>
  tests.length === 1 && tests[0] ? tests[0] : (incident) => tests.some((test) => test(incident))

/** Of two days the narrower holds. */
const isNarrowing = (key: QueryKey) => key === 'before' || key === 'after'

function testOf(key: QueryKey, value: string, directory: SearchDirectory, me: Searcher): Test | string {
  switch (key) {
    case 'state':
      return stateTest(value)
    case 'priority':
      return priorityTest(value)
    case 'before':
    case 'after':
      return dayTest(key, value)
    default:
      return ownTest(key, foldedName(value), me) ?? namedTest(key, value, directory[key])
  }
}

const stateGroups: Readonly<Record<string, Test>> = {
  open: ({ flags }) => flags.isOpen,
  backlog: ({ flags }) => flags.countsAsBacklog,
  waiting: ({ state }) => state === 'waiting_requester' || state === 'waiting_supplier',
  /** To somebody above, and not settled since. */
  escalated: ({ flags, escalationLevel }) => escalationLevel !== null && flags.isOpen,
}
const stateValue = (state: IncidentState) => state.replaceAll('_', '-')
const stateValues = ['open', 'backlog', 'waiting', 'escalated', ...incidentStates.map(stateValue)]

function stateTest(value: string): Test | string {
  const word = foldedText(value).replaceAll(/[\s_]/g, '-')
  if (Object.hasOwn(stateGroups, word)) return stateGroups[word] ?? ''
  const state = incidentStates.find((each) => stateValue(each) === word)
  if (!state) return `“${value}” is no state: there are ${stateValues.join(', ')}.`
  return (incident) => incident.state === state
}

function priorityTest(value: string): Test | string {
  const priority = priorities.find((each) => String(each) === value)
  if (!priority) return `“${value}” is no priority: there are ${priorities.join(', ')}.`
  return (incident) => incident.priority === priority
}

const zone = zoneOf(DEFAULT_ZONE)

/** `after` holds from the day's beginning on, `before` until it: so both together are days, the last one left out. */
function dayTest(key: 'before' | 'after', value: string): Test | string {
  if (dayNumber(value) === undefined) return `“${value}” is no day: one is written as 2026-03-31.`
  const at = midnight(zone, value)
  return key === 'before' ? ({ raisedAt }) => raisedAt < at : ({ raisedAt }) => raisedAt >= at
}

/** Of an incident: an id where there is one, else a name. */
const held: Readonly<Record<NameKey, (incident: Searched) => string | null>> = {
  council: ({ councilId }) => councilId,
  import: ({ importId }) => importId,
  division: ({ divisionId }) => divisionId,
  cause: ({ category }) => category,
  system: ({ systemId, systemName }) => systemId ?? systemName,
  assignee: ({ assigneeId, assigneeName }) => assigneeId ?? assigneeName,
  team: ({ teamId, teamName }) => teamId ?? teamName,
  requester: ({ requesterId, requesterName }) => requesterId ?? requesterName,
}

function ownTest(key: NameKey, word: string, me: Searcher): Test | undefined {
  if (word === 'none' && key !== 'council') return (incident) => !held[key](incident)
  if (key === 'team' && word === 'mine') return ({ teamId }) => teamId !== null && me.teamIds.includes(teamId)
  if (word !== 'me') return undefined
  if (key === 'assignee') return ({ assigneeId }) => assigneeId === me.personId
  if (key === 'requester') return ({ requesterId }) => requesterId === me.personId
  return undefined
}

/** Whoever is called exactly so; when nobody is, those with a word in their name that begins so. */
function namedTest(key: NameKey, value: string, known: readonly Named[]): Test | string {
  const word = foldedName(value)
  const exact = known.filter(({ held, names }) => held === value || names.includes(word))
  const found = exact.length > 0 ? exact : known.filter(({ names }) => names.some((name) => startsIn(name, word)))
  if (found.length === 0) return `Nothing here has “${value}” as ${nameWords[key]}.`
  const wanted = new Set(found.map(({ held }) => held))
  const heldBy = held[key]
  return (incident) => wanted.has(heldBy(incident) ?? '')
}

const startsIn = (name: string, word: string) => name.startsWith(word) || name.includes(` ${word}`)
