// What is assumed of a division's work, asked and told in words. Pure.
import type { Assumption, AssumptionSource, AssumptionTopic } from '../../domain/assumption.ts'
import { formatDate, formatFigure, formatMinutes } from '../../domain/format.ts'

/** The steps that people are asked in. */
export const shareSteps = [
  { share: 1, words: 'All' },
  { share: 0.75, words: 'Three quarters' },
  { share: 0.5, words: 'Half' },
  { share: 0.25, words: 'A quarter' },
  { share: 0, words: 'None' },
] as const

export const sharePercent = (share: number): string => `${formatFigure(share * 100)}%`

/** "Half", "37%". */
export const partWords = (share: number): string =>
  shareSteps.find((step) => step.share === share)?.words ?? sharePercent(share)

interface TopicWords {
  readonly title: string
  readonly question: (system: string) => string
  readonly hint: string
  /** After "Half", "None". */
  readonly rest: string
  /** What counts while nobody has said. */
  readonly unsaid: string
}

export const topicWords: Readonly<Record<AssumptionTopic, TopicWords>> = {
  reliance: {
    title: 'Work that stops',
    question: (system) => `How much of the team's work stops without ${system}?`,
    hint: 'Think of an ordinary hour. Officers who can still do other work lose less than all.',
    rest: 'of the work stops',
    unsaid: 'Not asked yet: its outages count nothing here',
  },
  workaround: {
    title: 'Workaround',
    question: (system) => `How much of that loss is avoided while ${system} is out?`,
    hint: 'By phone, on paper, with another system.',
    rest: 'of that loss is avoided',
    unsaid: 'No workaround said: nothing is avoided',
  },
  present: {
    title: 'At work',
    question: () => 'How much of the team is at work on an ordinary day?',
    hint: 'Less leave, sickness, training and part-time hours.',
    rest: 'of the team is at work',
    unsaid: 'Not said: the whole team counts as at work',
  },
  caught_up: {
    title: 'Caught up later',
    question: () => 'How much of the lost work is done later, without extra cost?',
    hint: 'It lowers the net cost. The disruption stays as it was.',
    rest: 'of the lost work is done later',
    unsaid: 'Not said: nothing counts as caught up',
  },
}

/** "Half of the work stops", "A quarter of that loss is avoided, after 30 min". */
export function answerWords({
  topic,
  share,
  afterMinutes,
}: Pick<Assumption, 'topic' | 'share' | 'afterMinutes'>): string {
  const after = topic === 'workaround' && share > 0 && afterMinutes > 0 ? `, after ${formatMinutes(afterMinutes)}` : ''
  return `${partWords(share)} ${topicWords[topic].rest}${after}`
}

export const sourceLabels: Readonly<Record<AssumptionSource, string>> = {
  asked: 'Asked of the division',
  measured: 'Measured',
  assumed: 'Assumed',
}

interface Origin {
  readonly source: AssumptionSource
  readonly asOf: string
  readonly note: string
}

/** "Asked on 3 March 2026, set by Mair Hughes. At the team meeting". */
export function originWords({ source, asOf, note }: Origin, author: string): string {
  const how = source.charAt(0).toUpperCase() + source.slice(1)
  return `${how} on ${formatDate(asOf)}, set by ${author}${note ? `. ${note}` : ''}`
}
