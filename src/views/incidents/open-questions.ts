// What is to be settled of an incident: one question for each thing that was set apart, however many times it was. Pure.
import type { Conflict } from '../../domain/conflict.ts'
import type { Incident, IncidentEvent } from '../../domain/incident.ts'
import { incidentKind } from '../../domain/incident.ts'
import { sameValue } from '../../domain/merge.ts'
import type { Doc } from '../../domain/record.ts'

type Side = Conflict['shown']
type Recorded<T> = T & { readonly id: string }

export interface OpenQuestion {
  readonly group: string
  /** What shows now. */
  readonly shown: Side
  /** What others last set instead, latest first; none where all of it has been set anew since. */
  readonly others: readonly { readonly conflictId: string; readonly side: Side }[]
  readonly conflictIds: readonly string[]
}

/**
 * `conflicts` are unsolved ones, `events` the incident's, newest first. Each change made without a network may have met the
 * same other value: of one person only the last value is asked about.
 */
export function openQuestions(
  incident: Incident,
  conflicts: readonly Recorded<Conflict>[],
  events: readonly IncidentEvent[],
): OpenQuestion[] {
  const groups = [...new Set(conflicts.map(({ group }) => group))]
  return groups.map((group) => {
    const own = conflicts.filter((conflict) => conflict.group === group)
    const shown = shownNow(incident, group, own, events)
    return { group, shown, others: othersOf(own, shown), conflictIds: own.map(({ id }) => id) }
  })
}

function shownNow(
  incident: Incident,
  group: string,
  conflicts: readonly Conflict[],
  events: readonly IncidentEvent[],
): Side {
  const fields: readonly string[] = incidentKind.groups[group] ?? []
  const value: Doc = Object.fromEntries(fields.map((field) => [field, incident[field as keyof Incident]]))
  const known = conflicts.flatMap(({ shown, other }) => [shown, other]).find((side) => sameValue(side.value, value))
  if (known) return known
  const event = events.find(({ after }) => fields.some((field) => field in after))
  return { value, by: event?.byId ?? '', at: event?.at ?? incident.raisedAt }
}

function othersOf(conflicts: readonly Recorded<Conflict>[], shown: Side): OpenQuestion['others'] {
  const all = conflicts
    .map(({ id, other }) => ({ conflictId: id, side: other }))
    .filter(({ side }) => !sameValue(side.value, shown.value) && !(side.by === shown.by && side.at <= shown.at))
    .sort((a, b) => b.side.at - a.side.at)
  return all.filter(({ side }, i) => all.findIndex((each) => each.side.by === side.by) === i)
}
