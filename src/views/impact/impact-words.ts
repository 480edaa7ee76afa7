// Lost work and its cost in words. Pure; every figure through the one formatter.
import { counted, formatFigure, formatHours, formatPounds } from '../../domain/format.ts'
import type { Range } from '../../metrics/impact-figures.ts'
import type { Catalogue } from '../../store/catalogue.ts'
import { listed, systemNames } from '../outages/outage-words.ts'

/** "10.0 to 15.0"; undefined where low and high are the same. */
export function rangeWords({ low, high }: Range, format: (value: number) => string): string | undefined {
  const [from, to] = [format(low), format(high)]
  return from === to ? undefined : `${from} to ${to}`
}

/** "£410"; a dash where it is not known. */
export const poundsOrDash = (pence: number | null): string => (pence === null ? '–' : formatPounds(pence))

/** "4.9 times its share of people". */
export const ratioWords = (ratio: number): string => `${formatFigure(ratio, 1)} times its share of people`

/** "45%", of a whole that may be nothing. */
export const shareWords = (part: number, whole: number): string =>
  whole > 0 ? `${formatFigure((part / whole) * 100, 1)}%` : '–'

/** The message above the bars by division and council. */
export function divisionsMessage(rows: readonly { readonly name: string; readonly lostMs: number }[]): string {
  const [first, second] = rows
  if (!first || first.lostMs === 0) return 'No division lost working hours'
  if (!second || second.lostMs === 0) return `Only ${first.name} lost working hours`
  return `${first.name} lost most, ${formatHours(first.lostMs)} hours; ${second.name} follows with ${formatHours(second.lostMs)}`
}

/** "Ashby and Brack", in order of name. */
export const councilsWords = (ids: readonly string[], { councils }: Pick<Catalogue, 'councils'>): string =>
  listed([...councils.values()].filter(({ id }) => ids.includes(id)).map(({ shortName }) => shortName))

/** The systems that outages hit, by name: "E-mail", "E-mail and Sign-in". */
export const systemsWords = (
  { systemIds }: { readonly systemIds: readonly string[] },
  { systems }: Pick<Catalogue, 'systems'>,
): string => systemNames(systemIds.flatMap((id) => systems.get(id) ?? []))

/** "4 outages". */
export const outagesWords = (count: number): string => counted(count, 'outage')

/** What stands where pounds would. */
export const noPoundsWords = (maySee: boolean): string =>
  maySee
    ? 'No hourly rate is set here yet, so there are hours and no pounds.'
    : "Pounds are shown to managers and to each council's client officer."
