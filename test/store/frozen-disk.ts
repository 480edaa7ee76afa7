// Disks as released versions left them, made without any code of ours.
import { readFileSync } from 'node:fs'
import { IDBFactory } from 'fake-indexeddb'

export interface Frozen {
  readonly version: number
  readonly tables: Readonly<Record<string, FrozenTable>>
}
interface FrozenTable {
  readonly keyPath: string
  readonly isNumbered: boolean
  readonly indexes: readonly (readonly [string, boolean])[]
  readonly rows: readonly object[]
}

/** What a release left, by the number of its tables. */
export const frozen = (release: number): Frozen =>
  JSON.parse(readFileSync(`test/fixtures/store/version-${release}.json`, 'utf8')) as Frozen

export async function diskOf(
  { version, tables }: Frozen,
  added: Readonly<Record<string, readonly object[]>> = {},
): Promise<IDBFactory> {
  const disk = new IDBFactory()
  await new Promise<void>((resolve, reject) => {
    const opening = disk.open('trial', version)
    opening.onerror = () => reject(opening.error)
    opening.onupgradeneeded = () => {
      for (const [name, { keyPath, isNumbered, indexes, rows }] of Object.entries(tables)) {
        const table = opening.result.createObjectStore(name, { keyPath, autoIncrement: isNumbered })
        for (const [path, isMulti] of indexes) table.createIndex(path, path, { multiEntry: isMulti })
        for (const row of [...rows, ...(added[name] ?? [])]) table.put(row)
      }
    }
    opening.onsuccess = () => {
      opening.result.close()
      resolve()
    }
  })
  return disk
}
