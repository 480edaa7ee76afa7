// What other desks' words for state, impact, urgency and priority most likely mean here. Only proposed: a person decides.
import type { ImpactSize, IncidentState, IncidentType, Priority, Urgency } from '../domain/incident-words.ts'

type Patterns<T> = readonly (readonly [meaning: T, words: RegExp])[]

/** The first that fits: what says the most comes first. */
const states: Patterns<IncidentState> = [
  ['new', /\b(?:un|not )(?:resolved|assigned|allocated)/],
  ['cancelled', /cancel|withdrawn|rejected|duplicate|\bvoid|abandon/],
  ['reopened', /\bre ?opened/],
  ['closed', /\bclosed?\b/],
  ['resolved', /resolved|solved|fixed|complete|\bdone\b|restored/],
  [
    'waiting_supplier',
    /(?:await|wait|pend|hold|with).*(?:vendor|supplier|third|3rd|provider|external|problem|change|part)/,
  ],
  ['waiting_requester', /await|wait|pend|hold|suspend|user info|information/],
  ['in_progress', /progress|active|\bwip\b|work|started|investigat|diagnos/],
  ['assigned', /assign|acknowledg|accept|allocat|dispatch/],
  ['new', /\bnew\b|open|logged|registered|raised|submitted|received|to do|triage|queued/],
]
/** As the commonest product numbers them. */
const stateNumbers: Readonly<Record<string, IncidentState>> = {
  1: 'new',
  2: 'in_progress',
  3: 'waiting_requester',
  6: 'resolved',
  7: 'closed',
  8: 'cancelled',
}

const impacts: Patterns<ImpactSize> = [
  ['person', /\b(?:one|single|individual|person|low|minor|limited|local)/],
  ['group', /group|team|service|multiple|several|some|medium|moderate|significant/],
  ['department', /depart|council|organi|compan|enterprise|everyone|site|wide|extensive|major|high|critical|all\b/],
  ['person', /user/],
]
const impactNumbers: Readonly<Record<string, ImpactSize>> = { 1: 'department', 2: 'group', 3: 'person', 4: 'person' }

const urgencies: Patterns<Urgency> = [
  ['critical', /critical|urgent|emergency|immediate/],
  ['high', /high/],
  ['medium', /medium|moderate|normal/],
  ['low', /low|minor|planning/],
]
const urgencyOrder: readonly Urgency[] = ['critical', 'high', 'medium', 'low']

const priorities: Patterns<Priority> = [
  [1, /critical|urgent|emergency|immediate|major/],
  [2, /high/],
  [3, /medium|moderate|normal/],
  [4, /low|minor|planning/],
]

const types: Patterns<IncidentType> = [
  ['request', /request|\britm|order|change/],
  ['incident', /incident|fault|issue|bug|problem|break/],
]

const plain = (value: string) =>
  value
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
const byWords = <T>(patterns: Patterns<T>, value: string): T | null =>
  patterns.find(([, words]) => words.test(plain(value)))?.[0] ?? null
/** "3 - Moderate", "P3" and "3" -> "3". */
const leadingNumber = (value: string): string | undefined =>
  /^(?:p|pri|prio|priority|sev|severity|level)? ?([1-9])\b/.exec(plain(value))?.[1]
const isNumber = (value: string) => /^-?\d+$/.test(value)

/** null: nothing is known. */
export const stateOfWord = (value: string): IncidentState | null =>
  isNumber(value) ? (stateNumbers[value] ?? null) : byWords(states, value)

export const impactOfWord = (value: string): ImpactSize | null =>
  impactNumbers[leadingNumber(value) ?? ''] ?? byWords(impacts, value)

/** A bare number counts from the top of four, or of three (from "high") where the desk has no fourth. */
export function urgencyOfWord(value: string, all: readonly string[]): Urgency | null {
  const known = byWords(urgencies, value)
  if (known) return known
  const hasFourth = all.some((other) => leadingNumber(other) === '4')
  const place = Number(leadingNumber(value) ?? Number.NaN) - (hasFourth ? 1 : 0)
  return urgencyOrder[Math.min(place, 3)] ?? null
}

/** Numbers count: the fifth and last of some desks is our fourth. */
export function priorityOfWord(value: string): Priority | null {
  const number = Number(leadingNumber(value))
  if (number >= 1) return Math.min(number, 4) as Priority
  return byWords(priorities, value)
}

export const typeOfWord = (value: string): IncidentType | null => byWords(types, value)
