// Takes the sample out of an installation that people have begun to use: its rows and its accounts, nothing of theirs.
import type { Context } from 'hono'
import * as z from 'zod/mini'
import { idPattern } from '../../domain/id-schema.ts'
import { partnershipSchema } from '../../domain/partnership.ts'
import type { GroupMark, Scope } from '../../domain/record.ts'
import { deletedGroup } from '../../domain/record.ts'
import { sampleClientPrefix } from '../auth/sample.ts'
import type { SignedIn } from '../auth/session.ts'
import type { ServerContext } from '../context.ts'
import type { Statements, StoredRow } from '../database/port.ts'
import { isFigure } from '../figures/book.ts'
import { answer, stop } from '../http/answer.ts'
import { bodyOf } from '../http/body.ts'
import type { ServerEnv } from '../http/caller.ts'
import type { OwnOp } from '../seeding.ts'
import { pushOwn } from '../seeding.ts'
import { isFollow } from '../sync/follow-rows.ts'
import { removeSample } from '../sync/rules.ts'
import { administrator, isActingAdmin } from './people.ts'

/** Real published days, and the partnership that everything hangs on. */
const keptKinds: ReadonlySet<string> = new Set(['holiday', 'partnership'])
const rowsInOneOp = 100

export async function removeSampleRows(c: Context<ServerEnv>, context: ServerContext): Promise<Response> {
  const who = await administrator(c, context)
  await bodyOf(c.req.raw, z.object({}))
  const done = await context.database.write((statements) => remove(context, statements, who))
  for (const id of done.people) context.pokes.endPerson(id)
  context.pokes.poke(done.touched)
  context.figures.changed(done.touched)
  return answer(c, { removed: done.removed, remains: done.remains })
}

async function remove(context: ServerContext, statements: Statements, who: SignedIn) {
  const users = await statements.users()
  if (!users.some((user) => !user.isSample && isActingAdmin(user)))
    stop(409, 'needs_admin', 'Invite an administrator of your own first: the accounts of the sample end with it.')

  const rows = await liveRows(statements)
  const going = goingRows(rows)
  const touched = await writeRemoval(context, statements, who, rows, going)
  const people = users.filter((user) => user.isSample && !user.isDisabled)
  for (const user of people) {
    await statements.saveUser({ ...user, isDisabled: true })
    for (const session of await statements.sessionsOf(user.id)) await statements.endSession(user.id, session.id)
  }
  const remains = new Map<string, number>()
  for (const { k } of rows.filter((row) => !going.has(row))) remains.set(k, (remains.get(k) ?? 0) + 1)
  return {
    touched,
    people: people.map((user) => user.id),
    removed: going.size,
    remains: [...remains].map(([kind, count]) => ({ kind, count })),
  }
}

async function liveRows(statements: Statements): Promise<StoredRow[]> {
  const rows: StoredRow[] = []
  for (const scope of (await statements.heads()).keys())
    rows.push(...(await statements.rowsAfter(scope, 0, Number.MAX_SAFE_INTEGER)))
  // Derived rows follow what they are made from; what they name need not stay for them.
  return rows.filter((row) => !row.del && !isFigure(row.k) && !isFollow(row.k))
}

/**
 * Rows that only the sample has ever written, unless something that stays refers to them. An outage that stays keeps
 * its edges, its reach and its story, an incident its history and what was said of it, and both their files.
 */
function goingRows(rows: readonly StoredRow[]): ReadonlySet<StoredRow> {
  const going = new Map(rows.filter(isOnlyTheSamples).map((row) => [row.id, row]))
  const parts = new Map<string, string[]>()
  for (const row of rows) {
    const owner = ownerOf(row)
    if (owner === undefined) continue
    const list = parts.get(owner)
    if (list) list.push(row.id)
    else parts.set(owner, [row.id])
  }
  const staying = rows.filter((row) => going.get(row.id) !== row)
  for (let row = staying.pop(); row; row = staying.pop()) {
    for (const id of [...idsIn(row.doc), ...(parts.get(row.id) ?? [])]) {
      const kept = going.get(id)
      if (!kept) continue
      going.delete(id)
      staying.push(kept)
    }
  }
  return new Set(going.values())
}

/** What the row is a part of. An incident names an outage and is none of its parts. */
function ownerOf({ k, doc }: StoredRow): string | undefined {
  const { outageId, incidentId, ofId } = JSON.parse(doc) as { outageId?: string; incidentId?: string; ofId?: string }
  return k === 'incident' ? undefined : (incidentId ?? outageId ?? ofId)
}

function isOnlyTheSamples({ k, groups }: StoredRow): boolean {
  if (keptKinds.has(k)) return false
  const marks = Object.values(JSON.parse(groups) as Record<string, GroupMark>)
  return marks.every((mark) => mark.client.startsWith(sampleClientPrefix))
}

const idInText = new RegExp(idPattern.source.slice(1, -1), 'g')
const idsIn = (doc: string): string[] => doc.match(idInText) ?? []

async function writeRemoval(
  context: ServerContext,
  statements: Statements,
  who: SignedIn,
  rows: readonly StoredRow[],
  going: ReadonlySet<StoredRow>,
): Promise<ReadonlySet<Scope>> {
  const at = context.now()
  const changes: OwnOp['changes'][number][] = [...going].map(({ k, id, s }) => ({
    k,
    id,
    s,
    set: { [deletedGroup]: { deleted: true } },
  }))
  for (const { k, id, s, doc } of rows) {
    if (k !== 'partnership') continue
    const { name } = partnershipSchema.parse(JSON.parse(doc))
    changes.push({ k, id, s, set: { about: { name, isSample: false } } })
  }
  const ops: OwnOp[] = []
  for (let i = 0; i < changes.length; i += rowsInOneOp)
    ops.push({ name: removeSample.name, at, changes: changes.slice(i, i + rowsInOneOp) })
  const pen = { client: `accounts:${who.user.id}`, access: who.access, now: at, random: context.random }
  return pushOwn(statements, { ...pen, rules: removeSample }, ops)
}
