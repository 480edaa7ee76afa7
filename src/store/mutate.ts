// The one door for what a person does. Invariant: a record change and its outbox op commit together, or neither does.
import { mayWrite } from '../domain/access.ts'
import { kindNamed } from '../domain/kinds.ts'
import { overlay } from '../domain/merge.ts'
import { isRefusal, type Mutation, type Refusal, refuse, type Write } from '../domain/mutation.ts'
import { type Doc, deletedGroup } from '../domain/record.ts'
import { schemaNumber } from '../domain/schema-number.ts'
import type { WireChange } from '../domain/wire.ts'
import { kindTables } from './database.ts'
import { layersOver } from './layers.ts'
import { enqueue, seenBases, showAgain, storedRows } from './outbox.ts'
import { isSealed } from './sealing.ts'
import { type Store, withDatabase } from './store.ts'
import { touchOf } from './touch.ts'

export type MutationResult =
  | { readonly ok: true; readonly writes: readonly Write[] }
  | { readonly ok: false; readonly refusal: Refusal }

const notAllowed = refuse(
  'not_allowed',
  'Your account may not change this. An administrator can give you the role for it.',
)
const locked = refuse(
  'locked',
  'What was written here is locked on this device. Connect once to open it, then change it; new time can be recorded meanwhile.',
)
const tooLarge = refuse('too_large', 'That is more than can be saved at once. Save it in smaller parts.')
const badValue = (field: string) => refuse('bad_value', 'One of the answers cannot be kept as it is.', field)

/** Resolves when the change is durable on this device; a person's mistake is a value, a broken store throws. */
export const mutate = <Args>(store: Store, mutation: Mutation<Args>, args: Args): Promise<MutationResult> =>
  mutateWith(store, mutation, args, [], async () => {})

/** `also` stores what belongs to the change in tables of its own, `beside`, in the same transaction: both or neither. */
export async function mutateWith<Args>(
  store: Store,
  mutation: Mutation<Args>,
  args: Args,
  beside: readonly string[],
  also: (writes: readonly Write[]) => Promise<void>,
): Promise<MutationResult> {
  const parsed = mutation.args.safeParse(args)
  if (!parsed.success) return { ok: false, refusal: badValue(parsed.error.issues[0]?.path.join('.') ?? '') }
  const access = store.access()
  if (!access.grants.some((grant) => mutation.roles.includes(grant.role))) return { ok: false, refusal: notAllowed }
  const { database } = store
  const tables = [...kindTables, 'outbox', 'sent', 'meta', ...beside]
  return withDatabase(store, () =>
    database.transaction('rw', tables, async (): Promise<MutationResult> => {
      const now = store.now()
      const context = { now, personId: store.personId, newId: (at?: number) => store.newId(at ?? now) }
      const outcome = await mutation.run(parsed.data, store.reads, context)
      if (isRefusal(outcome)) return { ok: false, refusal: outcome }
      if (outcome.length === 0) return { ok: true, writes: [] }
      if (!outcome.every((write) => mayWrite(access, write.s, write.k))) return { ok: false, refusal: notAllowed }
      const refusal = await write(store, mutation.name, now, outcome)
      if (refusal) return { ok: false, refusal }
      await also(outcome)
      return { ok: true, writes: outcome }
    }),
  )
}

/** One op for all of it, or a refusal and nothing. */
async function write(store: Store, name: string, at: number, writes: readonly Write[]): Promise<Refusal | undefined> {
  const { database } = store
  const changes: WireChange[] = []
  const shown = new Map<string, { doc: Doc; del: boolean }>()
  const rows = await storedRows(database, new Set(writes.map(touchOf)))
  // Nothing is written over words that its author cannot see.
  if ([...rows.values()].some((row) => isSealed(row.doc) || isSealed(row.confirmed?.doc))) return locked
  const overlaid = [...rows].flatMap(([touch, row]) => (row.confirmed ? touch : []))
  const layers = await layersOver(database, overlaid)
  for (const { k, id, s, set } of writes) {
    const touch = touchOf({ k, id })
    const row = rows.get(touch)
    changes.push({ k, id, s, base: seenBases(row, set, layers(touch)), set: { ...set } })
    const next = overlay(shown.get(touch) ?? { doc: row?.doc ?? {}, del: row?.del === 1 }, set)
    // The server would refuse a record that does not hold together; here the person can still put it right.
    const found = kindNamed(k)?.schema.safeParse(next.doc)
    // What is only taken away may be no more than an id here: of what was raised for a desk that one may not read.
    const isOnlyTakenAway = next.del && Object.keys(set).join() === deletedGroup
    if (!found?.success && !isOnlyTakenAway) return badValue(found?.error.issues[0]?.path.join('.') ?? '')
    shown.set(touch, next)
  }
  const isStored = await enqueue(database, { name, by: store.personId, at, schema: schemaNumber, changes })
  if (!isStored) return tooLarge
  await showAgain(database, shown.keys())
  return undefined
}
