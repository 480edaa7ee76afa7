// Demand as files: counts as they are, hours and rates unrounded, then what it all rests on. Pure.
import { HOUR_MS } from '../../domain/duration.ts'
import { counted, formatCount, formatInstant } from '../../domain/format.ts'
import { addDays } from '../../domain/local-date.ts'
import type { DemandFigures, DemandReport } from '../../metrics/demand-figures.ts'
import { byteOrderMark, type CsvValue, csvDocument } from '../../reports/csv.ts'
import { datesWords } from '../availability/figure-words.ts'
import { ageWords, type Dimension, dimensionWords, partName } from './demand-words.ts'

export interface BasisLine {
  readonly key: string
  readonly value: string
}

/** What the figures rest on, for the page, its print and the files. */
export function basisLines({ period, total, asAt, fewestForRate }: DemandReport, councils: string): BasisLine[] {
  const untimed = total.resolved - total.timed
  return [
    { key: 'Period', value: `Raised ${datesWords(period)}` },
    { key: 'Councils', value: councils },
    { key: 'Incidents', value: formatCount(total.raised) },
    { key: 'As at', value: formatInstant(asAt, asAt) },
    { key: 'Time to resolve', value: timeMethod(fewestForRate) },
    ...(untimed > 0
      ? [
          {
            key: 'Without a time',
            value: `${counted(untimed, 'incident')} resolved or closed without saying when: in no median`,
          },
        ]
      : []),
    { key: 'Reopened', value: reopenedMethod(fewestForRate) },
    { key: 'Months and backlog', value: stockMethod },
    { key: 'Names', value: namesMethod },
  ]
}

const timeMethod = (fewest: number) =>
  `Elapsed time from raised to resolved, the last time if it came back. Waiting for people, nights and weekends are in it. The middle one of those resolved so far; fewer than ${fewest} give no median. In a period that has just ended, what takes long is still open.`
const reopenedMethod = (fewest: number) =>
  `Those that came back at least once, of those that were ever resolved. Fewer than ${fewest} give no rate.`
const stockMethod =
  'Of all incidents, whenever raised. One that came back counts as open all the while. The backlog is what is open now and does not wait for its requester; ages are days on the calendar.'
const namesMethod =
  'Imported incidents that name a system count under that name. What says nothing is under Not recorded, so the parts sum to the total.'

const figureColumns = [
  ...['Raised', 'Resolved', 'Open', 'Cancelled', 'Reopened', 'Ever resolved', 'Reopened percent'],
  ...['Resolved with a time', 'Median hours to resolve'],
]

const figureCells = (figures: DemandFigures): CsvValue[] => [
  ...[figures.raised, figures.resolved, figures.open, figures.cancelled, figures.reopened, figures.everResolved],
  ...[figures.reopenedPercent, figures.timed],
  figures.medianResolveMs === null ? null : figures.medianResolveMs / HOUR_MS,
]

const document = (columns: readonly string[], rows: readonly CsvValue[][], basis: readonly BasisLine[]) =>
  byteOrderMark + csvDocument(columns, [...rows, [], ...basis.map(({ key, value }) => [key, value])])

export function partsCsv(report: DemandReport, dimension: Dimension, basis: readonly BasisLine[]): string {
  const { label, parts } = dimensionWords[dimension]
  const rows = parts(report).map((part) => [partName(part, dimension), ...figureCells(part)])
  return document([label, ...figureColumns], [...rows, ['Total', ...figureCells(report.total)]], basis)
}

export const monthsCsv = ({ months }: DemandReport, basis: readonly BasisLine[]): string =>
  document(
    ['Month', 'Raised', 'Ended', 'Open at its end'],
    months.map(({ month, raised, ended, openAtEnd }) => [month, raised, ended, openAtEnd]),
    basis,
  )

export const backlogCsv = ({ backlog }: DemandReport, basis: readonly BasisLine[]): string =>
  document(
    ['Age', 'Raised from', 'Raised through', 'Incidents'],
    backlog.map((age) => [ageWords(age), age.raisedFrom, age.raisedThrough, age.count]),
    basis,
  )

/** "demand-by-system-2026-10-01-to-2026-10-31.csv" */
export const fileName = (what: string, { period }: Pick<DemandReport, 'period'>): string =>
  `demand-${what}-${period.from}-to-${addDays(period.to, -1)}.csv`
