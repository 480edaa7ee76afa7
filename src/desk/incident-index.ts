// All incidents of this device, in the orders that lists ask for. A change moves only what has changed.
import { type Named, namedBy, type Search, searchText } from '../domain/incident-match.ts'
import type { DeskNames } from './names.ts'
import type { DeskSort } from './question.ts'
import type { Summary } from './summary.ts'

type NamedField = 'system' | 'cause' | 'assignee' | 'team' | 'requester'

export interface IncidentIndex {
  /** Takes in incidents, new or changed, and forgets those that have gone. */
  change(changed: readonly Summary[], goneIds?: readonly string[]): void
  /** Takes these for all that there are. */
  replace(all: readonly Summary[]): void
  /** Searches go by these names from now on. */
  rename(names: DeskNames): void
  /** In one fixed order; the other direction is exactly its reverse. */
  inOrder(by: DeskSort['by']): readonly Summary[]
  /** Names that incidents give where they have no id. */
  givenNames(field: NamedField): readonly Named[]
}

type Compare = (a: Summary, b: Summary) => number
const byId: Compare = (a, b) => (a.id < b.id ? -1 : Number(a.id > b.id))
const byRaised: Compare = (a, b) => a.raisedAt - b.raisedAt || byId(a, b)
const orders: Readonly<Record<DeskSort['by'], Compare>> = {
  raisedAt: byRaised,
  priority: (a, b) => a.priority - b.priority || byRaised(a, b),
  stateAt: (a, b) => a.stateAt - b.stateAt || byId(a, b),
}

export function createIndex(): IncidentIndex {
  const all = new Map<string, Summary>()
  /** Each is sorted when it is first asked for, and kept in order from then on. */
  const sorted = new Map<DeskSort['by'], readonly Summary[]>()
  let given: ReturnType<typeof makeGiven> | undefined
  let names: DeskNames | undefined

  const add = (summary: Summary) => {
    all.set(summary.id, summary)
    given?.add(summary)
    summary.text = textOf(summary, names)
  }
  return {
    change: (changed, goneIds = []) => {
      const latest = new Map(changed.map((summary) => [summary.id, summary]))
      const old = [...new Set([...latest.keys(), ...goneIds])].flatMap((id) => all.get(id) ?? [])
      for (const id of goneIds) all.delete(id)
      // What has gone leaves no name behind: a scope may have been taken away.
      if (goneIds.length > 0) given = undefined
      const added = [...latest.values()]
      for (const summary of added) add(summary)
      // Of very many the orders are made anew when they are next asked for.
      if (old.length + added.length > all.size / 8) sorted.clear()
      for (const [by, order] of sorted) sorted.set(by, exchanged(order, old, added, orders[by]))
    },
    replace: (summaries) => {
      all.clear()
      sorted.clear()
      given = undefined
      for (const summary of summaries) add(summary)
    },
    rename: (known) => {
      names = known
      for (const summary of all.values()) summary.text = textOf(summary, names)
    },
    inOrder: (by) => {
      const order = sorted.get(by) ?? [...all.values()].sort(orders[by])
      sorted.set(by, order)
      return order
    },
    givenNames: (field) => {
      if (!given) {
        given = makeGiven()
        for (const summary of all.values()) given.add(summary)
      }
      return given.of(field)
    },
  }
}

/** The order without the old ones and with the added: whole stretches are copied, so that a few cost next to nothing. */
function exchanged(
  order: readonly Summary[],
  old: readonly Summary[],
  added: readonly Summary[],
  compare: Compare,
): readonly Summary[] {
  const cuts = [
    ...added.toSorted(compare).map((summary) => ({ at: placeOf(order, summary, compare), summary })),
    ...old.map((summary) => ({ at: placeOf(order, summary, compare), summary: undefined })),
  ].sort((a, b) => a.at - b.at)
  const stretches: Summary[][] = []
  let from = 0
  for (const { at, summary } of cuts) {
    // What is added comes before the one that stands at its place, and the sort has kept it ahead of its removal.
    if (at > from) stretches.push(order.slice(from, at))
    if (summary) stretches.push([summary])
    from = summary ? Math.max(from, at) : at + 1
  }
  stretches.push(order.slice(from))
  return ([] as Summary[]).concat(...stretches)
}

/** Where it stands, or would. */
function placeOf(order: readonly Summary[], summary: Summary, compare: Compare): number {
  let [low, high] = [0, order.length]
  while (low < high) {
    const middle = (low + high) >>> 1
    const there = order[middle]
    if (there && compare(there, summary) < 0) low = middle + 1
    else high = middle
  }
  return low
}

const textOf = (summary: Summary, names: DeskNames | undefined): string => {
  const { reference, title, systemId, systemName, requesterId, requesterName, category } = summary
  const system = names?.systems.get(systemId ?? '')?.name ?? systemName
  const requester = names?.people.get(requesterId ?? '')?.name ?? requesterName
  return searchText([reference, title, system, requester, category])
}

function makeGiven() {
  const given: Record<NamedField, Map<string, Named>> = {
    system: new Map(),
    cause: new Map(),
    assignee: new Map(),
    team: new Map(),
    requester: new Map(),
  }
  const keep = (field: NamedField, id: string | null, name: string) => {
    if (id === null && name !== '' && !given[field].has(name)) given[field].set(name, namedBy(name, name))
  }
  return {
    add: (summary: Summary) => {
      keep('cause', null, summary.category)
      keep('system', summary.systemId, summary.systemName)
      keep('assignee', summary.assigneeId, summary.assigneeName)
      keep('team', summary.teamId, summary.teamName)
      keep('requester', summary.requesterId, summary.requesterName)
    },
    of: (field: NamedField) => [...given[field].values()],
  }
}

/** Calls `take` for each that is found, in order. */
export function eachFound(
  index: IncidentIndex,
  { matches }: Pick<Search, 'matches'>,
  { by, isDescending }: DeskSort,
  take: (summary: Summary) => void,
): void {
  const order = index.inOrder(by)
  for (let at = 0; at < order.length; at += 1) {
    const summary = order[isDescending ? order.length - 1 - at : at]
    if (summary && matches(summary)) take(summary)
  }
}
