// What one of two values makes of the figures, in words; the same formatters as on the figures' own pages. Pure.
import { formatHours, formatPercent, formatPounds, formatWhen } from '../../domain/format.ts'
import type { EitherFigures, FiguresMade, SystemMade } from '../../metrics/conflict-figures.ts'
import type { RootShare } from '../../metrics/impact-figures.ts'
import { inMinutes, targetWords } from '../availability/figure-words.ts'

/** One line for each figure; the same figures in the same order for both values. */
export function madeLines(made: FiguresMade, nameOf: (id: string) => string | undefined): string[] {
  const lines = made.systems.map(systemLine)
  if (made.outage) lines.push(`This outage: ${lostWords(made.outage)}`)
  if (made.division) lines.push(`${nameOf(made.division.divisionId) ?? 'This division'}: ${lostWords(made.division)}`)
  return lines
}

function systemLine({ name, availabilityPercent, downtimeMs, targetPercent, isMet }: SystemMade): string {
  if (availabilityPercent === null) return `${name}: no figure`
  const target =
    targetPercent === null || isMet === null ? '' : `, target ${targetWords(targetPercent)} ${isMet ? 'met' : 'missed'}`
  return `${name}: ${formatPercent(availabilityPercent)} available, ${inMinutes(downtimeMs)} down${target}`
}

function lostWords({ lostMs, grossPence }: RootShare): string {
  if (lostMs === 0) return 'no working hours lost'
  return `${formatHours(lostMs)} lost working hours${grossPence === null ? '' : `, ${formatPounds(grossPence)}`}`
}

/** "As at 14:05, in agreed hours of November 2026." */
export function restsOn({ asAt, period, shown }: EitherFigures, now: number): string {
  const hours = shown.systems.length > 0 ? 'in agreed hours of' : 'over'
  return `As at ${formatWhen(asAt, now)}, ${hours} ${monthsOf(period)}, from what this device holds.`
}

const monthName = (at: number) =>
  new Intl.DateTimeFormat('en-GB', { timeZone: 'UTC', month: 'long', year: 'numeric' }).format(at)

function monthsOf({ from, to }: EitherFigures['period']): string {
  const [first, last] = [monthName(Date.parse(from)), monthName(Date.parse(to) - 86_400_000)]
  return first === last ? first : `${first} to ${last}`
}
