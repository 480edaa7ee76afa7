// Outages as incidents name them.
import { DAY_MS } from '../../domain/duration.ts'
import { formatRange, formatWhen } from '../../domain/format.ts'
import type { Doc } from '../../domain/record.ts'
import type { IncidentStory } from '../../store/incident-story.ts'
import { type OutageLine, openOutages, pastOutages } from '../../store/outages.ts'
import type { StoreReads } from '../../store/store.ts'
import { outageTitle } from '../outages/outage-words.ts'

/** Its title, or the systems that it hit; undefined when it is not here. */
export async function outageName(reads: StoreReads, id: string): Promise<string | undefined> {
  const outage = await reads.get('outage', id)
  if (!outage) return undefined
  const edges = await reads.where('affected', 'outageId', id)
  const hit = edges.filter(({ mark }) => mark === 'affected').map(({ systemId }) => reads.get('system', systemId))
  return outageTitle(
    outage,
    (await Promise.all(hit)).flatMap((system) => system ?? []),
  )
}

/** The outages that an incident was linked to, or is said to be in a conflict, by id. */
export const outageNamesIn = (
  reads: StoreReads,
  { incident, events, conflicts, settled }: Pick<IncidentStory, 'incident' | 'events' | 'conflicts' | 'settled'>,
): Promise<ReadonlyMap<string, string>> =>
  linkedOutages(reads, [
    incident,
    ...events.flatMap(({ before, after }) => [before, after]),
    ...[...conflicts, ...settled].flatMap(({ shown, other }) => [shown.value, other.value]),
  ])

/** Names of the outages that these fields of incidents point at, by id. */
export async function linkedOutages(reads: StoreReads, docs: readonly Doc[]): Promise<ReadonlyMap<string, string>> {
  const ids = new Set(docs.flatMap(({ outageId }) => (typeof outageId === 'string' ? outageId : [])))
  const named = [...ids].map(async (id) => [id, await outageName(reads, id)] as const)
  return new Map((await Promise.all(named)).flatMap(([id, name]) => (name === undefined ? [] : [[id, name]])))
}

export interface OutageChoice {
  readonly id: string
  readonly label: string
  readonly detail: string
  readonly group: string
}

const recentMs = 90 * DAY_MS

/** Open ones, and those that ended in the last 90 days, newest first. */
export async function outageChoices(reads: StoreReads, now: number): Promise<OutageChoice[]> {
  const [open, past] = await Promise.all([openOutages(reads), pastOutages(reads)])
  const choice = ({ outage, systems }: OutageLine): OutageChoice => ({
    id: outage.id,
    label: outageTitle(outage, systems),
    detail:
      outage.endAt === null
        ? `Since ${formatWhen(outage.startAt, now)}`
        : formatRange(outage.startAt, outage.endAt, now),
    group: outage.endAt === null ? 'Open' : 'Ended',
  })
  return [...open, ...past.filter(({ outage }) => (outage.endAt ?? 0) > now - recentMs)].map(choice)
}
