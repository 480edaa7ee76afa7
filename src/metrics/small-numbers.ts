// The small number rule: a sum of people's time is told only when it rests on nobody or on three people or more.

const fewestPeople = 3

/** Whose time it is, each named as often as they have any. */
export function restsOnEnough(people: Iterable<string>): boolean {
  const { size } = new Set(people)
  return size === 0 || size >= fewestPeople
}

/**
 * Neighbours are joined, in order, until each group may be told; what is left over at the end joins the group before it.
 * Only where all of them together may not be told is the one group that is handed back not to be told either.
 */
export function joinNeighbours<T>(items: readonly T[], mayBeTold: (group: readonly T[]) => boolean): T[][] {
  const groups: T[][] = []
  let open: T[] = []
  for (const item of items) {
    open.push(item)
    if (!mayBeTold(open)) continue
    groups.push(open)
    open = []
  }
  while (open.length > 0) {
    const before = groups.pop() ?? []
    const joined: T[] = [...before, ...open]
    open = before.length > 0 && !mayBeTold(joined) ? joined : []
    if (open.length === 0) groups.push(joined)
  }
  return groups
}
