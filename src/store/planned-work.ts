// What the screens of planned work read.
import type { Recorded } from '../domain/kinds.ts'
import type { StoreReads } from './store.ts'

export interface PlannedWork {
  readonly work: Recorded<'maintenance'>
  readonly systems: readonly Recorded<'system'>[]
}

/** All planned work, the earliest start first, cancelled work too. */
export async function plannedWork(reads: StoreReads): Promise<PlannedWork[]> {
  const [works, systems] = await Promise.all([reads.all('maintenance'), reads.all('system')])
  const byId = new Map(systems.map((system) => [system.id, system]))
  return works
    .sort((a, b) => a.startAt - b.startAt || (a.id < b.id ? -1 : 1))
    .map((work) => ({ work, systems: work.systemIds.flatMap((id) => byId.get(id) ?? []) }))
}
