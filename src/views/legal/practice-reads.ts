// What the pages of a legal practice read.
import type { Recorded } from '../../domain/kinds.ts'
import { catalogue } from '../../store/catalogue.ts'
import type { StoreReads } from '../../store/store.ts'

export interface Practice {
  /** By name, as councils, divisions and people. */
  readonly teams: readonly Recorded<'team'>[]
  readonly councils: ReadonlyMap<string, Recorded<'council'>>
  readonly divisions: ReadonlyMap<string, Recorded<'division'>>
  readonly people: ReadonlyMap<string, Recorded<'person'>>
  readonly posts: readonly Recorded<'post'>[]
  readonly absences: readonly Recorded<'absence'>[]
  readonly rates: readonly Recorded<'charge_rate'>[]
  readonly matters: readonly Recorded<'matter'>[]
}

export async function practice(reads: StoreReads): Promise<Practice> {
  const [names, teams, posts, absences, rates, matters] = await Promise.all([
    catalogue(reads),
    reads.all('team'),
    reads.all('post'),
    reads.all('absence'),
    reads.all('charge_rate'),
    reads.all('matter'),
  ])
  const { councils, divisions, people } = names
  const sorted = {
    teams: teams.sort((a, b) => a.name.localeCompare(b.name, 'en-GB')),
    matters: matters.sort((a, b) => a.reference.localeCompare(b.reference, 'en-GB', { numeric: true })),
  }
  return { ...sorted, councils, divisions, people, posts, absences, rates }
}

/** Of one team; its people are those with a post in it. */
export interface TeamPractice extends Practice {
  readonly team: Recorded<'team'>
}

export function ofTeam(all: Practice, team: Recorded<'team'>): TeamPractice {
  const posts = all.posts.filter(({ teamId }) => teamId === team.id)
  const inTeam = new Set(posts.map(({ personId }) => personId))
  return {
    ...all,
    team,
    posts,
    absences: all.absences.filter(({ personId }) => inTeam.has(personId)),
    rates: all.rates.filter(({ teamId }) => teamId === team.id),
    matters: all.matters.filter(({ teamId }) => teamId === team.id),
  }
}

/** A person's name; an account that has none yet is called so. */
export const personName = ({ people }: Pick<Practice, 'people'>, id: string): string =>
  people.get(id)?.name ?? 'Somebody without a name'

/** In order of the alphabet, which ranks nobody. */
export const byPerson =
  (all: Pick<Practice, 'people'>) =>
  (a: { readonly personId: string }, b: { readonly personId: string }): number =>
    personName(all, a.personId).localeCompare(personName(all, b.personId), 'en-GB')

/** The options of a Select. */
export const peopleOptions = ({ people }: Pick<Practice, 'people'>) =>
  [...people.values()].map(({ id, name }) => ({ value: id, label: name }))
