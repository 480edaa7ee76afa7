// What an import must know of this device's records before it can plan.
import type { Existing } from '../../intake/plan-import.ts'
import type { StoreReads } from '../../store/store.ts'

/** Deleted records count too: what was deleted does not come back with the next import. */
export async function existingRecords(reads: StoreReads): Promise<Existing> {
  const [systems, outages, maintenance] = await Promise.all([
    reads.all('system'),
    reads.ids('outage'),
    reads.ids('maintenance'),
  ])
  return {
    systems: systems.map(({ id, name }) => ({ id, name })).sort((a, b) => a.name.localeCompare(b.name)),
    ids: new Set([...outages, ...maintenance]),
  }
}

/** The calendar that an imported system starts with: nothing is agreed for it yet, so every minute counts. */
export async function roundTheClock(reads: StoreReads): Promise<string | undefined> {
  const calendars = await reads.all('calendar')
  return (calendars.find((calendar) => calendar.isAlwaysOpen) ?? calendars[0])?.id
}
