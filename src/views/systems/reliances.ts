// Who relies on a system how far, out of dated answers by council. Pure.
import { factOn } from '../../domain/dated-fact.ts'
import type { Recorded } from '../../domain/kinds.ts'
import type { LocalDate } from '../../domain/local-date.ts'

type Answer = Recorded<'assumption'>

export interface DivisionReliance {
  readonly divisionId: string
  /** The answers in force, councils that said the same together. */
  readonly answers: readonly { readonly councilIds: readonly string[]; readonly answer: Answer }[]
  /** The same share for all that answered. */
  readonly isOne: boolean
}

/** Divisions that have an answer in force on a day, most dependent first. */
export function reliancesOn(assumptions: readonly Answer[], day: LocalDate): DivisionReliance[] {
  const byDivision = new Map<string, Map<string, Answer[]>>()
  for (const answer of assumptions) {
    if (answer.topic !== 'reliance') continue
    const councils = byDivision.get(answer.divisionId) ?? new Map<string, Answer[]>()
    byDivision.set(
      answer.divisionId,
      councils.set(answer.councilId, [...(councils.get(answer.councilId) ?? []), answer]),
    )
  }
  return [...byDivision]
    .flatMap(([divisionId, councils]) => {
      const held = [...councils.values()].flatMap((answers) => factOn(answers, day) ?? [])
      const shares = [...new Set(held.map(({ share }) => share))].sort((a, b) => b - a)
      const answers = shares.flatMap((share) => {
        const same = held.filter((answer) => answer.share === share)
        return same[0] ? [{ councilIds: same.map(({ councilId }) => councilId), answer: same[0] }] : []
      })
      return answers.length === 0 ? [] : [{ divisionId, answers, isOne: answers.length === 1 }]
    })
    .sort((a, b) => mostOf(b) - mostOf(a))
}

const mostOf = ({ answers }: DivisionReliance): number => answers[0]?.answer.share ?? 0
