// A log read as the import's thread reads it, with nothing of a browser: what the tests of logs share.
import type { Incident } from '../../src/domain/incident.ts'
import type { LogQuestion } from '../../src/intake/incident-ask.ts'
import type {
  Dress,
  IncidentBatch,
  LogLook,
  LogMapping,
  LogPlan,
  LogProgress,
  LogSummary,
  LogTables,
} from '../../src/intake/incident-log.ts'
import type { KnownNames } from '../../src/intake/log-summary.ts'
import { makeLogThread } from '../../src/intake/log-thread.ts'
import type { HereLog } from '../../src/intake/plan-log.ts'

export const digest = async (bytes: Uint8Array<ArrayBuffer>) =>
  new Uint8Array(await crypto.subtle.digest('SHA-256', bytes))

export const camden = { id: '00000000-0000-7000-8000-00000000000a', name: 'Camden Council', shortName: 'Camden' }
export const sutton = { id: '00000000-0000-7000-8000-00000000000b', name: 'Sutton Council', shortName: 'Sutton' }
export const housing = { id: '00000000-0000-7000-8000-00000000000c', name: 'Housing system' }

export const nothingHere: HereLog = { incidents: new Map(), matrices: [], undoneIds: new Set() }

export interface TrialOptions {
  readonly names?: KnownNames
  readonly here?: () => Promise<HereLog>
}

/** The thread's questions as functions. */
export function logTrial({ names, here }: TrialOptions = {}) {
  const thread = makeLogThread({
    digest,
    pause: () => new Promise((resolve) => setTimeout(resolve)),
    namesHere: async () => names ?? { councils: [camden], systems: [housing] },
    logHere: here ?? (async () => nothingHere),
  })
  const ask = (
    question: LogQuestion,
    signal = new AbortController().signal,
    onProgress: (progress: LogProgress) => void = () => {},
  ) => thread(question, signal, onProgress)
  return {
    ask,
    look: async (file: File, dress: Partial<Dress> = {}) => (await ask({ type: 'look', file, dress })) as LogLook,
    refusal: async (file: File) => ((await ask({ type: 'look', file, dress: {} })) as { reason?: string }).reason,
    read: async (look: LogLook, mapping: LogMapping = look.mapping) =>
      (await ask({ type: 'read', choices: { ...look, mapping } })) as LogSummary,
    plan: async (tables: LogTables, overwrite: 'all' | readonly string[] = []) =>
      (await ask({ type: 'plan', choices: { tables, overwrite } })) as LogPlan,
    next: async () => (await ask({ type: 'next' })) as IncidentBatch | undefined,
  }
}
export type LogTrial = ReturnType<typeof logTrial>

export const fileOf = (content: string | Uint8Array<ArrayBuffer>, name = 'log.csv'): File => new File([content], name)

/** Rows of cells, comma separated. */
export const csv = (...rows: readonly (readonly string[])[]): string =>
  `${rows.map((row) => row.join(',')).join('\n')}\n`

export async function batchesOf({ next }: LogTrial): Promise<IncidentBatch[]> {
  const batches: IncidentBatch[] = []
  for (let batch = await next(); batch; batch = await next()) batches.push(batch)
  return batches
}

/** A file, taken as it is proposed: what would be saved, by number. */
export async function bringIn(
  content: string | Uint8Array<ArrayBuffer>,
  options: TrialOptions & { dress?: Partial<Dress> } = {},
) {
  const trial = logTrial(options)
  const look = await trial.look(fileOf(content), options.dress)
  const summary = await trial.read(look)
  const plan = await trial.plan(summary.tables)
  const batches = await batchesOf(trial)
  const items = batches.flatMap(({ args }) => args.incidents)
  const incidents = new Map<string, Incident>(items.map(({ doc }) => [doc.number, doc]))
  return { trial, look, summary, plan, batches, items, incidents }
}
