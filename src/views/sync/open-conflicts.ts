// Conflicts that nobody has solved, with the names a person needs to decide.

import { type Access, maySettle } from '../../domain/access.ts'
import { isKindName } from '../../domain/kind-names.ts'
import type { Recorded } from '../../domain/kinds.ts'
import type { Doc } from '../../domain/record.ts'
import type { StoreReads } from '../../store/store.ts'
import { thingOf } from './deed-words.ts'

export interface OpenConflict {
  readonly conflict: Recorded<'conflict'>
  /** What it is about: "Outage of E-mail". */
  readonly subject: string
  /** As it shows now; undefined when it is not here. */
  readonly record: ConflictRecord | undefined
  /** The incident that it is of, with a page of its own to settle it on; undefined for all else, and when it is gone. */
  readonly incidentId: string | undefined
  /** Names of people, councils, systems, divisions, calendars, teams and matters, by id. */
  readonly names: ReadonlyMap<string, string>
  /** Or it is somebody else's question. */
  readonly maySettle: boolean
  /** What the two are cannot be read before the next contact. */
  readonly isLocked: boolean
}

export interface ConflictRecord {
  readonly doc: Doc
  readonly isDeleted: boolean
}

/** Those that this person may settle; the others are somebody else's question. */
export const readOpenConflicts = (reads: StoreReads, access: Access): Promise<OpenConflict[]> =>
  read(reads, access, (conflict) => maySettle(access, conflict))

/** Those of some records, or of all of some kinds. */
export const readConflictsOf = (
  reads: StoreReads,
  access: Access,
  { ids, kinds }: { readonly ids: readonly string[]; readonly kinds: readonly string[] },
): Promise<OpenConflict[]> =>
  read(reads, access, ({ recordId, kind }) => ids.includes(recordId) || kinds.includes(kind))

async function read(
  reads: StoreReads,
  access: Access,
  isAsked: (conflict: Recorded<'conflict'>) => boolean,
): Promise<OpenConflict[]> {
  const open = (await reads.all('conflict')).filter((conflict) => conflict.solvedAt === null && isAsked(conflict))
  if (open.length === 0) return []
  const names = await readNames(reads)
  return Promise.all(
    open.map(async (conflict) => {
      const record = await recordOf(conflict, reads)
      const { kind, recordId } = conflict
      return {
        ...{ conflict, names, record, subject: await subjectOf(conflict, record?.doc, reads, names) },
        incidentId: kind === 'incident' && record && !record.isDeleted ? recordId : undefined,
        maySettle: maySettle(access, conflict),
        isLocked: await reads.isLocked('conflict', conflict.id),
      }
    }),
  )
}

async function recordOf({ kind, recordId }: Recorded<'conflict'>, reads: StoreReads) {
  if (!isKindName(kind)) return undefined
  const live = await reads.get(kind, recordId)
  const doc = live ?? (await reads.getDeleted(kind, recordId))
  return doc && { doc: doc as unknown as Doc, isDeleted: live === undefined }
}

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
  record: Doc | undefined,
  reads: StoreReads,
  names: ReadonlyMap<string, string>,
): Promise<string> {
  if (kind === 'outage') {
    const affected = await reads.where('affected', 'outageId', recordId)
    const systems = affected.map(({ systemId }) => names.get(systemId) ?? 'an unknown system').join(', ')
    return nameIn(record) ?? (systems ? `Outage of ${systems}` : 'An outage')
  }
  return nameIn(record) ?? `${thingOf(kind)}${onWhat(record, names)}${ofWhom(record, names)}`
}

/** " on C/1001", for what is spent on a matter. */
function onWhat(record: unknown, names: ReadonlyMap<string, string>): string {
  const { matterId } = (record ?? {}) as { matterId?: unknown }
  const name = typeof matterId === 'string' ? names.get(matterId) : undefined
  return name ? ` on ${name}` : ''
}

/** " of Leila Okafor", for what is a person's, a division's or a system's. */
function ofWhom(record: unknown, names: ReadonlyMap<string, string>): string {
  const { personId, divisionId, systemId } = (record ?? {}) as Record<string, unknown>
  const named = [personId, divisionId, systemId].flatMap((id) => (typeof id === 'string' ? (names.get(id) ?? []) : []))
  return named.length > 0 ? ` of ${named.join(' and ')}` : ''
}

function nameIn(record: unknown): string | undefined {
  if (typeof record !== 'object' || record === null) return undefined
  const { name, title } = record as { name?: unknown; title?: unknown }
  return [name, title].find((text): text is string => typeof text === 'string' && text !== '')
}
