// The import's own thread: reading files and planning never holds up a tap. It reads this device's store, where a log of
// incidents is compared with what is there, and writes nothing.

import { zoneOf } from '../domain/zone.ts'
import { inParts } from '../store/follow.ts'
import { workedOnIds } from '../store/imported.ts'
import { openToRead, type Store, withDatabase } from '../store/store.ts'
import type { ImportAnswer, ImportQuestion } from './ask.ts'
import { type HereSource, logHere, namesHere } from './here-log.ts'
import { importBatches } from './import-batches.ts'
import type { LogMessage, LogReply } from './incident-ask.ts'
import { makeLogThread } from './log-thread.ts'
import { type ImportIds, importIds } from './outage-ids.ts'
import { parseImport } from './parse-import.ts'
import type { ParsedImport } from './parsed-import.ts'
import { type ImportPlan, planImport } from './plan-import.ts'

const digest = async (bytes: Uint8Array<ArrayBuffer>) => new Uint8Array(await crypto.subtle.digest('SHA-256', bytes))

let parsed: ParsedImport | undefined
let ids: ImportIds | undefined
let plan: ImportPlan | undefined

async function answer(question: ImportQuestion): Promise<ImportAnswer> {
  if (question.type === 'parse') {
    parsed = parseImport(question.files, { ...question.options, zone: zoneOf(question.options.zone) })
    ids = await importIds(parsed, digest)
    return { type: 'parse', parsed }
  }
  if (!parsed || !ids) throw new Error('nothing has been read yet')
  if (question.type === 'plan') {
    plan = planImport(parsed, ids, question.existing, question.choices)
    return { type: 'plan', plan }
  }
  if (!plan) throw new Error('nothing has been planned yet')
  return { type: 'batches', batches: await importBatches(plan, question.options, digest) }
}

const partLength = 1000

function sourceOf(store: Store): HereSource {
  const { reads } = store
  return {
    all: (kind) => withDatabase(store, () => reads.all(kind)),
    ids: (kind) => withDatabase(store, () => reads.ids(kind)),
    getDeleted: (kind, id) => withDatabase(store, () => reads.getDeleted(kind, id)),
    eachPart: (take) => inParts(store, 'incident', partLength, take),
    workedOn: () => workedOnIds(store),
  }
}

let storeName = ''
/** Opened anew each time: a thread that waits for a person holds nothing open. */
async function withHere<T>(work: (source: HereSource) => Promise<T>): Promise<T> {
  const store = await openToRead(storeName)
  try {
    return await work(sourceOf(store))
  } finally {
    store.close()
  }
}

const answerLog = makeLogThread({
  digest,
  pause: () => new Promise((resolve) => setTimeout(resolve)),
  namesHere: () => withHere(namesHere),
  logHere: () => withHere(logHere),
})
const cancels = new Map<number, AbortController>()

async function takeLog(message: LogMessage): Promise<void> {
  const { id } = message
  const reply = (said: LogReply) => self.postMessage(said)
  if ('isCancelled' in message) return cancels.get(id)?.abort()
  const cancel = new AbortController()
  cancels.set(id, cancel)
  storeName = message.storeName
  try {
    const said = await answerLog(message.log, cancel.signal, (progress) => reply({ id, progress }))
    reply({ id, answer: said })
  } catch (error) {
    reply({ id, failure: error instanceof Error ? error.message : String(error) })
  } finally {
    cancels.delete(id)
  }
}

self.onmessage = async (event: MessageEvent<{ id: number; question: ImportQuestion } | LogMessage>) => {
  if (!('question' in event.data)) return takeLog(event.data)
  const { id, question } = event.data
  try {
    self.postMessage({ id, answer: await answer(question) })
  } catch (error) {
    self.postMessage({ id, failure: error instanceof Error ? error.message : String(error) })
  }
}
