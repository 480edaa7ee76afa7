// A long history of many systems, the same for the same seed: for equality of figures and for the bench.
import { DAY_MS, MINUTE_MS } from '../../src/domain/duration.ts'
import type { Recorded } from '../../src/domain/kinds.ts'
import { defaultLoss, levels } from '../../src/domain/level.ts'
import type { MetricsRecords } from '../../src/metrics/availability-records.ts'
import { at, hits, needs, outage, records, spares, system, work } from './made-records.ts'

/** Numbers in [0, 1); mulberry32. */
function randomNumbers(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296
  }
}

export interface HistorySize {
  readonly systemCount: number
  readonly outageCount: number
  readonly days: number
}

export const historyStart = at('2025-06-01T00:00:00Z')

/** Chains, groups and a shared root among the systems; hand marks, segments, planned work and open outages among the rest. */
export function madeHistory(seed: number, { systemCount, outageCount, days }: HistorySize): MetricsRecords {
  const random = randomNumbers(seed)
  const whole = (below: number) => Math.floor(random() * below)
  const iso = (instant: number) => new Date(instant).toISOString()
  const ids = Array.from({ length: systemCount }, (_, i) => `s${i}`)
  const idAt = (i: number) => ids[i % systemCount] as string
  const agreement = (calendarId: string, from: string) => ({
    from,
    calendarId,
    targetPercent: 99.5,
    noticeMinutes: null,
  })
  const agreements = (i: number) => [
    agreement(i % 3 === 0 ? 'always' : 'office', '2020-01-01'),
    ...(i % 5 === 0 ? [agreement('always', '2026-02-11')] : []),
  ]
  const outages: Recorded<'outage'>[] = []
  const affected: Recorded<'affected'>[] = []
  const segments: Recorded<'segment'>[] = []
  for (let i = 0; i < outageCount; i += 1) {
    const start = historyStart + whole(days * 1440) * MINUTE_MS
    const end = start + (1 + whole(i % 10 === 0 ? 2_000 : 240)) * MINUTE_MS
    const level = levels[whole(levels.length)] ?? 'down'
    const id = `o${i}`
    outages.push(outage(id, iso(start), i % 200 === 199 ? null : iso(end), { level }))
    affected.push(hits(id, idAt(whole(systemCount))))
    if (i % 25 === 0) affected.push(spares(id, idAt(whole(systemCount))))
    if (i % 12 === 0)
      for (const part of [0, 0.5]) {
        const fromAt = start + Math.round((part * (end - start)) / MINUTE_MS) * MINUTE_MS
        const now = levels[whole(levels.length)] ?? 'down'
        segments.push({ id: `g${i}-${part}`, outageId: id, fromAt, level: now, loss: defaultLoss[now], councilIds: [] })
      }
  }
  const maintenance = Array.from({ length: Math.floor(days / 14) }, (_, i) => {
    const start = historyStart + i * 14 * DAY_MS + 19 * 60 * MINUTE_MS
    const announced = i % 4 === 0 ? start + MINUTE_MS : start - 3 * DAY_MS
    return work(`w${i}`, [idAt(i), idAt(i + 1)], [iso(announced), iso(start), iso(start + 180 * MINUTE_MS)])
  })
  const dependencies = ids.slice(1).flatMap((id, i) => {
    if (i % 4 === 0) return [needs(id, 's0', { type: 'soft', weight: 0.4 })]
    if (i % 4 === 1 && i > 2) return [needs(id, [idAt(i - 1), idAt(i - 2)], { type: 'any', need: 1 })]
    return i % 4 === 2 ? [needs(id, idAt(i))] : []
  })
  const holidays = ['2025-08-25', '2025-12-25', '2026-04-03'].map((on) => ({ id: on, on, name: on, source: '' }))
  const systems = ids.map((id, i) => system(id, { agreements: agreements(i) }))
  return records({ systems, outages, affected, segments, maintenance, dependencies, holidays })
}
