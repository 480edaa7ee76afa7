/** hourly_cost and disproportion. */

import { hourlyCost } from '../../domain/hourly-cost.ts'
import { disproportion } from '../../metrics/disproportion.ts'
import { object, required } from '../fields.ts'
import { kind } from '../kind.ts'
import { list, number, words } from '../read.ts'
import { checkDivisionNames } from '../read-impact.ts'
import { money } from '../read-money.ts'
import { hours, orNull, pounds, rounded } from '../write.ts'

const amount = number({ min: 0 })

export const hourlyCostKind = kind(
  {
    salary: required(money({ min: 0 })),
    ni_threshold: required(money({ min: 0 })),
    ni_rate: required(amount),
    pension_rate: required(amount),
    overhead_rate: required(amount),
    weeks: required(amount),
    hours_per_week: required(amount),
    leave_days: required(amount),
    bank_holidays: required(amount),
    sick_training_days: required(amount),
  },
  (input) => {
    const cost = hourlyCost({
      salary: input.salary / 100,
      niThreshold: input.ni_threshold / 100,
      niRate: input.ni_rate,
      pensionRate: input.pension_rate,
      overheadRate: input.overhead_rate,
      weeks: input.weeks,
      hoursPerWeek: input.hours_per_week,
      leaveDays: input.leave_days,
      bankHolidays: input.bank_holidays,
      sickTrainingDays: input.sick_training_days,
    })
    return {
      ni: pounds(cost.niPence),
      pension: pounds(cost.pensionPence),
      annual: pounds(cost.annualPence),
      productive_hours: hours(cost.productiveHours),
      hourly: orNull((pence) => rounded(pence / 100, 4), cost.pencePerHour),
    }
  },
)

const division = object({ id: required(words), users: required(amount), lost_hours: required(amount) })

export const disproportionKind = kind({ divisions: required(list(division)) }, (input) => {
  checkDivisionNames(input.divisions)
  const figures = disproportion(input.divisions.map(({ users, lost_hours }) => ({ users, lost: lost_hours })))
  const byId = (of: (figure: (typeof figures)[number]) => number | null) =>
    Object.fromEntries(
      figures.map((figure, i) => [input.divisions[i]?.id, orNull((value) => rounded(value, 6), of(figure))]),
    )
  return { ratio: byId(({ ratio }) => ratio), hours_per_person: byId(({ lostPerPerson }) => lostPerPerson) }
})
