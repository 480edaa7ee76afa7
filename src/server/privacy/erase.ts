// Erasure of one record with its parts: rows, what devices will hold, and the texts of the ops that wrote them.
import { isKindName } from '../../domain/kind-names.ts'
import type { Scope } from '../../domain/record.ts'
import { noteAct } from '../audit/acts.ts'
import type { Statements, StoredRow } from '../database/port.ts'
import { noteApplied } from './erase-again.ts'
import { erasableKinds, isPartOf, tombstoneOf, withoutReply, withoutWords } from './erased.ts'
import type { ErasedList } from './erased-list.ts'
import { isHeld } from './legal-hold.ts'
import { openVersions } from './versions.ts'

export interface Erasing {
  readonly id: string
  readonly by: string
  /** ms. */
  readonly now: number
  readonly list: ErasedList
}

export interface Erased {
  /** Records that hold nothing any more. */
  readonly count: number
  readonly touched: ReadonlySet<Scope>
}

const client = 'privacy'

/**
 * undefined when there is no such record of a kind that can be erased; 'held' when it is of a matter under a legal hold.
 * Runs in the caller's transaction.
 */
export async function eraseRecord(
  statements: Statements,
  { id, by, now, list }: Erasing,
): Promise<Erased | 'held' | undefined> {
  const record = await findRow(statements, id)
  if (!record) return undefined
  if (await isHeld(statements, record)) return 'held'
  const naming = await statements.rowsNaming(id, { k: '', id: '' }, Number.MAX_SAFE_INTEGER)
  const going = [record, ...naming.filter((row) => isPartOf(row, id))]
  const versions = openVersions(statements)
  await noteApplied(statements, list.add(going.map(({ k, id: gone, s }) => ({ k, id: gone, s }))), going.length)
  for (const row of going) {
    const mark = { v: await versions.in(row.s), at: now, by, client, mid: 0 }
    await statements.saveRow(tombstoneOf(row, mark))
  }
  for (const row of naming) {
    const kept = withoutReply(row, id, row.ver)
    if (kept && !going.includes(row)) await statements.saveRow({ ...kept, ver: await versions.in(row.s) })
  }
  const touched = await versions.save()
  const ids = new Set(going.map((row) => row.id))
  for (const op of await statements.opsNaming(id))
    await statements.saveOpBody(op.client, op.mid, withoutWords(op.body, ids))
  for (const { k, id: gone, s } of going)
    await noteAct(statements, { now: () => now }, { name: 'privacy.erase', person: by, record: { k, id: gone, s } })
  return { count: going.length, touched }
}

async function findRow(statements: Statements, id: string): Promise<StoredRow | undefined> {
  for (const kind of erasableKinds) {
    const row = isKindName(kind) ? await statements.row(kind, id) : undefined
    if (row && row.doc !== '{}') return row
  }
  return undefined
}
