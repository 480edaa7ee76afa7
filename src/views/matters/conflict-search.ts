// The search for conflicts of interest when a matter is opened: among the matters on this device, and everywhere when there
// is a network. Its answer is that a conflict is possible, or not; never with whom or where.
import type { Recorded } from '../../domain/kinds.ts'
import { partySearch } from '../../domain/party-names.ts'
import { checkConflicts } from '../../sync/legal.ts'

/** `device_only`: nothing was found here, and the server could not be asked. */
export type ConflictAnswer = 'none' | 'possible' | 'device_only'

export interface Searched {
  /** The other side and related parties. */
  readonly names: readonly string[]
  /** The client, who is no party of its own matter. */
  readonly councilId: string | undefined
  /** The matter itself, where it stands already. */
  readonly ownMatterId?: string
}

/** Among what this device holds: parties of other matters, and councils, which are clients themselves. Pure. */
export function isPossibleHere(
  { names, councilId }: Searched,
  matters: readonly Pick<Recorded<'matter'>, 'parties'>[],
  councils: readonly Pick<Recorded<'council'>, 'id' | 'name'>[],
): boolean {
  const parties = matters.flatMap((matter) => matter.parties.map(({ name }) => name))
  const clients = councils.filter(({ id }) => id !== councilId).map(({ name }) => name)
  return [...parties, ...clients].some(partySearch(names))
}

/** Of so many names the server takes at once. */
const mostNames = 20

/** undefined: it could not be asked. */
export async function isPossibleAnywhere(names: readonly string[], ownMatterId?: string): Promise<boolean | undefined> {
  for (let from = 0; from < names.length; from += mostNames) {
    const answer = await checkConflicts(names.slice(from, from + mostNames), ownMatterId)
    if (!answer.ok) return undefined
    if (answer.isPossible) return true
  }
  return false
}

export async function searchConflicts(
  searched: Searched,
  matters: readonly Pick<Recorded<'matter'>, 'parties'>[],
  councils: readonly Pick<Recorded<'council'>, 'id' | 'name'>[],
): Promise<ConflictAnswer> {
  if (searched.names.length === 0) return 'none'
  if (isPossibleHere(searched, matters, councils)) return 'possible'
  const isPossible = await isPossibleAnywhere(searched.names, searched.ownMatterId)
  if (isPossible === undefined) return 'device_only'
  return isPossible ? 'possible' : 'none'
}
