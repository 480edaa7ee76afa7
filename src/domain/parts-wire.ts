// What is said of the parts of files between device and server, beside the records.
import * as z from 'zod/mini'
import { idSchema } from './id-schema.ts'
import { protocol } from './wire.ts'

/** Files in one question. */
export const filesAtOnce = 100

export const missingRequestSchema = z.object({
  x: z.literal(protocol),
  db: z.string(),
  user: z.optional(z.string()),
  ids: z.array(idSchema).check(z.maxLength(filesAtOnce)),
})
export type MissingRequest = z.infer<typeof missingRequestSchema>

/** By file, the parts that the server does not have. One that is not named is no more, or is not this person's to send. */
export const missingResponseSchema = z.object({
  x: z.literal(protocol),
  db: z.string(),
  missing: z.record(z.string(), z.array(z.int().check(z.minimum(0)))),
})

export const partTakenSchema = z.object({ x: z.literal(protocol), ok: z.literal(true) })

export const partPath = (id: string, n: number): string => `/sync/v1/parts/${id}/${n}`
