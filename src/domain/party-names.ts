// Whether two written names may mean the same party: for the search for conflicts of interest, which rather asks once too often.
import { foldedText } from './folded-text.ts'

/** Words that tell nobody apart. */
const fillers = new Set(
  'mr mrs ms miss mx dr sir the and of a ltd limited plc llp lp co company inc trading as'.split(' '),
)

function wordsOf(name: string): string[] {
  const all = foldedText(name)
    .replace(/['’.]/g, '')
    .split(/[^\p{L}\p{N}]+/u)
    .filter(Boolean)
  const telling = all.filter((word) => !fillers.has(word))
  return telling.length > 0 ? telling : all
}

/** Case, accents, punctuation, titles and company endings do not matter; the shorter name is in the longer one, in any order. */
export const mayBeSameParty = (one: string, other: string): boolean => partySearch([one])(other)

/** Whether a name may be one of `names`, for many in a row. */
export function partySearch(names: readonly string[]): (name: string) => boolean {
  const sought = names.map(wordsOf)
  return (name) => {
    const words = wordsOf(name)
    return sought.some((some) => {
      const [shorter = [], longer = []] = [some, words].sort((a, b) => a.length - b.length)
      return shorter.length > 0 && shorter.every((word) => longer.includes(word))
    })
  }
}
