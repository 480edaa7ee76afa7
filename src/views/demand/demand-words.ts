// Demand in words, and the searches that lead to the incidents behind a figure. Pure.
import { MINUTE_MS } from '../../domain/duration.ts'
import { counted, formatCount, formatFigure, formatMinutes } from '../../domain/format.ts'
import type { BacklogAge, DemandFigures, DemandMonth, DemandPart, DemandReport } from '../../metrics/demand-figures.ts'
import { monthName } from '../legal/month-name.ts'

export const dimensions = ['system', 'division', 'council', 'cause'] as const
export type Dimension = (typeof dimensions)[number]

interface DimensionWords {
  readonly label: string
  readonly plural: string
  readonly parts: (report: DemandReport) => readonly DemandPart[]
}

export const dimensionWords: Readonly<Record<Dimension, DimensionWords>> = {
  system: { label: 'System', plural: 'systems', parts: ({ bySystem }) => bySystem },
  division: { label: 'Division', plural: 'divisions', parts: ({ byDivision }) => byDivision },
  council: { label: 'Council', plural: 'councils', parts: ({ byCouncil }) => byCouncil },
  cause: { label: 'Cause', plural: 'causes', parts: ({ byCause }) => byCause },
}

export function partName({ id, name }: DemandPart, dimension: Dimension): string {
  if (name !== '') return name
  return id === null ? 'Not recorded' : `A ${dimension} that is gone`
}

/** "3.2%"; under five "1 of 4"; a dash where nothing was ever resolved. */
export function reopenedWords({ reopened, everResolved, reopenedPercent }: DemandFigures): string {
  if (reopenedPercent !== null) return `${formatFigure(reopenedPercent, 1)}%`
  return everResolved === 0 ? '–' : `${reopened} of ${everResolved}`
}

/** "1 d 3 h"; a dash where fewer than five say how long they took. */
export const medianWords = ({ medianResolveMs }: DemandFigures): string =>
  medianResolveMs === null ? '–' : formatMinutes(medianResolveMs / MINUTE_MS)

/** "12%" of those raised. */
export const shareWords = (part: number, whole: number): string =>
  whole === 0 ? '–' : `${formatFigure((100 * part) / whole, 1)}%`

/** "210 incidents were raised in May 2026: 180 are resolved, 25 are open and 5 were cancelled." */
export function fateWords({ raised, resolved, open, cancelled }: DemandFigures, when: string): string {
  const are = (count: number, word: string) => `${formatCount(count)} ${count === 1 ? 'is' : 'are'} ${word}`
  const called = cancelled === 0 ? '' : ` and ${formatCount(cancelled)} ${cancelled === 1 ? 'was' : 'were'} cancelled`
  const joint = cancelled === 0 ? ' and ' : ', '
  const fates = `${are(resolved, 'resolved')}${joint}${are(open, 'open')}${called}`
  return `${counted(raised, 'incident')} ${raised === 1 ? 'was' : 'were'} raised in ${when}: ${fates}.`
}

/** The message above the bars. What was not recorded is no answer to what there is most of. */
export function mostWords(parts: readonly DemandPart[], dimension: Dimension, raised: number): string {
  const [first, second] = parts.filter(({ id, name }) => id !== null || name !== '')
  if (!first) return `No ${dimension} was recorded`
  const most = `${partName(first, dimension)} has most, ${formatCount(first.raised)} of ${formatCount(raised)}`
  return second ? `${most}; ${partName(second, dimension)} follows with ${formatCount(second.raised)}` : most
}

/** The message above the months. */
export function monthsWords(months: readonly DemandMonth[]): string {
  const [first, last] = [months[0], months.at(-1)]
  if (!first || !last) return 'No incidents yet'
  if (first === last)
    return `${formatCount(last.raised)} raised and ${formatCount(last.ended)} ended in ${monthName(last.month)}`
  const ends = `the ends of ${monthName(first.month)} and ${monthName(last.month)}`
  if (first.openAtEnd === last.openAtEnd) return `${formatCount(last.openAtEnd)} were open at ${ends}`
  const turn = last.openAtEnd > first.openAtEnd ? 'rose' : 'fell'
  return `Open incidents ${turn} from ${formatCount(first.openAtEnd)} to ${formatCount(last.openAtEnd)} between ${ends}`
}

/** "Today", "1 to 2 days", "90 days or more". */
export function ageWords({ fromDays, toDays }: Pick<BacklogAge, 'fromDays' | 'toDays'>): string {
  if (toDays === null) return `${fromDays} days or more`
  return fromDays === toDays ? 'Today' : `${fromDays} to ${toDays} days`
}

/** The message above the backlog. */
export function backlogWords(backlog: readonly BacklogAge[]): string {
  const count = backlog.reduce((sum, age) => sum + age.count, 0)
  const oldest = backlog.at(-1)
  if (count === 0) return 'Nothing waits for the desk'
  const waits = `${counted(count, 'incident')} ${count === 1 ? 'waits' : 'wait'} for the desk`
  return oldest && oldest.count > 0
    ? `${waits}, ${formatCount(oldest.count)} of them for ${oldest.fromDays} days or more`
    : `${waits}, none for ${oldest?.fromDays ?? 0} days or more`
}
