// The searches that lead from a figure to its incidents. Pure.
import { quotedValue } from '../../domain/incident-query.ts'
import type { LocalDate } from '../../domain/local-date.ts'
import type { DemandPart } from '../../metrics/demand-figures.ts'
import { addressOf } from '../incidents/list-address.ts'
import type { Dimension } from './demand-words.ts'

export interface SearchedIn {
  readonly period: { readonly from: LocalDate; readonly to: LocalDate }
  /** The short name of the one council that is shown; undefined when it is all that the person may read. */
  readonly council: string | undefined
}

const hrefOf = (...words: readonly (string | undefined)[]) =>
  addressOf({ query: words.filter((word) => word !== undefined).join(' '), sort: 'newest' })

const inCouncil = ({ council }: SearchedIn) => (council === undefined ? undefined : `council:${quotedValue(council)}`)
const raisedIn = ({ period: { from, to } }: SearchedIn) => `after:${from} before:${to}`

/** All that were raised in the period. */
export const periodHref = (searched: SearchedIn): string => hrefOf(inCouncil(searched), raisedIn(searched))

export const backlogHref = (searched: SearchedIn): string => hrefOf(inCouncil(searched), 'state:backlog')

/** undefined where no search finds just these. */
export function partHref(part: DemandPart, dimension: Dimension, searched: SearchedIn): string | undefined {
  const word = wordOf(part, dimension)
  if (word === undefined) return undefined
  return hrefOf(dimension === 'council' ? undefined : inCouncil(searched), word, raisedIn(searched))
}

function wordOf({ id, name }: DemandPart, dimension: Dimension): string | undefined {
  const value = name === '' && id === null ? 'none' : name
  // Of what the catalogue has no more, only the id is left.
  return value === '' ? undefined : `${dimension}:${quotedValue(value)}`
}
