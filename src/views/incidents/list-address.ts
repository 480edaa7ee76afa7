// The address of a list: its search and its order, so that what is seen can be linked. Pure.
import type { DeskSort } from '../../desk/question.ts'

/** What is shown when the address says nothing: all that is open. An empty search shows everything. */
export const openQuery = 'state:open'

export const sorts = {
  newest: { label: 'Newest first', by: 'raisedAt', isDescending: true },
  oldest: { label: 'Oldest first', by: 'raisedAt', isDescending: false },
  urgent: { label: 'Most urgent first', by: 'priority', isDescending: false },
  changed: { label: 'Last moved first', by: 'stateAt', isDescending: true },
  stuck: { label: 'Longest unmoved first', by: 'stateAt', isDescending: false },
} as const satisfies Record<string, DeskSort & { readonly label: string }>
export type SortName = keyof typeof sorts

export interface ListPlace {
  readonly query: string
  readonly sort: SortName
}

export interface ListParams {
  readonly q?: string | undefined
  readonly sort?: string | undefined
}

export const readPlace = ({ q, sort }: ListParams): ListPlace => ({
  query: q ?? openQuery,
  sort: sort !== undefined && Object.hasOwn(sorts, sort) ? (sort as SortName) : 'newest',
})

export function addressOf({ query, sort }: ListPlace): string {
  const params = new URLSearchParams()
  if (query !== openQuery) params.set('q', query)
  if (sort !== 'newest') params.set('sort', sort)
  const text = params.toString()
  return text === '' ? '/incidents' : `/incidents?${text}`
}

/** The same search, whatever blanks were typed. */
export const isSameQuery = (a: string, b: string): boolean => tidied(a) === tidied(b)
const tidied = (query: string) => query.trim().replace(/\s+/g, ' ')
