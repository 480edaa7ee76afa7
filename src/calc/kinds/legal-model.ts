/** legal_model and attainment: billable time lost, modelled, and what the result would have been without it. */
import { attainment } from '../../metrics/attainment.ts'
import { lostHours, lostPence } from '../../metrics/impact-cost.ts'
import { legalModel } from '../../metrics/legal-model.ts'
import { optional, required } from '../fields.ts'
import { kind } from '../kind.ts'
import { number } from '../read.ts'
import { checkOutages, division, outages, pricedWork, recovery, share } from '../read-impact.ts'
import { money } from '../read-money.ts'
import { instant } from '../read-time.ts'
import { orNull, percent, pounds, rounded } from '../write.ts'

export const legalModelKind = kind(
  {
    division: required(division),
    outages: required(outages),
    recovery: optional(recovery),
    target_billable_hours_year: required(number({ min: 0 })),
    working_hours_year: required(number({ min: Number.MIN_VALUE })),
    charge_rate: required(money({ min: 0 })),
    external_share: required(share),
    now: optional(instant),
  },
  (input) => {
    checkOutages(input)
    const priced = pricedWork(input.division, input)
    const model = legalModel({
      works: [priced.lost],
      targetBillableHours: input.target_billable_hours_year,
      workingHours: input.working_hours_year,
      chargePencePerHour: input.charge_rate,
      externalShare: input.external_share,
    })
    return {
      lost_hours: lostHours([priced.lost]).headline,
      billable_share: rounded(model.billableShare, 6),
      lost_billable_hours: model.lostBillableHours.headline,
      units_of_6_min: model.unitCount,
      value_at_charge_rate: pounds(model.value?.valuePence ?? 0),
      external_income_lost: pounds(model.value?.externalPence ?? 0),
      internal_transfer: pounds(model.value?.internalPence ?? 0),
      staff_cost: pounds(lostPence([priced]).gross.headline),
    }
  },
)

const worked = number({ min: 0 })

export const attainmentKind = kind(
  {
    actual_hours: required(worked),
    target_hours: required(worked),
    lost: required(number()),
    lost_low: required(number()),
    lost_high: required(number()),
  },
  (input) => {
    const figures = attainment({
      actualHours: input.actual_hours,
      targetHours: input.target_hours,
      lostHours: { low: input.lost_low, headline: input.lost, high: input.lost_high },
    })
    return {
      actual_pct: orNull(percent, figures.actualPercent),
      without_outages_pct: orNull(percent, figures.withoutOutagesPercent),
      without_low_pct: orNull(percent, figures.lowPercent),
      without_high_pct: orNull(percent, figures.highPercent),
      lost_share_of_capacity_pct: orNull(percent, figures.lostShareOfCapacityPercent),
    }
  },
)
