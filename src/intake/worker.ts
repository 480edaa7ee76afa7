// The import's own thread: reading files and planning never holds up a tap.

import { zoneOf } from '../domain/zone.ts'
import type { ImportAnswer, ImportQuestion } from './ask.ts'
import { importBatches } from './import-batches.ts'
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

self.onmessage = async (event: MessageEvent<{ id: number; question: ImportQuestion }>) => {
  const { id, question } = event.data
  try {
    self.postMessage({ id, answer: await answer(question) })
  } catch (error) {
    self.postMessage({ id, failure: error instanceof Error ? error.message : String(error) })
  }
}
