// A line of an outage's story in words. Pure.
import type { OutageEvent } from '../../domain/outage.ts'
import type { Catalogue } from '../../store/catalogue.ts'
import type { ToldFields } from './told-fields.ts'
import { differing, fieldName, fieldWords, readFields } from './told-fields.ts'

export interface EventWords {
  readonly what: string
  /** "End: 14:00, was 11:00". */
  readonly changes: readonly string[]
  readonly text: string
}

const whats: Readonly<Record<OutageEvent['type'], string>> = {
  reported: 'Reported',
  reported_again: 'Reported again',
  restored: 'Restored',
  reopened: 'Opened again',
  level: 'Level changed',
  reach: 'Councils changed',
  systems: 'Systems changed',
  described: 'Described',
  corrected: 'Record corrected',
  note: 'Note',
  update: 'Update for readers',
  imported: 'Imported',
}

export function eventWords(event: OutageEvent, names: Catalogue, now: number): EventWords {
  const [before, after] = [readFields(event.before), readFields(event.after)]
  const system = systemWords(after, names)
  const changes = system ? [system] : changeWords(before, after, names, now)
  const reopened = event.type === 'reopened' ? [`End taken away, was ${fieldWords('endAt', before, names, now)}`] : []
  return { what: whats[event.type], changes: [...changes, ...reopened], text: event.text }
}

function systemWords({ systemId, mark }: ToldFields, names: Catalogue): string | undefined {
  if (systemId === undefined) return undefined
  const name = names.systems.get(systemId)?.name ?? 'A system that is gone'
  if (mark === 'none') return `${name} taken off`
  return mark === 'not_affected' ? `${name} marked as not affected` : `${name} added`
}

function changeWords(before: ToldFields, after: ToldFields, names: Catalogue, now: number): string[] {
  return differing(before, after).map((field) => {
    const words = `${fieldName(field)}: ${fieldWords(field, after, names, now)}`
    const was = before[field] === undefined ? 'nothing' : fieldWords(field, before, names, now)
    return was === 'nothing' ? words : `${words}, was ${was}`
  })
}

/** The name of whoever did it: a person's, with the team where it is known. */
export function whoWords(personId: string, names: Catalogue): string {
  const person = names.people.get(personId)
  if (!person) return 'Somebody'
  return person.team ? `${person.name}, ${person.team}` : person.name
}
