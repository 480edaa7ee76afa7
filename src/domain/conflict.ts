// Two people set one thing to two values without knowing of each other: one shows, the other is kept, a person is asked.
import * as z from 'zod/mini'
import { defineKind, instantSchema } from './record.ts'

const sideSchema = z.object({
  /** The group's fields, verbatim. */
  value: z.record(z.string(), z.unknown()),
  by: z.string(),
  at: z.number(),
})

export const conflictSchema = z.object({
  kind: z.string(),
  recordId: z.string(),
  group: z.string(),
  scope: z.string(),
  /** The value that shows. */
  shown: sideSchema,
  /** The value that was set without knowing of it. */
  other: sideSchema,
  solvedAt: z.nullable(instantSchema),
  solvedById: z.nullable(z.string()),
  outcome: z.nullable(z.enum(['shown', 'other'])),
})
export type Conflict = z.infer<typeof conflictSchema>

/** Written by the server when it merges; a person only solves it. Lies in the scope of its record. */
export const conflictKind = defineKind(
  'conflict',
  conflictSchema,
  {
    what: ['kind', 'recordId', 'group', 'scope', 'shown', 'other'],
    solved: ['solvedAt', 'solvedById', 'outcome'],
  },
  (doc) => doc.scope,
)
