// What a page may ask of the reports' thread, and what it answers. Pure: the thread is worker.ts, the page's door ask.ts.
import type { Access } from '../domain/access.ts'
import type { KindName } from '../domain/kind-names.ts'
import type { Instant } from '../domain/time.ts'
import type { CouncilExportAsk } from './council-export.ts'
import type { FoundExport } from './found-export.ts'
import type { ListAsk, MadeFile } from './list-export.ts'

export type ReportQuestion =
  | ({ readonly type: 'outages' | 'systems' } & ListAsk)
  /** All that the person may see. */
  | { readonly type: 'everything'; readonly asAt: Instant }
  /** One CSV of each kind that has records. */
  | { readonly type: 'kinds' }
  | ({ readonly type: 'council' } & CouncilExportAsk)
  /** A file that somebody chose: the JSON of an export or the zip of a council. */
  | { readonly type: 'open'; readonly bytes: Uint8Array<ArrayBuffer>; readonly access: Access }

export interface KindFile extends MadeFile {
  readonly kind: KindName
}

export interface ReportAnswers {
  readonly outages: MadeFile
  readonly systems: MadeFile
  readonly everything: MadeFile
  readonly kinds: readonly KindFile[]
  readonly council: MadeFile
  readonly open: FoundExport
}

export interface ToReports {
  readonly storeName: string
  readonly question: ReportQuestion
}
export type FromReports =
  | { readonly type: 'progress'; readonly done: number; readonly total: number }
  | { readonly type: 'answer'; readonly answer: ReportAnswers[ReportQuestion['type']] }
  | { readonly type: 'failure'; readonly message: string }
