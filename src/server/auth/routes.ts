import type { Context, Hono } from 'hono'
import * as z from 'zod/mini'
import { noteAct } from '../audit/acts.ts'
import type { ServerContext } from '../context.ts'
import type { User } from '../database/port.ts'
import { answer, stop } from '../http/answer.ts'
import { bodyOf } from '../http/body.ts'
import type { ServerEnv } from '../http/caller.ts'
import { addressOf } from '../http/caller.ts'
import { addOidcRoutes } from '../oidc/routes.ts'
import { listDevices, revokeDevice } from './devices.ts'
import { deviceSchema, emailSchema, passwordSchema } from './fields.ts'
import { accept } from './invitation.ts'
import { addPasskeyRoutes } from './passkeys.ts'
import { exploreSample } from './sample.ts'
import { dropCookie, findSignedIn, openSession, sessionOf, signedIn } from './session.ts'
import { setUp, takeOver } from './set-up.ts'
import { needsSetUp } from './set-up-code.ts'

const signInSchema = z.object({
  email: emailSchema,
  password: z.string().check(z.maxLength(200)),
  device: deviceSchema,
})
const changeSchema = z.object({ current: z.string().check(z.maxLength(200)), next: passwordSchema })
const nothingSchema = z.object({})

export function addAuthRoutes(app: Hono<ServerEnv>, context: ServerContext): void {
  app.get('/auth/state', (c) => state(c, context))
  app.post('/auth/sign-in', (c) => signIn(c, context))
  app.post('/auth/sign-out', (c) => signOut(c, context))
  app.post('/auth/password', (c) => changePassword(c, context))
  app.post('/auth/set-up', (c) => setUp(c, context))
  app.post('/auth/take-over', (c) => takeOver(c, context))
  app.post('/auth/sample', (c) => exploreSample(c, context))
  app.post('/auth/accept', (c) => accept(c, context))
  app.get('/auth/devices', (c) => listDevices(c, context))
  app.post('/auth/devices/revoke', (c) => revokeDevice(c, context))
  addPasskeyRoutes(app, context)
  addOidcRoutes(app, context)
}

async function state(c: Context<ServerEnv>, context: ServerContext): Promise<Response> {
  const found = await findSignedIn(c, context)
  const isEmpty = await context.database.read(needsSetUp)
  return answer(c, {
    db: context.database.id,
    needsSetUp: isEmpty,
    session: found ? sessionOf(context, found.user) : null,
    ...(context.oidc && { oidc: context.oidc.name }),
  })
}

async function signIn(c: Context<ServerEnv>, context: ServerContext): Promise<Response> {
  const { email, password, device } = await bodyOf(c.req.raw, signInSchema)
  const found = await context.database.read((statements) => statements.userByEmail(email))
  if (!(await proves(c, context, email, found, password))) {
    if (found) noteRefused(context, found)
    wrongSignIn()
  }
  const session = await context.database.write(async (statements) => {
    const user = found && (await statements.user(found.id))
    if (!user || user.isDisabled || user.passwordHash !== found.passwordHash) return undefined
    return openSession(c, context, statements, user, device)
  })
  return session ? answer(c, { session }) : wrongSignIn()
}

/**
 * Only of accounts that there are: what was typed may be a password in the wrong field. The answer does not wait for it, or
 * its time would tell who has an account.
 */
function noteRefused(context: ServerContext, { id }: User): void {
  const act = { name: 'session.refused', person: null, account: id, outcome: 'rejected' } as const
  context.database
    .write((statements) => noteAct(statements, context, act))
    .catch(() => context.log(`sign-in ${id}: refused, and not in the audit trail`))
}

const wrongSignIn = () => stop(401, 'wrong_sign_in', 'The e-mail address or the password is not right.')

/** The same answer, after the same time, whether the person is unknown, disabled or the password is wrong. */
async function proves(
  c: Context<ServerEnv>,
  context: ServerContext,
  email: string,
  user: User | undefined,
  password: string,
): Promise<boolean> {
  const address = addressOf(c, context)
  const limits = { [`pair ${address} ${email}`]: 10, [`address ${address}`]: 100, [`email ${email}`]: 100 }
  if (!context.attempts.take(limits))
    stop(429, 'too_many_attempts', 'That was tried too often. Wait a quarter of an hour and try again.')
  const stored = user && !user.isDisabled ? user.passwordHash : null
  const isRight = await context.passwords.matches(stored, password)
  if (isRight) context.attempts.giveBack(Object.keys(limits))
  return isRight
}

async function signOut(c: Context<ServerEnv>, context: ServerContext): Promise<Response> {
  await bodyOf(c.req.raw, nothingSchema)
  const found = await findSignedIn(c, context)
  if (found) {
    const { id } = found.user
    await context.database.write(async (statements) => {
      await statements.endSession(id, found.session.id)
      await statements.forgetEnded(found.session.hash)
      await noteAct(statements, context, { name: 'session.end', person: id, account: id })
    })
    context.pokes.endSession(found.session.id)
  }
  dropCookie(c, context)
  return answer(c, { ok: true })
}

async function changePassword(c: Context<ServerEnv>, context: ServerContext): Promise<Response> {
  const { user, session } = await signedIn(c, context)
  const { current, next } = await bodyOf(c.req.raw, changeSchema)
  if (!(await proves(c, context, user.email, user, current)))
    stop(403, 'wrong_password', 'This is not your present password.', 'current')
  const passwordHash = await context.passwords.hash(next)
  const ended = await context.database.write(async (statements) => {
    const present = await statements.user(user.id)
    // A reset link may have been used while this one was hashed.
    if (present?.passwordHash !== user.passwordHash)
      return stop(403, 'wrong_password', 'This is not your present password.', 'current')
    await statements.saveUser({ ...present, passwordHash })
    await noteAct(statements, context, { name: 'account.password', person: user.id, account: user.id })
    await statements.endInvitations(user.id)
    const others = (await statements.sessionsOf(user.id)).filter((other) => other.id !== session.id)
    for (const other of others) await statements.endSession(user.id, other.id)
    return others
  })
  for (const other of ended) context.pokes.endSession(other.id)
  return answer(c, { ok: true })
}
