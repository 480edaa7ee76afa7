// Reading records: displayed documents, without the deleted.

import type { KindName } from '../domain/kind-names.ts'
import type { DocOf, Recorded } from '../domain/kinds.ts'
import type { Reads } from '../domain/mutation.ts'
import type { Scope } from '../domain/record.ts'
import { isIndexed, kindTable, type StoreDatabase, type StoredRow, tableName } from './database.ts'
import { inShape, isSealed, type Sealing } from './sealing.ts'
import { touchOf } from './touch.ts'

export interface StoreReads extends Reads {
  all<K extends KindName>(kind: K): Promise<Recorded<K>[]>
  /** Those that are here, in the order of `ids`. */
  many<K extends KindName>(kind: K, ids: readonly string[]): Promise<Recorded<K>[]>
  /** The next `length` rows by id: their records, and the last id, after which to go on; no id: there are no more. */
  after<K extends KindName>(kind: K, id: string, length: number): Promise<RecordsPart<K>>
  /** Records whose indexed number or text lies in [from, to). */
  between<K extends KindName, Bound extends number | string>(
    kind: K,
    field: keyof DocOf<K> & string,
    from: Bound,
    to: Bound,
  ): Promise<Recorded<K>[]>
  /** Ids of all records of the kind, deleted ones too. */
  ids(kind: KindName): Promise<string[]>
  getDeleted<K extends KindName>(kind: K, id: string): Promise<Recorded<K> | undefined>
  /** Whether some of the record cannot be read before the next contact: its legal text reads as empty until then. */
  isLocked(kind: KindName, id: string): Promise<boolean>
  /** Ids of records with changes that the server has not acknowledged. */
  pendingIds(): Promise<ReadonlySet<string>>
  /** Rows that were met and could not be read: left out of every answer, and fetched anew by the next pull. */
  damaged(): readonly DamagedRow[]
}

export interface RecordsPart<K extends KindName> {
  readonly records: readonly Recorded<K>[]
  readonly last: string | undefined
}

export interface DamagedRow {
  readonly kind: KindName
  readonly id: string
  readonly scope: Scope
}

export function makeReads(database: StoreDatabase, sealing: Sealing): StoreReads {
  // Rows were parsed when they came in (apply, mutate). Parsing them again at every read would cost the first screen the
  // schemas of every kind; so damaged ones are looked for by repair.ts, after it.
  const damaged = new Map<string, DamagedRow>()
  const recorded = <K extends KindName>(kind: K, row: StoredRow): Recorded<K> | undefined => {
    // What should open and does not has been changed, or was sealed for something else.
    const isSound = typeof row.doc === 'object' && row.doc !== null && !(isSealed(row.doc) && sealing.cipher())
    if (isSound) return { ...inShape(tableName(kind), row.doc), id: row.id } as unknown as Recorded<K>
    damaged.set(touchOf({ k: kind, id: row.id }), { kind, id: row.id, scope: row.s })
    return undefined
  }
  const live = <K extends KindName>(kind: K, rows: readonly StoredRow[]) =>
    rows.flatMap((row) => (row.del === 0 ? (recorded(kind, row) ?? []) : []))
  return {
    get: async (kind, id) => {
      const row = await kindTable(database, kind).get(id)
      return row && row.del === 0 ? recorded(kind, row) : undefined
    },
    where: async (kind, field, value) => {
      const table = kindTable(database, kind)
      if (isIndexed(kind, field)) return live(kind, await table.where(`doc.${field}`).equals(value).toArray())
      return live(kind, await table.filter((row) => row.doc?.[field] === value).toArray())
    },
    all: async (kind) => live(kind, await kindTable(database, kind).toArray()),
    many: async (kind, ids) => {
      const rows = await kindTable(database, kind).bulkGet([...ids])
      return live(
        kind,
        rows.filter((row) => row !== undefined),
      )
    },
    after: async (kind, id, length) => {
      const rows = await kindTable(database, kind).where(':id').above(id).limit(length).toArray()
      return { records: live(kind, rows), last: rows.length < length ? undefined : rows.at(-1)?.id }
    },
    between: async (kind, field, from, to) =>
      live(kind, await kindTable(database, kind).where(`doc.${field}`).between(from, to).toArray()),
    ids: (kind) => kindTable(database, kind).toCollection().primaryKeys(),
    getDeleted: async (kind, id) => {
      const row = await kindTable(database, kind).get(id)
      return row?.del === 1 ? recorded(kind, row) : undefined
    },
    isLocked: async (kind, id) => isSealed((await kindTable(database, kind).get(id))?.doc),
    pendingIds: async () => {
      const touches = (await database.outbox.orderBy('touches').uniqueKeys()).map(String)
      return new Set(touches.map((touch) => touch.slice(touch.indexOf(' ') + 1)))
    },
    damaged: () => [...damaged.values()],
  }
}
