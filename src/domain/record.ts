// What every kind of record has in common: a schema, groups of fields that merge together, and a scope.
import * as z from 'zod/mini'
import { dayNumber } from './local-date.ts'

/** A scope is the unit of permission, cursor and wipe, written `name` or `name:id`. */
export type Scope = string

export type Doc = Readonly<Record<string, unknown>>

export interface Kind<Name extends string = string, Record extends Doc = Doc> {
  readonly name: Name
  readonly schema: z.ZodMiniType<Record>
  /** Every field is in exactly one group; the fields of one group merge together or not at all. */
  readonly groups: Readonly<globalThis.Record<string, readonly string[]>>
  readonly scopeOf: (doc: Record) => Scope
  /** Rows of an append-only kind are created once and never changed. */
  readonly isAppendOnly: boolean
}

export function defineKind<const Name extends string, Schema extends z.ZodMiniType<Doc>>(
  name: Name,
  schema: Schema,
  groups: globalThis.Record<string, readonly (keyof z.infer<Schema> & string)[]>,
  scopeOf: (doc: z.infer<Schema>) => Scope,
  options: { isAppendOnly?: boolean } = {},
): Kind<Name, z.infer<Schema>> {
  const kind = { name, schema, groups, scopeOf, isAppendOnly: options.isAppendOnly ?? false }
  return kind as unknown as Kind<Name, z.infer<Schema>>
}

/** The group that every kind has: deleting and undeleting a record. */
export const deletedGroup = 'deleted'

/** Who last set a group, and at which version of the scope. */
export const groupMarkSchema = z.object({
  /** Version of the scope at which the group was last set. */
  v: z.number(),
  /** Edit time as the author's device told it, corrected by its clock's offset, ms. */
  at: z.number(),
  by: z.string(),
  client: z.string(),
  mid: z.number(),
})
export type GroupMark = z.infer<typeof groupMarkSchema>

/** One record as the server holds it and as it travels. */
export const rowSchema = z.object({
  k: z.string(),
  id: z.string(),
  s: z.string(),
  ver: z.number(),
  del: z.boolean(),
  doc: z.record(z.string(), z.unknown()),
  groups: z.record(z.string(), groupMarkSchema),
})
export type Row = z.infer<typeof rowSchema>

/** For data protection: nothing is left of it but its id, and it never comes back. */
export const isErased = ({ del, doc }: Pick<Row, 'del' | 'doc'>): boolean => del && Object.keys(doc).length === 0

/** One record as a device takes it: of each group's mark its version is enough; a server of before sends all of it. */
export const pulledRowSchema = z.object({
  ...rowSchema.shape,
  groups: z.record(z.string(), z.union([z.number(), groupMarkSchema])),
})
export type PulledRow = z.infer<typeof pulledRowSchema>

// Fields used by many kinds.
export const nameSchema = z.string().check(z.trim(), z.minLength(1), z.maxLength(120))
export const textSchema = z.string().check(z.maxLength(8000))
/** `YYYY-MM-DD`, a day that there is: figures count in days. */
export const localDateSchema = z.string().check(z.refine((text) => dayNumber(text) !== undefined))
/** Milliseconds since the epoch, UTC, between 1970 and 2200. */
export const instantSchema = z.int().check(z.minimum(0), z.maximum(7_258_118_400_000))
export const shareSchema = z.number().check(z.minimum(0), z.maximum(1))
export const countSchema = z.int().check(z.minimum(0), z.maximum(10_000_000))
