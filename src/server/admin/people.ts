// Accounts, as an administrator works on them: online, never synced.
import type { Context, Hono } from 'hono'
import * as z from 'zod/mini'
import type { Grant } from '../../domain/access.ts'
import { hasRole } from '../../domain/access.ts'
import { idSchema } from '../../domain/id-schema.ts'
import { makeId } from '../../domain/identity.ts'
import type { ActName } from '../audit/acts.ts'
import { noteAct } from '../audit/acts.ts'
import { devicesOf, endDevice } from '../auth/devices.ts'
import { emailSchema, grantsSchema, personNameSchema } from '../auth/fields.ts'
import { newInvitation } from '../auth/invitation.ts'
import { writeName } from '../auth/people-names.ts'
import type { SignedIn } from '../auth/session.ts'
import { signedIn } from '../auth/session.ts'
import { isWallGrant, keepWalls, withoutWalls } from '../auth/walls.ts'
import { wipeAll } from '../auth/wipe-all.ts'
import type { ServerContext } from '../context.ts'
import type { Statements, User } from '../database/port.ts'
import { answer, stop } from '../http/answer.ts'
import { bodyOf } from '../http/body.ts'
import type { ServerEnv } from '../http/caller.ts'

const personSchema = z.object({ id: idSchema })
const inviteSchema = z.object({ name: personNameSchema, email: emailSchema, grants: grantsSchema })
const grantSchema = z.object({ id: idSchema, grants: grantsSchema })
const disableSchema = z.object({ id: idSchema, isDisabled: z.boolean(), wipe: z.optional(z.boolean()) })
const revokeSchema = z.object({ id: idSchema, device: idSchema })

export function addPeopleRoutes(app: Hono<ServerEnv>, context: ServerContext): void {
  app.get('/admin/people', (c) => list(c, context))
  app.post('/admin/people/invite', (c) => invite(c, context))
  app.post('/admin/people/grants', (c) => setGrants(c, context))
  app.post('/admin/people/disable', (c) => disable(c, context))
  app.post('/admin/people/reset', (c) => reset(c, context))
  app.post('/admin/people/devices', async (c) => {
    await administrator(c, context)
    const { id } = await bodyOf(c.req.raw, personSchema)
    return answer(c, await devicesOf(context, id))
  })
  app.post('/admin/people/devices/revoke', async (c) => {
    const { user } = await administrator(c, context)
    const { id, device } = await bodyOf(c.req.raw, revokeSchema)
    await endDevice(context, { userId: id, id: device, by: user.id })
    return answer(c, { ok: true })
  })
}

export async function administrator(c: Context<ServerEnv>, context: ServerContext): Promise<SignedIn> {
  const who = await signedIn(c, context)
  return hasRole(who.access, 'admin') ? who : stop(403, 'not_allowed', 'Only an administrator can do this.')
}

async function list(c: Context<ServerEnv>, context: ServerContext): Promise<Response> {
  await administrator(c, context)
  const now = context.now()
  const people = await context.database.read(async (statements) => {
    const invitations = await statements.invitations()
    const bound = await statements.usersWithIdentity()
    return (await statements.users()).map(({ id, name, email, grants, isDisabled, passwordHash }) => {
      const invited = invitations.find((invitation) => invitation.userId === id && invitation.until > now)
      const hasSignedIn = passwordHash !== null || bound.has(id)
      return {
        id,
        name,
        email,
        grants: withoutWalls(grants),
        isDisabled,
        hasSignedIn,
        ...(invited && { invitedUntil: invited.until }),
      }
    })
  })
  return answer(c, { people })
}

