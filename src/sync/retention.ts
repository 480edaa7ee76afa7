// How long words are kept, asked of the server and told it.
import * as z from 'zod/mini'
import { type Retention, retentionSchema } from '../domain/retention.ts'
import { ask, done } from './account.ts'

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
