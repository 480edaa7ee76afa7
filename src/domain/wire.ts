// What crosses the network between device and server, as schemas that both sides parse.
import * as z from 'zod/mini'
import { grantSchema } from './grant-schema.ts'
import { idSchema } from './id-schema.ts'

export const protocol = 'sync1'
export const opLimits = { bytes: 64 * 1024, rows: 200 } as const
export const pushLimits = { ops: 50, bytes: 256 * 1024 } as const
export const pullLimit = 2000

const docSchema = z.record(z.string(), z.unknown())

/** One record's part of an op: whole groups, each with the version that its author saw (0: none). */
export const wireChangeSchema = z.object({
  k: z.string().check(z.maxLength(40)),
  id: idSchema,
  s: z.string().check(z.maxLength(80)),
  base: z.record(z.string(), z.int().check(z.minimum(0))),
  set: z.record(z.string(), docSchema),
})
export type WireChange = z.infer<typeof wireChangeSchema>

/** What one mutation wrote; accepted or refused as a whole. The outbox keeps and sends the exact text of it. */
export const opSchema = z.object({
  mid: z.int().check(z.minimum(1)),
  name: z.string().check(z.maxLength(60)),
  by: z.string().check(z.maxLength(64)),
  /** The device's clock when the person did it, ms. */
  at: z.int(),
  schema: z.int(),
  /** Put back from a file: `client mid` under which a device once had it. Done already, it is not done again. */
  origin: z.optional(z.string().check(z.maxLength(80))),
  changes: z.array(wireChangeSchema).check(z.minLength(1), z.maxLength(opLimits.rows)),
})
export type Op = z.infer<typeof opSchema>

/** `ops` are the stored texts, so that a resent op is the same bytes. `now` is the device's clock when it sends. */
export const pushRequestSchema = z.object({
  x: z.literal(protocol),
  db: z.string(),
  client: idSchema,
  build: z.int(),
  /** Whose records the device holds. Absent: whoever is signed in. */
  user: z.optional(z.string()),
  now: z.int(),
  /** The outcome that pages of before cannot read: to them it is `rejected`. */
  knows: z.optional(z.literal('quarantined')),
  ops: z.array(z.string().check(z.maxLength(opLimits.bytes))).check(z.minLength(1), z.maxLength(pushLimits.ops)),
})
export type PushRequest = z.infer<typeof pushRequestSchema>

/** `quarantined`: of a scope that was taken away from its author; the server keeps it, the device does not. */
export const opOutcomes = ['ok', 'conflict', 'rejected', 'quarantined'] as const
export const opResultSchema = z.object({
  mid: z.int(),
  o: z.enum(opOutcomes),
  /** Versions that the op was given, by scope; the op leaves the overlay once the pull cursors have passed them. */
  vers: z.optional(z.record(z.string(), z.int())),
  /** Why it was refused: a code and a plain sentence. */
  code: z.optional(z.string()),
  message: z.optional(z.string()),
})
export type OpResult = z.infer<typeof opResultSchema>

/** `epoch` changes when a backup is put back; a server that was never put back to one says its `db`. Older ones say none. */
const envelope = { x: z.literal(protocol), db: z.string(), epoch: z.optional(z.string()) }

/** `gap`: the server has got to `expected - 1` of this client's ops. `upgrade`: this build is too old to talk.
 * `wait`: the next op is of a later schema than the server knows; it is kept, and sent when the server is up to date. */
export const pushResponseSchema = z.union([
  z.object({ ...envelope, now: z.int(), last: z.int(), results: z.array(opResultSchema) }),
  z.object({ ...envelope, gap: z.object({ expected: z.int() }) }),
  z.object({ ...envelope, forked: z.literal(true) }),
  z.object({ ...envelope, upgrade: z.object({ minBuild: z.int() }) }),
  z.object({ ...envelope, wait: z.object({ schema: z.int() }) }),
])
export type PushResponse = z.infer<typeof pushResponseSchema>

export const pullRequestSchema = z.object({
  x: z.literal(protocol),
  db: z.string(),
  client: idSchema,
  build: z.int(),
  /** Whose records the device holds. Absent: whoever is signed in. */
  user: z.optional(z.string()),
  schema: z.int(),
  cursors: z.record(z.string(), z.int().check(z.minimum(0))),
  limit: z.int().check(z.minimum(1), z.maximum(10_000)),
  /** Rows with the versions of their groups instead of whole marks, which are most of a row's bytes. */
  marks: z.optional(z.literal('versions')),
  /** Scopes that are fetched anew because their rows were others than the server's. */
  differing: z.optional(z.array(z.string().check(z.maxLength(80))).check(z.maxLength(1000))),
  /** Scopes of which nothing is to come: a person is to decide first about what the server would delete there. */
  held: z.optional(z.array(z.string().check(z.maxLength(80))).check(z.maxLength(1000))),
  /** Of desks of which nothing has come yet, what is going on comes first. Servers of before do not know it. */
  hot: z.optional(z.literal(true)),
})
export type PullRequest = z.infer<typeof pullRequestSchema>

/** NDJSON: a head, rows, an end. Without the end line the answer was cut short: what came is kept, and asked on. */
export const pullHeadSchema = z.object({
  ...envelope,
  now: z.int(),
  grants: z.array(grantSchema),
  granted: z.array(z.string()),
  revoked: z.array(z.string()),
  /** Rows still to come in all scopes, this answer included; for progress. */
  waiting: z.int(),
  /** By scope, where there are any: records that the device has and others have deleted, with no reason for deleting many. */
  deleted: z.optional(z.record(z.string(), z.int())),
})
export type PullHead = z.infer<typeof pullHeadSchema>
/** Rows ahead of their turn, for those who ask for them: they move no cursor and come again in the order of versions. */
export const hotRowsSchema = z.object({ hot: z.array(z.unknown()) })
export const pullEndSchema = z.object({
  end: z.literal(true),
  cursors: z.record(z.string(), z.int()),
  more: z.boolean(),
  /** Of the scopes that are sent whole: that of a device which stands at the cursor. See `digest.ts`. */
  digest: z.optional(z.record(z.string(), z.string())),
})
export type PullEnd = z.infer<typeof pullEndSchema>

/** That a device shall remove a person's records: who asked, and when (the server's clock, ms). */
export const wipeOrderSchema = z.object({ db: z.string(), user: z.string(), by: z.string(), at: z.number() })
export type WipeOrder = z.infer<typeof wipeOrderSchema>

/** What every refusal of the server looks like, whatever its status. `wipe` comes with the code of that name. */
export const refusalSchema = z.object({
  x: z.literal(protocol),
  error: z.object({ code: z.string(), message: z.string(), field: z.optional(z.string()) }),
  wipe: z.optional(wipeOrderSchema),
})

/** Who is signed in here. */
export const sessionSchema = z.object({
  db: z.string(),
  userId: z.string(),
  name: z.string(),
  email: z.string(),
  grants: z.array(grantSchema),
})
export type Session = z.infer<typeof sessionSchema>
