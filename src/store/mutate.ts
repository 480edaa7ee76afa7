// The one door for what a person does. Invariant: a record change and its outbox op commit together, or neither does.
import { mayWrite } from '../domain/access.ts'
import { type KindName, kindNames } from '../domain/kinds.ts'
import { isRefusal, type Mutation, type Refusal, refuse, type Write } from '../domain/mutation.ts'
import { opLimits, schemaNumber, type WireChange } from '../domain/wire.ts'
import { kindTable, type StoredRow, tableName } from './database.ts'
import { showAgain, touchOf } from './outbox.ts'
import { confirmedOf } from './overlay-row.ts'
import { type Store, withDatabase } from './store.ts'

export type MutationResult =
  | { readonly ok: true; readonly writes: readonly Write[] }
  | { readonly ok: false; readonly refusal: Refusal }

const notAllowed = refuse(
  'not_allowed',
  'Your account may not change this. An administrator can give you the role for it.',
)

/** Resolves when the change is durable on this device; a person's mistake is a value, a broken store throws. */
export async function mutate<Args>(store: Store, mutation: Mutation<Args>, args: Args): Promise<MutationResult> {
  const parsed = mutation.args.safeParse(args)
  if (!parsed.success) {
    const field = parsed.error.issues[0]?.path.join('.') ?? ''
    return { ok: false, refusal: refuse('bad_value', 'One of the answers cannot be kept as it is.', field) }
  }
  const access = store.access()
  if (!access.grants.some((grant) => mutation.roles.includes(grant.role))) return { ok: false, refusal: notAllowed }
  const { database } = store
  const tables = [...kindNames.map(tableName), 'outbox', 'meta']
  return withDatabase(store, () =>
    database.transaction('rw', tables, async (): Promise<MutationResult> => {
      const now = store.now()
      const context = { now, personId: store.personId, newId: (at?: number) => store.newId(at ?? now) }
      const outcome = await mutation.run(parsed.data, store.reads, context)
      if (isRefusal(outcome)) return { ok: false, refusal: outcome }
      if (outcome.length === 0) return { ok: true, writes: [] }
      if (!outcome.every((write) => mayWrite(access, write.s, write.k))) return { ok: false, refusal: notAllowed }
      const refusal = await enqueue(store, mutation.name, now, outcome)
      return refusal ? { ok: false, refusal } : { ok: true, writes: outcome }
    }),
  )
}

async function enqueue(store: Store, name: string, at: number, writes: readonly Write[]): Promise<Refusal | undefined> {
  const { database } = store
  const changes: WireChange[] = []
  for (const { k, id, s, set } of writes) {
    const confirmed = confirmedOf(await kindTable(database, k as KindName).get(id))
    changes.push({ k, id, s, base: basesOf(confirmed, Object.keys(set)), set: { ...set } })
  }
  const mid = ((await database.meta.get('lastMid'))?.value as number | undefined) ?? 0
  const op = { mid: mid + 1, name, by: store.personId, at, schema: schemaNumber, changes }
  const text = JSON.stringify(op)
  if (changes.length > opLimits.rows || new TextEncoder().encode(text).length > opLimits.bytes)
    return refuse('too_large', 'That is more than can be saved at once. Save it in smaller parts.')
  const touches = changes.map(touchOf)
  await database.outbox.add({ mid: op.mid, text, name, at, touches })
  await database.meta.put({ key: 'lastMid', value: op.mid })
  await showAgain(database, new Set(touches))
  return undefined
}

const basesOf = (confirmed: StoredRow | undefined, groups: readonly string[]) =>
  Object.fromEntries(groups.map((group) => [group, confirmed?.groups[group]?.v ?? 0]))
