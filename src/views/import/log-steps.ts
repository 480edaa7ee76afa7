// Where an import of incidents has got to. Each step holds what its screen shows.
import type {
  Dress,
  LogLook,
  LogMapping,
  LogPlan,
  LogProgress,
  LogSummary,
  LogTables,
} from '../../intake/incident-log.ts'
import type { FormError } from '../parts/form/error-summary.tsx'

/** What was told so far; it grows with the steps. */
export interface Looked {
  readonly file: File
  readonly look: LogLook
  readonly dress: Dress
  readonly mapping: LogMapping
  readonly source: string
  /** What a person said last time of a file with these columns was taken over. */
  readonly isKept: boolean
}
export interface Read extends Looked {
  readonly summary: LogSummary
  readonly tables: LogTables
}
export interface Planned extends Read {
  readonly plan: LogPlan
  readonly isOverwriting: boolean
}

export type LogStep =
  | { readonly name: 'choose'; readonly problem?: string | undefined }
  | { readonly name: 'working'; readonly label: string; readonly progress: LogProgress | undefined }
  | { readonly name: 'dress'; readonly at: Looked; readonly isLooking: boolean }
  | { readonly name: 'columns'; readonly at: Looked; readonly errors?: readonly FormError[] }
  | { readonly name: 'values'; readonly at: Read; readonly errors?: readonly FormError[] }
  | { readonly name: 'plan'; readonly at: Planned }
  | { readonly name: 'saving'; readonly label: string; readonly done: number; readonly total: number }
  | { readonly name: 'saved'; readonly at: Planned; readonly outcome: Outcome }
  | {
      readonly name: 'taken_back'
      readonly fileName: string
      readonly outcome: Outcome
      readonly left: readonly Left[]
    }

/** How saving or taking back ended. */
export interface Outcome {
  readonly done: number
  readonly isStopped: boolean
  readonly problem?: string | undefined
}

/** Left as it is, because somebody has worked on it. */
export interface Left {
  readonly id: string
  readonly number: string
  readonly title: string
}

export type StepName = LogStep['name']
export type StepOf<Name extends StepName> = Extract<LogStep, { name: Name }>
