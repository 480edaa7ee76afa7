// Outages as losses: what each took away, from which systems, when, for whom.
import { outageSpans } from '../domain/outage-spans.ts'
import type { Instant } from '../domain/time.ts'
import type { AvailabilityRecords } from './availability-records.ts'
import { grouped } from './grouped.ts'
import type { LossSpan } from './loss.ts'

export interface OutageLosses {
  readonly outageId: string
  readonly isOpen: boolean
  /** It took something away, but from other councils only. */
  readonly isForOthers: boolean
  /** Hit by it, by its own record. */
  readonly systemIds: ReadonlySet<string>
  /** Marked by hand: up, whatever depends on what. */
  readonly sparedIds: ReadonlySet<string>
  /** Loss above 0 for the council asked about; cut at now while it is open. In order and disjoint. */
  readonly spans: readonly LossSpan[]
}

/**
 * An outage counts for a council when its reach is empty (all councils) or names it, stretch by stretch; without a
 * council it counts for any. A record whose end precedes its start has no spans.
 */
export function outageLosses(
  records: Pick<AvailabilityRecords, 'outages' | 'segments' | 'affected'>,
  councilId: string | null,
  now: Instant,
): OutageLosses[] {
  const segmentsOf = grouped(records.segments, (segment) => segment.outageId)
  const edgesOf = grouped(records.affected, (edge) => edge.outageId)
  const reaches = (councilIds: readonly string[]) =>
    councilId === null || councilIds.length === 0 || councilIds.includes(councilId)
  return records.outages.map((outage) => {
    const lossy = outageSpans(outage, segmentsOf.get(outage.id) ?? []).filter(({ loss }) => loss > 0)
    const spans = lossy.flatMap(({ startAt, endAt, loss, councilIds }) => {
      const end = endAt ?? now
      return end > startAt && reaches(councilIds) ? [{ start: startAt, end, loss }] : []
    })
    const edges = edgesOf.get(outage.id) ?? []
    const marked = (mark: string) => new Set(edges.filter((edge) => edge.mark === mark).map((edge) => edge.systemId))
    return {
      outageId: outage.id,
      isOpen: outage.endAt === null,
      isForOthers: lossy.length > 0 && !lossy.some(({ councilIds }) => reaches(councilIds)),
      systemIds: marked('affected'),
      sparedIds: marked('not_affected'),
      spans,
    }
  })
}
