// Changes of scopes that were taken away from their authors: an administrator sees that they are there, never what they
// say, and puts one through once its author has the role for it again.
import type { Context, Hono } from 'hono'
import * as z from 'zod/mini'
import { idSchema } from '../../domain/id-schema.ts'
import { mutationNamed } from '../../domain/mutations/all.ts'
import { upcast } from '../../domain/upcast.ts'
import { type Op, opSchema } from '../../domain/wire.ts'
import { grantsInForce } from '../auth/walls.ts'
import type { ServerContext } from '../context.ts'
import type { Statements, StoredOp } from '../database/port.ts'
import { answer, stop } from '../http/answer.ts'
import { bodyOf } from '../http/body.ts'
import type { ServerEnv } from '../http/caller.ts'
import { applyOp, idsAt } from '../sync/apply-op.ts'
import { administrator } from './people.ts'

const mostListed = 500
const opNamed = z.object({ client: idSchema, mid: z.int().check(z.minimum(1)) })

export function addQuarantineRoutes(app: Hono<ServerEnv>, context: ServerContext): void {
  app.get('/admin/quarantine', (c) => list(c, context))
  app.post('/admin/quarantine/put-through', (c) => putThrough(c, context))
}

async function list(c: Context<ServerEnv>, context: ServerContext): Promise<Response> {
  await administrator(c, context)
  const changes = await context.database.read(async (statements) => {
    const names = new Map((await statements.users()).map(({ id, name }) => [id, name]))
    return (await statements.quarantined(mostListed)).map((stored) => ({
      client: stored.client,
      mid: stored.mid,
      person: names.get(stored.userId) ?? '',
      name: opOf(stored).name,
      at: opOf(stored).at,
      receivedAt: stored.receivedAt,
    }))
  })
  return answer(c, { changes })
}

async function putThrough(c: Context<ServerEnv>, context: ServerContext): Promise<Response> {
  await administrator(c, context)
  const { client, mid } = await bodyOf(c.req.raw, opNamed)
  const touched = await context.database.write((statements) => apply(statements, context, client, mid))
  context.pokes.poke(touched)
  context.figures.changed(touched)
  return answer(c, { ok: true })
}

/** As its author would send it now, with the roles that they have now. */
async function apply(statements: Statements, context: ServerContext, client: string, mid: number) {
  const stored = await statements.op(client, mid)
  if (stored?.outcome.o !== 'quarantined') stop(404, 'no_such_change', 'This change is not kept here any more.')
  const author = (await statements.user(stored.userId)) ?? stop(404, 'no_such_person', 'There is no such person.')
  const op = opOf(stored)
  const now = context.now()
  const access = { userId: author.id, grants: author.isDisabled ? [] : grantsInForce(author.grants) }
  const sender = { client, access, receivedAt: now, offset: 0, newId: idsAt(now, context.random) }
  const today = upcast(op, context.versions) ?? stop(409, 'other_schema', 'This change cannot be read any more.')
  const { result, touched } = await applyOp(statements, sender, today, mutationNamed(op.name))
  if (result.o === 'rejected') {
    const isShutOut = result.code === 'not_allowed'
    const why = isShutOut ? `${author.name} may still not do this. Give them the role for it first.` : result.message
    stop(409, result.code ?? 'refused', why ?? 'It was refused.')
  }
  await statements.saveOutcome(client, mid, result)
  return touched
}

const opOf = ({ body }: StoredOp): Op => opSchema.parse(JSON.parse(body))
