// What the screens of outages read: which are open, which were, and one outage with everything that is known of it.
import type { DocOf, KindName, Recorded } from '../domain/kinds.ts'
import type { StoreReads } from './store.ts'

/** An outage as lists show it. */
export interface OutageLine {
  readonly outage: Recorded<'outage'>
  /** The systems it hit, by name. */
  readonly systems: readonly Recorded<'system'>[]
}

type Edge = Recorded<'affected'>

const newestFirst = (a: OutageLine, b: OutageLine) =>
  b.outage.startAt - a.outage.startAt || (a.outage.id < b.outage.id ? 1 : -1)

const byName = (a: { readonly name: string }, b: { readonly name: string }) => a.name.localeCompare(b.name, 'en-GB')

function grouped(edges: readonly Edge[], field: 'outageId' | 'systemId'): ReadonlyMap<string, readonly Edge[]> {
  const groups = new Map<string, Edge[]>()
  for (const edge of edges) {
    const group = groups.get(edge[field])
    if (group) group.push(edge)
    else groups.set(edge[field], [edge])
  }
  return groups
}

function lineOf(
  outage: Recorded<'outage'>,
  edges: readonly Edge[],
  systems: ReadonlyMap<string, Recorded<'system'>>,
): OutageLine {
  const ids = new Set(edges.filter((edge) => edge.mark === 'affected').map((edge) => edge.systemId))
  return { outage, systems: [...ids].flatMap((id) => systems.get(id) ?? []).sort(byName) }
}

async function systemsById(reads: StoreReads): Promise<ReadonlyMap<string, Recorded<'system'>>> {
  return new Map((await reads.all('system')).map((system) => [system.id, system]))
}

/** Outages without an end, newest first. */
export async function openOutages(reads: StoreReads): Promise<OutageLine[]> {
  const [outages, systems] = await Promise.all([reads.all('outage'), systemsById(reads)])
  const open = outages.filter((outage) => outage.endAt === null)
  const edges = await Promise.all(open.map((outage) => reads.where('affected', 'outageId', outage.id)))
  return open.map((outage, i) => lineOf(outage, edges[i] ?? [], systems)).sort(newestFirst)
}

/** Outages that have ended, newest first. */
export async function pastOutages(reads: StoreReads): Promise<OutageLine[]> {
  const [outages, edges, systems] = await Promise.all([reads.all('outage'), reads.all('affected'), systemsById(reads)])
  const edgesOf = grouped(edges, 'outageId')
  return outages
    .filter((outage) => outage.endAt !== null)
    .map((outage) => lineOf(outage, edgesOf.get(outage.id) ?? [], systems))
    .sort(newestFirst)
}

export interface SystemChoice {
  readonly system: Recorded<'system'>
  /** Hit by an outage lately. */
  readonly isRecent: boolean
  /** Its open outages of its own, oldest first: not those it only suffers from by dependency. */
  readonly open: readonly Recorded<'outage'>[]
}

const mostRecentSystems = 5

/** Systems in service on the local date `on`: first those that outages since `since` hit, most often first; then by name. */
export async function systemChoices(reads: StoreReads, since: number, on: string): Promise<SystemChoice[]> {
  const [systems, outages, edges] = await Promise.all([reads.all('system'), reads.all('outage'), reads.all('affected')])
  const outagesById = new Map(outages.map((outage) => [outage.id, outage]))
  const edgesOf = grouped(
    edges.filter((edge) => edge.mark === 'affected'),
    'systemId',
  )
  const choices = systems
    .filter((system) => system.retiredOn === null || system.retiredOn > on)
    .map((system) => {
      const own = (edgesOf.get(system.id) ?? []).flatMap((edge) => outagesById.get(edge.outageId) ?? [])
      const open = own.filter((outage) => outage.endAt === null).sort((a, b) => a.startAt - b.startAt)
      return { system, open, recentCount: own.filter((outage) => outage.startAt >= since).length }
    })
    .sort((a, b) => b.recentCount - a.recentCount || byName(a.system, b.system))
  const recentCount = choices.slice(0, mostRecentSystems).filter((choice) => choice.recentCount > 0).length
  const [recent, others] = [choices.slice(0, recentCount), choices.slice(recentCount)]
  return [
    ...recent.map(({ system, open }) => ({ system, open, isRecent: true })),
    ...others.sort((a, b) => byName(a.system, b.system)).map(({ system, open }) => ({ system, open, isRecent: false })),
  ]
}

