// What a page may ask of the desk's thread, and what it answers. Pure: the thread is worker.ts, the page's door ask.ts.
import type { IncidentState, Priority } from '../domain/incident-words.ts'
import type { Period } from '../domain/period.ts'
import type { Instant } from '../domain/time.ts'
import type { DemandReport } from '../metrics/demand-figures.ts'

/** Who asks: for `assignee:me` and `team:mine`. */
export interface DeskMe {
  readonly personId: string
  readonly teamIds: readonly string[]
}

export interface DeskSort {
  readonly by: 'raisedAt' | 'priority' | 'stateAt'
  readonly isDescending: boolean
}

/** An incident as a list shows it. */
export interface IncidentRow {
  readonly id: string
  readonly reference: string
  readonly title: string
  readonly councilId: string
  readonly systemId: string | null
  readonly systemName: string
  readonly state: IncidentState
  readonly isOpen: boolean
  readonly priority: Priority
  readonly assigneeId: string | null
  readonly assigneeName: string
  readonly teamId: string | null
  readonly teamName: string
  readonly requesterId: string | null
  readonly requesterName: string
  readonly raisedAt: Instant
  readonly stateAt: Instant
  readonly escalationLevel: number | null
  readonly outageId: string | null
}

export interface NearOutage {
  readonly id: string
  readonly title: string
  readonly systemIds: readonly string[]
  readonly startAt: Instant
  readonly endAt: Instant | null
}

export const exportFormats = ['csv', 'json', 'ods'] as const
export type ExportFormat = (typeof exportFormats)[number]

/** `query` is what is typed into the search box; incident-query.ts has its language. */
export type DeskQuestion =
  | {
      readonly type: 'list'
      readonly query: string
      readonly sort: DeskSort
      readonly offset: number
      readonly limit: number
      readonly me: DeskMe
    }
  | { readonly type: 'counts'; readonly queries: readonly string[]; readonly me: DeskMe }
  | { readonly type: 'ids'; readonly query: string; readonly me: DeskMe }
  /** Open incidents and outages that a new one may be the same as. */
  | {
      readonly type: 'similar'
      readonly councilId: string
      readonly systemId: string | null
      readonly title: string
    }
  /** Outages that may be why, by system and time. */
  | { readonly type: 'outages_for'; readonly systemId: string; readonly councilId: string; readonly at: Instant }
  | { readonly type: 'demand'; readonly period: Period; readonly councilIds: readonly string[] }
  | { readonly type: 'export'; readonly query: string; readonly format: ExportFormat; readonly me: DeskMe }

/** The door adds `now`. */
export type AskedQuestion = DeskQuestion & { readonly now: Instant }

export interface DeskAnswers {
  readonly list: {
    readonly total: number
    readonly rows: readonly IncidentRow[]
    /** What of the query could not be understood, as sentences. */
    readonly problems: readonly string[]
  }
  readonly counts: { readonly counts: readonly number[] }
  readonly ids: { readonly ids: readonly string[] }
  readonly similar: { readonly incidents: readonly IncidentRow[]; readonly outages: readonly NearOutage[] }
  readonly outages_for: { readonly outages: readonly NearOutage[] }
  readonly demand: DemandReport
  readonly export: { readonly bytes: Uint8Array<ArrayBuffer>; readonly count: number }
}
export type DeskAnswerTo<Q extends DeskQuestion> = DeskAnswers[Q['type']]
