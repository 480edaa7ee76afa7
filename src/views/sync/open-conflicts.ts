// Conflicts that nobody has solved, with the names a person needs to decide.

import { type Access, maySettle } from '../../domain/access.ts'
import { isKindName } from '../../domain/kind-names.ts'
import type { Recorded } from '../../domain/kinds.ts'
import type { StoreReads } from '../../store/store.ts'
import { thingOf } from './deed-words.ts'

export interface OpenConflict {
  readonly conflict: Recorded<'conflict'>
  /** What it is about: "Outage of E-mail". */
  readonly subject: string
  /** The incident that it is of, with a page of its own to settle it on; undefined for all else, and when it is gone. */
  readonly incidentId: string | undefined
  /** Names of people, councils, systems, divisions, calendars, teams and matters, by id. */
  readonly names: ReadonlyMap<string, string>
}

/** Those that this person may settle; the others are somebody else's question. */
export async function readOpenConflicts(reads: StoreReads, access: Access): Promise<OpenConflict[]> {
  const open = (await reads.all('conflict')).filter(
    (conflict) => conflict.solvedAt === null && maySettle(access, conflict),
  )
  if (open.length === 0) return []
  const names = await readNames(reads)
  const read = open.map(async (conflict) => ({
    ...{ conflict, names, subject: await subjectOf(conflict, reads, names) },
    incidentId: await incidentOf(conflict, reads),
  }))
  return Promise.all(read)
}

const incidentOf = async ({ kind, recordId }: Recorded<'conflict'>, reads: StoreReads): Promise<string | undefined> =>
  kind === 'incident' ? (await reads.get('incident', recordId))?.id : undefined

async function readNames(reads: StoreReads): Promise<ReadonlyMap<string, string>> {
  const named = await Promise.all(
    (['council', 'system', 'division', 'calendar', 'team'] as const).map((kind) => reads.all(kind)),
  )
  const [people, matters] = [await reads.all('person'), await reads.all('matter')]
  return new Map([
    ...named.flat().map(({ id, name }) => [id, name] as const),
    ...matters.map(({ id, reference }) => [id, reference] as const),
    ...people.map(({ id, name, team }) => [id, team ? `${name} (${team})` : name] as const),
  ])
}

async function subjectOf(
  { kind, recordId }: Recorded<'conflict'>,
  reads: StoreReads,
  names: ReadonlyMap<string, string>,
): Promise<string> {
  if (kind === 'outage') {
    const outage = await reads.get('outage', recordId)
    const affected = await reads.where('affected', 'outageId', recordId)
    const systems = affected.map(({ systemId }) => names.get(systemId) ?? 'an unknown system').join(', ')
    return outage?.title || (systems ? `Outage of ${systems}` : 'An outage')
  }
  const record: unknown = isKindName(kind) ? await reads.get(kind, recordId) : undefined
  return nameIn(record) ?? `${thingOf(kind)}${onWhat(record, names)}${ofWhom(record, names)}`
}

/** " on C/1001", for what is spent on a matter. */
function onWhat(record: unknown, names: ReadonlyMap<string, string>): string {
  const { matterId } = (record ?? {}) as { matterId?: unknown }
  const name = typeof matterId === 'string' ? names.get(matterId) : undefined
  return name ? ` on ${name}` : ''
}

/** " of Leila Okafor", for what is a person's. */
function ofWhom(record: unknown, names: ReadonlyMap<string, string>): string {
  const { personId } = (record ?? {}) as { personId?: unknown }
  const name = typeof personId === 'string' ? names.get(personId) : undefined
  return name ? ` of ${name}` : ''
}

function nameIn(record: unknown): string | undefined {
  if (typeof record !== 'object' || record === null) return undefined
  const { name, title } = record as { name?: unknown; title?: unknown }
  return [name, title].find((text): text is string => typeof text === 'string' && text !== '')
}
