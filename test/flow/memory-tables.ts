// The part of Dexie that the store uses, on tables in memory: IndexedDB there takes nine tenths of a history's time.
// Transactions are whole or nothing, one after another on a disk, and know their tables; what is read is frozen. Left out:
// live queries, schema upgrades and the hook of nameChanged.
import { AsyncLocalStorage } from 'node:async_hooks'
import { type Key, makeRows, type Part, partOf, pick, type Rows } from './memory-part.ts'
import type { Disk } from './simulated-history.ts'

interface Change {
  readonly rows: Rows
  readonly key: Key
  readonly before: object | undefined
}
interface Running {
  readonly disk: MemoryDisk
  readonly tables: ReadonlySet<string>
  readonly undo: Change[]
  isLost?: boolean
}
const running = new AsyncLocalStorage<Running>()

/** What stays when a tab is closed. */
interface MemoryDisk {
  readonly tables: Tables
  tail: Promise<unknown>
  /** The write at which the disk is found full; counts down. */
  writesLeft: number
  /** Before each read and write, and before a transaction ends; what it throws ends the transaction. */
  readonly onStep: () => void
  /** The request at which the browser takes the connection away; counts down. */
  requestsLeft: number
  open(): MemoryDisk
}

type Tables = Map<string, Rows>

/** Stands where an IDBFactory is asked for. */
export const memoryDisk = (): Disk => steppedDisk(() => {})

interface SteppedDisk extends Disk {
  readonly tables: Tables
  fillAfter(writes: number): void
  /** Until it is full. */
  writesLeft(): number
}

/** As a disk that stays when its computer goes: `tables` may be those of one before. */
export function steppedDisk(onStep: () => void, tables: Tables = new Map()): SteppedDisk {
  const disk: MemoryDisk = {
    tables,
    tail: Promise.resolve(),
    writesLeft: Number.POSITIVE_INFINITY,
    onStep,
    requestsLeft: Number.POSITIVE_INFINITY,
    open: () => disk,
  }
  return {
    tables,
    writesLeft: () => disk.writesLeft,
    factory: disk as unknown as IDBFactory,
    fillAfter: (writes) => Object.assign(disk, { writesLeft: writes }),
    loseAfter: (requests) => Object.assign(disk, { requestsLeft: requests }),
    copy: () => steppedDisk(onStep, new Map([...disk.tables].map(([name, rows]) => [name, rows.copy()]))),
  }
}

const failure = (name: string) => Object.assign(new Error(name), { name })

function inTurn<T>(disk: MemoryDisk, work: () => Promise<T>): Promise<T> {
  const turn = disk.tail.then(work, work)
  disk.tail = turn
  return turn
}

async function transact<T>(disk: MemoryDisk, names: readonly string[], work: () => Promise<T>): Promise<T> {
  const undo: Change[] = []
  const now: Running = { disk, tables: new Set(names), undo }
  try {
    const result = await running.run(now, work)
    if (now.isLost) throw failure('InvalidStateError')
    disk.onStep()
    return result
  } catch (error) {
    for (const { rows, key, before } of undo.reverse()) rows.restore(key, before)
    throw error
  }
}

/** A value as a disk gives it back: a copy that nobody can change. */
function frozen<T>(value: T): T {
  if (typeof value !== 'object' || value === null || Object.isFrozen(value)) return value
  const copy = Array.isArray(value)
    ? value.map(frozen)
    : Object.fromEntries(Object.entries(value).flatMap(([k, v]) => (v === undefined ? [] : [[k, frozen(v)]])))
  return Object.freeze(copy) as T
}

