// What the ids in incidents stand for, for lists and for searching by name.
import { namedBy, type SearchDirectory } from '../domain/incident-match.ts'
import type { KindName } from '../domain/kind-names.ts'
import type { Recorded } from '../domain/kinds.ts'
import type { ExportReads } from '../reports/names.ts'
import type { IncidentIndex } from './incident-index.ts'

type ById<K extends KindName> = ReadonlyMap<string, Recorded<K>>

export interface DeskNames {
  readonly councils: ById<'council'>
  readonly divisions: ById<'division'>
  readonly systems: ById<'system'>
  readonly people: ById<'person'>
  readonly teams: ById<'desk_team'>
  readonly imports: ById<'import_run'>
}

/** A change of one of them means other names. */
export const namedKinds = ['council', 'division', 'system', 'person', 'desk_team', 'import_run'] as const

export async function readNames(reads: Pick<ExportReads, 'all'>): Promise<DeskNames> {
  const read = async <K extends KindName>(kind: K): Promise<ById<K>> =>
    new Map((await reads.all(kind)).map((record) => [record.id, record]))
  const [councils, divisions, systems, people, teams, imports] = await Promise.all([
    read('council'),
    read('division'),
    read('system'),
    read('person'),
    read('desk_team'),
    read('import_run'),
  ])
  return { councils, divisions, systems, people, teams, imports }
}

export function directoryOf(names: DeskNames, index: Pick<IncidentIndex, 'givenNames'>): SearchDirectory {
  const named = (records: ReadonlyMap<string, { readonly id: string; readonly name: string }>) =>
    [...records.values()].map(({ id, name }) => namedBy(id, name))
  const people = named(names.people)
  return {
    council: [...names.councils.values()].map(({ id, name, shortName }) => namedBy(id, name, shortName)),
    system: [...named(names.systems), ...index.givenNames('system')],
    division: named(names.divisions),
    cause: index.givenNames('cause'),
    assignee: [...people, ...index.givenNames('assignee')],
    team: [...named(names.teams), ...index.givenNames('team')],
    requester: [...people, ...index.givenNames('requester')],
    import: [...names.imports.values()].map(({ id, fileName }) => namedBy(id, fileName)),
  }
}
