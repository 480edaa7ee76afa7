// The legal question: billable hours against target, with and without outages (domain maths 2.6, 2.8). Time comes from
// the sums that the server writes; losses from the impact of the team's division.
import { HOUR_MS } from '../domain/duration.ts'
import { headCountOn } from '../domain/head-count.ts'
import type { Recorded } from '../domain/kinds.ts'
import { addDays, type LocalDate } from '../domain/local-date.ts'
import { monthsOf, type Period } from '../domain/period.ts'
import { localDateAt } from '../domain/zone.ts'
import { attainment } from './attainment.ts'
import type { MetricsRecords } from './availability-records.ts'
import { COMPARISON_RULES, comparedEvents, type WorkedDay } from './comparable-days.ts'
import { type ImpactCell, impactBook } from './impact-cells.ts'
import { nothingChanged, type Range } from './impact-figures.ts'
import type { LegalQuery, LegalReport, ModelledLoss, ObservedLoss } from './legal-figures.ts'
import { legalModel } from './legal-model.ts'
import { answersOf, RELEVANT_SHARE_OF_DAY, type RelevantOutage, relevantOutages } from './legal-outages.ts'
import { FEWEST_BASELINES, observedLoss } from './observed-loss.ts'
import { reportZone } from './system-facts.ts'

/** Time is often written down at the end of a week: younger days would look like loss. */
const DAYS_UNTIL_CLOSED = 7

type Day = Recorded<'team_month'>['days'][number]

/** undefined: there is no such team. Days up to yesterday count. */
export function legalReport(records: MetricsRecords, query: LegalQuery): LegalReport | undefined {
  const team = records.teams.find(({ id }) => id === query.teamId)
  if (!team) return undefined
  const { divisionId } = team
  const today = localDateAt(reportZone, query.now)
  const all = daysOfTeam(records, team.id).filter(({ through }) => through < today)
  const days = all.filter(({ on }) => query.period.from <= on && on < query.period.to)
  const sums = sumsOf(days)
  const wide = compared(query.period)
  const cellsOf = holdsAllCouncils(records, divisionId, query)
    ? impactBook(records, { ...query, period: wide, whatIf: nothingChanged }, divisionId)
    : undefined
  const outages = cellsOf ? relevantOutages(records, divisionId, query, cellsOf(wide)) : []
  const pencePerHour = pencePerHourOf(days)
  const modelled = cellsOf ? modelledLoss(cellsOf(query.period), sums, pencePerHour) : null
  const observed = cellsOf ? observedIn(all, outages, query.period, { today, pencePerHour }) : null
  const lost = lostBillable(observed, modelled)
  const answers = answersOf(records, team.id)
  return {
    teamId: team.id,
    divisionId,
    period: query.period,
    through: days.at(-1)?.through ?? null,
    ...sums,
    attainment: attainment({
      actualHours: sums.chargeableHours,
      targetHours: sums.targetHours,
      lostHours: lost?.hours ?? { low: 0, headline: 0, high: 0 },
    }),
    basis: lost?.basis ?? null,
    observed,
    modelled,
    months: monthsOf(query.period).map((month) => {
      const own = sumsOf(days.filter(({ on }) => month.from <= on && on < month.to))
      const loss = cellsOf ? modelledLoss(cellsOf(month), own, pencePerHour) : null
      return {
        month: month.from.slice(0, 7),
        chargeableHours: own.chargeableHours,
        targetHours: own.targetHours,
        lostBillableHours: loss?.lostBillableHours.headline ?? null,
      }
    }),
    outages: outages
      .filter(({ dates }) => dates.some((on) => query.period.from <= on && on < query.period.to))
      .map(({ outageId, title, startAt, endAt, lostMs }) => ({
        ...{ outageId, title, startAt, endAt, lostWorkingHours: lostMs / HOUR_MS },
        ...(answers.get(outageId) ?? { lostCount: 0, workedRoundCount: 0 }),
      })),
    relevantShareOfDay: RELEVANT_SHARE_OF_DAY,
  }
}

const daysOfTeam = ({ teamMonths }: MetricsRecords, teamId: string): Day[] =>
  teamMonths
    .filter((month) => month.teamId === teamId)
    .flatMap(({ days }) => days)
    .sort((a, b) => (a.on < b.on ? -1 : 1))

/** Losses rest on what every council with people of the division has said. */
function holdsAllCouncils(records: MetricsRecords, divisionId: string, { councilIds, period }: LegalQuery): boolean {
  const division = records.divisions.find(({ id }) => id === divisionId)
  if (!division) return false
  const councils = records.councils.filter(({ id }) => headCountOn(division, id, addDays(period.to, -1)) > 0)
  const isAsked = records.assumptions.some((one) => one.divisionId === divisionId && one.topic === 'reliance')
  return isAsked && councils.every(({ id }) => councilIds.includes(id))
}

type Sums = Pick<
  LegalReport,
  | 'chargeableHours'
  | 'chargeableUnits'
  | 'recordedHours'
  | 'targetHours'
  | 'contractHours'
  | 'valuePence'
  | 'unpricedCount'
>

