// The tables on this device. Only this folder knows Dexie.
import { Dexie, type Table, type Transaction } from 'dexie'
import type { Digest } from '../domain/digest.ts'
import { type KindName, kindNames } from '../domain/kind-names.ts'
import type { Doc, GroupMark, Scope } from '../domain/record.ts'
import { nameChanged } from './name-changed.ts'
import { type Sealing, sealed } from './sealing.ts'

/** One record. `doc` is what is shown; `confirmed` is what the server has, kept apart while something is unsent. */
export interface StoredRow {
  readonly id: string
  readonly s: Scope
  readonly ver: number
  /** 0 or 1: IndexedDB cannot index booleans. */
  readonly del: 0 | 1
  readonly doc: Doc
  /** Of the confirmed document: at which version each group was last set. Rows of before hold whole marks. */
  readonly groups: Readonly<Record<string, number | GroupMark>>
  readonly confirmed?: { readonly doc: Doc; readonly del: 0 | 1; readonly ver: number }
}

export const versionOf = (mark: number | GroupMark): number => (typeof mark === 'number' ? mark : mark.v)

/** An op that the server has not answered. */
export interface OutboxOp {
  readonly mid: number
  /** The exact text that is sent, however often. */
  readonly text: string
  readonly name: string
  readonly at: number
  /** `kind id` of each record over which it is shown. */
  readonly touches: readonly string[]
  /** Of a scope that was taken away: whatever the server says of it, its words do not stay here. */
  readonly isTakenAway?: true
}

/**
 * An op that the server has answered: shown over the confirmed record until its rows have come back (`isOpen`), and kept
 * after that for the case that the server loses it.
 */
export interface SentOp extends OutboxOp {
  /** In the order of the answers. */
  readonly seq?: number
  readonly client: string
  /** Versions that the server gave it, by scope. */
  readonly vers: Readonly<Record<Scope, number>>
  /** By the server's clock, ms. */
  readonly answeredAt: number
  /** 1 or absent: IndexedDB cannot index booleans. */
  readonly isOpen?: 1
}

/** Of a parked op that is without its text: the server alone has it. */
export const keptElsewhereCode = 'kept_elsewhere'

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

