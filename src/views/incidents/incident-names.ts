// What the ids in an incident stand for: the catalogue's names, with desk teams.
import type { Recorded } from '../../domain/kinds.ts'
import type { Catalogue } from '../../store/catalogue.ts'
import { catalogue } from '../../store/catalogue.ts'
import type { StoreReads } from '../../store/store.ts'

export interface DeskNames extends Catalogue {
  readonly teams: ReadonlyMap<string, Recorded<'desk_team'>>
}

const byName = (a: { readonly name: string }, b: { readonly name: string }) => a.name.localeCompare(b.name, 'en-GB')

/** Names in order, with desk teams. */
export async function deskNames(reads: StoreReads): Promise<DeskNames> {
  const [names, teams] = await Promise.all([catalogue(reads), reads.all('desk_team')])
  return { ...names, teams: new Map(teams.sort(byName).map((team) => [team.id, team])) }
}

/** The name that goes with each id, whatever it is the id of; a person's with the team that the catalogue has. */
export function namesById(names: DeskNames, more: ReadonlyMap<string, string>): ReadonlyMap<string, string> {
  const { people, teams, systems, councils, divisions } = names
  const named = [teams, systems, councils, divisions].flatMap((known) => [...known.values()])
  return new Map([
    ...named.map(({ id, name }) => [id, name] as const),
    ...[...people.values()].map(({ id, name, team }) => [id, team === '' ? name : `${name}, ${team}`] as const),
    ...more,
  ])
}

/** "Ann Lee", "Somebody" for a person that is not in the catalogue, the name of a file where there is no account. */
export const personName = (names: Pick<DeskNames, 'people'>, id: string | null, given = ''): string =>
  id === null || id === '' ? given || 'Somebody' : (names.people.get(id)?.name ?? 'Somebody')

/** A name from the catalogue; `none` where there is no id. */
export const namedOr = (known: ReadonlyMap<string, { readonly name: string }>, id: string | null, none: string) =>
  id === null ? none : (known.get(id)?.name ?? 'One that is gone')

/** "Ann Lee, Service desk", "Service desk", "Nobody": accounts and teams of the catalogue, or names from a file. */
export function assignedWords(
  names: DeskNames,
  { assigneeId, assigneeName, teamId, teamName }: Recorded<'incident'>,
): string {
  const person = assigneeId === null ? assigneeName : personName(names, assigneeId)
  const team = teamId === null ? teamName : (names.teams.get(teamId)?.name ?? 'a team that is gone')
  return [person, team].filter(Boolean).join(', ') || 'Nobody'
}
