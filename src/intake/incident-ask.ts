// The page's door to reading incidents from CSV, on the import's thread.
import type {
  Dress,
  IncidentBatch,
  LogLook,
  LogPlan,
  LogProgress,
  LogSummary,
  PlanChoices,
  ReadChoices,
} from './incident-log.ts'

export type LogQuestion =
  | { readonly type: 'look'; readonly file: File; readonly dress: Partial<Dress> }
  | { readonly type: 'read'; readonly choices: ReadChoices }
  | { readonly type: 'plan'; readonly choices: PlanChoices }
  | { readonly type: 'next' }

export interface LogAnswers {
  readonly look: LogLook | { readonly reason: string }
  readonly read: LogSummary
  readonly plan: LogPlan
  readonly next: IncidentBatch | undefined
}

export interface Watching {
  readonly onProgress?: (progress: LogProgress) => void
  /** Ends the work; what was asked rejects with the signal's reason. */
  readonly signal?: AbortSignal
}

export interface IncidentImporter {
  /**
   * Looks at the file: how it is written and what its columns seem to be, or why it cannot be read (a sentence). What
   * `dress` says is not guessed. Looking at the same file again is quick.
   */
  look(file: File, dress?: Partial<Dress>, watching?: Watching): Promise<LogLook | { readonly reason: string }>
  /** Reads the whole file that was looked at last; what was read stays in the thread. */
  read(choices: ReadChoices, watching?: Watching): Promise<LogSummary>
  /** What saving would do, against what this device has now. To be asked again when the tables change. */
  plan(choices: PlanChoices, watching?: Watching): Promise<LogPlan>
  /** The plan in parts that each fit one op, one at a time; undefined after the last. */
  next(): Promise<IncidentBatch | undefined>
  /** Ends the thread; questions under way are never answered. */
  stop(): void
}
