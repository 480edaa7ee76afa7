// What a device and the server say to each other of the key for legal text.
import * as z from 'zod/mini'
import { protocol } from './wire.ts'

export const leaseRequestSchema = z.object({ x: z.literal(protocol), db: z.string(), user: z.optional(z.string()) })
export type LeaseRequest = z.infer<typeof leaseRequestSchema>

/** `null`: this person reads nothing of Legal. */
export const leaseResponseSchema = z.object({
  x: z.literal(protocol),
  db: z.string(),
  /** As in answers to pushes; older servers say none. */
  epoch: z.optional(z.string()),
  lease: z.nullable(
    z.object({
      /** Of the key. */
      id: z.string().check(z.minLength(1), z.maxLength(64)),
      /** 32 bytes in base64. */
      key: z.string().check(z.regex(/^[A-Za-z0-9+/]{43}=$/)),
      hours: z.number().check(z.positive(), z.maximum(8784)),
    }),
  ),
})
export type LeaseResponse = z.infer<typeof leaseResponseSchema>
