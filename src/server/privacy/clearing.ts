// Takes words out of rows, and out of the ops that wrote them.
import type { Doc, Scope } from '../../domain/record.ts'
import type { Database, Statements, StoredRow } from '../database/port.ts'
import { type OpChange, tombstoneOf, withoutChanges } from './erased.ts'
import { withoutItsWords } from './retention-rules.ts'
import { openVersions } from './versions.ts'

const opsAtOnce = 200

export interface Clearing {
  readonly row: StoredRow
  /** What stays of groups, or nothing but an id. */
  readonly what: Readonly<Record<string, Doc>> | 'erase'
}

/** In the caller's transaction; the ops are to follow with `emptyOps`, which a run that is interrupted leaves to the next. */
export async function clear(
  statements: Statements,
  clearings: readonly Clearing[],
  { now, by }: { readonly now: number; readonly by: string },
): Promise<ReadonlySet<Scope>> {
  const versions = openVersions(statements)
  for (const { row, what } of clearings) {
    const mark = { v: await versions.in(row.s), at: now, by, client: 'privacy', mid: 0 }
    await statements.saveRow(what === 'erase' ? tombstoneOf(row, mark) : withoutItsWords(row, what, mark))
  }
  await statements.addWordless(clearings.map(({ row }) => row.id))
  return versions.save()
}

interface EmptyingOps {
  readonly isStopped?: () => boolean
  /** Changes of ops whose records are still there. */
  readonly isAlso?: (change: OpChange, author: string) => boolean
}

/** The texts of the ops that wrote what has gone. False when it was stopped before its end. */
export async function emptyOps(
  database: Database,
  { isStopped = () => false, isAlso }: EmptyingOps = {},
): Promise<boolean> {
  const gone = await database.read((statements) => statements.wordless())
  if (gone.size === 0 && !isAlso) return true
  for (let place = 0, isMore = true; isMore; ) {
    if (isStopped()) return false
    const ops = await database.read((statements) => statements.opsFrom(place, opsAtOnce))
    const emptied = ops.flatMap((op) => {
      const body = withoutChanges(op.body, (change, by) => gone.has(change.id) || isAlso?.(change, by) === true)
      return body === undefined || body === op.body ? [] : { ...op, body }
    })
    if (emptied.length > 0)
      await database.write(async (statements) => {
        for (const { client, mid, body } of emptied) await statements.saveOpBody(client, mid, body)
      })
    place = ops.at(-1)?.place ?? place
    isMore = ops.length === opsAtOnce
  }
  await database.write((statements) => statements.endWordless())
  return true
}
