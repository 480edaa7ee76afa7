// The tables on this device. Only this folder knows Dexie.
import { Dexie, type Table } from 'dexie'
import { type KindName, kindNames } from '../domain/kinds.ts'
import type { Doc, GroupMark, Scope } from '../domain/record.ts'

/** One record. `doc` is what is shown; `confirmed` is what the server has, kept apart while something is unsent. */
export interface StoredRow {
  readonly id: string
  readonly s: Scope
  readonly ver: number
  /** 0 or 1: IndexedDB cannot index booleans. */
  readonly del: 0 | 1
  readonly doc: Doc
  /** Marks of the confirmed document. */
  readonly groups: Readonly<Record<string, GroupMark>>
  readonly confirmed?: { readonly doc: Doc; readonly del: 0 | 1; readonly ver: number }
}

/** An op that the server has not answered, or whose rows this device has not yet read back. */
export interface OutboxOp {
  readonly mid: number
  /** The exact text that is sent, however often. */
  readonly text: string
  readonly name: string
  readonly at: number
  /** `kind id` of each record it touches. */
  readonly touches: readonly string[]
  /** Versions that the server gave it, by scope: acknowledged, and shown as its author left it until pulled. */
  readonly acknowledged?: Readonly<Record<Scope, number>>
}

/** An op that was not accepted, kept where its author sees it. */
export interface ParkedOp {
  readonly id: string
  readonly name: string
  readonly at: number
  readonly text: string
  readonly code: string
  readonly message: string
  readonly parkedAt: number
}

export interface Draft {
  readonly key: string
  readonly value: unknown
  readonly at: number
}

export interface UnknownRow {
  readonly key: string
  readonly s: Scope
  readonly row: unknown
}

export type StoreDatabase = Dexie & {
  readonly outbox: Table<OutboxOp, number>
  readonly parked: Table<ParkedOp, string>
  readonly cursors: Table<{ readonly s: Scope; readonly ver: number }, Scope>
  readonly unknown: Table<UnknownRow, string>
  readonly drafts: Table<Draft, string>
  readonly meta: Table<{ readonly key: string; readonly value: unknown }, string>
}

/** What `where` and `between` may ask for. */
const indexes: Readonly<Partial<Record<KindName, readonly string[]>>> = {
  outage: ['startAt', 'endAt'],
  affected: ['outageId', 'systemId'],
  segment: ['outageId'],
  reach: ['outageId', 'councilId'],
  event: ['outageId', 'at'],
  maintenance: ['startAt', 'endAt'],
  dependency: ['systemId'],
  reliance: ['systemId', 'divisionId'],
  conflict: ['recordId'],
}

export const isIndexed = (kind: KindName, field: string): boolean => indexes[kind]?.includes(field) === true

const databaseVersion = 1

export interface DatabaseOptions {
  readonly indexedDB?: IDBFactory | undefined
  readonly IDBKeyRange?: typeof globalThis.IDBKeyRange | undefined
}

export function makeDatabase(name: string, options: DatabaseOptions = {}): StoreDatabase {
  const given = options.indexedDB
    ? { indexedDB: options.indexedDB, IDBKeyRange: options.IDBKeyRange as typeof IDBKeyRange }
    : {}
  // Chromium answers before data is on disk unless told otherwise: what a person did must outlive a power cut.
  const database = new Dexie(name, { ...given, chromeTransactionDurability: 'strict' }) as StoreDatabase
  const kindTables = kindNames.map((kind) => [
    tableName(kind),
    ['id', 's', ...(indexes[kind] ?? []).map((field) => `doc.${field}`)].join(', '),
  ])
  database.version(databaseVersion).stores({
    ...Object.fromEntries(kindTables),
    outbox: 'mid',
    parked: 'id, parkedAt',
    cursors: 's',
    unknown: 'key, s',
    drafts: 'key',
    meta: 'key',
  })
  return database
}

/** Prefixed, so that a kind may never take the name of one of the other tables. */
export const tableName = (kind: string): string => `k_${kind}`

export const kindTable = (database: StoreDatabase, kind: KindName): Table<StoredRow, string> =>
  database.table(tableName(kind))