/** Also invites anew somebody who has not come yet. */
async function invite(c: Context<ServerEnv>, context: ServerContext): Promise<Response> {
  const { access } = await administrator(c, context)
  const { name, email, grants: given } = await bodyOf(c.req.raw, inviteSchema)
  checkGrants(given)
  const done = await context.database.write(async (statements) => {
    const known = await statements.userByEmail(email)
    const isBound = known && (await statements.identitiesOf(known.id)).length > 0
    if (known && (known.passwordHash !== null || known.isDisabled || isBound))
      return stop(409, 'already_here', 'Somebody with this e-mail address has an account already.', 'email')
    const id = known?.id ?? makeId(context.now(), context.random(16))
    const grants = keepWalls(given, known?.grants)
    await statements.saveUser({ id, email, name, passwordHash: null, grants, isDisabled: false, isSample: false })
    await noteAct(statements, context, { name: 'account.invite', person: access.userId, account: id })
    const touched = await writeName(context, statements, access, { id, name })
    return { id, touched, ...(await newInvitation(context, statements, id)) }
  })
  context.pokes.poke(done.touched)
  return answer(c, { id: done.id, secret: done.secret, until: done.until })
}

async function setGrants(c: Context<ServerEnv>, context: ServerContext): Promise<Response> {
  const { user: by } = await administrator(c, context)
  const { id, grants } = await bodyOf(c.req.raw, grantSchema)
  checkGrants(grants)
  await changePerson(context, { id, by: by.id, name: 'account.roles' }, async (statements, user) =>
    statements.saveUser({ ...user, grants: keepWalls(grants, user.grants) }),
  )
  return answer(c, { ok: true })
}

function checkGrants(given: readonly Grant[]): void {
  if (given.some(isWallGrant))
    stop(400, 'not_allowed', 'Who sees a matter behind a wall is decided by those who are named on it.', 'grants')
}

async function disable(c: Context<ServerEnv>, context: ServerContext): Promise<Response> {
  const { user: by } = await administrator(c, context)
  const { id, isDisabled, wipe } = await bodyOf(c.req.raw, disableSchema)
  const name = isDisabled ? 'account.disable' : 'account.enable'
  await changePerson(context, { id, by: by.id, name }, async (statements, user) => {
    await statements.saveUser({ ...user, isDisabled })
    if (!isDisabled) return
    await statements.endInvitations(id)
    if (wipe) await wipeAll(statements, context, { userId: id, by })
    for (const session of await statements.sessionsOf(id)) await statements.endSession(id, session.id)
  })
  return answer(c, { ok: true })
}

async function reset(c: Context<ServerEnv>, context: ServerContext): Promise<Response> {
  const { user: by } = await administrator(c, context)
  const { id } = await bodyOf(c.req.raw, personSchema)
  const link = await context.database.write(async (statements) => {
    const user = (await statements.user(id)) ?? noSuchPerson()
    if (user.isDisabled) stop(409, 'disabled', 'This account is switched off. Switch it on first.')
    await noteAct(statements, context, { name: 'account.reset', person: by.id, account: id })
    // Who is somebody else at the identity provider by now is matched by their address once more.
    await statements.endIdentities(id)
    return newInvitation(context, statements, id)
  })
  return answer(c, link)
}

/** Whatever changes, somebody who can administer stays; the person's streams end, so that their rights are read anew. */
async function changePerson(
  context: ServerContext,
  { id, by, name }: { readonly id: string; readonly by: string; readonly name: ActName },
  change: (statements: Statements, user: User) => Promise<void>,
): Promise<void> {
  await context.database.write(async (statements) => {
    await change(statements, (await statements.user(id)) ?? noSuchPerson())
    await noteAct(statements, context, { name, person: by, account: id })
    if (!(await statements.users()).some(isActingAdmin))
      stop(409, 'last_admin', 'Nobody would be left to administer Uptally. Make somebody else an administrator first.')
  })
  context.pokes.endPerson(id)
}

export const isActingAdmin = (user: User): boolean =>
  !user.isDisabled && user.passwordHash !== null && user.grants.some((grant) => grant.role === 'admin')

const noSuchPerson = () => stop(404, 'no_such_person', 'There is no such person.')
