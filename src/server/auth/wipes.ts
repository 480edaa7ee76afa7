// Wiping a device from elsewhere: it is told at every contact until it says that it is done, and gets nothing else.
import type { Context, Hono, MiddlewareHandler } from 'hono'
import * as z from 'zod/mini'
import { idSchema } from '../../domain/id-schema.ts'
import { protocol, type WipeOrder } from '../../domain/wire.ts'
import { administrator } from '../admin/people.ts'
import { noteAct } from '../audit/acts.ts'
import type { ServerContext } from '../context.ts'
import type { User, Wipe } from '../database/port.ts'
import { answer, stop } from '../http/answer.ts'
import { bodyOf } from '../http/body.ts'
import type { ServerEnv } from '../http/caller.ts'
import { dropCookie, hashOfSecret, signedIn, tokenOf } from './session.ts'
import { wipeAll } from './wipe-all.ts'

const confirmPath = '/auth/wiped'

export function addWipeRoutes(app: Hono<ServerEnv>, context: ServerContext): void {
  app.post('/auth/devices/wipe', async (c) => {
    const { user } = await signedIn(c, context)
    const { id } = await bodyOf(c.req.raw, z.object({ id: idSchema }))
    await askToWipe(context, { userId: user.id, id, by: user })
    return answer(c, { ok: true })
  })
  app.post('/admin/people/devices/wipe', async (c) => {
    const { user } = await administrator(c, context)
    const { id, device } = await bodyOf(c.req.raw, z.object({ id: idSchema, device: idSchema }))
    await askToWipe(context, { userId: id, id: device, by: user })
    return answer(c, { ok: true })
  })
  app.post('/admin/people/wipe', async (c) => {
    const { user } = await administrator(c, context)
    const { id } = await bodyOf(c.req.raw, z.object({ id: idSchema }))
    const asked = await context.database.write((statements) => wipeAll(statements, context, { userId: id, by: user }))
    context.pokes.endPerson(id)
    return answer(c, { asked })
  })
  app.post(confirmPath, (c) => confirm(c, context))
}

/** Before anything of accounts or sharing is answered. */
export function tellWipes(context: ServerContext): MiddlewareHandler {
  return async (c, next) => {
    if (!/^\/(auth|sync)\//.test(c.req.path) || c.req.path === confirmPath) return next()
    const wipe = await wipeOf(c, context)
    return wipe ? c.json({ x: protocol, error: refusalOf(wipe), wipe: orderOf(context, wipe) }, 401) : next()
  }
}

interface Asked {
  readonly userId: string
  /** Of the session. */
  readonly id: string
  readonly by: User
}

async function askToWipe(context: ServerContext, { userId, id, by }: Asked): Promise<void> {
  await context.database.write(async (statements) => {
    const session = (await statements.sessionsOf(userId)).find((each) => each.id === id)
    if (!session) return stop(404, 'no_such_device', 'This device is not signed in any more.')
    const { hash, label } = session
    await statements.saveWipe({ hash, id, userId, label, askedBy: by.name, askedAt: context.now() })
    await statements.endSession(userId, id)
    await noteAct(statements, context, { name: 'session.wipe', person: by.id, account: userId })
  })
  context.pokes.pokeSession(id)
  context.pokes.endSession(id)
}

/** The session is over: what is left of it is the cookie by which the device is known. */
async function confirm(c: Context<ServerEnv>, context: ServerContext): Promise<Response> {
  await bodyOf(c.req.raw, z.object({}))
  const wipe = await wipeOf(c, context)
  if (wipe) {
    await context.database.write(async (statements) => {
      await statements.endWipe(wipe.hash)
      await statements.forgetEnded(wipe.hash)
      await noteAct(statements, context, { name: 'session.wiped', person: null, account: wipe.userId })
    })
    dropCookie(c, context)
  }
  return answer(c, { ok: true })
}

async function wipeOf(c: Context, context: ServerContext): Promise<Wipe | undefined> {
  const token = tokenOf(c, context)
  return token ? context.database.read((statements) => statements.wipe(hashOfSecret(token))) : undefined
}

const orderOf = (context: ServerContext, { userId, askedBy, askedAt }: Wipe): WipeOrder => ({
  db: context.database.id,
  user: userId,
  by: askedBy,
  at: askedAt,
})

const refusalOf = ({ askedBy }: Wipe) => ({
  code: 'wipe',
  message: `${askedBy} asked that Uptally’s records be removed from this device. Open Uptally’s first page to see that done.`,
})
