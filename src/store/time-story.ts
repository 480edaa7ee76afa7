// One piece of recorded time with everything that is known of it: what was said first, and every correction.
import { currentEntries } from '../domain/current-entries.ts'
import type { Recorded } from '../domain/kinds.ts'
import type { StoreReads } from './store.ts'

type Entry = Recorded<'entry'>

export interface EntryStory {
  /** Oldest first, none before what it replaces. */
  readonly versions: readonly [Entry, ...Entry[]]
  /** What counts, or what was removed last. */
  readonly current: Entry
  /** Versions made apart, for its person to choose from. */
  readonly toSettle: readonly Entry[]
  /** Of the current version; undefined where nothing was written, or it is not for this person. */
  readonly narrative: Recorded<'narrative'> | undefined
  /** It cannot be read before the next contact. */
  readonly isLocked: boolean
  /** Written on versions that have been settled away. */
  readonly otherTexts: readonly string[]
  /** Unsolved ones of the narrative. */
  readonly conflicts: readonly Recorded<'conflict'>[]
  readonly isPending: boolean
}

/** The story that any of its versions is part of; undefined when it is not here. */
export async function entryStory(reads: StoreReads, id: string): Promise<EntryStory | undefined> {
  const entry = await reads.get('entry', id)
  if (!entry) return undefined
  const versions = linkedTo(entry, await reads.where('entry', 'personId', entry.personId))
  const { entries, toSettle } = currentEntries(versions)
  const last = versions.at(-1) ?? entry
  const current = entries[0] ?? last
  const roots = [...new Set(versions.map(({ rootId }) => rootId))]
  const narratives = (await Promise.all(roots.map((root) => reads.where('narrative', 'entryId', root)))).flat()
  const found = await Promise.all(narratives.map((each) => reads.where('conflict', 'recordId', each.id)))
  const pending = await reads.pendingIds()
  const narrative = narratives.find(({ entryId }) => entryId === current.rootId)
  return {
    versions: [versions[0] ?? entry, ...versions.slice(1)],
    current,
    toSettle: toSettle.flat(),
    narrative,
    isLocked: narrative !== undefined && (await reads.isLocked('narrative', narrative.id)),
    otherTexts: narratives.flatMap((each) => (each === narrative || each.text === '' ? [] : each.text)),
    conflicts: found.flat().filter(({ solvedAt }) => solvedAt === null),
    isPending: [...versions, ...narratives].some((each) => pending.has(each.id)),
  }
}

/** All that the entry replaces or is replaced by, and other stops of its timer. */
function linkedTo(entry: Entry, all: readonly Entry[]): Entry[] {
  const found = new Set(all.filter(({ id }) => id === entry.id))
  const isLinked = (a: Entry, b: Entry) =>
    a.rootId === b.rootId || (a.timerId !== null && a.timerId === b.timerId) || a.replaces.includes(b.id)
  // A set grows while it is walked, so whatever is added is walked too.
  for (const known of found) for (const each of all) if (isLinked(known, each) || isLinked(each, known)) found.add(each)
  return inOrder([...found])
}

/** By time, but never before what they replace: clocks differ from device to device. */
function inOrder(entries: readonly Entry[]): Entry[] {
  const left = [...entries].sort((a, b) => a.recordedAt - b.recordedAt || (a.id < b.id ? -1 : 1))
  const ordered: Entry[] = []
  while (left.length > 0) {
    const next = left.findIndex(({ replaces }) => !left.some(({ id }) => replaces.includes(id)))
    ordered.push(...left.splice(Math.max(0, next), 1))
  }
  return ordered
}
