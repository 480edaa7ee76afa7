// How long demand takes on a log of the size of a real one, beside a sort of a million numbers on the same machine.
import { demandReport } from '../../src/metrics/demand.ts'
import { at, madeLog, names } from '../metrics/made-demand.ts'
import { tell, tellRatio, timesOf, yardstick } from './measure.ts'

const query = { councilIds: ['city', 'south'], now: at('2026-11-23T10:00:00Z') }

export async function bench(): Promise<void> {
  const log = madeLog(20_768)
  const sort = yardstick()
  for (const [name, period] of [
    ['20,768 incidents, a month', { from: '2026-10-01', to: '2026-11-01' }],
    ['20,768 incidents, all of them', { from: '2026-04-01', to: '2027-04-01' }],
  ] as const) {
    const work = () => demandReport(log, names, { period, ...query })
    const [first = Number.NaN] = timesOf(work, { count: 1, warmUp: 0 })
    tellRatio('  of the sort, the first time', tell(`${name}, the first time`, [first]), sort)
    tellRatio('  of the sort', tell(name, timesOf(work)), sort)
  }
}
