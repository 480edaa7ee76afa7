// The audit trail, asked of the server page by page, and whole as a file; and data protection.
import * as z from 'zod/mini'
import { type Retention, retentionSchema } from '../domain/retention.ts'
import { ask, done } from './account.ts'
import { askFile } from './ask-file.ts'

const recordSchema = z.object({ k: z.string(), id: z.string(), s: z.nullable(z.string()) })
const actSchema = z.object({
  id: z.number(),
  at: z.number(),
  person: z.nullable(z.string()),
  name: z.string(),
  outcome: z.string(),
  code: z.nullable(z.string()),
  records: z.array(recordSchema),
})
export type Act = z.infer<typeof actSchema>
const placeSchema = z.object({ at: z.number(), id: z.number() })
const pageSchema = z.object({ x: z.string(), acts: z.array(actSchema), next: z.nullable(placeSchema) })
export type ActPage = Pick<z.infer<typeof pageSchema>, 'acts' | 'next'>

export interface ActSearch {
  readonly person?: string
  /** What the name of an act begins with, before the dot. */
  readonly area?: string
  readonly record?: string
  /** ms; `until` is excluded. */
  readonly from?: number
  readonly until?: number
}

/** The latest first; `before` is where the page before ended. */
export const auditPage = (search: ActSearch, before?: z.infer<typeof placeSchema>) =>
  ask('/admin/audit', pageSchema, before ? { ...search, before } : search)

export const auditCsv = (search: ActSearch) => askFile('/admin/audit/export', 'text/csv', search)

/** Nothing brings it back. */
export const eraseRecord = (id: string) =>
  ask('/admin/privacy/erase', z.object({ x: z.string(), erased: z.number() }), { id })

const countsSchema = z.record(z.string(), z.object({ count: z.number(), oldest: z.nullable(z.number()) }))
/** By kind: how much goes, and since when the oldest of it could have. */
export type Counts = z.infer<typeof countsSchema>

export const retention = () =>
  ask('/admin/privacy/retention', z.object({ x: z.string(), retention: retentionSchema, ran: z.nullable(z.string()) }))
export const planRetention = (wanted: Retention) =>
  ask('/admin/privacy/retention/plan', z.object({ x: z.string(), counts: countsSchema }), wanted)
export const setRetention = (wanted: Retention) => ask('/admin/privacy/retention', done, wanted)

const wordCounts = z.object({ x: z.string(), counts: z.record(z.string(), z.number()) })
/** Of somebody whose account is switched off: how much of what they wrote there is, by kind. */
export const wordsOfDeparted = (id: string) => ask('/admin/privacy/departed', wordCounts, { id })
export const eraseWordsOfDeparted = (id: string, kinds: readonly string[]) =>
  ask('/admin/privacy/departed/erase', wordCounts, { id, kinds })