/** A part of a file. It lies beside the records: what a file is called and made of, says its own. */
export interface StoredPart {
  /** `attachmentId n` */
  readonly key: string
  /** The attachment. */
  readonly of: string
  readonly n: number
  readonly s: Scope
  /** SHA-256 of the bytes as they are when they are not sealed. */
  readonly hash: string
  readonly bytes: Uint8Array<ArrayBuffer>
  /** 1 or absent: `bytes` are sealed with the key of the lease. */
  readonly isSealed?: 1
  /** 1 or absent: the server does not have it, and it may be nowhere else. */
  readonly isUnsent?: 1
  /** When it came or was last looked at, ms; absent while it is unsent. */
  readonly usedAt?: number
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

/** How far this device has got in a scope. */
export interface Cursor {
  readonly s: Scope
  readonly ver: number
  /** Its rows are of a history that the server has left: they go when the first of the present one come. */
  readonly isOld?: true
  /** Of its confirmed rows; absent until they have been counted. */
  readonly digest?: Digest
  /** When its rows were found to be others than the server's, ms, and whether fetching them anew has made them equal. */
  readonly differed?: { readonly at: number; readonly isEqual: boolean }
  /** So many of its records (`of`) would go, and nothing says why: not before a person has agreed. */
  readonly deletion?: { readonly count: number; readonly of: number; readonly isAgreed: boolean }
}

export type StoreDatabase = Dexie & {
  readonly outbox: Table<OutboxOp, number>
  readonly sent: Table<SentOp, number>
  readonly parked: Table<ParkedOp, string>
  readonly cursors: Table<Cursor, Scope>
  readonly unknown: Table<UnknownRow, string>
  readonly drafts: Table<Draft, string>
  readonly parts: Table<StoredPart, string>
  readonly meta: Table<{ readonly key: string; readonly value: unknown }, string>
}

/** What `where` and `between` may ask for. With a star: a list, found by each of its values. */
const indexes: Readonly<Partial<Record<KindName, readonly string[]>>> = {
  outage: ['startAt', 'endAt'],
  affected: ['outageId', 'systemId'],
  segment: ['outageId'],
  reach: ['outageId', 'councilId'],
  event: ['outageId', 'at'],
  maintenance: ['startAt', 'endAt'],
  dependency: ['systemId'],
  assumption: ['divisionId', 'systemId'],
  hourly_rate: ['divisionId'],
  post: ['personId'],
  charge_rate: ['teamId'],
  narrative: ['entryId'],
  timer: ['personId'],
  entry: ['personId', 'workedOn', 'matterId', '*replaces'],
  outage_answer: ['outageId'],
  incident: ['outageId', 'importId'],
  incident_event: ['incidentId'],
  comment: ['incidentId'],
  work_note: ['incidentId'],
  follow: ['incidentId'],
  attachment: ['ofId'],
  conflict: ['recordId'],
}

export const isIndexed = (kind: KindName, field: string): boolean =>
  indexes[kind]?.some((index) => index === field || index === `*${field}`) === true

const indexSpec = (index: string) => (index.startsWith('*') ? `*doc.${index.slice(1)}` : `doc.${index}`)

/** One more with every kind or index that is added: an old page must notice that its tables are no longer all there are. */
const databaseVersion = 4

export interface DatabaseOptions {
  readonly indexedDB?: IDBFactory | undefined
  readonly IDBKeyRange?: typeof globalThis.IDBKeyRange | undefined
}

/**
 * Where newer code has changed the database, Dexie opens it a second time, without a version, and mends it to its own
 * liking. Old code must leave it alone: the second opening is refused.
 */
function withoutSecondOpening(factory: IDBFactory): IDBFactory {
  return {
    open: (name, version) => {
      if (version === undefined) throw new DOMException('newer code has changed this database', 'VersionError')
      return factory.open(name, version)
    },
    deleteDatabase: (name) => factory.deleteDatabase(name),
    cmp: (first, second) => factory.cmp(first, second),
    databases: () => factory.databases(),
  }
}

export function makeDatabase(name: string, sealing: Sealing, options: DatabaseOptions = {}): StoreDatabase {
  const { indexedDB = globalThis.indexedDB, IDBKeyRange = globalThis.IDBKeyRange } = options
  const database = new Dexie(name, {
    indexedDB: withoutSecondOpening(indexedDB),
    IDBKeyRange,
    // Chromium answers before data is on disk unless told otherwise: what a person did must outlive a power cut.
    chromeTransactionDurability: 'strict',
  }) as StoreDatabase
  const stores = kindNames.map((kind) => [
    tableName(kind),
    ['id', 's', ...(indexes[kind] ?? []).map(indexSpec)].join(', '),
  ])
  database
    .version(databaseVersion)
    .stores({
      ...Object.fromEntries(stores),
      outbox: 'mid, *touches',
      sent: '++seq, *touches, isOpen',
      parked: 'id, parkedAt',
      cursors: 's',
      unknown: 'key, s',
      drafts: 'key',
      meta: 'key',
      parts: 'key, of, s, isUnsent, usedAt',
    })
    .upgrade(keepReliances)
  return database.use(sealed(sealing)).use(nameChanged((table) => kindTables.includes(table))) as StoreDatabase
}

/** Version 1 had a kind that is no more. Its rows are kept as those are that come of a kind not known here. */
async function keepReliances(upgrade: Transaction): Promise<void> {
  if (!upgrade.idbtrans.objectStoreNames.contains(tableName('reliance'))) return
  const rows: StoredRow[] = await upgrade.table(tableName('reliance')).toArray()
  const unknown = rows.map(({ id, s, confirmed, groups, ...shown }): UnknownRow => {
    const { doc, del, ver } = confirmed ?? shown
    return { key: `reliance ${id}`, s, row: { k: 'reliance', id, s, ver, del: del === 1, doc, groups } }
  })
  await upgrade.table('unknown').bulkPut(unknown)
}

/** Every table that holds records. */
export const kindTables = kindNames.map((kind) => tableName(kind))

/** Prefixed, so that a kind may never take the name of one of the other tables. */
export function tableName(kind: string): string {
  return `k_${kind}`
}

export const kindOfTable = (table: string): string => table.slice(tableName('').length)

export const kindTable = (database: StoreDatabase, kind: KindName): Table<StoredRow, string> =>
  database.table(tableName(kind))
