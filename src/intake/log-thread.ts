// The work on one log, question by question, with what was read in between: the runtime around it is worker.ts.
import { DEFAULT_ZONE, zoneOf } from '../domain/zone.ts'
import { type ByteFacts, type Reading, scanBytes } from './byte-scan.ts'
import type { LogAnswers, LogQuestion } from './incident-ask.ts'
import type { IncidentBatch, LogLook, LogProgress, PlanChoices, ReadChoices } from './incident-log.ts'
import { batchesOf } from './log-batches.ts'
import { type DocRules, makeDoc } from './log-doc.ts'
import type { Folded } from './log-fold.ts'
import { type KnownNames, summaryOf } from './log-summary.ts'
import { lookAtLog } from './look-log.ts'
import type { Digest } from './outage-ids.ts'
import { type HereLog, planLog } from './plan-log.ts'
import { readLog } from './read-log.ts'

export interface LogParts {
  readonly digest: Digest
  /** Lets waiting messages in before the next piece of work. */
  readonly pause: () => Promise<void>
  readonly namesHere: () => Promise<KnownNames>
  readonly logHere: () => Promise<HereLog>
}

export type LogAnswer = LogAnswers[LogQuestion['type']]

export type LogThread = (
  question: LogQuestion,
  signal: AbortSignal,
  onProgress: (progress: LogProgress) => void,
) => Promise<LogAnswer>

interface Scanned {
  readonly file: File
  readonly facts: ByteFacts
}

/** A file comes anew with each question. */
const isSame = (a: File, b: File) => a.name === b.name && a.size === b.size && a.lastModified === b.lastModified

export function makeLogThread({ digest, pause, namesHere, logHere }: LogParts): LogThread {
  let scanned: Scanned | undefined
  let looked: LogLook | undefined
  let read: { readonly folded: Folded; readonly choices: ReadChoices } | undefined
  let batches: Generator<IncidentBatch, undefined> | undefined

  const look = async (file: File, known: (LogQuestion & { type: 'look' })['dress'], reading: Reading) => {
    read = undefined
    batches = undefined
    if (!scanned || !isSame(scanned.file, file)) {
      const facts = await scanBytes(file, digest, reading)
      if ('reason' in facts) return facts
      scanned = { file, facts }
    }
    const found = await lookAtLog(scanned.file, scanned.facts, known)
    looked = 'reason' in found ? undefined : found
    return found
  }

  const readAll = async (choices: ReadChoices, signal: AbortSignal, onProgress: (progress: LogProgress) => void) => {
    if (!scanned || !looked) throw new Error('no file was looked at')
    const { file } = scanned
    batches = undefined
    read = undefined
    const header = looked.columns.map(({ name }) => name)
    const folded = await readLog(file, choices, header, signal, onProgress)
    read = { folded, choices }
    return summaryOf(folded, choices.mapping, await namesHere())
  }

  const plan = async (choices: PlanChoices, signal: AbortSignal) => {
    if (!read || !looked || !scanned) throw new Error('nothing was read')
    const { folded } = read
    const { source, dress } = read.choices
    const { importId } = looked
    batches = undefined
    const here = await logHere()
    const zone = zoneOf(dress.zone || DEFAULT_ZONE)
    const rules: DocRules = { folded, tables: choices.tables, source, importId, zone, matrices: here.matrices }
    const made = await planLog(rules, here, choices, { digest, signal, pause })
    const doc = { fileName: scanned.file.name.slice(0, 300), rows: folded.rows, incidents: folded.incidents.length }
    batches = batchesOf(made.planned, {
      makeDoc: ({ incident, councilId }) => makeDoc(incident, councilId, rules).doc,
      run: { id: importId, doc },
      isUndone: here.undoneIds.has(importId),
    })
    return made.plan
  }

  return async (question, signal, onProgress) => {
    if (question.type === 'look') {
      const { file, dress } = question
      const onSlice = (doneBytes: number) => onProgress({ doneBytes, totalBytes: file.size, rows: 0 })
      return look(file, dress, { signal, onSlice })
    }
    if (question.type === 'read') return readAll(question.choices, signal, onProgress)
    if (question.type === 'plan') return plan(question.choices, signal)
    if (!batches) throw new Error('nothing was planned')
    return batches.next().value
  }
}
