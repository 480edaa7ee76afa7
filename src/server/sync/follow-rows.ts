// What requesters see of their incidents, kept in the transaction that changes an incident or adds a comment: a row for each
// incident and requester, in the requester's own scope. A work note never goes into it.
import { createHash } from 'node:crypto'
import { instantOfId, makeId } from '../../domain/identity.ts'
import type { Comment, Follow, Incident } from '../../domain/incident.ts'
import { mostReplies } from '../../domain/incident.ts'
import type { Recorded } from '../../domain/kinds.ts'
import { type Author, mergeChange, overlay, sameValue } from '../../domain/merge.ts'
import { create } from '../../domain/mutation.ts'
import type { Row, Scope } from '../../domain/record.ts'
import { deletedGroup } from '../../domain/record.ts'
import { userScope } from '../../domain/scope.ts'
import type { WireChange } from '../../domain/wire.ts'
import type { SyncStatements } from '../database/port.ts'
import { fromStored } from './stored-row.ts'

/** Derived from incidents and comments: comes and goes with them. */
export const isFollow = (kind: string): boolean => kind === 'follow'

/** UUIDv7 at the incident's instant; the rest is a hash of incident and person. */
export function followId(incidentId: string, personId: string): string {
  return makeId(instantOfId(incidentId), createHash('sha256').update(`${incidentId} ${personId}`).digest())
}

export interface Written {
  /** Rows of an op that are saved already, */
  readonly rows: readonly Row[]
  /** and each incident among them as it was before. */
  readonly before: (incidentId: string) => Row | undefined
  readonly heads: Map<Scope, number>
  /** The server's clock, ms. */
  readonly at: number
}

/** The follow rows that these make or change, each at the next version of its scope; none where nothing differs. */
export async function followRows(statements: SyncStatements, { rows, before, heads, at }: Written): Promise<Row[]> {
  const found: Row[] = []
  for (const id of incidentIds(rows)) {
    const row = rows.find((each) => each.k === 'incident' && each.id === id) ?? (await incidentRow(statements, id))
    const now = requesterOf(row)
    const people = new Set([requesterOf(before(id)), now].filter((person) => person !== undefined))
    for (const person of people) {
      const wanted = row && person === now ? await followOf(statements, id, row.doc as Incident, person) : undefined
      const next = await followRow(statements, { incidentId: id, person, wanted, heads, at })
      if (next) found.push(next)
    }
  }
  return found
}

function incidentIds(rows: readonly Row[]): ReadonlySet<string> {
  const ids = new Set<string>()
  for (const { k, id, doc } of rows) {
    if (k === 'incident') ids.add(id)
    if (k === 'comment') ids.add((doc as Comment).incidentId)
  }
  return ids
}

const requesterOf = (row: Row | undefined): string | undefined =>
  row && !row.del ? ((row.doc as Incident).requesterId ?? undefined) : undefined

async function incidentRow(statements: SyncStatements, id: string): Promise<Row | undefined> {
  const stored = await statements.row('incident', id)
  return stored && fromStored(stored)
}

async function followOf(
  statements: SyncStatements,
  incidentId: string,
  incident: Incident,
  personId: string,
): Promise<Follow> {
  const { councilId, title, text, number, systemId, systemName } = incident
  const { raisedAt, state, stateAt, priority, resolution } = incident
  const comments = (await statements.commentsOf(incidentId, mostReplies)).map(
    ({ id, doc }) => ({ ...JSON.parse(doc), id }) as Recorded<'comment'>,
  )
  const replies = shortEnough(comments)
    .sort((a, b) => a.at - b.at || (a.id < b.id ? -1 : 1))
    .map((comment) => ({ id: comment.id, at: comment.at, byId: comment.byId, text: comment.text }))
  const shown = { title, text, number, systemId, systemName, raisedAt, state, stateAt, priority, resolution, replies }
  return { personId, incidentId, councilId, ...shown }
}

/** Every reply writes the row anew: of long ones it holds fewer. The latest is always there. */
const mostLetters = 32_000

/** Of comments that come the latest first. */
function shortEnough(comments: readonly Recorded<'comment'>[]): Recorded<'comment'>[] {
  let letters = 0
  return comments.filter(({ text }, i) => {
    letters += text.length
    return i === 0 || letters <= mostLetters
  })
}

interface Aim {
  readonly incidentId: string
  readonly person: string
  /** undefined: it shall not be there. */
  readonly wanted: Follow | undefined
  readonly heads: Map<Scope, number>
  readonly at: number
}

/** Nobody else writes these rows, so nothing ever conflicts. */
const authorAt = (at: number): Author => ({ client: 'follows', mid: 1, by: 'server', at })

async function followRow(
  statements: SyncStatements,
  { incidentId, person, wanted, heads, at }: Aim,
): Promise<Row | undefined> {
  const [id, s] = [followId(incidentId, person), userScope(person)]
  const stored = await statements.row('follow', id)
  const current = stored && fromStored(stored)
  const set = wanted ? changedGroups(id, wanted, current) : goneGroups(current)
  if (Object.keys(set).length === 0) return undefined
  if (!heads.has(s)) heads.set(s, await statements.head(s))
  const change: WireChange = { k: 'follow', id, s, base: {}, set }
  return mergeChange(current, change, authorAt(at), (heads.get(s) ?? 0) + 1, at).row
}

function changedGroups(id: string, wanted: Follow, current: Row | undefined): WireChange['set'] {
  const { set } = create('follow', id, wanted)
  if (!current) return set
  const differing = Object.entries(set).filter(
    ([group, value]) => !sameValue(overlay(current, { [group]: value }).doc, current.doc),
  )
  return { ...Object.fromEntries(differing), ...(current.del ? { [deletedGroup]: { deleted: false } } : {}) }
}

const goneGroups = (current: Row | undefined): WireChange['set'] =>
  current && !current.del ? { [deletedGroup]: { deleted: true } } : {}