export interface OutageStory {
  readonly outage: Recorded<'outage'>
  readonly edges: readonly Edge[]
  readonly segments: readonly Recorded<'segment'>[]
  /** Of the councils that the person may read. */
  readonly reaches: readonly Recorded<'reach'>[]
  /** Newest first. */
  readonly events: readonly Recorded<'event'>[]
  /** Unsolved ones of the outage and of what belongs to it. */
  readonly conflicts: readonly Recorded<'conflict'>[]
  /** Whether something of it has not been sent yet. */
  readonly isPending: boolean
}

/** Everything that is known of one outage; undefined when it is not here, or was taken back. */
export async function outageStory(reads: StoreReads, id: string): Promise<OutageStory | undefined> {
  const outage = await reads.get('outage', id)
  if (!outage) return undefined
  const [edges, segments, reaches, events, pending] = await Promise.all([
    reads.where('affected', 'outageId', id),
    reads.where('segment', 'outageId', id),
    reads.where('reach', 'outageId', id),
    reads.where('event', 'outageId', id),
    reads.pendingIds(),
  ])
  const parts = [outage, ...edges, ...segments, ...reaches].map((record) => record.id)
  const found = await Promise.all(parts.map((part) => reads.where('conflict', 'recordId', part)))
  return {
    outage,
    edges,
    segments: segments.sort((a, b) => a.fromAt - b.fromAt),
    reaches,
    events: events.sort((a, b) => b.at - a.at || (a.id < b.id ? 1 : -1)),
    conflicts: found.flat().filter((conflict) => conflict.solvedAt === null),
    isPending: [...parts, ...events.map((event) => event.id)].some((part) => pending.has(part)),
  }
}

/** What the story's ids stand for. */
export interface Catalogue {
  readonly systems: ReadonlyMap<string, Recorded<'system'>>
  readonly councils: ReadonlyMap<string, Recorded<'council'>>
  readonly divisions: ReadonlyMap<string, Recorded<'division'>>
  readonly people: ReadonlyMap<string, Recorded<'person'>>
  readonly dependencies: readonly Recorded<'dependency'>[]
}

/** Names and who needs what, in order of name. */
export async function catalogue(reads: StoreReads): Promise<Catalogue> {
  const named = async <K extends KindName>(kind: K) => {
    const records = (await reads.all(kind)) as (Recorded<K> & DocOf<K> & { name: string })[]
    return new Map(records.sort(byName).map((record) => [record.id, record as Recorded<K>]))
  }
  const [systems, councils, divisions, people, dependencies] = await Promise.all([
    named('system'),
    named('council'),
    named('division'),
    named('person'),
    reads.all('dependency'),
  ])
  return { systems, councils, divisions, people, dependencies }
}

/** Systems that cannot work without one of `ids`, by hard dependencies of any length; without `ids` themselves. */
export function systemsThatNeed(ids: readonly string[], dependencies: readonly Recorded<'dependency'>[]): string[] {
  const hit = new Set(ids)
  const hard = dependencies.filter((dependency) => dependency.type === 'hard')
  // A set grows while it is walked, so whatever is added is walked too.
  for (const id of hit) for (const { systemId, needs } of hard) if (needs.includes(id)) hit.add(systemId)
  return [...hit].filter((id) => !ids.includes(id))
}
