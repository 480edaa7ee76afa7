// The outages that the sample's script has written so far.
import type { SampleOp } from './script.ts'

export interface SampleOutage {
  readonly id: string
  readonly startAt: number
  /** null: going on. */
  readonly endAt: number | null
  readonly loss: number
  /** Empty: all. */
  readonly councilIds: readonly string[]
  readonly systemIds: readonly string[]
}

export function sampleOutages(ops: readonly SampleOp[]): SampleOutage[] {
  const outages = new Map<string, Record<string, unknown>>()
  const systemsOf = new Map<string, string[]>()
  for (const { changes } of ops)
    for (const { k, id, set } of changes) {
      if (k === 'outage') outages.set(id, Object.assign(outages.get(id) ?? {}, ...Object.values(set)))
      const edge = set.edge
      if (k === 'affected' && edge)
        systemsOf.set(String(edge.outageId), [...(systemsOf.get(String(edge.outageId)) ?? []), String(edge.systemId)])
    }
  return [...outages].map(([id, doc]) => ({
    ...(doc as unknown as SampleOutage),
    id,
    systemIds: systemsOf.get(id) ?? [],
  }))
}
