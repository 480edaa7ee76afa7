import type { Recorded } from '../../domain/kinds.ts'
import { DEFAULT_ZONE, zoneOf } from '../../domain/zone.ts'
import type { SystemEntry } from '../../store/systems.ts'

/** A system that is there, with all that hangs on it. */
export interface KnownEntry extends SystemEntry {
  readonly system: Recorded<'system'>
}

export const reportZone = zoneOf(DEFAULT_ZONE)

export const systemName = (entry: Pick<SystemEntry, 'systems'>, id: string): string =>
  entry.systems.get(id)?.name ?? 'A system that is gone'
