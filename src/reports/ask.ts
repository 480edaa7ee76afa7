// The page's door to the reports' thread: one thread a question, which ends with its answer.
import type { FromReports, ReportAnswers, ReportQuestion, ToReports } from './question.ts'

/** What of a Worker is used. */
export interface ReportThread {
  postMessage(message: ToReports): void
  terminate(): void
  onmessage: ((event: MessageEvent<FromReports>) => void) | null
  onerror: ((event: ErrorEvent) => void) | null
}

const startWorker = (): ReportThread => new Worker(new URL('./worker.ts', import.meta.url), { type: 'module' })

/** Rejects when the file could not be made, with a sentence for the log. */
export function askReport<Q extends ReportQuestion>(
  storeName: string,
  question: Q,
  onProgress: (done: number, total: number) => void = () => {},
  startThread = startWorker,
): Promise<ReportAnswers[Q['type']]> {
  return new Promise((resolve, reject) => {
    const thread = startThread()
    const fail = (message: string) => {
      thread.terminate()
      reject(new Error(message))
    }
    thread.onmessage = ({ data }) => {
      if (data.type === 'progress') return onProgress(data.done, data.total)
      if (data.type === 'failure') return fail(data.message)
      thread.terminate()
      resolve(data.answer as ReportAnswers[Q['type']])
    }
    thread.onerror = (event) => fail(event.message || 'the reports’ thread broke')
    thread.postMessage({ storeName, question })
  })
}
