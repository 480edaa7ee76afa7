// Rows that a device does not have yet, scope by scope, as lines; read page by page, only as fast as they are taken.

import type { Access } from '../../domain/access.ts'
import { mayRead } from '../../domain/access.ts'
import type { Digest } from '../../domain/digest.ts'
import type { GroupMark, Scope } from '../../domain/record.ts'
import { catalogueScope, sharedDeskScope } from '../../domain/scope.ts'
import type { PullEnd, PullHead, PullRequest } from '../../domain/wire.ts'
import { protocol } from '../../domain/wire.ts'
import type { Database, StoredRow } from '../database/port.ts'
import { statedReasons } from './rules.ts'

const pageRows = 500
/** After so many letters of rows an answer ends with `more`, however few rows they are. */
const mostLetters = 8 * 1024 * 1024

/** Yields a head, the rows in pages of lines, and an end. */
export async function* pullLines(
  database: Database,
  access: Access,
  request: PullRequest,
  now: number,
): AsyncGenerator<string> {
  const start = await startOf(database, access, request)
  const head: PullHead = {
    x: protocol,
    db: database.id,
    epoch: database.epoch,
    now,
    grants: [...access.grants],
    granted: start.granted,
    revoked: Object.keys(request.cursors).filter((scope) => !start.granted.includes(scope)),
    waiting: start.waiting,
    ...(Object.keys(start.deleted).length > 0 ? { deleted: start.deleted } : {}),
  }
  yield line(head)

  const lineOf = request.marks === 'versions' ? (row: StoredRow) => rowLine(withVersions(row)) : rowLine
  const cursors = { ...start.cursors }
  let [sent, letters] = [0, 0]
  const whole: Scope[] = []
  let isHotDue = request.hot === true
  const wanted = start.granted.filter((scope) => !request.held?.includes(scope))
  for (const scope of wanted) {
    // Names and systems first: what is going on is told with them.
    if (isHotDue && scope !== catalogueScope && sent < request.limit) {
      isHotDue = false
      yield* hotLines(database, start, now, request)
    }
    let isWholeScope = false
    while (!isWholeScope && sent < request.limit && letters < mostLetters) {
      const from = cursors[scope] ?? 0
      const size = Math.min(pageRows, request.limit - sent)
      const rows = await database.read((statements) => statements.rowsAfter(scope, from, size))
      isWholeScope = rows.length < size
      cursors[scope] = rows.at(-1)?.ver ?? from
      sent += rows.length
      const lines = rows.map(lineOf).join('')
      letters += lines.length
      if (rows.length > 0) yield lines
    }
    if (isWholeScope) whole.push(scope)
  }
  const digest = await digestsAt(database, whole, cursors)
  const end: PullEnd = { end: true, cursors, more: whole.length < wanted.length, digest }
  yield line(end)
}

async function startOf(database: Database, access: Access, request: PullRequest) {
  return database.read(async (statements) => {
    const heads = await statements.heads()
    const granted = [...heads.keys()].filter((scope) => mayRead(access, scope)).sort(hotFirst)
    const cursors: Record<Scope, number> = {}
    const deleted: Record<Scope, number> = {}
    const empty: Scope[] = []
    let waiting = 0
    for (const scope of granted) {
      const asked = Object.hasOwn(request.cursors, scope) ? (request.cursors[scope] ?? 0) : 0
      // A cursor past the head comes from data that a restored backup has lost: that scope is sent anew.
      const from = asked > (heads.get(scope) ?? 0) ? 0 : asked
      cursors[scope] = from
      const after = await statements.countAfter(scope, from)
      if (!request.held?.includes(scope)) waiting += after
      if (from === 0 && after > pageRows && scope.startsWith('desk:')) empty.push(scope)
      if (from === 0 || after === 0) continue
      const count = await statements.deletedUnstated(scope, from, statedReasons, request.client)
      if (count > 0) deleted[scope] = count
    }
    return { granted, cursors, waiting, deleted, empty }
  })
}

/** Of each kind of thing that goes on, in one scope. */
const mostHot = 300
const rowsInHotLine = 200

/** Of desks of which nothing has come yet, and whose history would take a while. */
async function* hotLines(
  database: Database,
  { empty }: { readonly empty: readonly Scope[] },
  now: number,
  { marks }: PullRequest,
): AsyncGenerator<string> {
  for (const scope of empty) {
    const found = await database.read((statements) => statements.hotRows(scope, now, mostHot))
    const rows = marks === 'versions' ? found.map(withVersions) : found
    for (let from = 0; from < rows.length; from += rowsInHotLine) {
      const part = rows.slice(from, from + rowsInHotLine).map((row) => rowLine(row).trimEnd())
      yield `{"hot":[${part.join(',')}]}\n`
    }
  }
}

/** Of those scopes that have nothing after the cursor by now: others have moved on while their rows were sent. */
const digestsAt = (database: Database, scopes: readonly Scope[], cursors: Readonly<Record<Scope, number>>) =>
  database.read(async (statements) => {
    const digests: Record<Scope, Digest> = {}
    for (const scope of scopes)
      if ((await statements.countAfter(scope, cursors[scope] ?? 0)) === 0)
        digests[scope] = await statements.digest(scope)
    return digests
  })

/** What the first screen needs comes first. */
function hotFirst(a: Scope, b: Scope): number {
  return heat(a) - heat(b) || (a < b ? -1 : 1)
}
function heat(scope: Scope): number {
  if (scope === catalogueScope) return 0
  if (scope === sharedDeskScope) return 1
  return scope.startsWith('desk:') ? 2 : 3
}

const line = (value: PullHead | PullEnd) => `${JSON.stringify(value)}\n`

const rowLine = ({ k, id, s, ver, del, doc, groups }: StoredRow) =>
  `{"k":${JSON.stringify(k)},"id":"${id}","s":${JSON.stringify(s)},"ver":${ver},"del":${del},"doc":${doc},"groups":${groups}}\n`

function withVersions(row: StoredRow): StoredRow {
  const marks = Object.entries(JSON.parse(row.groups) as Record<string, GroupMark>)
  return { ...row, groups: JSON.stringify(Object.fromEntries(marks.map(([group, { v }]) => [group, v]))) }
}
