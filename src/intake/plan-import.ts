// What an import would create, given what is here already and what the person chose. Importing twice adds nothing.
import type { Level } from '../domain/level.ts'
import { maxNameChars } from './limits.ts'
import { type ImportIds, keyPartOfId, systemKey, unassignedName } from './outage-ids.ts'
import type { Flag, ParsedImport, ParsedOutage, RefusedEntry } from './parsed-import.ts'

/** A system's id, or make it, or leave it out of the entries that name it. */
export type ComponentChoice = { readonly systemId: string } | 'new' | 'skip'

export interface EntryChoice {
  readonly isIncluded?: boolean
  readonly isMaintenance?: boolean
}

export interface ImportChoices {
  /** By component name; without a choice, the system of the same name, else a new one. */
  readonly components: ReadonlyMap<string, ComponentChoice>
  /** By entry key. */
  readonly entries: ReadonlyMap<string, EntryChoice>
}

export interface Existing {
  readonly systems: readonly { readonly id: string; readonly name: string }[]
  /** Ids of the outages and maintenance here, deleted ones too: what was deleted does not come back. */
  readonly ids: ReadonlySet<string>
}

export interface PlannedOutage {
  readonly id: string
  readonly key: string
  readonly title: string
  readonly level: Level
  readonly startAt: number
  readonly endAt: number | undefined
  readonly systemIds: readonly string[]
  readonly cause?: string
  readonly text: string
  readonly flags: readonly Flag[]
}

export interface PlannedMaintenance {
  readonly id: string
  readonly key: string
  readonly title: string
  readonly systemIds: readonly string[]
  readonly announcedAt: number
  readonly startAt: number
  readonly endAt: number
  readonly text: string
  readonly flags: readonly Flag[]
}

export interface ImportPlan {
  readonly source: string
  readonly systems: readonly { readonly id: string; readonly name: string }[]
  readonly outages: readonly PlannedOutage[]
  readonly maintenance: readonly PlannedMaintenance[]
  /** What the files hold and the plan does not, with the reason; those left out by choice are only counted. */
  readonly refused: readonly RefusedEntry[]
  readonly counts: { readonly new: number; readonly same: number; readonly leftOut: number; readonly refused: number }
}

export function planImport(
  parsed: ParsedImport,
  ids: ImportIds,
  existing: Existing,
  choices: ImportChoices,
): ImportPlan {
  const chooser = systemChooser(ids, existing, choices)
  const keyParts = new Set([...existing.ids].map(keyPartOfId))
  const outages: PlannedOutage[] = []
  const maintenance: PlannedMaintenance[] = []
  const refused: RefusedEntry[] = [...parsed.refused]
  let same = 0
  let leftOut = 0
  for (const entry of parsed.entries) {
    const choice = choices.entries.get(entry.key) ?? {}
    const id = idOf(ids.outages, entry.key)
    const isMaintenance = choice.isMaintenance ?? entry.isMaintenance
    if (existing.ids.has(id)) same++
    else if (choice.isIncluded === false || chooser.isLeftOut(entry)) leftOut++
    else if (keyParts.has(keyPartOfId(id)))
      refused.push(refuse(entry, 'It is here already with another start: correct it there.'))
    else if (!isMaintenance) outages.push(outageOf(entry, id, chooser.systemIdsOf(entry)))
    else if (entry.endAt === undefined)
      refused.push(refuse(entry, 'Planned maintenance needs an end: add it, or keep this as an outage.'))
    else maintenance.push(maintenanceOf(entry, id, entry.endAt, chooser.systemIdsOf(entry)))
  }
  const counts = { new: outages.length + maintenance.length, same, leftOut, refused: refused.length }
  return { source: parsed.source, systems: chooser.created(), outages, maintenance, refused, counts }
}

function outageOf(entry: ParsedOutage, id: string, systemIds: readonly string[]): PlannedOutage {
  const { key, title, level, startAt, endAt, text, flags } = entry
  const cause = entry.cause === undefined ? {} : { cause: entry.cause }
  return { id, key, title, level, startAt, endAt, systemIds, ...cause, text, flags }
}

/** Counts as announced at its start unless the file says otherwise. */
function maintenanceOf(
  entry: ParsedOutage,
  id: string,
  endAt: number,
  systemIds: readonly string[],
): PlannedMaintenance {
  const { key, startAt, text, flags } = entry
  const title = entry.title.slice(0, maxNameChars).trim()
  return { id, key, title, systemIds, announcedAt: entry.announcedAt ?? startAt, startAt, endAt, text, flags }
}

function refuse(entry: ParsedOutage, reason: string): RefusedEntry {
  return { file: entry.file, ...(entry.line === undefined ? {} : { line: entry.line }), key: entry.key, reason }
}

/** Turns component names into system ids and remembers which systems that makes. */
function systemChooser(ids: ImportIds, existing: Existing, choices: ImportChoices) {
  const created = new Map<string, string>()
  const known = new Map(existing.systems.map((system) => [systemKey(system.name), system.id]))
  const chosen = new Map([...choices.components].map(([name, choice]) => [systemKey(name), choice]))
  const existingIds = new Set(existing.systems.map((system) => system.id))
  const namesOf = (entry: ParsedOutage) => (entry.components.length > 0 ? entry.components : [unassignedName])
  const keptNames = (entry: ParsedOutage) => namesOf(entry).filter((name) => chosen.get(systemKey(name)) !== 'skip')

  const systemIdOf = (name: string): string => {
    const key = systemKey(name)
    const choice = chosen.get(key)
    if (typeof choice === 'object') return choice.systemId
    const sameName = choice === 'new' ? undefined : known.get(key)
    if (sameName !== undefined) return sameName
    const id = idOf(ids.systems, key)
    if (!existingIds.has(id) && !created.has(id)) created.set(id, name)
    return id
  }
  return {
    /** Every system it names was left out. */
    isLeftOut: (entry: ParsedOutage) => keptNames(entry).length === 0,
    systemIdsOf: (entry: ParsedOutage) => [...new Set(keptNames(entry).map(systemIdOf))],
    created: () => [...created].map(([id, name]) => ({ id, name })),
  }
}

function idOf(ids: ReadonlyMap<string, string>, key: string): string {
  const id = ids.get(key)
  if (id === undefined) throw new Error(`no id was made for "${key}"`)
  return id
}
