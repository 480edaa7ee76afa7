// Entries are only ever added. Which of them count: those that no other replaces and that are not removals.
import type { Recorded } from './kinds.ts'

type Linked = Pick<Recorded<'entry'>, 'id' | 'replaces' | 'isRemoved' | 'timerId' | 'seconds' | 'rootId' | 'personId'>

export interface CurrentEntries<E extends Linked> {
  /** The entries that count. */
  readonly entries: readonly E[]
  /** Several statements of one thing, made apart: the first counts until its person chooses. */
  readonly toSettle: readonly (readonly [E, ...E[]])[]
}

/**
 * Two corrections of one entry, or two stops of one timer, made without knowing of each other, are both kept: one
 * counts until the person chooses (the shorter time; of equal ones the smaller id), and the rest wait to be settled.
 * Order and doubling of the records change nothing. An entry is replaced only by one of the same person.
 */
export function currentEntries<E extends Linked>(records: readonly E[]): CurrentEntries<E> {
  const byId = new Map(records.map((entry) => [entry.id, entry]))
  const replaced = new Set<string>()
  for (const { personId, replaces } of byId.values())
    for (const id of replaces) if (byId.get(id)?.personId === personId) replaced.add(id)
  const rivals = new Map<string, E[]>()
  for (const entry of byId.values()) {
    if (replaced.has(entry.id)) continue
    // What was stopped twice has one timer and two roots; what was corrected twice has one root.
    const key = `${entry.personId} ${entry.timerId ?? entry.rootId}`
    rivals.set(key, [...(rivals.get(key) ?? []), entry])
  }
  const entries: E[] = []
  const toSettle: [E, ...E[]][] = []
  for (const found of rivals.values()) {
    const [first, ...others] = found.sort(shorterFirst)
    if (!first) continue
    if (others.length > 0) toSettle.push([first, ...others])
    if (!first.isRemoved) entries.push(first)
  }
  return { entries, toSettle }
}

/** A removal loses against what says that the time was worked: nothing vanishes without its person's word. */
const shorterFirst = (a: Linked, b: Linked) =>
  Number(a.isRemoved) - Number(b.isRemoved) || a.seconds - b.seconds || (a.id < b.id ? -1 : 1)
