// Takes words out of rows, and out of the ops that wrote them.
import type { Doc, Scope } from '../../domain/record.ts'
import type { Database, Statements, StoredRow } from '../database/port.ts'
import { type OpChange, textWithout, tombstoneOf, writtenOp } from './erased.ts'
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

/** Whether this too loses its words, though its record is still there. Asked in the transaction that writes the answer. */
type IsAlso = (statements: Statements, change: OpChange, author: string) => Promise<boolean>

interface EmptyingOps {
  readonly isStopped?: () => boolean
  readonly isAlso?: IsAlso
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
    const ops = await database.write((statements) => emptyPage(statements, place, { gone, isAlso }))
    place = ops.at(-1)?.place ?? place
    isMore = ops.length === opsAtOnce
  }
  // What others have added meanwhile is theirs to do: this run has passed ops that wrote it.
  await database.write((statements) => statements.endWordless(gone))
  return true
}

interface Going {
  readonly gone: ReadonlySet<string>
  readonly isAlso: IsAlso | undefined
}

/** Read and written in one transaction: an erasure between the two would be written over with the text from before it. */
async function emptyPage(statements: Statements, place: number, { gone, isAlso }: Going) {
  const ops = await statements.opsFrom(place, opsAtOnce)
  for (const { client, mid, body } of ops) {
    const op = writtenOp(body)
    if (!op) continue
    const going = new Set<OpChange>()
    for (const change of op.changes)
      if (gone.has(change.id) || (await isAlso?.(statements, change, op.by))) going.add(change)
    if (going.size === 0) continue
    const text = textWithout(op, (change) => going.has(change))
    if (text !== body) await statements.saveOpBody(client, mid, text)
  }
  return ops
}
