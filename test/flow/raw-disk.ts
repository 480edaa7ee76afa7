// A device's database as somebody reads it who has the disk and not our code.
import type { IDBFactory } from 'fake-indexeddb'

type Rows = Record<string, unknown[]>

const done = <T>(request: IDBRequest<T>): Promise<T> =>
  new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result)
    request.onerror = () => reject(request.error)
  })

/** Every row of every table, as it lies there. */
export async function rawRows(disk: IDBFactory, name: string): Promise<Rows> {
  const database = await done(disk.open(name))
  const rows: Rows = {}
  for (const table of database.objectStoreNames)
    rows[table] = await done(database.transaction(table).objectStore(table).getAll())
  database.close()
  return rows
}

/** All of it as one text, bytes as letters: what is written open somewhere is found by searching. */
export const asText = (rows: unknown): string =>
  JSON.stringify(rows, (_, value) =>
    value instanceof Uint8Array ? Buffer.from(value).toString('latin1') : (value as unknown),
  )

/** Changes a row behind everybody's back. */
export async function putRaw(disk: IDBFactory, name: string, table: string, row: unknown): Promise<void> {
  const database = await done(disk.open(name))
  await done(database.transaction(table, 'readwrite').objectStore(table).put(row))
  database.close()
}
