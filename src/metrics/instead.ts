// The records as they would be with one of them replaced.
import type { Recorded } from '../domain/kinds.ts'
import type { MetricsRecords } from './availability-records.ts'

/** By kind, where its records lie. */
const listOf = {
  division: 'divisions',
  system: 'systems',
  dependency: 'dependencies',
  calendar: 'calendars',
  holiday: 'holidays',
  outage: 'outages',
  affected: 'affected',
  segment: 'segments',
  reach: 'reaches',
  maintenance: 'maintenance',
  assumption: 'assumptions',
  hourly_rate: 'hourlyRates',
} as const satisfies Readonly<Record<string, keyof MetricsRecords>>
type ListedKind = keyof typeof listOf

/** Those that a figure may rest on. */
export type FigureKind = ListedKind | 'partnership'

export type Instead = {
  readonly [K in FigureKind]: {
    readonly kind: K
    readonly id: string
    /** null: deleted. */
    readonly record: Recorded<K> | null
  }
}[FigureKind]

export function withInstead(records: MetricsRecords, { kind, id, record }: Instead): MetricsRecords {
  if (kind === 'partnership') return { ...records, partnership: record ?? undefined }
  const list = listOf[kind]
  const known: readonly { readonly id: string }[] = records[list]
  const at = known.findIndex((each) => each.id === id)
  const before = at < 0 ? known : known.slice(0, at)
  const after = at < 0 ? [] : known.slice(at + 1)
  return { ...records, [list]: [...before, ...(record ? [record] : []), ...after] }
}
