// The language of the search box: words, and `key:value` with quotes around a value that has blanks. What it finds is
// incident-match.ts.

export const queryKeys = [
  'council',
  'state',
  'system',
  'division',
  'cause',
  'assignee',
  'team',
  'requester',
  'priority',
  'before',
  'after',
  'import',
] as const
export type QueryKey = (typeof queryKeys)[number]

export interface IncidentQuery {
  /** Each is to be found somewhere in the incident: as typed, without its quotes. */
  readonly words: readonly string[]
  readonly terms: readonly { readonly key: QueryKey; readonly value: string }[]
  /** What could not be understood, as sentences. */
  readonly problems: readonly string[]
}

/** Never fails. A key that there is not is told, and looked for as the word that it may be. */
export function parseQuery(text: string): IncidentQuery {
  const words: string[] = []
  const terms: IncidentQuery['terms'][number][] = []
  const problems: string[] = []
  for (const { raw, key, value } of partsOf(text)) {
    if (key === undefined) {
      if (value !== '') words.push(value)
    } else if (!isQueryKey(key)) {
      problems.push(`“${key}:” is none of the keys (${queryKeys.join(', ')}): looked for as a word.`)
      words.push(unquoted(raw))
    } else if (value === '') problems.push(`“${key}:” lacks what to look for: left out.`)
    else terms.push({ key, value })
  }
  return { words, terms, problems }
}

/** A value as the search box takes it: in quotes where it has blanks. */
export function quotedValue(text: string): string {
  const value = text.replaceAll('"', '')
  return /\s/.test(value) || value === '' ? `"${value}"` : value
}

interface Part {
  readonly raw: string
  /** In lower case; undefined for a word. */
  readonly key: string | undefined
  readonly value: string
}

// A quote that is never closed holds to the end: it is still being typed.
const partPattern = /(?:(\p{L}+):)?("[^"]*(?:"|$)|\S+)?/gu

function partsOf(text: string): Part[] {
  return [...text.matchAll(partPattern)].flatMap(([raw, key, value = '']) =>
    raw === '' ? [] : { raw, key: key?.toLowerCase(), value: unquoted(value) },
  )
}

const unquoted = (text: string) => text.replaceAll('"', '').trim()
const isQueryKey = (key: string): key is QueryKey => queryKeys.some((known) => known === key)
