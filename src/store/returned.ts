// Changes of records that a restored server has lost and that another device has yet to bring back: they wait where their
// author sees them, and go by themselves once the record is here again.
import type { Op, WireChange } from '../domain/wire.ts'
import { kindTables, type StoreDatabase, type StoredRow, versionOf } from './database.ts'
import { again } from './origin.ts'
import { enqueue, showAgain, storedRows } from './outbox.ts'
import { confirmedOf } from './overlay-row.ts'
import { askAfterParts } from './parts.ts'
import { readOp } from './read-op.ts'
import { type Store, withDatabase } from './store.ts'
import { touchOf } from './touch.ts'

/** When this device noticed that the server was put back, by its own clock, ms. */
export const putBackKey = 'putBackAt'

const notBackCode = 'not_back'
export const notBack = {
  code: notBackCode,
  message:
    'The server was put back to a backup, and the record that this belongs to has not come back yet. This is sent by itself when it has.',
}

/** What the server says of changes of records that it does not have. */
const lacksRecord: ReadonlySet<string> = new Set(['bad_base', 'bad_record', 'no_such_record', 'no_such_incident'])

/** Whether a refusal is for want of a record that the server had before it was put back to a backup. */
export async function isNotBack(database: StoreDatabase, text: string, code: string): Promise<boolean> {
  const op = lacksRecord.has(code) ? readOp(text) : undefined
  const putBackAt = (await database.meta.get(putBackKey))?.value
  return op !== undefined && typeof putBackAt === 'number' && op.at <= putBackAt && (await lacking(database, op))
}

const isOfFormer = (change: WireChange) => Object.values(change.base).some((v) => v > 0)

/** The records that must be there: those that were changed, and those that something was added to. */
function neededBy({ changes }: Pick<Op, 'changes'>): string[] {
  const made = new Set(changes.filter((change) => !isOfFormer(change)).map(touchOf))
  const addedTo = changes.flatMap(({ set: { line, place } }) => {
    if (typeof line?.incidentId === 'string') return touchOf({ k: 'incident', id: line.incidentId })
    return typeof place?.ofId === 'string' ? touchOf({ k: String(place.ofKind), id: place.ofId }) : []
  })
  return [...new Set([...changes.filter(isOfFormer).map(touchOf), ...addedTo.filter((touch) => !made.has(touch))])]
}

async function lacking(database: StoreDatabase, op: Op): Promise<boolean> {
  const needed = neededBy(op)
  const rows = await storedRows(database, needed)
  return needed.some((touch) => confirmedOf(rows.get(touch)) === undefined)
}

/** Queues anew, after a pull that is whole, what waited for records that have come back. */
export async function sendReturned(store: Store): Promise<void> {
  const { database } = store
  const waiting = () => database.parked.filter(({ code }) => code === notBackCode).toArray()
  if ((await withDatabase(store, waiting)).length === 0) return
  await withDatabase(store, () =>
    database.transaction('rw', [...kindTables, 'outbox', 'sent', 'parked', 'meta'], async () => {
      const client = String((await database.meta.get('client'))?.value ?? '')
      for (const { id, text } of (await waiting()).sort((a, b) => a.at - b.at)) {
        const op = readOp(text)
        if (!op || (await lacking(database, op))) continue
        const rows = await storedRows(database, new Set(op.changes.map(touchOf)))
        const changes = op.changes.map((change) => onReturned(change, confirmedOf(rows.get(touchOf(change)))))
        const { mid: _, ...rest } = op
        if (!(await enqueue(database, again({ ...rest, changes }, client, op)))) continue
        await database.parked.delete(id)
        await askAfterParts(database, [op])
        await showAgain(database, new Set(changes.map(touchOf)))
      }
    }),
  )
}

/** A group that nobody has set since the record came back is as the author saw it; of any other the author is asked. */
function onReturned(change: WireChange, row: StoredRow | undefined): WireChange {
  const versions = Object.entries(row?.groups ?? {}).map(([group, mark]) => [group, versionOf(mark)] as const)
  const first = Math.min(...versions.map(([, v]) => v))
  const unset = new Map(versions.filter(([, v]) => v === first))
  const base = Object.entries(change.base).map(([group, v]) => [group, unset.get(group) ?? v] as const)
  return { ...change, base: Object.fromEntries(base) }
}
