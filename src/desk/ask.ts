// The page's door to the desk's thread.
import { createDoor, type Door, type DoorOptions, type Thread } from '../metrics/door.ts'
import type { DeskAnswers, DeskQuestion } from './question.ts'

export type Desk = Door<DeskQuestion, DeskAnswers>
export type DeskThread = Thread<DeskQuestion>

const startWorker = (): DeskThread => new Worker(new URL('./worker.ts', import.meta.url), { type: 'module' })

type DeskOptions = Omit<DoorOptions<DeskQuestion>, 'startThread'> & { readonly startThread?: () => DeskThread }

export const createDesk = ({ startThread = startWorker, ...options }: DeskOptions): Desk =>
  createDoor<DeskQuestion, DeskAnswers>({ ...options, startThread })
