// Sessions: a random token in a cookie, its hash in the database, thirty days from the last use.
import { createHash } from 'node:crypto'
import type { Context } from 'hono'
import { getCookie, setCookie } from 'hono/cookie'
import type { Access } from '../../domain/access.ts'
import { makeId } from '../../domain/identity.ts'
import type { Session } from '../../domain/wire.ts'
import { noteAct } from '../audit/acts.ts'
import type { ServerContext } from '../context.ts'
import type { Statements, StoredSession, User } from '../database/port.ts'
import { stop } from '../http/answer.ts'
import { grantsInForce } from './walls.ts'

const lifeMs = 30 * 24 * 3_600_000
/** The cookie outlives the session, as far as browsers let it: a device that comes back late can be told to wipe itself. */
const cookieLifeMs = 400 * 24 * 3_600_000
/** Uses within the same hour do not write. */
const slideMs = 3_600_000
const maxPerPerson = 50

export interface SignedIn {
  readonly user: User
  readonly session: StoredSession
  readonly access: Access
}

export const hashOfSecret = (secret: string): string => createHash('sha256').update(secret).digest('hex')
export const newSecret = (random: ServerContext['random']): string => Buffer.from(random(32)).toString('base64url')

const isSecure = (context: ServerContext) => context.origin?.startsWith('https:') ?? false
const cookieName = (context: ServerContext) => (isSecure(context) ? '__Host-uptally' : 'uptally')

/** What this browser calls itself. */
export const tokenOf = (c: Context, context: ServerContext): string | undefined => getCookie(c, cookieName(context))

function sendCookie(c: Context, context: ServerContext, token: string, maxAgeMs: number): void {
  setCookie(c, cookieName(context), token, {
    httpOnly: true,
    sameSite: 'Lax',
    path: '/',
    secure: isSecure(context),
    maxAge: Math.floor(maxAgeMs / 1000),
  })
}

/** A new session for the person; the cookie goes out with the answer. Runs inside the caller's transaction. */
export async function openSession(
  c: Context,
  context: ServerContext,
  statements: Statements,
  user: User,
  device: string | undefined,
): Promise<Session> {
  const now = context.now()
  const token = newSecret(context.random)
  const sessions = await statements.sessionsOf(user.id)
  for (const [index, old] of sessions.entries())
    if (old.expiresAt <= now || index >= maxPerPerson - 1) await statements.endSession(user.id, old.id)
  await statements.saveSession({
    hash: hashOfSecret(token),
    id: makeId(now, context.random(16)),
    userId: user.id,
    label: device ?? 'A device without a name',
    createdAt: now,
    seenAt: now,
    expiresAt: now + lifeMs,
  })
  await noteAct(statements, context, { name: 'session.begin', person: user.id, account: user.id })
  sendCookie(c, context, token, cookieLifeMs)
  return sessionOf(context, user)
}

export const sessionOf = (context: ServerContext, user: User): Session => ({
  db: context.database.id,
  userId: user.id,
  name: user.name,
  email: user.email,
  grants: [...grantsInForce(user.grants)],
})

/** Who this request is from; undefined for nobody, an ended session or a disabled account. Keeps the session alive. */
export async function findSignedIn(c: Context, context: ServerContext): Promise<SignedIn | undefined> {
  const token = tokenOf(c, context)
  if (!token) return undefined
  const now = context.now()
  const found = await context.database.read((statements) => bySecret(statements, token, now))
  if (!found || now - found.session.seenAt < slideMs) return found
  const kept = await context.database.write(async (statements) => {
    const still = await bySecret(statements, token, now)
    if (!still) return undefined
    const session = { ...still.session, seenAt: now, expiresAt: now + lifeMs }
    await statements.saveSession(session)
    return { ...still, session }
  })
  if (kept) sendCookie(c, context, token, cookieLifeMs)
  return kept
}

async function bySecret(statements: Statements, token: string, now: number): Promise<SignedIn | undefined> {
  const session = await statements.session(hashOfSecret(token))
  if (!session || session.expiresAt <= now) return undefined
  const user = await statements.user(session.userId)
  if (!user || user.isDisabled) return undefined
  return { user, session, access: { userId: user.id, grants: grantsInForce(user.grants) } }
}

export async function signedIn(c: Context, context: ServerContext): Promise<SignedIn> {
  return (await findSignedIn(c, context)) ?? stop(401, 'signed_out', 'Sign in to go on.')
}

/** Whether the session still stands, with the same grants; asked by whatever outlives one request. */
export async function isStanding(context: ServerContext, { session, access }: SignedIn): Promise<boolean> {
  return context.database.read(async (statements) => {
    const found = await statements.session(session.hash)
    const user = await statements.user(session.userId)
    if (!found || found.expiresAt <= context.now() || !user || user.isDisabled) return false
    return JSON.stringify(grantsInForce(user.grants)) === JSON.stringify(access.grants)
  })
}

export function dropCookie(c: Context, context: ServerContext): void {
  sendCookie(c, context, '', 0)
}
