// Part of a table in memory, in the order of a key: what Dexie calls a collection.

export type Key = string | number

export interface Rows {
  get(key: Key): object | undefined
  /** Undefined: there is none. */
  restore(key: Key, value: object | undefined): void
  /** In order. */
  keys(): readonly Key[]
  nextNumber(): number
  copy(): Rows
}

type Test = (row: never) => boolean

interface Wanted {
  readonly index: string
  readonly isIn?: ((key: Key) => boolean) | undefined
  readonly tests?: readonly Test[]
  readonly end?: { readonly isEnd: Test; readonly withEnd: boolean }
  readonly isReversed?: boolean
  readonly length?: number
}

interface Access {
  read<T>(work: (rows: Rows) => T): Promise<T>
  remove(find: (rows: Rows) => Key[]): Promise<number>
}

export interface Part {
  filter(isWanted: Test): Part
  limit(length: number): Part
  reverse(): Part
  until(isEnd: Test, withEnd?: boolean): Part
  toArray(): Promise<object[]>
  first(): Promise<object | undefined>
  last(): Promise<object | undefined>
  primaryKeys(): Promise<Key[]>
  uniqueKeys(): Promise<Key[]>
  count(): Promise<number>
  each(take: (row: never) => void): Promise<void>
  delete(): Promise<number>
}

interface Found {
  readonly at: Key
  readonly key: Key
  readonly row: object
}

export function pick(value: object, path: string): unknown {
  let found: unknown = value
  for (const name of path.split('.')) found = (found as Record<string, unknown> | undefined | null)?.[name]
  return found
}

function find(rows: Rows, { index, isIn, tests = [], end, isReversed, length }: Wanted): Found[] {
  let found: Found[] = []
  for (const key of rows.keys()) {
    const row = rows.get(key) as object
    const value = pick(row, index)
    for (const at of (Array.isArray(value) ? new Set(value) : [value]) as Iterable<Key | undefined | null | boolean>)
      if ((typeof at === 'string' || typeof at === 'number') && (!isIn || isIn(at))) found.push({ at, key, row })
  }
  found.sort((a, b) => (a.at === b.at ? 0 : a.at < b.at ? -1 : 1))
  if (isReversed) found.reverse()
  for (const test of tests) found = found.filter(({ row }) => test(row as never))
  if (length !== undefined) found = found.slice(0, length)
  if (!end) return found
  const at = found.findIndex(({ row }) => end.isEnd(row as never))
  return at < 0 ? found : found.slice(0, at + (end.withEnd ? 1 : 0))
}

export function partOf(wanted: Wanted, access: Access): Part {
  const more = (change: Partial<Wanted>) => partOf({ ...wanted, ...change }, access)
  const read = <T>(work: (found: Found[]) => T) => access.read((rows) => work(find(rows, wanted)))
  return {
    filter: (isWanted) => more({ tests: [...(wanted.tests ?? []), isWanted] }),
    limit: (length) => more({ length }),
    reverse: () => more({ isReversed: !wanted.isReversed }),
    until: (isEnd, withEnd = false) => more({ end: { isEnd, withEnd } }),
    toArray: () => read((found) => found.map(({ row }) => row)),
    first: () => read((found) => found[0]?.row),
    last: () => read((found) => found.at(-1)?.row),
    primaryKeys: () => read((found) => found.map(({ key }) => key)),
    uniqueKeys: () => read((found) => [...new Set(found.map(({ at }) => at))]),
    count: () => read((found) => found.length),
    each: (take) => read((found) => found.forEach(({ row }) => void take(row as never))),
    delete: () => access.remove((rows) => [...new Set(find(rows, wanted).map(({ key }) => key))]),
  }
}

/** A table: rows by their key. */
export function makeRows(entries: Iterable<[Key, object]> = [], given = 0): Rows {
  const byKey = new Map<Key, object>(entries)
  let sorted: Key[] | undefined
  let last = given
  return {
    get: (key) => byKey.get(key),
    restore: (key, value) => {
      if (value === undefined) byKey.delete(key)
      else if (byKey.has(key)) {
        byKey.set(key, value)
        return
      } else byKey.set(key, value)
      sorted = undefined
    },
    keys: () => {
      sorted ??= [...byKey.keys()].sort((a, b) => (a < b ? -1 : 1))
      return sorted
    },
    nextNumber: () => ++last,
    copy: () => makeRows(byKey, last),
  }
}
