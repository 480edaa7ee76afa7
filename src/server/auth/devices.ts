// Where a person is signed in, and signing out there.
import type { Context } from 'hono'
import * as z from 'zod/mini'
import { idSchema } from '../../domain/id-schema.ts'
import { noteAct } from '../audit/acts.ts'
import type { ServerContext } from '../context.ts'
import { answer } from '../http/answer.ts'
import { bodyOf } from '../http/body.ts'
import type { ServerEnv } from '../http/caller.ts'
import { signedIn } from './session.ts'

export async function listDevices(c: Context<ServerEnv>, context: ServerContext): Promise<Response> {
  const { user, session } = await signedIn(c, context)
  return answer(c, await devicesOf(context, user.id, session.id))
}

/** `wipes`: those that are still to be told, or to confirm it. */
export async function devicesOf(context: ServerContext, userId: string, ownId?: string) {
  const { sessions, wipes } = await context.database.read(async (statements) => ({
    sessions: await statements.sessionsOf(userId),
    wipes: await statements.wipesOf(userId),
  }))
  const devices = sessions
    .filter((session) => session.expiresAt > context.now())
    .map(({ id, label, createdAt, seenAt }) => ({ id, label, createdAt, seenAt, isThis: id === ownId }))
  return { devices, wipes: wipes.map(({ id, label, askedBy, askedAt }) => ({ id, label, askedBy, askedAt })) }
}

export async function revokeDevice(c: Context<ServerEnv>, context: ServerContext): Promise<Response> {
  const { user } = await signedIn(c, context)
  const { id } = await bodyOf(c.req.raw, z.object({ id: idSchema }))
  await endDevice(context, { userId: user.id, id, by: user.id })
  return answer(c, { ok: true })
}

interface Ending {
  readonly userId: string
  /** Of the session. */
  readonly id: string
  readonly by: string
}

export async function endDevice(context: ServerContext, { userId, id, by }: Ending): Promise<void> {
  const isTheirs = await context.database.write(async (statements) => {
    const found = (await statements.sessionsOf(userId)).some((session) => session.id === id)
    if (!found) return false
    await statements.endSession(userId, id)
    await noteAct(statements, context, { name: 'session.revoke', person: by, account: userId })
    return true
  })
  if (isTheirs) context.pokes.endSession(id)
}
