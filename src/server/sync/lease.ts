// The key under which a device keeps what it has of legal text, for as long as the lease runs.
import type { Context, Hono } from 'hono'
import { readsLegalText } from '../../domain/access.ts'
import { makeId } from '../../domain/identity.ts'
import { leaseRequestSchema } from '../../domain/lease.ts'
import { signedIn } from '../auth/session.ts'
import type { ServerContext } from '../context.ts'
import { answer } from '../http/answer.ts'
import { bodyOf } from '../http/body.ts'
import type { ServerEnv } from '../http/caller.ts'
import { keepPace } from '../http/rates.ts'
import { checkDevice } from './routes.ts'

export const addLeaseRoute = (app: Hono<ServerEnv>, context: ServerContext): void =>
  void app.post('/sync/v1/lease', (c) => lease(c, context))

/** The same key each time, until it is dropped; nothing for whoever reads nothing of Legal. */
async function lease(c: Context<ServerEnv>, context: ServerContext): Promise<Response> {
  const { session } = await signedIn(c, context)
  keepPace(context.rates, 'lease', session.id)
  const { database, leaseHours, now, random } = context
  const request = await bodyOf(c.req.raw, leaseRequestSchema)
  checkDevice(request, database.id, session.userId)
  const found = await database.write(async (statements) => {
    // As it stands in this turn: a right may have gone since the session was read.
    const user = await statements.user(session.userId)
    if (!user || user.isDisabled || !readsLegalText({ userId: user.id, grants: user.grants })) return undefined
    const known = await statements.legalKey(user.id)
    if (known) return known
    const made = { id: makeId(now(), random(16)), key: random(32) }
    await statements.saveLegalKey(user.id, made)
    return made
  })
  const held = found && { id: found.id, key: Buffer.from(found.key).toString('base64'), hours: leaseHours }
  return answer(c, { db: database.id, epoch: database.epoch, lease: held ?? null })
}
