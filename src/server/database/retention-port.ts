// What keeping words for a time only needs of a database.
import type { StoredRow } from './port.ts'

export interface Aged {
  readonly count: number
  /** ms; null when there is none. */
  readonly oldest: number | null
}

export interface RetentionStatements {
  /** Rows of a kind by id, after that id; deleted ones too. */
  recordsFrom(kind: string, after: string, limit: number): Promise<StoredRow[]>
  /** Rows that are about the record and have no life without it, deleted ones too. */
  partsOf(id: string): Promise<StoredRow[]>
  /** Ops in the order in which they came; `place` is where to go on. */
  opsFrom(
    place: number,
    limit: number,
  ): Promise<{ readonly place: number; readonly client: string; readonly mid: number; readonly body: string }[]>
  /** Records whose words have gone from their rows, and not from the ops yet. */
  wordless(): Promise<ReadonlySet<string>>
  addWordless(ids: Iterable<string>): Promise<void>
  endWordless(ids: Iterable<string>): Promise<void>
  actsBefore(at: number): Promise<Aged>
  /** At most so many, the oldest first; hands back how many went. */
  dropActsBefore(at: number, limit: number): Promise<number>
  /** Sessions that have ended, by themselves or otherwise, and invitations whose time has passed. */
  endedBefore(at: number): Promise<{ readonly sessions: Aged; readonly invitations: Aged }>
  dropEndedBefore(at: number): Promise<void>
}
