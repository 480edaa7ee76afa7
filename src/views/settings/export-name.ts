import { DEFAULT_ZONE, localDateAt, zoneOf } from '../../domain/zone.ts'

/** "uptally-2026-11-10-outages", for a file of that day in London. */
export function exportName(now: number, of?: string): string {
  const day = localDateAt(zoneOf(DEFAULT_ZONE), now)
  return of ? `uptally-${day}-${of}` : `uptally-${day}`
}
