// What the lists of outages read: which are open, which were, which system is likely to be meant.
import type { Recorded } from '../domain/kinds.ts'
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
