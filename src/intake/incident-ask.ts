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

/** To the thread. */
export type LogMessage =
  | { readonly id: number; readonly storeName: string; readonly log: LogQuestion }
  | { readonly id: number; readonly isCancelled: true }
/** From the thread: an answer, or why there is none, or how far it is. */
export type LogReply =
  | { readonly id: number; readonly answer: LogAnswers[LogQuestion['type']] }
  | { readonly id: number; readonly failure: string }
  | { readonly id: number; readonly progress: LogProgress }

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

interface Asked {
  readonly resolve: (answer: never) => void
  readonly reject: (reason: unknown) => void
  readonly onProgress: ((progress: LogProgress) => void) | undefined
}

/** Starts the thread, which reads the store of this name. The caller stops it. */
export function startIncidentImporter({ storeName }: { readonly storeName: string }): IncidentImporter {
  const worker = new Worker(new URL('./worker.ts', import.meta.url), { type: 'module' })
  const waiting = new Map<number, Asked>()
  let lastId = 0
  const send = (message: LogMessage) => worker.postMessage(message)
  worker.onmessage = ({ data }: MessageEvent<LogReply>) => {
    const asked = waiting.get(data.id)
    if (!asked) return
    if ('progress' in data) return asked.onProgress?.(data.progress)
    waiting.delete(data.id)
    if ('failure' in data) asked.reject(new Error(data.failure))
    else asked.resolve(data.answer as never)
  }
  worker.onerror = () => {
    for (const asked of waiting.values()) asked.reject(new Error('the import stopped'))
    waiting.clear()
  }
  const ask = <Q extends LogQuestion>(log: Q, { onProgress, signal }: Watching = {}) =>
    new Promise<LogAnswers[Q['type']]>((resolve, reject) => {
      if (signal?.aborted) return reject(signal.reason)
      const id = ++lastId
      waiting.set(id, { resolve, reject, onProgress })
      send({ id, storeName, log })
      const cancel = () => {
        if (!waiting.delete(id)) return
        send({ id, isCancelled: true })
        reject(signal?.reason)
      }
      signal?.addEventListener('abort', cancel, { once: true })
    })
  return {
    look: (file, dress = {}, watching) => ask({ type: 'look', file, dress }, watching),
    read: (choices, watching) => ask({ type: 'read', choices }, watching),
    plan: (choices, watching) => ask({ type: 'plan', choices }, watching),
    next: () => ask({ type: 'next' }),
    stop: () => worker.terminate(),
  }
}
