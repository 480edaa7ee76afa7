// The rows of figures as they are written. Not pushed as ops: what can be worked out anew needs no audit trail, and its
// author is no person.
import { createHash } from 'node:crypto'
import { makeId } from '../../domain/identity.ts'
import type { DocOf } from '../../domain/kinds.ts'
import { sameValue } from '../../domain/merge.ts'
import { create } from '../../domain/mutation.ts'
import { deletedGroup, type Scope } from '../../domain/record.ts'
import { schemaNumber } from '../../domain/schema-number.ts'
import type { CouncilMonth, TeamMonth } from '../../domain/time-figures.ts'
import type { WireChange } from '../../domain/wire.ts'
import type { MonthFigures } from '../../metrics/time-figures.ts'
import type { Database, StoredRow } from '../database/port.ts'
import { applyOp } from '../sync/apply-op.ts'
import { writeFigures } from '../sync/rules.ts'

const kinds = ['team_month', 'council_month'] as const
type FigureKind = (typeof kinds)[number]
type FigureDoc = TeamMonth | CouncilMonth

/** Derived rows: they come and go with what they are worked out from. */
export const isFigure = (kind: string): kind is FigureKind => kinds.some((known) => known === kind)

interface Written {
  readonly k: FigureKind
  readonly id: string
  readonly s: Scope
  readonly doc: FigureDoc
  readonly isDeleted: boolean
}

export interface Book {
  /** Months of all rows that stand there. */
  months(): readonly string[]
  /** Makes the month's rows those of `figures`, all at once, and hands back the scopes that it wrote to. */
  write(month: string, figures: readonly MonthFigures[], now: number): Promise<ReadonlySet<Scope>>
}

export async function openBook(database: Database): Promise<Book> {
  const written = new Map<string, Written>()
  const heads = await database.read((statements) => statements.heads())
  for (const scope of [...heads.keys()].filter((each) => each.startsWith('figures:')))
    for (const row of await database.read((statements) => statements.rowsAfter(scope, 0, Number.MAX_SAFE_INTEGER)))
      if (isFigure(row.k)) written.set(row.id, writtenOf(row, row.k))

  return {
    months: () => [...new Set([...written.values()].filter((row) => !row.isDeleted).map(({ doc }) => doc.month))],
    async write(month, figures, now) {
      const wanted = new Map(figures.flatMap(rowsOf).map((row) => [row.id, row]))
      const gone = [...written.values()].filter(
        (row) => row.doc.month === month && !row.isDeleted && !wanted.has(row.id),
      )
      const next = [
        ...[...wanted.values()].filter((row) => !isWritten(written.get(row.id), row)),
        ...gone.map((row) => ({ ...row, isDeleted: true })),
      ]
      if (next.length === 0) return new Set()
      const changes = next.map((row) => changeTo(row, written.has(row.id)))
      await database.write(async (statements) => {
        const op = { mid: 1, name: writeFigures.name, by: author.userId, at: now, schema: schemaNumber, changes }
        const { result } = await applyOp(statements, { ...sender, receivedAt: now }, op, writeFigures)
        if (result.o === 'rejected') throw new Error(`figures of ${month} were refused: ${result.code}`)
      })
      for (const row of next) written.set(row.id, row)
      return new Set(next.map(({ s }) => s))
    },
  }
}

const author = { userId: 'server', grants: [] }
/** Its rows are nobody else's to write, so nothing ever conflicts. */
const sender = { client: 'figures', access: author, offset: 0, newId: () => '' }

function rowsOf({ team, councils }: MonthFigures): Written[] {
  const { teamId, month } = team
  return [
    rowOf('team_month', figureId(month, teamId), team),
    ...councils.map((council) => rowOf('council_month', figureId(month, teamId, council.councilId), council)),
  ]
}

function rowOf<K extends FigureKind>(k: K, id: string, doc: DocOf<K> & FigureDoc): Written {
  return { k, id, s: create(k, id, doc).s, doc, isDeleted: false }
}

/** UUIDv7 at the month's beginning, UTC; the rest is a hash of whose figures they are. */
export function figureId(month: string, ...of: readonly string[]): string {
  return makeId(Date.parse(`${month}-01T00:00:00Z`), createHash('sha256').update(of.join(' ')).digest())
}

const isWritten = (row: Written | undefined, wanted: Written): boolean =>
  row !== undefined && !row.isDeleted && sameValue(row.doc, wanted.doc)

function changeTo({ k, id, s, doc, isDeleted }: Written, isKnown: boolean): WireChange {
  if (isDeleted) return { k, id, s, base: {}, set: { [deletedGroup]: { deleted: true } } }
  const { set } = create(k, id, doc as never)
  return { k, id, s, base: {}, set: isKnown ? { ...set, [deletedGroup]: { deleted: false } } : { ...set } }
}

const writtenOf = ({ id, s, doc, del }: StoredRow, k: FigureKind): Written => ({
  k,
  id,
  s,
  doc: JSON.parse(doc) as FigureDoc,
  isDeleted: del,
})
