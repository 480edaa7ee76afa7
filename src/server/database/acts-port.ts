// The lines of the audit trail, as the database keeps them.
import type { Scope } from '../../domain/record.ts'

export interface ActRecord {
  /** Kind: of a record, or `account`. */
  readonly k: string
  readonly id: string
  /** null for an account. */
  readonly s: Scope | null
}

/** A line of the audit trail: ids and codes, never what was written. */
export interface Act {
  /** The server's clock, ms. */
  readonly at: number
  /** Who did it; null where nobody was signed in. */
  readonly person: string | null
  /** The wire name of an op, or one of the acts in audit/acts.ts. */
  readonly name: string
  readonly outcome: string
  /** Why it was refused. */
  readonly code: string | null
  readonly records: readonly ActRecord[]
}

export interface StoredAct extends Act {
  readonly id: number
}

export interface ActFilter {
  /** Did it, or it was done to their account. */
  readonly person?: string | undefined
  /** What a name begins with, before the dot. */
  readonly area?: string | undefined
  readonly record?: string | undefined
  readonly from?: number | undefined
  /** Excluded. */
  readonly until?: number | undefined
  /** The last line of the page before. */
  readonly before?: { readonly at: number; readonly id: number } | undefined
}

export interface ActStatements {
  addAct(act: Act): Promise<void>
  /** The latest first. */
  acts(filter: ActFilter, limit: number): Promise<StoredAct[]>
}
