// What a page may ask of the metrics thread, and what it answers. Pure: the thread is worker.ts, the page's door ask.ts.
import type { Instant } from '../domain/time.ts'
import type { MetricsRecords } from './availability-records.ts'
import { type AvailabilityReport, availabilityReport } from './availability-report.ts'
import { type EitherFigures, type EitherQuery, eitherFigures } from './conflict-figures.ts'
import type { ImpactQuery, ImpactReport, OutageImpact } from './impact-figures.ts'
import { impactReport, outageImpact } from './impact-report.ts'
import type { LegalQuery, LegalReport } from './legal-figures.ts'
import { legalReport } from './legal-report.ts'
import type { AvailabilityQuery } from './system-facts.ts'
import { type SystemReport, systemReport } from './system-report.ts'
import { type SystemState, systemStates } from './system-states.ts'

/** Questions are asked without `now`: the door adds it when it asks, and asks again as time passes. */
export type PageQuestion =
  | ({ readonly type: 'availability' } & Omit<AvailabilityQuery, 'now'>)
  | ({
      readonly type: 'system'
      readonly systemId: string
      /** Councils whose reach the person may read. */
      readonly peopleCouncilIds: readonly string[]
    } & Omit<AvailabilityQuery, 'now'>)
  | { readonly type: 'states' }
  | ({ readonly type: 'impact' } & Omit<ImpactQuery, 'now'>)
  | { readonly type: 'outage_impact'; readonly outageId: string; readonly councilIds: readonly string[] }
  | ({ readonly type: 'legal' } & Omit<LegalQuery, 'now'>)
  | ({ readonly type: 'either' } & Omit<EitherQuery, 'now'>)
export type Question = PageQuestion & { readonly now: Instant }

export interface Answers {
  readonly availability: AvailabilityReport
  /** null: there is no such system. */
  readonly system: SystemReport | null
  readonly states: readonly SystemState[]
  readonly impact: ImpactReport
  /** null: there is no such outage. */
  readonly outage_impact: OutageImpact | null
  /** null: there is no such team. */
  readonly legal: LegalReport | null
  /** null: no figure rests on what was set to two values. */
  readonly either: EitherFigures | null
}
export type AnswerTo<Q extends PageQuestion> = Answers[Q['type']]
export type Answer = Answers[PageQuestion['type']]

export function answerTo(question: Question, records: MetricsRecords): Answer {
  switch (question.type) {
    case 'states':
      return systemStates(records, question.now)
    case 'availability':
      return availabilityReport(records, question)
    case 'impact':
      return impactReport(records, question)
    case 'outage_impact':
      return outageImpact(records, question) ?? null
    case 'legal':
      return legalReport(records, question) ?? null
    case 'either':
      return eitherFigures(records, question)
    case 'system':
      return systemReport(records, question, question.systemId, question.peopleCouncilIds) ?? null
  }
}
