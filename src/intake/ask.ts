// The page's door to the import's thread.
import type { BatchOptions, ImportBatch } from './import-batches.ts'
import type { ImportFile, ParsedImport } from './parsed-import.ts'
import type { Existing, ImportChoices, ImportPlan } from './plan-import.ts'

/** As the parser's options, but with the zone's name: what crosses to the thread must be plain data. */
export interface ReadingOptions {
  readonly zone: string
  readonly now: number
  readonly source?: string
}

export type ImportQuestion =
  | { readonly type: 'parse'; readonly files: readonly ImportFile[]; readonly options: ReadingOptions }
  | { readonly type: 'plan'; readonly existing: Existing; readonly choices: ImportChoices }
  | { readonly type: 'batches'; readonly options: BatchOptions }

export type ImportAnswer =
  | { readonly type: 'parse'; readonly parsed: ParsedImport }
  | { readonly type: 'plan'; readonly plan: ImportPlan }
  | { readonly type: 'batches'; readonly batches: readonly ImportBatch[] }

export interface Importer {
  /** Reads the files; what was read stays with the importer. */
  parse(files: readonly ImportFile[], options: ReadingOptions): Promise<ParsedImport>
  plan(existing: Existing, choices: ImportChoices): Promise<ImportPlan>
  /** The last plan as arguments of `import.outages`. */
  batches(options: BatchOptions): Promise<readonly ImportBatch[]>
  /** Ends the thread; questions under way are never answered. */
  stop(): void
}

/** Starts the thread. The caller stops it. */
export function startImporter(): Importer {
  const worker = new Worker(new URL('./worker.ts', import.meta.url), { type: 'module' })
  const waiting = new Map<number, { resolve: (answer: ImportAnswer) => void; reject: (error: Error) => void }>()
  let lastId = 0
  worker.onmessage = (event: MessageEvent<{ id: number; answer?: ImportAnswer; failure?: string }>) => {
    const { id, answer, failure } = event.data
    const asked = waiting.get(id)
    waiting.delete(id)
    if (answer) asked?.resolve(answer)
    else asked?.reject(new Error(failure ?? 'the import stopped'))
  }
  worker.onerror = () => {
    for (const asked of waiting.values()) asked.reject(new Error('the import stopped'))
    waiting.clear()
  }
  const ask = (question: ImportQuestion) =>
    new Promise<ImportAnswer>((resolve, reject) => {
      lastId += 1
      waiting.set(lastId, { resolve, reject })
      worker.postMessage({ id: lastId, question })
    })
  return {
    parse: async (files, options) => {
      const answer = await ask({ type: 'parse', files, options })
      if (answer.type !== 'parse') throw new Error('the import answered another question')
      return answer.parsed
    },
    plan: async (existing, choices) => {
      const answer = await ask({ type: 'plan', existing, choices })
      if (answer.type !== 'plan') throw new Error('the import answered another question')
      return answer.plan
    },
    batches: async (options) => {
      const answer = await ask({ type: 'batches', options })
      if (answer.type !== 'batches') throw new Error('the import answered another question')
      return answer.batches
    },
    stop: () => worker.terminate(),
  }
}
