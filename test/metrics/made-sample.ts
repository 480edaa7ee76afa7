// The records of the sample, as a device of somebody who may read everything would hold them.
import type { KindName } from '../../src/domain/kind-names.ts'
import { deletedGroup } from '../../src/domain/record.ts'
import { gatherRecords, type MetricsRecords } from '../../src/metrics/availability-records.ts'
import { shippedHolidays } from '../../src/server/holidays.ts'
import { sampleFeeEarners } from '../../src/server/sample/fee-earners.ts'
import { makeSample } from '../../src/server/sample/main.ts'

const idOf = (n: number) => `00000000-0000-7000-8000-${String(n).padStart(12, '0')}`

export type SampleRecords = MetricsRecords & { readonly all: <T>(kind: KindName) => T[] }

export async function sampleRecords(now: number): Promise<SampleRecords> {
  const feeEarners = sampleFeeEarners.map((_, i) => idOf(100 + i))
  const people = { admin: idOf(1), manager: idOf(2), practice: idOf(100), feeEarners, walledMatterId: idOf(3) }
  const { ops } = await makeSample({
    ...{ seed: 3, now, holidays: shippedHolidays, ict: idOf(4) },
    people: { ...people, behindWall: feeEarners.slice(0, 3) },
    desk: { staff: idOf(5), analysts: [idOf(6), idOf(7), idOf(8), idOf(9)], clientOf: async () => idOf(10) },
  })
  const docs = new Map<string, Map<string, Record<string, unknown>>>()
  for (const { changes } of ops)
    for (const { k, id, set } of changes) {
      const ofKind = docs.get(k) ?? new Map<string, Record<string, unknown>>()
      docs.set(k, ofKind)
      const doc = ofKind.get(id) ?? { id }
      ofKind.set(id, doc)
      for (const [group, value] of Object.entries(set)) Object.assign(doc, group === deletedGroup ? {} : value)
    }
  const all = <T>(kind: KindName) => [...(docs.get(kind)?.values() ?? [])] as T[]
  return { ...(await gatherRecords({ all: async (kind) => all(kind) })), all }
}
