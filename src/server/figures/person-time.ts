// One person's entries, and which of them count in which month.
import { currentEntries } from '../../domain/current-entries.ts'
import type { Recorded } from '../../domain/kinds.ts'
import { grouped } from '../../metrics/grouped.ts'
import type { FigureEntry } from '../../metrics/time-sums.ts'

type Entry = Recorded<'entry'>
/** What figures and the chain of corrections need of an entry. */
export type KeptEntry = FigureEntry & Pick<Entry, 'id' | 'teamId' | 'replaces' | 'isRemoved' | 'timerId' | 'rootId'>

export interface PersonTime {
  take(entry: Entry): void
  drop(id: string): void
  /** Entries that count, by month (`YYYY-MM`). */
  readonly months: ReadonlyMap<string, readonly KeptEntry[]>
  /** Works out anew what counts; hands back the months in which something else counts than before. */
  settle(): string[]
}

export function createPersonTime(): PersonTime {
  const entries = new Map<string, KeptEntry>()
  let months: ReadonlyMap<string, readonly KeptEntry[]> = new Map()
  return {
    take: (entry) => void entries.set(entry.id, kept(entry)),
    drop: (id) => void entries.delete(id),
    get months() {
      return months
    },
    settle() {
      const before = months
      const counting = currentEntries([...entries.values()]).entries.filter(isInOurTime)
      months = grouped(counting, ({ workedOn }) => workedOn.slice(0, 7))
      const all = new Set([...before.keys(), ...months.keys()])
      // Entries never change, so the same ids are the same time.
      return [...all].filter((month) => idsOf(before.get(month)) !== idsOf(months.get(month)))
    },
  }
}

const idsOf = (entries: readonly KeptEntry[] = []) =>
  entries
    .map(({ id }) => id)
    .sort()
    .join()

/** A date where no record's time can lie would stop the figures of everybody. */
const isInOurTime = ({ workedOn }: KeptEntry) => workedOn >= '1970-01-01' && workedOn < '2200-01-01'

function kept(entry: Entry): KeptEntry {
  const { id, personId, teamId, councilId, grade, chargeability, workedOn, seconds, units, unitMinutes } = entry
  const { pencePerHour, rootId, replaces, isRemoved, timerId } = entry
  const work = {
    personId,
    teamId,
    councilId,
    grade,
    chargeability,
    workedOn,
    seconds,
    units,
    unitMinutes,
    pencePerHour,
  }
  return { id, ...work, rootId, replaces, isRemoved, timerId }
}
