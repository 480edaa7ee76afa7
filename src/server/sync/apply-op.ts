// One op against the database: checked as a whole, then merged and written, or refused with nothing written.
import { type Access, mayRead } from '../../domain/access.ts'
import { makeId } from '../../domain/identity.ts'
import type { Author, Merged } from '../../domain/merge.ts'
import { mergeChange } from '../../domain/merge.ts'
import type { Row, Scope } from '../../domain/record.ts'
import type { Op, OpResult, WireChange } from '../../domain/wire.ts'
import type { FileStatements } from '../database/files-port.ts'
import type { SyncStatements } from '../database/port.ts'
import { checkCouncil } from './check-council.ts'
import { checkDesk, deskIncidents } from './check-desk.ts'
import { checkFiles, fileParents } from './check-file.ts'
import type { Problem } from './check-op.ts'
import { checkOp } from './check-op.ts'
import { checkAgainst } from './check-record.ts'
import { checkSolving } from './check-solving.ts'
import { followRows } from './follow-rows.ts'
import { withoutMovedWords } from './moved-words.ts'
import { partOf, presentOf } from './part-of.ts'
import type { OpRules } from './rules.ts'
import { fromStored, toStored } from './stored-row.ts'

/** Who sends, with which rules, at which moment. */
export interface Sender {
  readonly client: string
  readonly access: Access
  /** The server's clock, ms. */
  readonly receivedAt: number
  /** What to add to the device's clock to get the server's, ms. */
  readonly offset: number
  readonly newId: () => string
}

export interface Applied {
  readonly result: OpResult
  /** Scopes that have new rows, whether or not the sender may read them. */
  readonly touched: ReadonlySet<Scope>
}

type Rows = Map<string, Row>
const keyOf = (kind: string, id: string) => `${kind} ${id}`

export async function applyOp(
  statements: SyncStatements & FileStatements,
  sender: Sender,
  op: Op,
  rules: OpRules | undefined,
): Promise<Applied> {
  const refusal = (found: Problem): Applied => ({
    result: { mid: op.mid, o: 'rejected', ...found },
    touched: new Set(),
  })
  const early = checkOp(op, rules, sender.access)
  if (early || !rules) return refusal(early ?? { code: 'unknown_mutation', message: '' })

  const heads = new Map<Scope, number>()
  const named = new Set(op.changes.map((change) => change.s))
  for (const scope of [...named].sort()) heads.set(scope, await statements.head(scope))
  const before = await rowsOf(statements, op.changes)
  const rowOf = (kind: string, id: string) => before.get(keyOf(kind, id))

  const present = presentOf(op, rules, rowOf)
  const found =
    (await checkCouncil(statements, op)) ??
    checkDesk(present.op, rules, sender.access, rowOf) ??
    (await checkFiles(statements, op, rules, sender, rowOf)) ??
    (op.name === 'conflict.solve' ? checkSolving(op, sender.access, rowOf) : undefined)
  if (found) return refusal(found)
  const merged = mergeAll(await partOf(statements, present, rules, rowOf), rules, sender, before, heads)
  if ('code' in merged) return refusal(merged)

  const rows = await withoutMovedWords(statements, merged.rows)
  for (const row of rows) await statements.saveRow(toStored(row))
  const written = { rows, before: (id: string) => rowOf('incident', id), heads, at: sender.receivedAt }
  const follows = await followRows(statements, written)
  for (const row of follows) await statements.saveRow(toStored(row))

  const touched = new Set([...rows, ...follows].map((row) => row.s))
  for (const scope of touched) {
    heads.set(scope, (heads.get(scope) ?? 0) + 1)
    await statements.saveHead(scope, heads.get(scope) ?? 0)
  }
  // How far another person's own scope has got is nobody else's business.
  const vers = Object.fromEntries([...heads].filter(([scope]) => named.has(scope) || mayRead(sender.access, scope)))
  return { result: { mid: op.mid, o: merged.isConflict ? 'conflict' : 'ok', vers }, touched }
}

/** The records of the changes, and those that they speak of or add to. */
async function rowsOf(statements: SyncStatements, changes: readonly WireChange[]): Promise<Rows> {
  const rows: Rows = new Map()
  for (const { k, id } of [...changes, ...deskIncidents(changes), ...fileParents(changes)]) {
    if (rows.has(keyOf(k, id))) continue
    const found = await statements.row(k, id)
    if (found) rows.set(keyOf(k, id), fromStored(found))
  }
  return rows
}

/** Checks and merges change by change: a later one of the same op sees what an earlier one made. */
function mergeAll(
  op: Op,
  rules: OpRules,
  sender: Sender,
  before: Rows,
  heads: ReadonlyMap<Scope, number>,
): { rows: Row[]; isConflict: boolean } | Problem {
  const author: Author = { client: sender.client, mid: op.mid, by: op.by, at: op.at + sender.offset }
  const rows = new Map<string, Row>()
  let isConflict = false
  for (const change of op.changes) {
    const key = keyOf(change.k, change.id)
    const head = heads.get(change.s) ?? 0
    const current = rows.get(key) ?? before.get(key)
    const found = checkAgainst(current, change, op, rules, head)
    if (found) return found
    const merged = mergeChange(current, change, author, head + 1, sender.receivedAt)
    rows.set(key, merged.row)
    for (const conflict of merged.conflicts) {
      const row = conflictRow(conflict, author, head + 1, sender)
      rows.set(keyOf(row.k, row.id), row)
      isConflict = true
    }
  }
  return { rows: [...rows.values()], isConflict }
}

function conflictRow(conflict: Merged['conflicts'][number], author: Author, ver: number, sender: Sender): Row {
  const { kind, recordId, group, scope, shown, other } = conflict
  const what = { kind, recordId, group, scope, shown, other }
  const change: WireChange = {
    k: 'conflict',
    id: sender.newId(),
    s: scope,
    base: {},
    set: { what, solved: { solvedAt: null, solvedById: null, outcome: null } },
  }
  return mergeChange(undefined, change, author, ver, sender.receivedAt).row
}

/** New ids of the server's own records, at the instant of `now`. */
export const idsAt = (now: number, random: (size: number) => Uint8Array) => () => makeId(now, random(16))
