// The audit trail: who did what, when, to which records. Ids and codes only: no text that somebody wrote comes in here.
import * as z from 'zod/mini'
import { idPattern, idSchema } from '../../domain/id-schema.ts'
import { isKindName } from '../../domain/kind-names.ts'
import { mutationNamed } from '../../domain/mutations/all.ts'
import { partsOfScope } from '../../domain/scope.ts'
import type { OpResult } from '../../domain/wire.ts'
import type { ServerContext } from '../context.ts'
import type { Act, ActRecord, ActStatements } from '../database/acts-port.ts'

/** What people do that is no op. */
export type ActName =
  | 'session.begin'
  | 'session.refused'
  | 'session.end'
  | 'session.revoke'
  | 'session.wipe'
  | 'session.wiped'
  | 'passkey.add'
  | 'passkey.remove'
  | 'passkey.rename'
  | 'account.begin'
  | 'account.accept'
  | 'account.password'
  | 'account.identity'
  | 'account.reset'
  | 'account.invite'
  | 'account.roles'
  | 'account.disable'
  | 'account.enable'
  | 'wall.set'
  | 'audit.export'
  | 'privacy.access'
  | 'privacy.erase'
  | 'privacy.retention'
  | 'privacy.retained'

/** Writes an act in the caller's transaction. `person`: who is signed in, null for nobody; `account`: whose it concerns. */
export async function noteAct(
  statements: ActStatements,
  context: Pick<ServerContext, 'now'>,
  act: {
    readonly name: ActName
    readonly person: string | null
    readonly account?: string
    readonly record?: ActRecord
    readonly outcome?: 'ok' | 'rejected'
  },
): Promise<void> {
  const { name, person, account, record, outcome = 'ok' } = act
  const ofAccount = account === undefined ? [] : [{ k: 'account', id: account, s: null }]
  const records = [...ofAccount, ...(record ? [record] : [])]
  await statements.addAct({ at: context.now(), person, name, outcome, code: null, records })
}

/** The server's own pens are no UUIDs, so that no device can be one. */
const isOwnClient = (client: string): boolean => !idPattern.test(client)

const looseOp = z.object({
  name: z.string(),
  changes: z.array(z.object({ k: z.string(), id: idSchema, s: z.string() })).check(z.maxLength(200)),
})

/**
 * The act of an op, made of its names and ids alone. A refused op may hold anything in their place, so what is no known
 * name, kind, id or scope is left out.
 */
export function actOfOp(op: {
  readonly client: string
  readonly userId: string
  readonly receivedAt: number
  readonly body: string
  readonly outcome: OpResult
}): Act {
  const { name, changes } = readLoosely(op.body)
  const isKnown = mutationNamed(name) !== undefined || (isOwnClient(op.client) && op.outcome.o !== 'rejected')
  return {
    at: op.receivedAt,
    person: op.userId,
    name: isKnown ? name : 'op.refused',
    outcome: op.outcome.o,
    code: op.outcome.code ?? null,
    records: changes.filter(({ k, s }) => isKindName(k) && isScope(s)),
  }
}

function readLoosely(text: string): z.infer<typeof looseOp> {
  try {
    return looseOp.parse(JSON.parse(text))
  } catch {
    return { name: '', changes: [] }
  }
}

function isScope(scope: string): boolean {
  const parts = partsOfScope(scope)
  return parts !== undefined && (parts.of === undefined || parts.of === 'shared' || idPattern.test(parts.of))
}
