// What lists and pages say of an incident: state, priority, age, whom it waits for.
import { DAY_MS, HOUR_MS, MINUTE_MS } from '../../domain/duration.ts'
import {
  type EscalationLevel,
  escalationWords,
  type IncidentState,
  type IncidentType,
  type Priority,
  stateWords,
} from '../../domain/incident-words.ts'

export const stateWord = (state: IncidentState): string => stateWords[state]

export const typeWords: Readonly<Record<IncidentType, string>> = { incident: 'Incident', request: 'Service request' }

/** A priority is shown by its number and its word, never by colour alone. */
export const priorityWords: Readonly<Record<Priority, string>> = { 1: 'Critical', 2: 'High', 3: 'Medium', 4: 'Low' }

/** "2 High" */
export const priorityLabel = (priority: Priority): string => `${priority} ${priorityWords[priority]}`

/** How long ago, short enough for a list: "8 min", "5 h", "12 d", "7 mo", "3 y"; "now" within the minute. */
export function ageWords(at: number, now: number): string {
  const age = now - at
  if (age < MINUTE_MS) return 'now'
  if (age < HOUR_MS) return `${Math.floor(age / MINUTE_MS)} min`
  if (age < DAY_MS) return `${Math.floor(age / HOUR_MS)} h`
  const days = Math.floor(age / DAY_MS)
  if (days < 100) return `${days} d`
  return days < 730 ? `${Math.floor(days / 30.44)} mo` : `${Math.floor(days / 365.25)} y`
}

/** "Escalated: Head of ICT" */
export const escalatedTo = (level: EscalationLevel): string => `Escalated: ${escalationWords[level]}`

/** Who works on it: a person, else a team, else nobody. */
export const workedOnBy = ({ assigneeName, teamName }: { readonly assigneeName: string; readonly teamName: string }) =>
  assigneeName || teamName || 'Nobody'
