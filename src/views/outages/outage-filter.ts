// Narrowing past outages, and laying them out by month. Pure.
import { foldedText } from '../../domain/folded-text.ts'
import { type Level, levelLabels } from '../../domain/level.ts'
import type { OutageLine } from '../../store/outages.ts'

/** Empty: any. */
export interface OutageFilter {
  readonly words: string
  readonly systemId: string
  readonly councilId: string
  readonly level: Level | ''
}

export const anyOutage: OutageFilter = { words: '', systemId: '', councilId: '', level: '' }

/** The lines that fit, in their order. Every typed word must be in the name, cause, workaround or a system's name. */
export function fitting(lines: readonly OutageLine[], filter: OutageFilter): readonly OutageLine[] {
  const words = foldedText(filter.words).split(/\s+/).filter(Boolean)
  return lines.filter(({ outage, systems }) => {
    if (filter.level !== '' && outage.level !== filter.level) return false
    if (filter.systemId !== '' && !systems.some((system) => system.id === filter.systemId)) return false
    const isEverywhere = outage.councilIds.length === 0
    if (filter.councilId !== '' && !isEverywhere && !outage.councilIds.includes(filter.councilId)) return false
    if (words.length === 0) return true
    const text = foldedText(
      [outage.title, outage.cause, outage.workaround, ...systems.map(({ name }) => name)].join(' '),
    )
    return words.every((word) => text.includes(word))
  })
}

/** "Words: printer; System: E-mail", for the cover of a file; empty: all. `nameOf`: of a system or council. */
export function outageFilterWords(filter: OutageFilter, nameOf: (id: string) => string): string {
  const parts = [
    ['Words', filter.words.trim()],
    ['System', filter.systemId && nameOf(filter.systemId)],
    ['Council', filter.councilId && nameOf(filter.councilId)],
    ['Level', filter.level && levelLabels[filter.level]],
  ]
  return parts.flatMap(([name, value]) => (value ? `${name}: ${value}` : [])).join('; ')
}

const month = new Intl.DateTimeFormat('en-GB', { timeZone: 'Europe/London', month: 'long', year: 'numeric' })

export interface MonthOfOutages {
  /** "November 2026". */
  readonly month: string
  readonly lines: readonly OutageLine[]
}

/** Runs of lines whose start is in one month, in the order of the lines. */
export function byMonth(lines: readonly OutageLine[]): MonthOfOutages[] {
  const months: { month: string; lines: OutageLine[] }[] = []
  for (const line of lines) {
    const name = month.format(line.outage.startAt)
    const last = months.at(-1)
    if (last?.month === name) last.lines.push(line)
    else months.push({ month: name, lines: [line] })
  }
  return months
}
