// The sample's steps: who did what and when, through the same mutations as a person's taps, over records in memory.
import { makeId } from '../../domain/identity.ts'
import type { KindName } from '../../domain/kind-names.ts'
import type { Recorded } from '../../domain/kinds.ts'
import { isRefusal, type Mutation, type Reads, type Write } from '../../domain/mutation.ts'
import { addEntry } from '../../domain/mutations/record-time.ts'
import { type Doc, deletedGroup } from '../../domain/record.ts'
import type { Random } from './random.ts'

export interface SampleOp {
  /** Wire name of the mutation. */
  readonly name: string
  readonly by: string
  /** ms */
  readonly at: number
  readonly changes: readonly Write[]
}

export interface Script {
  /** Does it, at the instant `at` as person `by`, and hands back what was written. */
  run<Args>(by: string, at: number, mutation: Mutation<Args>, args: Args): Promise<readonly Write[]>
  newId(at: number): string
  /** In the order they were done. */
  readonly ops: readonly SampleOp[]
}

export function startScript(random: Random): Script {
  const records = new Map<string, Map<string, Doc>>()
  const ofKind = (kind: string) => {
    const known = records.get(kind) ?? new Map<string, Doc>()
    records.set(kind, known)
    return known
  }
  const recorded = <K extends KindName>(_kind: K, id: string, doc: Doc) => ({ ...doc, id }) as unknown as Recorded<K>
  // Asked for often and by few fields, of thousands: each field that was asked for once is kept as an index.
  const indexes = new Map<string, Map<string, Map<unknown, Set<string>>>>()
  const indexOf = (kind: string, field: string) => {
    const ofFields = indexes.get(kind) ?? new Map<string, Map<unknown, Set<string>>>()
    indexes.set(kind, ofFields)
    const known = ofFields.get(field)
    if (known) return known
    const made = new Map<unknown, Set<string>>()
    ofFields.set(field, made)
    for (const [id, doc] of ofKind(kind)) add(made, doc[field], id)
    return made
  }
  const reads: Reads = {
    get: async (kind, id) => {
      const doc = ofKind(kind).get(id)
      return doc && doc.isDeleted !== true ? recorded(kind, id, doc) : undefined
    },
    where: async (kind, field, value) =>
      [...(indexOf(kind, field).get(value) ?? [])].flatMap((id) => {
        const doc = ofKind(kind).get(id)
        return doc && doc.isDeleted !== true ? recorded(kind, id, doc) : []
      }),
  }
  const keep = ({ k, id, set }: Write) => {
    const before = ofKind(k).get(id)
    const doc: Record<string, unknown> = { ...before }
    for (const [group, value] of Object.entries(set)) {
      if (group === deletedGroup) doc.isDeleted = value.deleted
      else Object.assign(doc, value)
    }
    ofKind(k).set(id, doc)
    for (const [field, index] of indexes.get(k) ?? []) {
      if (before && before[field] !== doc[field]) index.get(before[field])?.delete(id)
      add(index, doc[field], id)
    }
  }
  const ops: SampleOp[] = []
  const newId = (at: number) => makeId(at, random.bytes())
  return {
    ops,
    newId,
    run: async (by, at, mutation, args) => {
      const outcome = await mutation.run(args, reads, { now: at, personId: by, newId: (on) => newId(on ?? at) })
      if (isRefusal(outcome)) throw new Error(`the sample's ${mutation.name} was refused: ${outcome.message}`)
      if (outcome.length === 0) return outcome
      for (const write of outcome) keep(write)
      const last = ops.at(-1)
      if (last && isOneAct(last, { name: mutation.name, by, at }, outcome))
        ops[ops.length - 1] = { ...last, changes: [...last.changes, ...outcome] }
      else ops.push({ name: mutation.name, by, at, changes: outcome })
      return outcome
    },
  }
}

function add(index: Map<unknown, Set<string>>, value: unknown, id: string): void {
  const ids = index.get(value)
  if (ids) ids.add(id)
  else index.set(value, new Set([id]))
}

/** What one person adds at one instant in one way is one op: a week's time, written down on a Friday evening. */
const isOneAct = (last: SampleOp, { name, by, at }: Omit<SampleOp, 'changes'>, changes: readonly Write[]) =>
  name === addEntry.name &&
  last.name === name &&
  last.by === by &&
  last.at === at &&
  last.changes.length + changes.length <= 60
