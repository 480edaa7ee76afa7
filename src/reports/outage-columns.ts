// What lists of outages and planned work say, in columns.
import type { Recorded } from '../domain/kinds.ts'
import { levelLabels } from '../domain/level.ts'
import { columnsOf, listed } from './columns.ts'
import { type Names, named } from './names.ts'
import type { Column } from './table.ts'

type Outage = Recorded<'outage'>

export interface OutageListNames {
  readonly councils: Names
  readonly people: Names
  /** By outage, the names of the systems it hit. */
  readonly hit: ReadonlyMap<string, readonly string[]>
}

export function outageColumns(names: OutageListNames): Column<Outage>[] {
  const { text, wide, number, instant } = columnsOf<Outage>()
  return [
    wide('Title', 'its own, where it has one', ({ title }) => title),
    wide('Systems', 'which it hit itself', ({ id }) => listed(names.hit.get(id) ?? [])),
    instant('Start', 'when it began', ({ startAt }) => startAt),
    instant('End', 'empty while it is open', ({ endAt }) => endAt),
    number('Minutes', 'from start to end', ({ startAt, endAt }) =>
      endAt === null ? null : Math.round((Math.max(0, endAt - startAt) / 60_000) * 100) / 100,
    ),
    text('Level', 'how bad it was last', ({ level }) => levelLabels[level]),
    number('Share lost', 'of the service, 0 to 1', ({ loss }) => loss),
    text('Councils', 'which it reached last', ({ councilIds }) =>
      councilIds.length === 0 ? 'All' : listed(councilIds.map((id) => names.councils.get(id) ?? 'another council')),
    ),
    wide('Cause', 'why it happened', ({ cause }) => cause),
    wide('Workaround', 'what people could do meanwhile', ({ workaround }) => workaround),
    instant('Reported', 'when it was written down', ({ reportedAt }) => reportedAt),
    text('Reported by', 'who wrote it down', ({ reportedById }) => named(names.people, reportedById)),
    text('Source', 'where it was imported from', ({ source }) => source),
    text('Id', 'the same in every export', ({ id }) => id),
  ]
}

export function maintenanceColumns(systems: Names): Column<Recorded<'maintenance'>>[] {
  const { text, wide, instant } = columnsOf<Recorded<'maintenance'>>()
  return [
    wide('Title', 'what was planned', ({ title }) => title),
    wide('Systems', 'on which', ({ systemIds }) => listed(systemIds.map((id) => named(systems, id)))),
    instant('Announced', 'when it was made known', ({ announcedAt }) => announcedAt),
    instant('Start', 'when the work was to begin', ({ startAt }) => startAt),
    instant('End', 'when it was to end', ({ endAt }) => endAt),
    instant('Cancelled', 'empty when it was not', ({ cancelledAt }) => cancelledAt),
    wide('Text', 'what readers were told', (work) => work.text),
    text('Source', 'where it was imported from', ({ source }) => source),
    text('Id', 'the same in every export', ({ id }) => id),
  ]
}
