// The words of the desk that need no schema: states with their flags and moves, impact, urgency, priority.

export const incidentStates = [
  'new',
  'assigned',
  'in_progress',
  'waiting_requester',
  'waiting_supplier',
  'resolved',
  'closed',
  'reopened',
  'cancelled',
] as const
export type IncidentState = (typeof incidentStates)[number]

/** What a state means for clocks and counts. Stored with each move, so that a later table never rewrites the past. */
export interface StateFlags {
  /** Clocks of resolution stand still. */
  readonly pausesClock: boolean
  readonly isOpen: boolean
  /** Ours to do: what waits for the requester is open and no backlog. */
  readonly countsAsBacklog: boolean
}

const ours: StateFlags = { pausesClock: false, isOpen: true, countsAsBacklog: true }
const done: StateFlags = { pausesClock: false, isOpen: false, countsAsBacklog: false }

export const stateFlags: Readonly<Record<IncidentState, StateFlags>> = {
  new: ours,
  assigned: ours,
  in_progress: ours,
  waiting_requester: { pausesClock: true, isOpen: true, countsAsBacklog: false },
  waiting_supplier: { pausesClock: true, isOpen: true, countsAsBacklog: true },
  resolved: done,
  closed: done,
  reopened: ours,
  cancelled: done,
}

const working = ['assigned', 'in_progress', 'waiting_requester', 'waiting_supplier', 'resolved', 'cancelled'] as const
const workingBut = (state: IncidentState) => working.filter((next) => next !== state)

/** Where an incident may go from each state. */
export const stateMoves: Readonly<Record<IncidentState, readonly IncidentState[]>> = {
  new: working,
  assigned: workingBut('assigned'),
  in_progress: workingBut('in_progress'),
  waiting_requester: workingBut('waiting_requester'),
  waiting_supplier: workingBut('waiting_supplier'),
  resolved: ['closed', 'reopened'],
  closed: ['reopened'],
  reopened: working,
  cancelled: ['reopened'],
}

export const mayMove = (from: IncidentState, to: IncidentState): boolean => stateMoves[from].includes(to)

/** For so long what comes back is the same incident; later it is a new one that follows it. */
export const reopenDays = 5

export const incidentTypes = ['incident', 'request'] as const
export type IncidentType = (typeof incidentTypes)[number]

/** Whom it hits: a department or council, a group or service, one person. */
export const impacts = ['department', 'group', 'person'] as const
export type ImpactSize = (typeof impacts)[number]

export const urgencies = ['critical', 'high', 'medium', 'low'] as const
export type Urgency = (typeof urgencies)[number]

/** 1 is the highest. */
export const priorities = [1, 2, 3, 4] as const
export type Priority = (typeof priorities)[number]

export type PriorityCells = Readonly<Record<ImpactSize, Readonly<Record<Urgency, Priority>>>>

/** What holds while a partnership has said nothing else. */
export const defaultCells: PriorityCells = {
  department: { critical: 1, high: 1, medium: 2, low: 4 },
  group: { critical: 1, high: 2, medium: 3, low: 4 },
  person: { critical: 2, high: 3, medium: 3, low: 4 },
}

export const stateWords: Readonly<Record<IncidentState, string>> = {
  new: 'New',
  assigned: 'Assigned',
  in_progress: 'In progress',
  waiting_requester: 'Waiting for requester',
  waiting_supplier: 'Waiting for supplier',
  resolved: 'Resolved',
  closed: 'Closed',
  reopened: 'Reopened',
  cancelled: 'Cancelled',
}

export const impactWords: Readonly<Record<ImpactSize, string>> = {
  department: 'A department or council',
  group: 'A group or service',
  person: 'One person',
}

export const urgencyWords: Readonly<Record<Urgency, string>> = {
  critical: 'Critical',
  high: 'High',
  medium: 'Medium',
  low: 'Low',
}

export const escalationLevels = [1, 2, 3] as const
export type EscalationLevel = (typeof escalationLevels)[number]
export const escalationWords: Readonly<Record<EscalationLevel, string>> = {
  1: 'Service desk lead',
  2: 'Head of ICT',
  3: 'Management board',
}

const referenceLetters = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'

/** A short name to say on the telephone, from the id's last 30 bits (Crockford's base 32): "INC-7F3K2Q". Not unique by law. */
export function incidentReference({ id, number }: { readonly id: string; readonly number: string }): string {
  if (number !== '') return number
  let bits = Number.parseInt(id.replaceAll('-', '').slice(-8), 16) % 2 ** 30
  let text = ''
  for (let i = 0; i < 6; i++) {
    text = (referenceLetters[bits % 32] ?? '') + text
    bits = Math.floor(bits / 32)
  }
  return `INC-${text}`
}
