// The Legal page in words: both statements, the verdict and why, and what is missing. Pure; every figure through the one formatter.
import { counted, formatFigure, formatPounds } from '../../domain/format.ts'
import type { Range } from '../../metrics/impact-figures.ts'
import type { LegalReport, ObservedLoss } from '../../metrics/legal-figures.ts'
import type { Status } from '../parts/show/status.ts'

/** "103%", with one decimal at most; never 100% for what has not reached it. */
export function percentWords(percent: number): string {
  const rounded = Math.round(percent * 10) / 10
  return `${formatFigure(percent < 100 && rounded >= 100 ? 99.9 : rounded, 1)}%`
}
/** The same where figures stand under each other: always one decimal. */
export const percentInColumn = (percent: number): string => percentWords(percent).replace(/^(-?[\d,]+)%$/, '$1.0%')
const bare = (percent: number) => percentWords(percent).replace('%', '')

export const hoursWords = (hours: number): string => `${formatFigure(hours, 1)} h`
export const hoursRange = ({ low, high }: Pick<Range, 'low' | 'high'>): string =>
  `${formatFigure(low, 1)} to ${formatFigure(high, 1)} h`
export const poundsRange = ({ low, high }: Pick<Range, 'low' | 'high'>): string =>
  `${formatPounds(low)} to ${formatPounds(high)}`

export interface Statements {
  /** "103%"; undefined: there is no target or no time to speak of. */
  readonly actual: string | undefined
  /** The point and its interval, never one without the other. */
  readonly without: { readonly point: string; readonly interval: string } | undefined
}

export function statements({ attainment, basis }: Pick<LegalReport, 'attainment' | 'basis'>): Statements {
  const { actualPercent, withoutOutagesPercent: point, lowPercent: low, highPercent: high } = attainment
  return {
    actual: actualPercent === null ? undefined : percentWords(actualPercent),
    without:
      basis === null || point === null || low === null || high === null
        ? undefined
        : { point: percentWords(point), interval: `${bare(low)} to ${bare(high)}` },
  }
}

export interface Verdict {
  readonly status: Status
  readonly words: string
  readonly why: string
}

/** "Loss shown", "Cannot tell" ... of what was measured; undefined where the person may not have losses worked out. */
export function lossVerdict({ observed, relevantShareOfDay }: LegalReport): Verdict | undefined {
  if (!observed) return undefined
  const { status, verdict } = observed
  const cannot = (why: string): Verdict => ({ status: 'unknown', words: 'Cannot tell', why })
  if (status === 'no events')
    return cannot(
      `No outage in this period took ${percentWords(relevantShareOfDay * 100)} of a working day, so there is nothing to compare.`,
    )
  if (status === 'not enough comparable days')
    return cannot(
      'The days of the outages have fewer than five comparable days each: no figure is better than a guess.',
    )
  if (status === 'no variation to compare')
    return cannot('The comparable days are all alike, so nothing says how far chance reaches.')
  const found = measured(observed)
  if (verdict === 'loss shown')
    return { status: 'partial', words: 'Loss shown', why: `${found}: the whole range is a loss.` }
  if (verdict === 'gain shown')
    return { status: 'ok', words: 'Gain shown', why: `${found}: the whole range is a gain.` }
  return cannot(`${found}: the range holds a loss and a gain.`)
}

function measured({ estimateHours, lowHours, highHours, eventCount, tooFewCount }: ObservedLoss): string {
  const events = counted(eventCount - tooFewCount, 'stretch of days', 'stretches of days')
  const range = hoursRange({ low: lowHours ?? 0, high: highHours ?? 0 })
  const hours = estimateHours ?? 0
  const sort = hours < 0 ? 'fewer' : 'more'
  return `Comparable days had ${hoursWords(Math.abs(hours))} ${sort} than ${events} with outages (${range})`
}

export const tooFewWords = ({ tooFewCount }: ObservedLoss): string | undefined =>
  tooFewCount === 0
    ? undefined
    : `${counted(tooFewCount, 'stretch', 'stretches')} of days with fewer than five comparable days ${tooFewCount === 1 ? 'is' : 'are'} not in it.`

/** How sure the measured loss is, beside its interval. */
export function placeboWords({ placeboShare, placeboFloor }: ObservedLoss): string | undefined {
  if (placeboShare === null || placeboFloor === null) return undefined
  const share = (part: number) => `${formatFigure(part * 100, part < 0.01 ? 2 : 1)}%`
  const isTiny = (part: number) => part < 0.0001
  const said = `If any of the compared days could have been the one with the outage, ${isTiny(placeboShare) ? 'under 0.01%' : share(placeboShare)} of the ways to choose show a loss as large`
  return isTiny(placeboFloor) ? `${said}.` : `${said}; it could not be under ${share(placeboFloor)}.`
}

/** Whether evidence and assumption disagree: then another share is offered, and a person accepts it. */
export function suggestsOtherShare({ observed, modelled }: Pick<LegalReport, 'observed' | 'modelled'>): boolean {
  if (observed?.status !== 'ok' || !modelled || observed.lowHours === null || observed.highHours === null) return false
  const { headline } = modelled.lostBillableHours
  return headline < observed.lowHours || headline > observed.highHours
}

/** Recorded hours of contract hours: without it an unrecorded day looks like a bad one. */
export function completeness({ recordedHours, contractHours }: LegalReport): string | undefined {
  return contractHours > 0 ? percentWords((100 * recordedHours) / contractHours) : undefined
}

/** What people said of an outage; sums under three are not told. */
export function saidWords({ lostCount, workedRoundCount }: LegalReport['outages'][number]): string {
  if (lostCount + workedRoundCount === 0) return 'Fewer than three people said what they did'
  return `${counted(lostCount, 'person', 'people')} lost time, ${formatFigure(workedRoundCount)} worked round it`
}

type Month = LegalReport['months'][number]

/** Not yet begun, or nothing was recorded and nothing due. */
export const isKnown = ({ targetHours, chargeableHours }: Month): boolean => targetHours > 0 || chargeableHours > 0

/** The message of the months' chart. */
export function monthsMessage(months: readonly Month[]): string {
  const judged = months.filter(isKnown)
  const reached = judged.filter(({ targetHours, chargeableHours }) => chargeableHours >= targetHours).length
  return `Billable hours reached the target in ${formatFigure(reached)} of ${counted(judged.length, 'month')}`
}
