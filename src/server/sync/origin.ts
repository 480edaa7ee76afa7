// Ops that come under another number than their first, from a file or a copied profile: each is done once, however often
// and from wherever it comes.
import { type Op, type OpResult, opSchema } from '../../domain/wire.ts'
import type { Statements, StoredOp } from '../database/port.ts'

const isAccepted = ({ o }: OpResult) => o === 'ok' || o === 'conflict'

/** The verdict on the same deed when it came before, under its first number or one that it was put back with. */
export async function doneBefore(statements: Statements, op: Op): Promise<OpResult | undefined> {
  if (op.origin === undefined) return undefined
  const [client = '', mid = ''] = op.origin.split(' ')
  const found = [await statements.op(client, Number(mid)), await statements.opOfOrigin(op.origin)]
  const done = found.find((stored) => stored && isAccepted(stored.outcome) && isSameDeed(stored, op))
  return (
    done && { mid: op.mid, o: 'ok', ...(done.userId === op.by && done.outcome.vers ? { vers: done.outcome.vers } : {}) }
  )
}

export async function noteOrigin(statements: Statements, client: string, op: Op, result: OpResult): Promise<void> {
  if (op.origin !== undefined && isAccepted(result)) await statements.saveOrigin(op.origin, client, op.mid)
}

/** Numbers alone prove nothing: a copied profile has used the same ones for something else. What was seen may differ. */
function isSameDeed({ body }: StoredOp, { name, at, changes }: Op): boolean {
  const { data } = opSchema.safeParse(JSON.parse(body))
  return data?.name === name && data.at === at && setBy(data.changes) === setBy(changes)
}

const setBy = (changes: Op['changes']): string => JSON.stringify(changes.map(({ base: _, ...change }) => change))
