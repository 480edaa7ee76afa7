// What a question is about: a division's work with a system, its team, or its hourly rate. Pure.
import type { AssumptionTopic } from '../../domain/assumption.ts'
import { byDay, factOn } from '../../domain/dated-fact.ts'
import type { Recorded } from '../../domain/kinds.ts'
import type { LocalDate } from '../../domain/local-date.ts'
import { type Said, saidTogether } from './same-facts.ts'

type Assumption = Recorded<'assumption'>

export interface Subject {
  readonly divisionId: string
  readonly topic: AssumptionTopic
  readonly systemId: string | null
}

export const aboutSubject = (all: readonly Assumption[], { divisionId, topic, systemId }: Subject): Assumption[] =>
  all.filter((one) => one.divisionId === divisionId && one.topic === topic && one.systemId === systemId)

interface Dated {
  readonly id: string
  readonly councilId: string
  readonly from: LocalDate
  readonly setAt: number
}

/** What holds on a day in each council, of facts about one subject. */
export function holding<F extends Dated>(facts: readonly F[], day: LocalDate): F[] {
  const councils = [...new Set(facts.map(({ councilId }) => councilId))]
  return councils.flatMap(
    (id) =>
      factOn(
        facts.filter(({ councilId }) => councilId === id),
        day,
      ) ?? [],
  )
}

/** Newest first, those of several councils together. */
export const history = <F extends Assumption | Recorded<'hourly_rate'>>(facts: readonly F[]): Said<F>[] =>
  saidTogether([...facts].sort((a, b) => byDay(b, a)))

/** What holds, a line for each value; with whose it is where councils differ or have not all said. */
export function heldLines<F extends Dated>(
  held: readonly F[],
  wordsOf: (fact: F) => string,
  namesOf: (councilIds: readonly string[]) => string,
  councilCount: number,
): string[] {
  const byWords = new Map<string, string[]>()
  for (const fact of held) byWords.set(wordsOf(fact), [...(byWords.get(wordsOf(fact)) ?? []), fact.councilId])
  const isForAll = byWords.size === 1 && held.length === councilCount
  return [...byWords].map(([words, councilIds]) =>
    isForAll ? words : `${namesOf(councilIds)}: ${words.toLowerCase()}`,
  )
}
