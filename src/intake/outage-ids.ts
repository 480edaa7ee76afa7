// Ids of imported records: the same file imported twice, or on two devices, makes the same ids.
import { makeId } from '../domain/identity.ts'
import type { ParsedImport } from './parsed-import.ts'

/** SHA-256, injected because only the platform's own is fast and it answers later. */
export type Digest = (bytes: Uint8Array<ArrayBuffer>) => Promise<Uint8Array>

export const unassignedName = 'Unassigned'

export interface ImportIds {
  /** By the entry's key. */
  readonly outages: ReadonlyMap<string, string>
  /** By `systemKey` of the component's name, "Unassigned" among them. */
  readonly systems: ReadonlyMap<string, string>
}

/** UUIDv7 of the record's own time (ms, clamped at 0); its other bits are a hash of source and natural key. */
export async function importedId(source: string, key: string, at: number, digest: Digest): Promise<string> {
  const hash = await digest(new TextEncoder().encode(JSON.stringify([source, key])))
  return makeId(at, hash)
}

/** The part of an id that comes from source and key alone, whatever the time. */
export function keyPartOfId(id: string): string {
  return id.slice(15)
}

/** Names that differ only in case or blanks are one system. */
export function systemKey(name: string): string {
  return name.replace(/\s+/g, ' ').trim().toLowerCase()
}

export async function importIds(parsed: ParsedImport, digest: Digest): Promise<ImportIds> {
  const names = new Set([unassignedName, ...parsed.entries.flatMap((entry) => entry.components)].map(systemKey))
  const outages = parsed.entries.map(
    async (entry) => [entry.key, await importedId(parsed.source, entry.key, entry.startAt, digest)] as const,
  )
  // A system has no time of its own and one name space: two sources that name it alike mean the same one.
  const systems = [...names].map(async (name) => [name, await importedId('system', name, 0, digest)] as const)
  return { outages: new Map(await Promise.all(outages)), systems: new Map(await Promise.all(systems)) }
}
