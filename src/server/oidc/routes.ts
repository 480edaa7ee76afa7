// Sign-in at an identity provider: two navigations, out and back. What goes wrong comes back as a code on the page that
// they started from, which says it in a sentence.
import type { Context, Hono } from 'hono'
import { getCookie, setCookie } from 'hono/cookie'
import { deviceSchema } from '../auth/fields.ts'
import { hashOfSecret, newSecret, openSession } from '../auth/session.ts'
import type { ServerContext } from '../context.ts'
import type { ServerEnv } from '../http/caller.ts'
import { addressOf } from '../http/caller.ts'
import { attemptMs, createOidcAttempts, type OidcAttempt, type OidcAttempts } from './attempts.ts'
import { type Claim, matchAccount, type Refusal } from './match.ts'
import { type Claimed, createOidcProvider, type OidcProvider } from './provider.ts'

interface Oidc {
  readonly context: ServerContext
  readonly attempts: OidcAttempts
  readonly provider: OidcProvider
}

/** Nothing is there when no provider is set; nothing is asked of it before somebody signs in. */
export function addOidcRoutes(app: Hono<ServerEnv>, context: ServerContext): void {
  if (!context.oidc) return
  const oidc = { context, attempts: createOidcAttempts(context.now), provider: createOidcProvider(context.oidc) }
  app.get('/auth/oidc/start', (c) => start(c, oidc))
  app.get('/auth/oidc/back', (c) => back(c, oidc))
}

async function start(c: Context<ServerEnv>, { context, attempts, provider }: Oidc): Promise<Response> {
  const to = ownPath(c.req.query('to'))
  if (!context.attempts.take({ [limitOf(c, context)]: 100 })) return refuse(c, to, 'too_often')
  const state = newSecret(context.random)
  const attempt: OidcAttempt = {
    nonce: newSecret(context.random),
    verifier: newSecret(context.random),
    redirectUri: `${context.origin ?? new URL(c.req.url).origin}/auth/oidc/back`,
    to,
    device: deviceSchema.safeParse(c.req.query('device')).data,
    person: c.req.query('person')?.slice(0, 64) || undefined,
  }
  try {
    const address = await provider.addressFor(state, attempt)
    attempts.add(state, hashOfSecret(browserOf(c, context)), attempt)
    return c.redirect(address, 302)
  } catch (error) {
    noteFault(context, error)
    return refuse(c, to, 'unreachable')
  }
}

async function back(c: Context<ServerEnv>, oidc: Oidc): Promise<Response> {
  const { context, attempts } = oidc
  const { search, searchParams } = new URL(c.req.url)
  const state = searchParams.get('state') ?? ''
  const attempt = attempts.take(state, hashOfSecret(getCookie(c, cookieName(context)) ?? ''))
  if (!attempt) return refuse(c, '/', 'expired')
  const { to, person, device } = attempt
  if (searchParams.has('error')) return refuse(c, to, 'declined')
  const claim = await claimOf(oidc, () => oidc.provider.redeem(search, state, attempt))
  if (typeof claim === 'string') return refuse(c, to, claim)
  const refusal = await context.database.write(async (statements) => {
    const match = await matchAccount(context, statements, claim)
    if ('refusal' in match) return match.refusal
    if (person !== undefined && match.user.id !== person) return 'other_person'
    await openSession(c, context, statements, match.user, device)
    return undefined
  })
  if (refusal) return refuse(c, to, refusal)
  context.attempts.giveBack([limitOf(c, context)])
  sendCookie(c, context, '', 0)
  return c.redirect(person === undefined ? withWord(to, 'done') : to, 302)
}

/** Who it is, with the address where they are not known yet; or why that cannot be told. */
async function claimOf({ context }: Oidc, redeem: () => Promise<Claimed>): Promise<Claim | Refusal> {
  try {
    const { issuer, subject, email } = await redeem()
    const known = await context.database.read((statements) => statements.identity(issuer, subject))
    return { issuer, subject, email: known ? undefined : await email() }
  } catch (error) {
    noteFault(context, error)
    return isUnreachable(error) ? 'unreachable' : 'failed'
  }
}

const limitOf = (c: Context<ServerEnv>, context: ServerContext) => `oidc ${addressOf(c, context)}`

const codeOf = (error: unknown) => (error instanceof Error && 'code' in error ? String(error.code) : undefined)

/** `fetch` says no more than that it failed; the library's time limit has a code. */
const isUnreachable = (error: unknown) =>
  codeOf(error) === 'OAUTH_TIMEOUT' || (error instanceof TypeError && codeOf(error) === undefined)

const noteFault = (context: ServerContext, error: unknown) =>
  context.log(`sign-in at the provider: ${codeOf(error) ?? (error instanceof Error ? error.name : 'failed')}`)

const isSecure = (context: ServerContext) => context.origin?.startsWith('https:') ?? false
const cookieName = (context: ServerContext) => (isSecure(context) ? '__Host-uptally-oidc' : 'uptally-oidc')

/** The secret of this browser while a sign-in is under way: the same for two tabs, so that neither undoes the other. */
function browserOf(c: Context<ServerEnv>, context: ServerContext): string {
  const present = getCookie(c, cookieName(context)) ?? ''
  const secret = /^[\w-]{43}$/.test(present) ? present : newSecret(context.random)
  sendCookie(c, context, secret, attemptMs)
  return secret
}

function sendCookie(c: Context<ServerEnv>, context: ServerContext, value: string, maxAgeMs: number): void {
  setCookie(c, cookieName(context), value, {
    httpOnly: true,
    sameSite: 'Lax',
    path: '/',
    secure: isSecure(context),
    maxAge: maxAgeMs / 1000,
  })
}

const refuse = (c: Context<ServerEnv>, to: string, why: Refusal) => c.redirect(withWord(to, why), 302)

/** What the page reads when it opens (views/account/elsewhere.tsx). */
function withWord(path: string, word: string): string {
  const url = new URL(path, base)
  url.searchParams.set('sign-in', word)
  return url.pathname + url.search
}

const base = 'http://own.invalid'

/** A page of ours, whatever was asked for: never another site, nor anything that the server itself answers. */
function ownPath(text: string | undefined): string {
  if (text === undefined || text.length > 500 || !URL.canParse(text, base)) return '/'
  const { origin, pathname, search } = new URL(text, base)
  if (origin !== base || pathname.startsWith('//') || /^\/(auth|admin|sync|health)(\/|$)/.test(pathname)) return '/'
  return pathname + search
}
