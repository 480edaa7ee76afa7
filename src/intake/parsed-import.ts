// What every parser of outages yields: entries in one neutral shape, and a reason for each thing that was not read.
import type { Level } from '../domain/level.ts'

export interface ImportFile {
  readonly name: string
  readonly bytes: Uint8Array
}

export const importForms = ['cstate', 'statuspage', 'csv'] as const
export type ImportForm = (typeof importForms)[number]

/** What a person should know about an entry before it is kept; each flag also shows in the preview. */
export const flagLabels = {
  end_before_start: 'Ends before it starts: kept, counts 0, needs correction',
  zero_length: 'Starts and ends at the same time: counts 0',
  end_unknown: 'Said to be over, but not when: kept with no length, counts 0',
  open: 'Has no end: read as still going on',
  future: 'Starts or ends in the future',
  no_component: 'Names no system: goes to "Unassigned"',
  no_zone: 'A time has no zone: read in the zone stated for this import',
  zone_of_other_end: 'One end has no zone: read in the zone of the other end',
  ambiguous_time: 'The clock showed this time twice: the first is used',
  skipped_time: 'The clock skipped this time in spring: read as the same moment after the change',
  no_time: 'A date has no time of day: read as midnight',
  no_level: 'The level is missing or not known: read as "Down"',
  maintenance_by_title: 'Taken for planned maintenance because of the words of its title',
  maintenance_by_file_name: 'Taken for planned maintenance because of the words of its file name',
  informational: 'The file says it is information only: read as "At risk"',
  text_cut: 'The text was longer than can be kept and was cut',
} as const
export type Flag = keyof typeof flagLabels

/** Instants are ms since the epoch, UTC. */
export interface ParsedOutage {
  /** The same each time the same file is read: the name of the post, the id of the incident, or the row's own words. */
  readonly key: string
  readonly file: string
  readonly line?: number
  readonly title: string
  readonly components: readonly string[]
  readonly level: Level
  readonly isMaintenance: boolean
  /** Only where the file says when it was made known. */
  readonly announcedAt?: number
  readonly startAt: number
  /** Undefined while it is open. May precede the start: kept and flagged. */
  readonly endAt: number | undefined
  readonly cause?: string
  /** Plain text; never to be rendered as markup. */
  readonly text: string
  readonly flags: readonly Flag[]
}

export interface RefusedEntry {
  readonly file: string
  readonly line?: number
  readonly key?: string
  /** A sentence for a person. */
  readonly reason: string
}

export interface ParsedEntries {
  readonly entries: ParsedOutage[]
  readonly refused: RefusedEntry[]
}

export interface ParsedImport extends ParsedEntries {
  /** Undefined when no file was in a form that can be read. */
  readonly form: ImportForm | undefined
  /** The name space of the keys: two imports with one source and one key are the same outage. */
  readonly source: string
  readonly warnings: readonly string[]
}