function sumsOf(days: readonly Day[]): Sums {
  const of = (amountOf: (day: Day) => number) => days.reduce((sum, day) => sum + amountOf(day), 0)
  return {
    chargeableHours: of((day) => day.chargeableSeconds) / 3600,
    chargeableUnits: of((day) => day.chargeableUnits),
    recordedHours: of((day) => day.chargeableSeconds + day.otherSeconds) / 3600,
    targetHours: of((day) => day.targetSeconds) / 3600,
    contractHours: of((day) => day.contractSeconds) / 3600,
    valuePence: of((day) => day.valuePence),
    unpricedCount: of((day) => day.unpricedCount),
  }
}

/** What an hour came to, in pence, on days on which everything had a rate; null when there are none. */
function pencePerHourOf(days: readonly Day[]): number | null {
  const { valuePence, chargeableHours } = sumsOf(days.filter(({ unpricedCount }) => unpricedCount === 0))
  return chargeableHours > 0 ? Math.round(valuePence / chargeableHours) : null
}

function modelledLoss(
  cells: readonly ImpactCell[],
  sums: Sums,
  chargePencePerHour: number | null,
): ModelledLoss | null {
  if (sums.contractHours === 0) return null
  const model = legalModel({
    works: cells.flatMap(({ works }) => works),
    targetBillableHours: sums.targetHours,
    workingHours: sums.contractHours,
    chargePencePerHour,
    // Every client is one of the councils: what is not recharged is no loss to them together.
    externalShare: 0,
  })
  return {
    lostWorkingHours: hoursOf(cells),
    billableShare: model.billableShare,
    lostBillableHours: model.lostBillableHours,
    valuePence: model.value?.valuePence ?? null,
    staffCostPence: staffCostOf(cells),
  }
}

function hoursOf(cells: readonly ImpactCell[]): Range {
  const of = (key: keyof Range) => cells.reduce((sum, { figure }) => sum + figure.lostMs[key], 0) / HOUR_MS
  return { low: of('low'), headline: of('headline'), high: of('high') }
}

function staffCostOf(cells: readonly ImpactCell[]): number | null {
  const costs = cells.flatMap(({ figure }) => figure.grossPence?.headline ?? [])
  return costs.length > 0 ? costs.reduce((sum, pence) => sum + pence, 0) : null
}

/** With the weeks before and after from which comparable days come. */
function compared({ from, to }: Period): Period {
  const { weeksBefore, weeksAfter, followingDays } = COMPARISON_RULES
  return { from: addDays(from, -7 * weeksBefore - followingDays), to: addDays(to, 7 * weeksAfter) }
}

/** Events that begin in the period. Those with too few comparable days are counted apart, and are not in the figure. */
function observedIn(
  all: readonly Day[],
  outages: readonly RelevantOutage[],
  period: Period,
  { today, pencePerHour }: { readonly today: LocalDate; readonly pencePerHour: number | null },
): ObservedLoss {
  const wanted = compared(period)
  const days = workedDays(
    all.filter(({ on }) => wanted.from <= on && on < wanted.to),
    today,
  )
  const { events } = comparedEvents(days, new Set(outages.flatMap(({ dates }) => dates)))
  const own = events.filter(({ from }) => period.from <= from && from < period.to)
  const enough = own.filter(({ baselineHours }) => baselineHours.length >= FEWEST_BASELINES)
  const counts = { eventCount: own.length, tooFewCount: own.length - enough.length }
  const loss = observedLoss(enough)
  const { estimateHours, lowHours, highHours, placeboShare, placeboFloor } = loss
  const isPriced = pencePerHour !== null && estimateHours !== null && lowHours !== null && highHours !== null
  const priced = (hours: number) => Math.round(hours * (pencePerHour ?? 0))
  return {
    ...counts,
    status: own.length === 0 ? 'no events' : loss.status,
    ...{ estimateHours, lowHours, highHours, placeboShare, placeboFloor },
    verdict: loss.status === 'ok' ? loss.verdict : own.length === 0 ? null : 'cannot tell',
    valuePence: isPriced ? { low: priced(lowHours), headline: priced(estimateHours), high: priced(highHours) } : null,
  }
}

/** Days on which somebody was expected. Several joined to one cannot be compared with one. */
function workedDays(days: readonly Day[], today: LocalDate): WorkedDay[] {
  const teamCount = Math.max(0, ...days.map(({ expectedCount }) => expectedCount))
  const closedBefore = addDays(today, -DAYS_UNTIL_CLOSED)
  return days
    .filter(({ on, through, expectedCount }) => on === through && expectedCount > 0)
    .map(({ on, chargeableSeconds, expectedCount }) => ({
      ...{ on, hours: chargeableSeconds / 3600, presentCount: expectedCount, teamCount },
      isClosed: on < closedBefore,
    }))
}

function lostBillable(observed: ObservedLoss | null, modelled: ModelledLoss | null) {
  if (observed?.status === 'ok' && observed.estimateHours !== null) {
    const { lowHours, highHours, estimateHours } = observed
    const hours = { low: lowHours ?? estimateHours, headline: estimateHours, high: highHours ?? estimateHours }
    return { basis: 'observed' as const, hours }
  }
  return modelled ? { basis: 'modelled' as const, hours: modelled.lostBillableHours } : undefined
}
