/** impact: hours and cost lost by each division in its own working hours. */
import { councilCosts, lostHours, lostPence } from '../../metrics/impact-cost.ts'
import { optional, required } from '../fields.ts'
import { kind } from '../kind.ts'
import { list } from '../read.ts'
import { checkDivisionNames, checkOutages, division, outages, pricedWork, recovery } from '../read-impact.ts'
import { instant } from '../read-time.ts'
import { hours, mapped, pounds } from '../write.ts'

export const impactKind = kind(
  {
    divisions: required(list(division)),
    outages: required(outages),
    recovery: optional(recovery),
    now: optional(instant),
  },
  (input) => {
    checkDivisionNames(input.divisions)
    checkOutages(input)
    const rows = input.divisions.map((given) => {
      const priced = pricedWork(given, input)
      return { given, lost: lostHours([priced.lost]), ...lostPence([priced]) }
    })
    const total = (of: (row: (typeof rows)[number]) => number) => rows.reduce((sum, row) => sum + of(row), 0)
    const shared = rows.flatMap(({ given: { councils }, gross }) =>
      councils ? [{ costPence: gross.headline, councils }] : [],
    )
    return {
      divisions: mapped(new Map(rows.map((row) => [row.given.id, row])), written),
      total: {
        lost_hours: hours(total(({ lost }) => lost.headline)),
        cost: pounds(total(({ gross }) => gross.headline)),
        cost_low: pounds(total(({ gross }) => gross.low)),
        cost_high: pounds(total(({ gross }) => gross.high)),
      },
      ...(shared.length > 0 && { councils: mapped(councilCosts(shared), pounds) }),
    }
  },
)

type Row = { readonly lost: ReturnType<typeof lostHours> } & ReturnType<typeof lostPence>

function written({ lost, gross, net }: Row) {
  return {
    lost_hours_low: lost.low,
    lost_hours: lost.headline,
    lost_hours_high: lost.high,
    cost_low: pounds(gross.low),
    cost: pounds(gross.headline),
    cost_high: pounds(gross.high),
    cost_net_of_catch_up: pounds(net.headline),
  }
}
