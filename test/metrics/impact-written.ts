// Figures of the impact page, named and rounded as the calc command writes them.
import { hours, pounds } from '../../src/calc/write.ts'
import { HOUR_MS } from '../../src/domain/duration.ts'
import type { LossFigure } from '../../src/metrics/impact-figures.ts'

/** Pounds that nobody can work out are 0 there: the command has no division without a rate. */
export const writtenFigure = ({ lostMs, grossPence, netPence }: LossFigure) => ({
  lost_hours_low: hours(lostMs.low / HOUR_MS),
  lost_hours: hours(lostMs.headline / HOUR_MS),
  lost_hours_high: hours(lostMs.high / HOUR_MS),
  cost_low: pounds(grossPence?.low ?? 0),
  cost: pounds(grossPence?.headline ?? 0),
  cost_high: pounds(grossPence?.high ?? 0),
  cost_net_of_catch_up: pounds(netPence?.headline ?? 0),
})