class MemoryTable {
  readonly name: string
  readonly #database: Dexie
  readonly #isNumbered: boolean
  readonly #keyPath: string
  constructor(database: Dexie, name: string, keyPath: string, isNumbered: boolean) {
    this.#database = database
    this.name = name
    this.#keyPath = keyPath
    this.#isNumbered = isNumbered
  }
  /** Inside a transaction at once, else in a turn of its own. */
  #run<T>(work: (rows: Rows, undo: Change[]) => T): Promise<T> {
    const database = this.#database
    const { disk } = database
    if (database.isClosed || !disk) return Promise.reject(failure('DatabaseClosedError'))
    const now = running.getStore()
    if (now?.isLost || --disk.requestsLeft < 0) {
      disk.requestsLeft = Number.POSITIVE_INFINITY
      if (now) now.isLost = true
      return Promise.reject(failure('InvalidStateError'))
    }
    const rows = disk.tables.get(this.name) as Rows
    if (now?.disk === disk) {
      if (!now.tables.has(this.name)) return Promise.reject(failure('NotFoundError'))
      return new Promise((resolve) => {
        disk.onStep()
        resolve(work(rows, now.undo))
      })
    }
    return inTurn(disk, () => transact(disk, [this.name], async () => work(rows, (running.getStore() as Running).undo)))
  }
  #write(rows: Rows, undo: Change[], key: Key, value: object | undefined): void {
    const disk = this.#database.disk as MemoryDisk
    if (--disk.writesLeft < 0) throw failure('QuotaExceededError')
    undo.push({ rows, key, before: rows.get(key) })
    rows.restore(key, value)
  }
  #put(rows: Rows, undo: Change[], value: object, isNew: boolean): Key {
    const given = pick(value, this.#keyPath)
    const key = (given ?? (this.#isNumbered ? rows.nextNumber() : undefined)) as Key
    if (key === undefined) throw failure('DataError')
    if (isNew && rows.get(key) !== undefined) throw failure('ConstraintError')
    this.#write(rows, undo, key, frozen({ ...value, [this.#keyPath]: key }))
    return key
  }
  get = (key: Key) => this.#run((rows) => rows.get(key))
  bulkGet = (keys: readonly Key[]) => this.#run((rows) => keys.map((key) => rows.get(key)))
  put = (value: object) => this.#run((rows, undo) => this.#put(rows, undo, value, false))
  add = (value: object) => this.#run((rows, undo) => this.#put(rows, undo, value, true))
  bulkPut = (values: readonly object[]) =>
    this.#run((rows, undo) => void values.map((value) => this.#put(rows, undo, value, false)))
  bulkAdd = (values: readonly object[]) =>
    this.#run((rows, undo) => void values.map((value) => this.#put(rows, undo, value, true)))
  bulkDelete = (keys: readonly Key[]) =>
    this.#run((rows, undo) => {
      for (const key of keys) if (rows.get(key) !== undefined) this.#write(rows, undo, key, undefined)
    })
  delete = (key: Key) => this.bulkDelete([key])
  clear = () => this.toCollection().delete()
  count = () => this.#run((rows) => rows.keys().length)
  toArray = () => this.toCollection().toArray()
  toCollection = (): Part => this.#part(this.#keyPath)
  orderBy = (index: string): Part => this.#part(index)
  filter = (isWanted: (row: never) => boolean): Part => this.toCollection().filter(isWanted)
  limit = (count: number): Part => this.toCollection().limit(count)
  where = (index: string) => {
    const part = (isIn: (key: Key) => boolean) => this.#part(index === ':id' ? this.#keyPath : index, isIn)
    return {
      equals: (key: Key) => part((each) => each === key),
      anyOf: (keys: readonly Key[]) => {
        const wanted = new Set(keys)
        return part((each) => wanted.has(each))
      },
      above: (key: Key) => part((each) => each > key),
      startsWith: (start: string) => part((each) => String(each).startsWith(start)),
      between: (from: Key, to: Key, withFrom = true, withTo = false) =>
        part((each) => (withFrom ? each >= from : each > from) && (withTo ? each <= to : each < to)),
    }
  }
  #part(index: string, isIn?: (key: Key) => boolean): Part {
    return partOf(
      { index, isIn },
      {
        read: (work) => this.#run(work),
        remove: (find) =>
          this.#run((rows, undo) => {
            const keys = find(rows)
            for (const key of keys) this.#write(rows, undo, key, undefined)
            return keys.length
          }),
      },
    )
  }
}

export class Dexie {
  readonly name: string
  disk: MemoryDisk | undefined
  isClosed = false
  readonly #factory: { open(name: string, version: number): MemoryDisk }
  readonly #tables = new Map<string, MemoryTable>()
  static delete = async (): Promise<void> => undefined
  constructor(name: string, { indexedDB }: { indexedDB: { open(name: string, version: number): MemoryDisk } }) {
    this.name = name
    this.#factory = indexedDB
  }
  version() {
    const made = {
      stores: (specs: Readonly<Record<string, string>>) => {
        for (const [name, spec] of Object.entries(specs)) {
          const key = spec.split(',')[0]?.trim() ?? ''
          const table = new MemoryTable(this, name, key.replace('++', ''), key.startsWith('++'))
          this.#tables.set(name, table)
          if (!name.startsWith('k_')) Object.assign(this, { [name]: table })
        }
        return made
      },
      upgrade: () => made,
    }
    return made
  }
  use = () => this
  on = () => undefined
  table(name: string): MemoryTable {
    const table = this.#tables.get(name)
    if (!table) throw failure('InvalidTableError')
    return table
  }
  open(): Promise<this> {
    this.disk = this.#factory.open(this.name, 1)
    this.isClosed = false
    for (const name of this.#tables.keys()) if (!this.disk.tables.has(name)) this.disk.tables.set(name, makeRows())
    return Promise.resolve(this)
  }
  close({ disableAutoOpen = true } = {}): void {
    this.isClosed = disableAutoOpen
  }
  transaction<T>(_mode: string, tables: readonly (string | MemoryTable)[], work: () => Promise<T>): Promise<T> {
    const { disk } = this
    if (this.isClosed || !disk) return Promise.reject(failure('DatabaseClosedError'))
    if (running.getStore()?.disk === disk) return work()
    const names = [tables].flat().map((table) => (typeof table === 'string' ? table : table.name))
    return inTurn(disk, () => transact(disk, names, work))
  }
}

/** Nothing lives: the histories ask for rounds themselves. */
export const liveQuery = () => ({ subscribe: () => ({ unsubscribe: () => undefined }) })
