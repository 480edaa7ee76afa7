// The entries of a matter, or of some days, that count on this device: one's own, and for a practice manager everybody's.
import { currentEntries } from '../domain/current-entries.ts'
import type { Recorded } from '../domain/kinds.ts'
import type { LocalDate } from '../domain/local-date.ts'
import type { StoreReads } from './store.ts'

type Entry = Recorded<'entry'>

/** A correction may have moved an entry to another matter or day, so every correction is asked what it replaces. */
async function counted(
  reads: StoreReads,
  found: readonly Entry[],
  isWanted: (entry: Entry) => boolean,
): Promise<Entry[]> {
  const corrections = await reads.between('entry', 'replaces', '', '\uffff')
  return currentEntries([...found, ...corrections]).entries.filter(isWanted)
}

export const entriesOfMatter = async (reads: StoreReads, matterId: string): Promise<Entry[]> =>
  counted(reads, await reads.where('entry', 'matterId', matterId), (entry) => entry.matterId === matterId)

/** Worked on a date in [from, to). */
export const entriesOfDays = async (reads: StoreReads, from: LocalDate, to: LocalDate): Promise<Entry[]> =>
  counted(
    reads,
    await reads.between('entry', 'workedOn', from, to),
    ({ workedOn }) => from <= workedOn && workedOn < to,
  )
