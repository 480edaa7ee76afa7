// A mutation is a named thing that a person may do: a schema for its arguments and a function from what is recorded to
// what shall be. Invariant: a mutation is a pure function; clock, new ids and the person come in its context.
import type * as z from 'zod/mini'
import type { Role } from './access.ts'
import type { KindName } from './kind-names.ts'
import type { DocOf, Recorded } from './kinds.ts'
import { kindNamed, kinds } from './kinds.ts'
import { sameValue } from './merge.ts'
import type { Doc, Scope } from './record.ts'
import { deletedGroup } from './record.ts'

/** What a mutation may ask of the records; deleted records are not there. */
export interface Reads {
  get<K extends KindName>(kind: K, id: string): Promise<Recorded<K> | undefined>
  /** Records of the kind whose field equals the value. */
  where<K extends KindName>(kind: K, field: keyof DocOf<K> & string, value: string): Promise<Recorded<K>[]>
}

export interface MutationContext {
  readonly now: number
  readonly personId: string
  /** A new id that carries the instant `at`; now when not given. */
  newId(at?: number): string
}

/** What a mutation wants written: whole groups of one record. A record that does not exist yet is created. */
export interface Write {
  readonly k: KindName
  readonly id: string
  readonly s: Scope
  readonly set: Readonly<Record<string, Doc>>
}

/** A person's mistake, as a value: a code, a plain sentence and the argument it belongs to. */
export interface Refusal {
  readonly code: string
  readonly message: string
  readonly field?: string
}
export const refuse = (code: string, message: string, field?: string): Refusal =>
  field === undefined ? { code, message } : { code, message, field }

export type Outcome = readonly Write[] | Refusal
export const isRefusal = (outcome: Outcome): outcome is Refusal => !Array.isArray(outcome)

export interface Mutation<Args = never> {
  readonly name: string
  readonly args: z.ZodMiniType<Args>
  /** Who may send it; the scopes that they may write are access.ts's business. */
  readonly roles: readonly Role[]
  /** The groups that it may touch, by kind, or any group of any kind. The server refuses an op that touches more. */
  readonly writes: Readonly<Partial<Record<KindName, readonly string[]>>> | 'any'
  run(args: Args, reads: Reads, context: MutationContext): Promise<Outcome> | Outcome
}

export function defineMutation<Schema extends z.ZodMiniType<unknown>>(
  mutation: Omit<Mutation<z.infer<Schema>>, 'args'> & { readonly args: Schema },
): Mutation<z.infer<Schema>> {
  return mutation as unknown as Mutation<z.infer<Schema>>
}

/** Writes a new record, all groups. */
export function create<K extends KindName>(k: K, id: string, doc: DocOf<K>): Write {
  const kind = kindNamed(k)
  if (!kind) throw new Error(`no kind ${k}`)
  return { k, id, s: kind.scopeOf(doc as Doc), set: groupsOf(k, doc as Doc, Object.keys(kind.groups)) }
}

/** Writes the groups of `record` that `patch` touches, with the untouched fields of those groups as they are. */
export function change<K extends KindName>(k: K, record: Recorded<K>, patch: Partial<DocOf<K>>): Write {
  const kind = kindNamed(k)
  if (!kind) throw new Error(`no kind ${k}`)
  const touched = Object.keys(kind.groups).filter((group) => kind.groups[group]?.some((field) => field in patch))
  const merged = { ...(record as Doc), ...(patch as Doc) }
  return { k, id: record.id, s: kind.scopeOf(record as unknown as Doc), set: groupsOf(k, merged, touched) }
}

/** As `change`, but only the groups whose value differs, so that two people's edits of different things both stay. */
export function changeDiffering<K extends KindName>(
  k: K,
  record: Recorded<K>,
  patch: Partial<DocOf<K>>,
): Write | undefined {
  const write = change(k, record, patch)
  const before = groupsOf(k, record as Doc, Object.keys(write.set))
  const set = Object.fromEntries(Object.entries(write.set).filter(([group, value]) => !sameValue(value, before[group])))
  return Object.keys(set).length === 0 ? undefined : { ...write, set }
}

export function setDeleted<K extends KindName>(k: K, record: Recorded<K>, deleted: boolean): Write {
  const scopeOf = kinds[k].scopeOf as (doc: Doc) => Scope
  return { k, id: record.id, s: scopeOf(record as unknown as Doc), set: { [deletedGroup]: { deleted } } }
}

function groupsOf(k: KindName, doc: Doc, groups: readonly string[]): Record<string, Doc> {
  const fieldsOf = kinds[k].groups as Readonly<Record<string, readonly string[]>>
  return Object.fromEntries(
    groups.map((group) => [group, Object.fromEntries((fieldsOf[group] ?? []).map((field) => [field, doc[field]]))]),
  )
}
