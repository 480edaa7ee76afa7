// How long what outages cost takes, and the legal practice's figures with it: a year of the sample, beside a sort of a
// million numbers on the same machine.
import { lastDays } from '../../src/domain/period.ts'
import { localDateAt, zoneOf } from '../../src/domain/zone.ts'
import { nothingChanged } from '../../src/metrics/impact-figures.ts'
import { impactReport, outageImpact } from '../../src/metrics/impact-report.ts'
import { legalReport } from '../../src/metrics/legal-report.ts'
import { sampleRecords } from '../metrics/made-sample.ts'
import { madeTeamMonths } from '../metrics/made-team-months.ts'
import { tell, tellRatio, timesOf, yardstick } from './measure.ts'

const now = Date.UTC(2026, 10, 23, 10)
const period = lastDays(localDateAt(zoneOf('Europe/London'), now), 365)

export async function bench(): Promise<void> {
  const sample = await sampleRecords(now)
  const records = { ...sample, teamMonths: madeTeamMonths(sample) }
  const councilIds = records.councils.map(({ id }) => id)
  const teamId = records.teams[0]?.id ?? ''
  const outageId = records.outages.at(-1)?.id ?? ''
  const sort = yardstick()
  for (const [name, work] of [
    [
      'impact: 12 divisions of 3 councils',
      () => impactReport(records, { period, councilIds, whatIf: nothingChanged, now }),
    ],
    ['one outage', () => outageImpact(records, { outageId, councilIds, now })],
    ['legal: a year, month by month', () => legalReport(records, { teamId, period, councilIds, now })],
  ] as const) {
    const [first = Number.NaN] = timesOf(work, { count: 1, warmUp: 0 })
    tellRatio('  of the sort, the first time', tell(`${name}, the first time`, [first]), sort)
    tellRatio('  of the sort', tell(name, timesOf(work)), sort)
  }
}
