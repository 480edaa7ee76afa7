// Ninety days as bars and as sentences. Pure.
import { counted, formatDate } from '../../domain/format.ts'
import type { DayFigures } from '../../metrics/availability-report.ts'
import type { StripBar } from '../parts/chart/bar-strip.tsx'
import type { Status } from '../parts/show/status.ts'
import { duration } from './figure-words.ts'

const words: Readonly<Partial<Record<Status, string>>> = { down: 'down', partial: 'partly down', slow: 'slow' }

/** Loss shorter than `sustainedMs` does not colour a whole day; its minutes are still told. */
export function dayBar(day: DayFigures, sustainedMs: number): StripBar {
  const date = formatDate(day.date)
  if (!day.isRecorded) return { status: 'unknown', text: `${date}: nothing was recorded yet` }
  if (day.serviceMs === 0)
    return day.excludedMs > 0
      ? { status: 'planned', text: `${date}: planned work all day` }
      : { status: 'unknown', text: `${date}: no agreed hours` }
  if (day.downtimeMs === 0) return { status: 'ok', text: `${date}: nothing lost` }
  const status = day.downtimeMs < sustainedMs ? 'ok' : statusOfLoss(day.worstLoss)
  const word = words[status]
  return { status, text: `${date}: ${word ? `${word}, ` : ''}${duration(day.downtimeMs)} with loss` }
}

function statusOfLoss(loss: number): Status {
  if (loss >= 1) return 'down'
  return loss >= 0.3 ? 'partial' : 'slow'
}

export interface DayBars {
  readonly bars: readonly StripBar[]
  readonly sentence: string
  /** Newest first. */
  readonly listItems: readonly string[]
  readonly startLabel: string
  readonly endLabel: string
}

export function dayBars(days: readonly DayFigures[], sustainedMs: number): DayBars {
  const bars = days.map((day) => dayBar(day, sustainedMs))
  const isServed = (day: DayFigures) => day.isRecorded && day.serviceMs > 0
  const servedCount = days.filter(isServed).length
  const hit = bars.filter((_, i) => {
    const day = days[i]
    return day !== undefined && isServed(day) && day.downtimeMs > 0
  })
  const lostMs = days.filter(isServed).reduce((sum, day) => sum + day.downtimeMs, 0)
  const [first, last] = [days[0], days.at(-1)]
  const of = counted(servedCount, 'service day')
  const nothing = servedCount === 0 ? 'No service was recorded on these days.' : `Nothing lost on ${of}.`
  return {
    bars,
    sentence: hit.length === 0 ? nothing : `Loss on ${hit.length} of ${of}, ${duration(lostMs)} with any loss.`,
    listItems: hit.map((bar) => bar.text).reverse(),
    startLabel: first ? formatDate(first.date) : '',
    endLabel: last ? formatDate(last.date) : '',
  }
}
