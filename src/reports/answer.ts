// What the reports' thread does for each question.
import { exportCouncil } from './council-export.ts'
import { findExport } from './found-export.ts'
import { csvsByKind } from './kind-csvs.ts'
import { exportEverything, exportOutages, exportSystems } from './list-export.ts'
import type { ExportReads } from './names.ts'
import type { ReportAnswers, ReportQuestion } from './question.ts'

export async function answerReport(
  reads: ExportReads,
  question: ReportQuestion,
  onProgress: (done: number, total: number) => void,
): Promise<ReportAnswers[ReportQuestion['type']]> {
  switch (question.type) {
    case 'outages':
      return exportOutages(reads, question)
    case 'systems':
      return exportSystems(reads, question)
    case 'everything':
      return exportEverything(reads, question.asAt)
    case 'kinds':
      return csvsByKind(reads)
    case 'council':
      return exportCouncil(reads, question, onProgress)
    case 'open':
      return findExport(question.bytes, question.access)
  }
}
