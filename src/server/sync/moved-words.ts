// A narrative that was moved leaves no word where it lay: not in its old row, which a later edit may have filled again, nor
// in the conflicts about it once somebody has solved them. Until then both texts are there to be read.
import { type Conflict, conflictSchema } from '../../domain/conflict.ts'
import type { Row } from '../../domain/record.ts'
import type { SyncStatements } from '../database/port.ts'
import { fromStored } from './stored-row.ts'

const pageRows = 500

/** The rows of one op as they shall be written, with those of conflicts that it empties. */
export async function withoutMovedWords(statements: SyncStatements, rows: readonly Row[]): Promise<Row[]> {
  const written: Row[] = []
  for (const row of rows) {
    if (isGone(row)) written.push({ ...row, doc: { ...row.doc, text: '' } }, ...(await emptied(statements, row, rows)))
    else written.push((await isOfGone(statements, row, rows)) ? withoutWords(row) : row)
  }
  return written
}

const isGone = ({ k, del }: Row): boolean => k === 'narrative' && del

/** Conflicts about it that were solved before, at the version of this op. */
async function emptied(statements: SyncStatements, { id, ver }: Row, rows: readonly Row[]): Promise<Row[]> {
  const found: Row[] = []
  for (let after = '', isMore = true; isMore; ) {
    const page = await statements.rowsOfKind('conflict', after, pageRows)
    for (const stored of page) {
      const row = fromStored(stored)
      const isWritten = rows.some((each) => each.k === 'conflict' && each.id === row.id)
      if (!isWritten && solvedText(row)?.recordId === id) found.push({ ...withoutWords(row), ver })
    }
    after = page.at(-1)?.id ?? after
    isMore = page.length === pageRows
  }
  return found
}

/** Whether it is a conflict, solved, about a narrative that is gone. */
async function isOfGone(statements: SyncStatements, row: Row, rows: readonly Row[]): Promise<boolean> {
  const recordId = solvedText(row)?.recordId
  if (recordId === undefined) return false
  const narrative = rows.find(({ k, id }) => k === 'narrative' && id === recordId)
  return narrative?.del ?? (await statements.row('narrative', recordId))?.del ?? false
}

function solvedText({ k, doc }: Row): Conflict | undefined {
  const conflict = k === 'conflict' ? conflictSchema.safeParse(doc).data : undefined
  const isText = conflict?.kind === 'narrative' && conflict.group === 'text'
  return isText && conflict.solvedAt !== null ? conflict : undefined
}

function withoutWords(row: Row): Row {
  const { shown, other } = row.doc as Conflict
  const value = { text: '' }
  return { ...row, doc: { ...row.doc, shown: { ...shown, value }, other: { ...other, value } } }
}
