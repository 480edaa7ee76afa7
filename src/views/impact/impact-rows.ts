// The figures of a report as rows: the same for the bars, the table and the file. Pure.
import { counted, formatInstant } from '../../domain/format.ts'
import type { ImpactReport, LossFigure } from '../../metrics/impact-figures.ts'
import { type CsvValue, csvDocument } from '../../reports/csv.ts'
import type { Catalogue } from '../../store/catalogue.ts'
import { datesWords } from '../availability/figure-words.ts'

export interface ImpactRow {
  readonly divisionId: string
  readonly division: string
  readonly councilId: string
  readonly council: string
  readonly figure: LossFigure
}

type Names = Pick<Catalogue, 'divisions' | 'councils'>

/** A row for each division and council with people or losses, divisions that lost most first. */
export const impactRows = (report: Pick<ImpactReport, 'divisions'>, names: Names): ImpactRow[] =>
  report.divisions.flatMap(({ divisionId, councils }) =>
    councils.map(({ councilId, figure }) => ({
      divisionId,
      division: names.divisions.get(divisionId)?.name ?? 'A division that is gone',
      councilId,
      council: names.councils.get(councilId)?.shortName ?? 'A council that is gone',
      figure,
    })),
  )

const figureCells = ({ lostMs, grossPence, netPence }: LossFigure): CsvValue[] => [
  ...[lostMs.headline, lostMs.low, lostMs.high].map((ms) => ms / 3_600_000),
  ...[grossPence?.headline, grossPence?.low, grossPence?.high, netPence?.headline].map((pence) =>
    pence === undefined ? '' : pence / 100,
  ),
]

const columns = [
  ...['Division', 'Council', 'Lost hours', 'Lost hours, low', 'Lost hours, high'],
  ...['Gross pounds', 'Gross pounds, low', 'Gross pounds, high', 'Net pounds'],
]

/** Unrounded hours, pounds to the penny, the totals, then what it all rests on, a line each. */
export function impactCsv(report: ImpactReport, rows: readonly ImpactRow[], basis: readonly BasisLine[]): string {
  const lines = rows.map(({ division, council, figure }) => [division, council, ...figureCells(figure)])
  const total = ['Total', '', ...figureCells(report.total)]
  return csvDocument(columns, [...lines, total, [], ...basis.map(({ key, value }) => [key, value])])
}

export interface BasisLine {
  readonly key: string
  readonly value: string
}

/** What the figures rest on, for the page, its print and the file. */
export function basisLines(
  report: ImpactReport,
  councils: string,
  tried: readonly string[],
  maySeePounds: boolean,
): BasisLine[] {
  const { period, now, assumptionIds, rateIds, notAsked, withoutRate } = report
  const rates = maySeePounds ? `, ${counted(rateIds.length, 'hourly rate')}` : ''
  return [
    { key: 'Period', value: datesWords(period) },
    { key: 'Councils', value: councils },
    { key: 'As at', value: formatInstant(now, now) },
    ...tried.map((value) => ({ key: 'Tried out, not recorded', value })),
    {
      key: 'Assumptions',
      value: `${counted(assumptionIds.length, 'dated assumption')}${rates}`,
    },
    ...missing('Not asked', notAsked.length, 'they count nothing'),
    ...missing('Without a rate', maySeePounds ? withoutRate.length : 0, 'their hours count, pounds do not'),
    { key: 'Method', value: method },
  ]
}

const missing = (key: string, count: number, meaning: string): BasisLine[] =>
  count > 0 ? [{ key, value: `${counted(count, 'team')} of a division and council: ${meaning}` }] : []

const method =
  "People at work, times the share of work that stopped, in each division's own hours. Several systems at once: low is the worst of them, high their sum, the headline 1 less the product of what each left. Gross is hours at the dated rate; net leaves out what is caught up later."
