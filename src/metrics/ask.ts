// The page's door to the metrics thread.
import { createDoor, type Door, type DoorOptions, type Thread } from './door.ts'
import type { Answers, PageQuestion } from './question.ts'

export type Ask = Door<PageQuestion, Answers>
export type MetricsThread = Thread<PageQuestion>

const startWorker = (): MetricsThread => new Worker(new URL('./worker.ts', import.meta.url), { type: 'module' })

type AskOptions = Omit<DoorOptions<PageQuestion>, 'startThread'> & { readonly startThread?: () => MetricsThread }

export const createAsk = ({ startThread = startWorker, ...options }: AskOptions): Ask =>
  createDoor<PageQuestion, Answers>({ ...options, startThread })
