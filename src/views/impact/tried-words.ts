// A try-out in words: what is tried, and the figure beside the recorded one. Pure.
import { formatFigure, formatHours, formatPounds } from '../../domain/format.ts'
import type { LossFigure, WhatIf } from '../../metrics/impact-figures.ts'
import type { Catalogue } from '../../store/catalogue.ts'
import { needWords } from '../systems/need-words.ts'
import { partWords, topicWords } from './fact-words.ts'

/** What is compared: the whole report's figure, or one division's with its ratio. */
export interface Compared {
  readonly figure: LossFigure
  readonly ratio?: number | null | undefined
}

/** "100.0 hours instead of 120.0, £3,000 instead of £3,600". */
export function comparedWords(shown: Compared, recorded: Compared): string {
  const instead = <T>(of: (compared: Compared) => T | null | undefined, format: (value: T) => string, unit: string) => {
    const [now, before] = [of(shown), of(recorded)]
    const known = (value: T | null | undefined) => (value === null || value === undefined ? 'none' : format(value))
    return before === null || before === undefined ? [] : [`${known(now)}${unit} instead of ${known(before)}`]
  }
  return [
    ...instead(({ figure }) => figure.lostMs.headline, formatHours, ' hours'),
    ...instead(({ figure }) => figure.grossPence?.headline, formatPounds, ''),
    ...instead(
      ({ ratio }) => ratio,
      (ratio) => formatFigure(ratio, 1),
      ' times its share',
    ),
  ].join(', ')
}

/** Each thing that is tried, as a sentence. */
export function triedWords(
  { withoutDependencyIds, shares }: WhatIf,
  names: Pick<Catalogue, 'systems' | 'divisions' | 'dependencies'>,
): string[] {
  const nameOf = (id: string) => names.systems.get(id)?.name ?? 'a system that is gone'
  const removed = withoutDependencyIds.flatMap((id) => {
    const edge = names.dependencies.find((dependency) => dependency.id === id)
    return edge ? [`${nameOf(edge.systemId)} no longer needs ${needWords(edge, nameOf)}`] : []
  })
  const changed = shares.map(({ divisionId, systemId, topic, share }) => {
    const division = names.divisions.get(divisionId)?.name ?? 'A division that is gone'
    return `${division}, ${nameOf(systemId)}: ${partWords(share).toLowerCase()} ${topicWords[topic].rest}`
  })
  return [...removed, ...changed]
}
