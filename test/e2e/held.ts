// Everything that a device keeps, to be searched for a text.
import type { Page } from '@playwright/test'
import type { Held } from './wire-tap.ts'

/** Every row of every IndexedDB, every kept answer of Cache Storage, both storages, cookies, and what is on the page. */
export async function heldOn(page: Page): Promise<Held[]> {
  const kept = await page.evaluate(async () => {
    const done = <T>(request: IDBRequest<T>) =>
      new Promise<T>((resolve, reject) => {
        request.onsuccess = () => resolve(request.result)
        request.onerror = () => reject(request.error)
      })
    /** Each byte as one character. */
    const ofBytes = (bytes: Uint8Array) => Array.from(bytes, (byte) => String.fromCharCode(byte)).join('')
    const asText = async (value: unknown): Promise<string> => {
      if (value instanceof Blob) return ofBytes(new Uint8Array(await value.arrayBuffer()))
      if (value instanceof ArrayBuffer) return ofBytes(new Uint8Array(value))
      if (ArrayBuffer.isView(value)) return ofBytes(new Uint8Array(value.buffer, value.byteOffset, value.byteLength))
      if (typeof value !== 'object' || value === null) return String(value)
      const entries = value instanceof Map || value instanceof Set ? [...value.entries()] : Object.entries(value)
      return (await Promise.all(entries.flat().map(asText))).join('\n')
    }
    const found: { where: string; text: string; bytes: string }[] = []
    for (const { name } of await indexedDB.databases()) {
      const database = await done(indexedDB.open(name ?? ''))
      for (const table of database.objectStoreNames) {
        const store = database.transaction(table).objectStore(table)
        const [keys, rows] = await Promise.all([done(store.getAllKeys()), done(store.getAll())])
        found.push({ where: `IndexedDB ${table}`, text: await asText([keys, rows]), bytes: '' })
      }
      database.close()
    }
    for (const name of await caches.keys()) {
      const cache = await caches.open(name)
      for (const asked of await cache.keys()) {
        const answer = await cache.match(asked)
        const bytes = ofBytes(new Uint8Array((await answer?.arrayBuffer()) ?? new ArrayBuffer(0)))
        const head = [asked.url, ...asked.headers, ...(answer?.headers ?? [])].join('\n')
        found.push({ where: `Cache Storage ${new URL(asked.url).pathname}`, text: head, bytes })
      }
    }
    for (const [where, storage] of [
      ['localStorage', localStorage] as const,
      ['sessionStorage', sessionStorage] as const,
    ])
      found.push({ where, text: JSON.stringify(Object.entries(storage)), bytes: '' })
    return [
      ...found,
      { where: 'the page', text: `${document.cookie}\n${document.documentElement.outerHTML}`, bytes: '' },
    ]
  })
  return kept.map(({ where, text, bytes }) => ({
    where,
    bytes: Buffer.concat([Buffer.from(text), Buffer.from(bytes, 'latin1')]),
  }))
}

export interface Kept {
  readonly table: string
  readonly scope: string | undefined
  readonly text: string
}

/** Every row of every database of this device. */
export const keptRows = (page: Page): Promise<Kept[]> =>
  page.evaluate(async () => {
    const done = <T>(request: IDBRequest<T>) =>
      new Promise<T>((resolve, reject) => {
        request.onsuccess = () => resolve(request.result)
        request.onerror = () => reject(request.error)
      })
    const rows: { table: string; scope: string | undefined; text: string }[] = []
    for (const { name } of await indexedDB.databases()) {
      const database = await done(indexedDB.open(name ?? ''))
      for (const table of database.objectStoreNames) {
        const all = await done(database.transaction(table).objectStore(table).getAll())
        for (const row of all) rows.push({ table, scope: row.s, text: JSON.stringify(row) })
      }
      database.close()
    }
    return rows
  })

/** Where any of the texts is, in UTF-8 or UTF-16, whatever the case of its letters. */
export function placesOf(texts: readonly string[], held: readonly Held[]): string[] {
  const wanted = texts.map((text) => ({ text, encoded: encodingsOf(text).map(lowerCase) }))
  return held.flatMap(({ where, bytes }) => {
    const within = lowerCase(bytes)
    const found = wanted.filter(({ encoded }) => encoded.some((each) => within.includes(each)))
    return found.map(({ text }) => `${where}: ${text}`)
  })
}

function encodingsOf(text: string): Buffer[] {
  const wide = Buffer.from(text, 'utf16le')
  return [Buffer.from(text), wide, Buffer.from(wide).swap16()]
}

/** One character a byte; lower case mixes up a few letters beyond ASCII, in what is wanted and in what is searched alike. */
const lowerCase = (bytes: Buffer): string => bytes.toString('latin1').toLowerCase()
