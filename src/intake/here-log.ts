// What a plan must know of this device's records: of an incident no more than a hash, however many there are.
import type { KindName } from '../domain/kind-names.ts'
import type { Recorded } from '../domain/kinds.ts'
import { docHash } from './log-doc.ts'
import type { KnownNames } from './log-summary.ts'
import { type HereIncident, type HereLog, placeOf } from './plan-log.ts'

export interface HereSource {
  all<K extends KindName>(kind: K): Promise<Recorded<K>[]>
  ids(kind: KindName): Promise<string[]>
  getDeleted<K extends KindName>(kind: K, id: string): Promise<Recorded<K> | undefined>
  eachPart(take: (incidents: readonly Recorded<'incident'>[]) => void): Promise<void>
  /** Ids of those that somebody has worked on since they came. */
  workedOn(): Promise<ReadonlySet<string>>
}

export async function namesHere({ all }: HereSource): Promise<KnownNames> {
  const [councils, systems] = await Promise.all([all('council'), all('system')])
  return { councils, systems: systems.filter(({ retiredOn }) => retiredOn === null) }
}

export async function logHere(source: HereSource): Promise<HereLog> {
  const [runs, matrices, workedOn] = await Promise.all([
    source.all('import_run'),
    source.all('priority_matrix'),
    source.workedOn(),
  ])
  const incidents = new Map<string, HereIncident[]>()
  const seen = new Set<string>()
  const take = ({ id, ...doc }: Recorded<'incident'>, isDeleted: boolean) => {
    seen.add(id)
    if (doc.source === '') return
    const { councilId } = doc
    const here = { id, councilId, hash: isDeleted ? '' : docHash(doc), isDeleted, isWorkedOn: workedOn.has(id) }
    const place = placeOf(doc)
    const others = incidents.get(place)
    if (others) others.push(here)
    else incidents.set(place, [here])
  }
  await source.eachPart((part) => {
    for (const incident of part) take(incident, false)
  })
  for (const id of await source.ids('incident')) {
    const deleted = seen.has(id) ? undefined : await source.getDeleted('incident', id)
    if (deleted) take(deleted, true)
  }
  const undoneIds = new Set(runs.filter(({ undoneAt }) => undoneAt !== null).map(({ id }) => id))
  return { incidents, matrices, undoneIds }
}
