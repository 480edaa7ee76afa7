// What this device has and the server does not, as a file: changes that wait, those that were refused, and drafts. It is
// read without our own tables in between, so that it can be had when those cannot be opened any more.
import * as z from 'zod/mini'
import { kindTables, type OutboxOp, type ParkedOp } from './database.ts'
import { enqueue, showAgain } from './outbox.ts'
import { readOp } from './read-op.ts'
import { type Store, withDatabase } from './store.ts'
import { touchOf } from './touch.ts'

const parkedSchema = z.object({
  id: z.string(),
  name: z.string(),
  at: z.number(),
  text: z.string(),
  code: z.string(),
  message: z.string(),
  parkedAt: z.number(),
})

/** Version 1. `ops` are the very texts that would be sent, each under its number of this `client`. */
export const unsentFileSchema = z.object({
  format: z.literal('uptally-unsent'),
  version: z.literal(1),
  db: z.string(),
  personId: z.string(),
  /** The installation; null when it had never sent anything. */
  client: z.nullable(z.string()),
  /** ms. */
  savedAt: z.number(),
  ops: z.array(z.object({ mid: z.int(), text: z.string() })),
  parked: z.array(parkedSchema),
  drafts: z.array(z.object({ key: z.string(), value: z.unknown(), at: z.number() })),
})
export type UnsentFile = z.infer<typeof unsentFileSchema>

interface Held {
  readonly outbox: readonly OutboxOp[]
  readonly parked: readonly ParkedOp[]
  readonly drafts: readonly { key: string; value: unknown; at: number }[]
  readonly meta: readonly { key: string; value: unknown }[]
}

/** Of a person's records here, whatever version of Uptally has written them. Undefined when there are none; throws when they cannot be read. */
export async function readUnsent(
  name: string,
  of: { readonly db: string; readonly personId: string; readonly now: number },
  factory: IDBFactory = indexedDB,
): Promise<UnsentFile | undefined> {
  const held = await readTables(name, factory)
  if (!held) return undefined
  const client = held.meta.find(({ key }) => key === 'client')?.value
  return {
    format: 'uptally-unsent',
    version: 1,
    db: of.db,
    personId: of.personId,
    client: typeof client === 'string' ? client : null,
    savedAt: of.now,
    ops: held.outbox.map(({ mid, text }) => ({ mid, text })),
    parked: held.parked.filter(({ text }) => text !== ''),
    drafts: [...held.drafts],
  }
}

export const unsentCount = ({ ops, parked, drafts }: UnsentFile): number => ops.length + parked.length + drafts.length

async function readTables(name: string, factory: IDBFactory): Promise<Held | undefined> {
  const opening = factory.open(name)
  // There is no such database: asking must not make one.
  opening.onupgradeneeded = () => opening.transaction?.abort()
  const database = await done(opening).catch((error: unknown) => {
    if (error instanceof Error && error.name === 'AbortError') return undefined
    throw error
  })
  if (!database) return undefined
  try {
    const tables = ['outbox', 'parked', 'drafts', 'meta'] as const
    const there = tables.filter((table) => database.objectStoreNames.contains(table))
    const held: Record<string, unknown[]> = { outbox: [], parked: [], drafts: [], meta: [] }
    if (there.length === 0) return held as unknown as Held
    const transaction = database.transaction(there, 'readonly')
    for (const table of there) held[table] = await done(transaction.objectStore(table).getAll())
    return held as unknown as Held
  } finally {
    database.close()
  }
}

const done = <T>(request: IDBRequest<T>): Promise<T> =>
  new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result)
    request.onerror = () => reject(request.error)
  })

export interface PutBack {
  /** Changes that go to the server with the next round, or are shown among the refused ones. */
  readonly changes: number
  readonly drafts: number
  /** Were here, or had been sent from here, already. */
  readonly known: number
  /** Could not be read. */
  readonly damaged: number
}

/**
 * Takes a file in again, all of it or nothing. Each change keeps the number that it once had as its origin, so that the
 * server does it once however often it is put back. What somebody else made is sent as this person's own.
 */
export async function putBack(store: Store, file: UnsentFile): Promise<PutBack> {
  const { database } = store
  const tables = [...kindTables, 'outbox', 'sent', 'parked', 'drafts', 'meta']
  return withDatabase(store, () =>
    database.transaction('rw', tables, async () => {
      const counts = { changes: 0, drafts: 0, known: 0, damaged: 0 }
      const origins = await originsHere(store)
      const touches = new Set<string>()
      for (const { mid, text } of file.ops) {
        const op = readOp(text)
        const origin = op?.origin ?? (file.client === null ? undefined : `${file.client} ${mid}`)
        if (origin !== undefined && origins.has(origin)) counts.known++
        else if (!op || !(await enqueue(database, again(op, origin, store.personId)))) counts.damaged++
        else {
          counts.changes++
          for (const change of op.changes) touches.add(touchOf(change))
        }
      }
      for (const parked of file.parked) {
        if (await database.parked.get(parked.id)) counts.known++
        else {
          await database.parked.put(parked)
          counts.changes++
        }
      }
      // Half a sentence is nobody's but its writer's.
      for (const draft of file.personId === store.personId ? file.drafts : []) {
        if (await database.drafts.get(draft.key)) continue
        await database.drafts.put(draft)
        counts.drafts++
      }
      await showAgain(database, touches)
      return counts
    }),
  )
}

const again = (op: NonNullable<ReturnType<typeof readOp>>, origin: string | undefined, personId: string) => {
  const { mid: _, ...rest } = op
  return { ...rest, by: personId, ...(origin === undefined ? {} : { origin }) }
}

/** Of ops that wait here or were accepted from here: what a file calls them. */
async function originsHere({ database }: Store): Promise<Set<string>> {
  const client = (await database.meta.get('client'))?.value
  const found = new Set<string>()
  await database.outbox.each(({ mid, text }) => void found.add(readOp(text)?.origin ?? `${client} ${mid}`))
  await database.sent.each((op) => void found.add(readOp(op.text)?.origin ?? `${op.client} ${op.mid}`))
  return found
}
