// What is of a matter under a legal hold stays, whoever wrote it, until the hold is lifted.
import { isKindName } from '../../domain/kind-names.ts'
import type { Doc } from '../../domain/record.ts'
import type { Statements, StoredRow } from '../database/port.ts'

export async function isHeld(statements: Statements, { k, doc: text }: Pick<StoredRow, 'k' | 'doc'>): Promise<boolean> {
  const doc = JSON.parse(text) as Doc
  if (k === 'matter') return doc.isHeld === true
  if (k === 'conflict') return isRecordHeld(statements, doc.kind, doc.recordId)
  if (k === 'attachment') return doc.ofKind === 'matter' && (await isRecordHeld(statements, 'matter', doc.ofId))
  return isRecordHeld(statements, 'matter', doc.matterId)
}

/** False for one that is not here. */
export async function isRecordHeld(statements: Statements, kind: unknown, id: unknown): Promise<boolean> {
  if (typeof kind !== 'string' || !isKindName(kind) || typeof id !== 'string') return false
  const row = await statements.row(kind, id)
  return row !== undefined && (await isHeld(statements, row))
}
