// One op against the database: checked as a whole, then merged and written, or refused with nothing written.
import type { Access } from '../../domain/access.ts'
import { makeId } from '../../domain/identity.ts'
import type { Author, Merged } from '../../domain/merge.ts'
import { mergeChange } from '../../domain/merge.ts'
import type { Row, Scope } from '../../domain/record.ts'
import type { Op, OpResult, WireChange } from '../../domain/wire.ts'
import type { SyncStatements } from '../database/port.ts'
import type { Problem } from './check-op.ts'
import { checkOp } from './check-op.ts'
import { checkAgainst } from './check-record.ts'
import { checkSolving } from './check-solving.ts'
import { withoutMovedWords } from './moved-words.ts'
import type { OpRules } from './rules.ts'
import { addsOnly } from './rules.ts'
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

type Rows = Map<string, Row>
const keyOf = (kind: string, id: string) => `${kind} ${id}`

export async function applyOp(
  statements: SyncStatements,
  sender: Sender,
  op: Op,
  rules: OpRules | undefined,
): Promise<OpResult> {
  const refusal = (found: Problem): OpResult => ({ mid: op.mid, o: 'rejected', ...found })
  const early = checkOp(op, rules, sender.access)
  if (early || !rules) return refusal(early ?? { code: 'unknown_mutation', message: '' })

  const heads = new Map<Scope, number>()
  for (const scope of [...new Set(op.changes.map((change) => change.s))].sort())
    heads.set(scope, await statements.head(scope))
  const rows = await rowsOf(statements, op.changes)

  if (op.name === 'conflict.solve') {
    const found = checkSolving(op, sender.access, (kind, id) => rows.get(keyOf(kind, id)))
    if (found) return refusal(found)
  }
  const merged = mergeAll(op, rules, sender, rows, heads)
  if ('code' in merged) return refusal(merged)

  for (const row of await withoutMovedWords(statements, merged.rows)) await statements.saveRow(toStored(row))
  for (const scope of new Set(merged.rows.map((row) => row.s))) {
    heads.set(scope, (heads.get(scope) ?? 0) + 1)
    await statements.saveHead(scope, heads.get(scope) ?? 0)
  }
  return { mid: op.mid, o: merged.isConflict ? 'conflict' : 'ok', vers: Object.fromEntries(heads) }
}

async function rowsOf(statements: SyncStatements, changes: readonly WireChange[]): Promise<Rows> {
  const rows: Rows = new Map()
  for (const { k, id } of changes) {
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
    if (before.has(key) && addsOnly(rules)) continue
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
