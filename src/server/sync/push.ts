// Ops of one client in their order. Each gets its own verdict; one commit makes all of them durable before the answer.
import { createHash } from 'node:crypto'
import type { Scope } from '../../domain/record.ts'
import { isOfLaterSchema, upcast, type Versions } from '../../domain/upcast.ts'
import type { Op, OpResult } from '../../domain/wire.ts'
import { opLimits } from '../../domain/wire.ts'
import { actOfOp } from '../audit/acts.ts'
import type { Client, Statements } from '../database/port.ts'
import { withoutChanges } from '../privacy/erased.ts'
import type { Applied, Sender } from './apply-op.ts'
import { applyOp } from './apply-op.ts'
import { problem, readOp } from './check-op.ts'
import { doneBefore, noteOrigin } from './origin.ts'
import { setAside } from './quarantine.ts'
import type { OpRules } from './rules.ts'

export type Pushed =
  | { readonly last: number; readonly results: readonly OpResult[]; readonly touched: ReadonlySet<Scope> }
  | { readonly gap: { readonly expected: number } }
  | { readonly forked: true }
  /** The first op that is not done yet is of a later schema than `schema`, which this server knows. */
  | { readonly wait: { readonly schema: number } }

export interface Push extends Sender {
  readonly build: number
  readonly versions: Versions
  readonly rulesOf: (name: string) => OpRules | undefined
  /** The texts as the client keeps them: an op sent again is the same bytes. */
  readonly texts: readonly string[]
  /** Told of our own mistakes; the op is refused and its neighbours go on. */
  readonly onFault: (error: unknown) => void
}

/**
 * Runs inside a writing transaction. A client that belongs to somebody else, or that has used a number for another op,
 * is a copy of a profile: it is told `forked` and takes a new id.
 */
export async function pushOps(statements: Statements, push: Push): Promise<Pushed> {
  const userId = push.access.userId
  const known = await statements.client(push.client)
  if (known && known.userId !== userId) return { forked: true }
  const seen = { id: push.client, userId, build: push.build, seenAt: push.receivedAt }
  const results: OpResult[] = []
  const touched = new Set<Scope>()
  let last = known?.lastMid ?? 0

  for (const text of push.texts) {
    const hash = createHash('sha256').update(text).digest('hex')
    const read = readOp(text, opLimits.bytes)
    const mid = read.mid ?? (await statements.midOfHash(push.client, hash)) ?? last + 1
    if (mid <= last) {
      const stored = await statements.op(push.client, mid)
      if (stored?.hash !== hash) {
        // What came before it has its verdict: sent again under a new id it would be done twice.
        if (results.length === 0) return { forked: true }
        break
      }
      results.push(stored.outcome)
      continue
    }
    if (mid > last + 1) {
      if (results.length === 0) return { gap: { expected: last + 1 } }
      break
    }
    // This server was put back to an earlier version: the op, and what follows it, waits until it is not.
    if ('op' in read && isOfLaterSchema(read.op, push.versions)) {
      if (results.length === 0) return { wait: { schema: push.versions.schema } }
      break
    }
    const { result: outcome, touched: news }: Applied =
      'op' in read ? await verdictOf(statements, push, read.op) : unchanged({ mid, o: 'rejected', ...read.problem })
    const op = {
      client: push.client,
      mid,
      hash,
      userId,
      receivedAt: push.receivedAt,
      body: keptOf(text, outcome),
      outcome,
    }
    await statements.addOp(op)
    await statements.addAct(actOfOp(op))
    for (const scope of news) touched.add(scope)
    results.push(outcome)
    last = mid
  }
  const client: Client = { ...seen, lastMid: last }
  await statements.saveClient(client)
  return { last, results, touched }
}

/** What was erased for good does not come back by way of a refused op: its author has it still. */
const keptOf = (text: string, { code }: OpResult): string =>
  code === 'erased' ? (withoutChanges(text, () => true) ?? '{}') : text

/** A mistake of ours refuses the op that met it, visibly; a fault of the database stops the whole push. */
async function verdictOf(statements: Statements, push: Push, written: Op): Promise<Applied> {
  const op = upcast(written, push.versions)
  if (!op) return unchanged({ mid: written.mid, o: 'rejected', ...notOurs })
  try {
    const done = await doneBefore(statements, op)
    if (done) return unchanged({ ...done, mid: op.mid })
    const applied = await statements.attempt(() => applyOp(statements, push, op, push.rulesOf(op.name)))
    await noteOrigin(statements, push.client, op, applied.result)
    return { ...applied, result: setAside(applied.result, op, push.access) }
  } catch (error) {
    if (isOfTheDatabase(error)) throw error
    push.onFault(error)
    const message = 'The server could not take this change.'
    return unchanged({ mid: op.mid, o: 'rejected', code: 'server_fault', message })
  }
}

const notOurs = problem('other_schema', 'This change was written by another version of Uptally.')

const unchanged = (result: OpResult): Applied => ({ result, touched: new Set() })

function isOfTheDatabase(error: unknown): boolean {
  const code = error instanceof Error && 'code' in error ? String(error.code) : ''
  return code.startsWith('SQLITE') && !code.startsWith('SQLITE_CONSTRAINT')
}
