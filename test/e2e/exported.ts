// An export read as plain facts, and made into cases of the calc command without the app's own code.

export type Exported<Doc> = Doc & { readonly id: string }

interface OutageDoc {
  readonly startAt: number
  readonly endAt: number | null
  readonly loss: number
}

interface SegmentDoc {
  readonly outageId: string
  readonly fromAt: number
  readonly loss: number
}

export interface SystemDoc {
  readonly name: string
  readonly agreements: readonly { readonly from: string; readonly calendarId: string; readonly targetPercent: number }[]
}

interface Facts {
  readonly outage: OutageDoc
  readonly segment: SegmentDoc
  readonly affected: { readonly outageId: string; readonly systemId: string; readonly mark: string }
  readonly maintenance: {
    readonly systemIds: readonly string[]
    readonly startAt: number
    readonly endAt: number
    readonly announcedAt: number
    readonly cancelledAt: number | null
  }
  readonly system: SystemDoc
  readonly dependency: { readonly systemId: string }
  readonly calendar: {
    readonly isAlwaysOpen: boolean
    readonly observesHolidays: boolean
    readonly week: Readonly<Record<string, readonly (readonly string[])[]>>
  }
  readonly holiday: { readonly on: string }
}

export type ExportedFacts = { readonly [K in keyof Facts]: readonly Exported<Facts[K]>[] }

const kinds = ['outage', 'segment', 'affected', 'maintenance', 'system', 'dependency', 'calendar', 'holiday'] as const

export function readExported(text: string): ExportedFacts {
  const { records } = JSON.parse(text) as { records: { k: string; id: string; doc: object }[] }
  const ofKind = (kind: string) => records.filter(({ k }) => k === kind).map(({ id, doc }) => ({ ...doc, id }))
  return Object.fromEntries(kinds.map((kind) => [kind, ofKind(kind)])) as unknown as ExportedFacts
}

/** Needs no other system: then its own outages are all that counts. */
export const isByItself = ({ dependency }: ExportedFacts, { id }: Exported<SystemDoc>): boolean =>
  !dependency.some(({ systemId }) => systemId === id)

const iso = (at: number) => new Date(at).toISOString()

/** The input of an `availability` case. */
export function caseOf(facts: ExportedFacts, system: Exported<SystemDoc>, period: { from: string; to: string }) {
  const agreement = system.agreements[0]
  const calendar = facts.calendar.find(({ id }) => id === agreement?.calendarId)
  if (!agreement || !calendar || system.agreements.length > 1) throw new Error(`${system.name} is no plain system`)
  const holidays = calendar.observesHolidays ? facts.holiday.map(({ on }) => on) : []
  return {
    period,
    calendar: calendar.isAlwaysOpen ? '24x7' : { week: calendar.week, holidays },
    outages: facts.affected
      .filter(({ systemId, mark }) => systemId === system.id && mark === 'affected')
      .flatMap(({ outageId }) => lossesOf(facts, outageId)),
    maintenance: facts.maintenance
      .filter(({ systemIds, cancelledAt }) => systemIds.includes(system.id) && cancelledAt === null)
      .map(({ startAt, endAt, announcedAt }) => ({
        start: iso(startAt),
        end: iso(endAt),
        announced_at: iso(announcedAt),
      })),
    now: iso(Date.now()),
    target_pct: agreement.targetPercent,
  }
}

/** An outage whose level changed on the way is one loss after the other; the first speaks from its start. */
function lossesOf({ outage, segment }: ExportedFacts, outageId: string) {
  const whole = outage.find(({ id }) => id === outageId)
  if (!whole) return []
  const steps = segment.filter((step) => step.outageId === outageId).sort((a, b) => a.fromAt - b.fromAt)
  const parts = steps.length > 0 ? steps : [whole]
  return parts.map(({ loss }, i) => {
    const start = i === 0 ? whole.startAt : (steps[i]?.fromAt ?? whole.startAt)
    const end = steps[i + 1]?.fromAt ?? whole.endAt
    return { start: iso(start), end: end === null ? null : iso(end), loss }
  })
}
