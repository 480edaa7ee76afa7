// What the intake tests share: options with a fixed time of import, files made of text.
import { zoneOf } from '../../src/domain/zone.ts'
import { type ImportOptions, parseImport } from '../../src/intake/parse-import.ts'
import type { ImportFile, ParsedImport, ParsedOutage } from '../../src/intake/parsed-import.ts'

export const options: ImportOptions = { zone: zoneOf('Europe/London'), now: Date.parse('2026-11-23T00:00:00Z') }

export function fileOf(name: string, text: string): ImportFile {
  return { name, bytes: new TextEncoder().encode(text) }
}

export function read(name: string, text: string, more: Partial<ImportOptions> = {}): ParsedImport {
  return parseImport([fileOf(name, text)], { ...options, ...more })
}

/** The only entry of a file; fails with what was refused. */
export function readOne(name: string, text: string, more: Partial<ImportOptions> = {}): ParsedOutage {
  const { entries, refused } = read(name, text, more)
  const [entry] = entries
  if (!entry || entries.length > 1) throw new Error(`${entries.length} entries, refused: ${JSON.stringify(refused)}`)
  return entry
}

export function iso(at: number | undefined): string | undefined {
  return at === undefined ? undefined : new Date(at).toISOString().replace('.000', '')
}

export function withFlag(parsed: ParsedImport, flag: ParsedOutage['flags'][number]): ParsedOutage[] {
  return parsed.entries.filter((entry) => entry.flags.includes(flag))
}
