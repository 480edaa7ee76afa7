// Finding one of many by typing. Pure.

export interface TypeAheadOption {
  readonly id: string
  readonly label: string
  /** A second line: where it is, whose it is. Searched too. */
  readonly detail?: string | undefined
  /** Heading over a run of options: "Recent", "All". Shown only while nothing is typed. */
  readonly group?: string | undefined
  readonly isStarred?: boolean | undefined
}

const fold = (text: string): string => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase()

const wordsOf = (text: string): string[] =>
  fold(text)
    .split(/[^\p{L}\p{N}]+/u)
    .filter(Boolean)

/** Low is better; undefined when some typed word begins no word of the option. */
function rank(option: TypeAheadOption, typed: readonly string[]): number | undefined {
  const inLabel = wordsOf(option.label)
  const inDetail = wordsOf(option.detail ?? '')
  // "e mail" and "email" both find "E-mail".
  const joined = inLabel.join('')
  let total = 0
  for (const [position, word] of typed.entries()) {
    if (position === 0 && (joined.startsWith(word) || inLabel[0]?.startsWith(word))) continue
    if (inLabel.some((candidate) => candidate.startsWith(word))) total += 1
    else if (inDetail.some((candidate) => candidate.startsWith(word))) total += 2
    else if (word.length > 2 && joined.includes(word)) total += 3
    else return undefined
  }
  return total
}

/** The options that fit what was typed, best first; in their own order while nothing is typed, and each id once. */
export function filterOptions<O extends TypeAheadOption>(options: readonly O[], query: string): readonly O[] {
  const typed = wordsOf(query)
  if (typed.length === 0) return options
  const seen = new Set<string>()
  const hits: { option: O; rank: number }[] = []
  for (const option of options) {
    const found = seen.has(option.id) ? undefined : rank(option, typed)
    if (found === undefined) continue
    seen.add(option.id)
    hits.push({ option, rank: found })
  }
  return hits.sort((a, b) => a.rank - b.rank).map((hit) => hit.option)
}
