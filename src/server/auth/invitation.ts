// Invitations and reset links: a secret that works once, for 72 hours, and lies in the database only as a hash.
import type { Context } from 'hono'
import * as z from 'zod/mini'
import { noteAct } from '../audit/acts.ts'
import type { ServerContext } from '../context.ts'
import type { Statements } from '../database/port.ts'
import { answer, stop } from '../http/answer.ts'
import { bodyOf } from '../http/body.ts'
import type { ServerEnv } from '../http/caller.ts'
import { deviceSchema, passwordSchema, personNameSchema } from './fields.ts'
import { writeName } from './people-names.ts'
import { hashOfSecret, newSecret, openSession } from './session.ts'

const lifeMs = 72 * 3_600_000

const acceptSchema = z.object({
  secret: z.string().check(z.maxLength(200)),
  name: z.optional(personNameSchema),
  password: passwordSchema,
  device: deviceSchema,
})

/** A new secret in place of any earlier one of the person; runs inside the caller's transaction. */
export async function newInvitation(
  context: ServerContext,
  statements: Statements,
  userId: string,
): Promise<{ secret: string; until: number }> {
  const secret = newSecret(context.random)
  const until = context.now() + lifeMs
  await statements.saveInvitation({ hash: hashOfSecret(secret), userId, until })
  return { secret, until }
}

/** Sets the password, ends what signed in before (devices, passkeys) and signs this device in. */
export async function accept(c: Context<ServerEnv>, context: ServerContext): Promise<Response> {
  const { secret, name, password, device } = await bodyOf(c.req.raw, acceptSchema)
  const hash = hashOfSecret(secret)
  // Looked at before the hashing too, so that a wrong secret costs the server next to nothing.
  if (!(await context.database.read((statements) => openInvitation(statements, hash, context.now())))) usedUp()
  const passwordHash = await context.passwords.hash(password)
  const done = await context.database.write(async (statements) => {
    const user = await openInvitation(statements, hash, context.now())
    if (!user) return undefined
    const accepted = { ...user, passwordHash, name: name ?? user.name }
    await statements.saveUser(accepted)
    await noteAct(statements, context, { name: 'account.accept', person: user.id, account: user.id })
    await statements.endInvitations(user.id)
    for (const session of await statements.sessionsOf(user.id)) await statements.endSession(user.id, session.id)
    // Whoever had the account in hand before may have added one.
    for (const { id } of await statements.passkeysOf(user.id)) await statements.endPasskey(user.id, id)
    const access = { userId: user.id, grants: user.grants }
    const touched = await writeName(context, statements, access, accepted)
    return { userId: user.id, touched, session: await openSession(c, context, statements, accepted, device) }
  })
  if (!done) return usedUp()
  context.pokes.endPerson(done.userId)
  context.pokes.poke(done.touched)
  return answer(c, { session: done.session })
}

async function openInvitation(statements: Statements, hash: string, now: number) {
  const invitation = await statements.invitation(hash)
  if (!invitation || invitation.until <= now) return undefined
  const user = await statements.user(invitation.userId)
  return user?.isDisabled ? undefined : user
}

const usedUp = () => stop(410, 'link_used_up', 'This link has been used or has expired. Ask for a new one.')
