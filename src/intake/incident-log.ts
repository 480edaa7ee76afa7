// What is said between the pages and the reading of incidents from CSV: how a file is written, which column is what, which
// value means what, and what bringing it in would do. All of it is plain data, so that it can be sent and remembered.
import type { Incident } from '../domain/incident.ts'
import type { ImpactSize, IncidentState, IncidentType, Priority, Urgency } from '../domain/incident-words.ts'

export type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1252' | 'cp850'
export type Delimiter = ',' | ';' | '\t' | '|'
/** Year first is told from the others by its four digits, and needs no order. */
export type DateOrder = 'dmy' | 'mdy'

/** How a file is written. */
export interface Dress {
  readonly encoding: Encoding
  readonly delimiter: Delimiter
  /** Empty: no quotation marks, every line is a row. */
  readonly quote: '"' | "'" | ''
  /** How a quotation mark stands inside a quoted value. */
  readonly escape: 'doubled' | 'backslash'
  /** The line of the column names, 1 the first; null: there are none. Rows above it are left out. */
  readonly headerLine: number | null
  /** For dates like 3/5/2016, by the column's index; other columns are read day first. */
  readonly dateOrders: Readonly<Record<number, DateOrder>>
  readonly isDecimalComma: boolean
  /** Cells that say "nothing" (case and blanks around do not matter); empty cells always do. */
  readonly missing: readonly string[]
  /** The zone of times that name none. */
  readonly zone: string
}

export type LogField =
  | 'number'
  | 'title'
  | 'text'
  | 'type'
  | 'state'
  | 'opened'
  | 'resolved'
  | 'closed'
  | 'updated'
  | 'order'
  | 'requester'
  | 'openedBy'
  | 'updatedBy'
  | 'team'
  | 'assignee'
  | 'category'
  | 'subcategory'
  | 'symptom'
  | 'system'
  | 'impact'
  | 'urgency'
  | 'priority'
  | 'council'
  | 'reopens'
  | 'resolution'
/** Field to the column's index. */
export type LogMapping = Readonly<Partial<Record<LogField, number>>>

export interface LogColumn {
  readonly index: number
  readonly name: string
  /** Up to three different values. */
  readonly samples: readonly string[]
  /** What its values are, by the rows that were looked at; null: not dates. Undecided: read day first unless told. */
  readonly dates: DateOrder | 'year_first' | 'undecided' | null
}

/** What a look at the file tells, before anything of it is read. */
export interface LogLook {
  readonly bytes: number
  /** The id of the import, from the file's content alone. */
  readonly importId: string
  /** The same for each file with these column names: what was chosen last time is remembered under it. */
  readonly fingerprint: string
  readonly dress: Dress
  readonly mapping: LogMapping
  /** The name space of the numbers: a later file of the same desk must come with the same one. */
  readonly source: string
  readonly columns: readonly LogColumn[]
  /** The first five rows. */
  readonly rows: readonly { readonly line: number; readonly cells: readonly string[] }[]
  /** What could not be decided, or is unusual, as sentences. */
  readonly doubts: readonly string[]
}

export interface ReadChoices {
  readonly dress: Dress
  readonly mapping: LogMapping
  readonly source: string
}

/** What the file's words mean. A value that is not in its table, or null there, has no meaning of ours. */
export interface LogTables {
  /** null: kept as text in the history; the state is that of its neighbours. */
  readonly state: Readonly<Record<string, IncidentState | null>>
  readonly type: Readonly<Record<string, IncidentType | null>>
  readonly impact: Readonly<Record<string, ImpactSize | null>>
  readonly urgency: Readonly<Record<string, Urgency | null>>
  readonly priority: Readonly<Record<string, Priority | null>>
  /** Value to the council's id. */
  readonly council: Readonly<Record<string, string | null>>
  /** For rows whose value is in no table, and for files without the column; null: such incidents are refused. */
  readonly councilForOthers: string | null
  /** Value to the system's id; the others stay names. */
  readonly system: Readonly<Record<string, string | null>>
}
export type TableField = Exclude<keyof LogTables, 'councilForOthers'>

export interface CountedValue {
  readonly value: string
  /** Of incidents, in their last row; 0 for one that only earlier rows have. */
  readonly count: number
}

export interface RefusedRow {
  readonly line: number
  /** A sentence. */
  readonly reason: string
}

export interface Refusals {
  /** All of them; `first` holds no more than a thousand. */
  readonly count: number
  readonly first: readonly RefusedRow[]
}

/** What was read. */
export interface LogSummary {
  /** Without the header. */
  readonly rows: number
  readonly incidents: number
  /** A number stands on several rows. */
  readonly isEventLog: boolean
  /** Instants; null when there are no incidents. */
  readonly raised: { readonly first: number; readonly last: number } | null
  /** The different values of mapped columns, the most frequent first, at most 1,000 of each. */
  readonly values: Readonly<Record<TableField, readonly CountedValue[]>>
  /** Proposed. */
  readonly tables: LogTables
  /** What was put right or assumed on the way, as sentences with their counts. */
  readonly notes: readonly string[]
  readonly refused: Refusals
}

export interface PlanChoices {
  readonly tables: LogTables
  /** Of those that were changed both here and in the file: all, or by id. */
  readonly overwrite: 'all' | readonly string[]
}

/** What saving would do. `changedHere` are left alone unless they are to be overwritten (then they count as changed). */
export interface LogPlan {
  readonly counts: {
    readonly new: number
    readonly same: number
    readonly changed: number
    readonly changedHere: number
    /** Of `new`: here once, and taken back with its import. */
    readonly broughtBack: number
    readonly refused: number
  }
  /** The first thousand that somebody here has worked on since they came, and of which the file says something else. */
  readonly changedHere: readonly { readonly id: string; readonly number: string; readonly title: string }[]
  /** Those of the reading among them. */
  readonly refused: Refusals
  /** The first five, as they will be. */
  readonly samples: readonly Incident[]
  /** What was assumed while making incidents of it, as sentences with their counts. */
  readonly notes: readonly string[]
}

interface ImportItem {
  readonly id: string
  readonly doc: Incident
}
/** The arguments of one mutation, and how many incidents are handed out with it. */
export type IncidentBatch = { readonly done: number; readonly total: number } & (
  | {
      readonly name: 'import.incidents'
      readonly args: {
        readonly run: {
          readonly id: string
          readonly doc: { readonly fileName: string; readonly rows: number; readonly incidents: number }
        } | null
        readonly incidents: ImportItem[]
      }
    }
  | {
      readonly name: 'import.incident_changes'
      readonly args: { readonly runId: string | null; readonly incidents: ImportItem[] }
    }
)

export interface LogProgress {
  readonly doneBytes: number
  readonly totalBytes: number
  /** So far. */
  readonly rows: number
}
