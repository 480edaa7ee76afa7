/** An oracle for impact: its rules a minute at a time, on whole minutes and shares that are whole hundredths. */
import { MINUTE_MS } from '../../src/domain/duration.ts'
import type { ImpactInput } from '../../src/metrics/impact.ts'

interface Loss {
  /** In hundredths to the power of four, of so many people. */
  readonly value: number
  readonly outageId: string
  readonly startAt: number
}
type Track = (Loss | undefined)[]

export interface MinuteSums {
  low: number
  headline: number
  high: number
  readonly byOutage: Map<string, number>
}

const hundredths = (share: number) => Math.round(share * 100)

/** Person-milliseconds; `working` says of each minute from `begin` on whether it is. */
export function impactByTheMinute(input: ImpactInput, begin: number, working: readonly boolean[]): MinuteSums {
  const whole = input.users * 100 ** 4
  const tracks = [...input.depends.keys()].map((systemId) => systemTrack(input, systemId, begin, working))
  const sums: MinuteSums = { low: 0, headline: 0, high: 0, byOutage: new Map() }
  const personMs = input.users * input.present * MINUTE_MS
  for (const [i, isWorking] of working.entries()) {
    const at = begin + i * MINUTE_MS
    if (!isWorking || at < input.period.start || at >= input.period.end) continue
    const open = tracks.flatMap((track) => track[i] ?? [])
    if (open.length === 0) continue
    const values = open.map(({ value }) => value / whole)
    const plain = values.reduce((sum, value) => sum + value, 0)
    const headline = 1 - values.reduce((left, value) => left * (1 - value), 1)
    sums.low += Math.max(...values) * personMs
    sums.headline += headline * personMs
    sums.high += Math.min(1, plain) * personMs
    for (const [k, { outageId }] of open.entries()) {
      const part = (headline * (values[k] ?? 0) * personMs) / plain
      sums.byOutage.set(outageId, (sums.byOutage.get(outageId) ?? 0) + part)
    }
  }
  return sums
}

function systemTrack(input: ImpactInput, systemId: string, begin: number, working: readonly boolean[]): Track {
  const isOut = working.map(() => false)
  const track: Track = working.map(() => undefined)
  const dependency = hundredths(input.depends.get(systemId) ?? 0)
  for (const effect of input.effects.filter((one) => one.systemId === systemId && dependency > 0))
    for (const span of effect.spans)
      for (let at = span.start; at < span.end; at += MINUTE_MS) {
        const people = Math.min(span.people ?? input.users, input.users)
        if (people === 0 || span.loss === 0) break
        const i = (at - begin) / MINUTE_MS
        isOut[i] = true
        const avoids = effect.workaround && effect.workaround.from <= at ? effect.workaround.avoids : 0
        const value = people * hundredths(span.loss) * dependency * (100 - hundredths(avoids)) * 100
        track[i] = stronger(track[i], { value, outageId: effect.outageId, startAt: startOf(input, effect.outageId) })
      }
  return withRecovery(track, isOut, input, working)
}

const startOf = ({ effects }: ImpactInput, outageId: string): number =>
  Math.min(...effects.filter((one) => one.outageId === outageId).map((one) => one.startAt))

function stronger(a: Loss | undefined, b: Loss): Loss | undefined {
  if (b.value === 0) return a
  if (!a || b.value !== a.value) return !a || b.value > a.value ? b : a
  return b.startAt < a.startAt || (b.startAt === a.startAt && b.outageId < a.outageId) ? b : a
}

function withRecovery(
  track: Track,
  isOut: readonly boolean[],
  { recovery }: ImpactInput,
  working: readonly boolean[],
): Track {
  const result = [...track]
  let lost = 0
  let last: Loss | undefined
  for (const [i, isWorking] of working.entries()) {
    if (isOut[i] && isWorking) {
      if (track[i]) lost += 1
      last = track[i]
    }
    if (!isOut[i] || isOut[i + 1]) continue
    let left = recovery && last ? Math.min(recovery.maxMs / MINUTE_MS, lost) : 0
    for (let k = i + 1; k < working.length && left > 0 && recovery && last; k += 1) {
      if (!working[k]) continue
      result[k] = stronger(result[k], { ...last, value: last.value * recovery.factor })
      left -= 1
    }
    lost = 0
    last = undefined
  }
  return result
}
