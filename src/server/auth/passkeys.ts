// Passkeys: what a person adds on a device of theirs, to sign in without a password. The device must make sure that it is
// the person (finger, face, PIN), and knows whose passkey it is: nobody types a name.
import type { AuthenticationResponseJSON, RegistrationResponseJSON } from '@simplewebauthn/server'
import type { Context, Hono } from 'hono'
import * as z from 'zod/mini'
import type { Session } from '../../domain/wire.ts'
import { noteAct } from '../audit/acts.ts'
import type { ServerContext } from '../context.ts'
import type { Passkey } from '../database/port.ts'
import { answer, stop } from '../http/answer.ts'
import { bodyOf } from '../http/body.ts'
import type { ServerEnv } from '../http/caller.ts'
import { addressOf } from '../http/caller.ts'
import { deviceSchema } from './fields.ts'
import { openSession, signedIn } from './session.ts'

const maxPerPerson = 20
const timeoutMs = 5 * 60_000

const text = z.string().check(z.maxLength(16_000))
const idSchema = z.string().check(z.regex(/^[\w-]{1,1400}$/))
const credential = {
  id: idSchema,
  rawId: idSchema,
  type: z.literal('public-key'),
  authenticatorAttachment: z.optional(z.nullable(z.enum(['platform', 'cross-platform']))),
}
const createdSchema = z.object({
  ...credential,
  response: z.object({
    clientDataJSON: text,
    attestationObject: text,
    transports: z.optional(z.array(z.string().check(z.maxLength(20))).check(z.maxLength(10))),
  }),
})
const signedSchema = z.object({
  ...credential,
  response: z.object({
    clientDataJSON: text,
    authenticatorData: text,
    signature: text,
    userHandle: z.optional(z.nullable(text)),
  }),
})
const nameSchema = z
  .string('Give the passkey a name.')
  .check(z.trim(), z.minLength(1, 'Give the passkey a name.'), z.maxLength(80, 'Use at most 80 characters.'))
const nothingSchema = z.object({})
const signInSchema = z.object({
  response: signedSchema,
  device: deviceSchema,
  /** Whose records the device holds: nobody else is signed in there. */
  person: z.optional(z.string().check(z.maxLength(64))),
})

export function addPasskeyRoutes(app: Hono<ServerEnv>, context: ServerContext): void {
  app.get('/auth/passkeys', (c) => list(c, context))
  app.post('/auth/passkeys/options', (c) => optionsToAdd(c, context))
  app.post('/auth/passkeys/add', (c) => add(c, context))
  app.post('/auth/passkeys/remove', (c) => remove(c, context))
  app.post('/auth/passkeys/rename', (c) => rename(c, context))
  app.post('/auth/passkey/options', (c) => optionsToSignIn(c, context))
  app.post('/auth/passkey/sign-in', (c) => signIn(c, context))
}

/** Loaded when somebody uses a passkey: the server starts without. */
const library = () => import('@simplewebauthn/server')

/** The page's address as its person sees it. The host was compared with the request's before (http/guard.ts). */
function siteOf(c: Context, context: ServerContext): { origin: string; rpId: string } {
  const { origin, hostname } = new URL(context.origin ?? c.req.header('origin') ?? c.req.url)
  return { origin, rpId: hostname }
}

async function list(c: Context<ServerEnv>, context: ServerContext): Promise<Response> {
  const { user } = await signedIn(c, context)
  const passkeys = await context.database.read((statements) => statements.passkeysOf(user.id))
  return answer(c, {
    passkeys: passkeys.map(({ id, name, createdAt, usedAt }) => ({ id, name, createdAt, usedAt })),
  })
}

async function optionsToAdd(c: Context<ServerEnv>, context: ServerContext): Promise<Response> {
  const { user } = await signedIn(c, context)
  await bodyOf(c.req.raw, nothingSchema)
  const known = await context.database.read((statements) => statements.passkeysOf(user.id))
  if (known.length >= maxPerPerson) tooMany()
  const { generateRegistrationOptions } = await library()
  const options = await generateRegistrationOptions({
    rpName: 'Uptally',
    rpID: siteOf(c, context).rpId,
    userName: user.email,
    userDisplayName: user.name,
    userID: new TextEncoder().encode(user.id),
    challenge: Buffer.from(context.challenges.make(toAdd(user.id)), 'base64url'),
    timeout: timeoutMs,
    attestationType: 'none',
    excludeCredentials: known.map(({ id, transports }) => ({ id, transports: [...transports] })),
    authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
  })
  return answer(c, { options })
}

async function add(c: Context<ServerEnv>, context: ServerContext): Promise<Response> {
  const { user } = await signedIn(c, context)
  const { name, response } = await bodyOf(c.req.raw, z.object({ name: nameSchema, response: createdSchema }))
  const { verifyRegistrationResponse } = await library()
  const site = siteOf(c, context)
  const verified = await verifyRegistrationResponse({
    response: { ...response, clientExtensionResults: {} } as RegistrationResponseJSON,
    expectedChallenge: (challenge) => context.challenges.take(challenge, toAdd(user.id)),
    expectedOrigin: site.origin,
    expectedRPID: site.rpId,
    requireUserVerification: true,
  }).catch(() => undefined)
  if (!verified?.verified)
    return stop(400, 'wrong_passkey', 'This passkey could not be added. Try again; an offer lasts five minutes.')
  const { id, publicKey, counter } = verified.registrationInfo.credential
  const now = context.now()
  const transports = response.response.transports ?? []
  await context.database.write(async (statements) => {
    if (await statements.passkey(id)) stop(409, 'passkey_known', 'This passkey has been added already.')
    if ((await statements.passkeysOf(user.id)).length >= maxPerPerson) tooMany()
    await statements.savePasskey({
      ...{ id, userId: user.id, name, publicKey, counter, transports },
      createdAt: now,
      usedAt: null,
    })
    await noteAct(statements, context, { name: 'passkey.add', person: user.id, account: user.id })
  })
  return answer(c, { ok: true })
}

async function remove(c: Context<ServerEnv>, context: ServerContext): Promise<Response> {
  const { user } = await signedIn(c, context)
  const { id } = await bodyOf(c.req.raw, z.object({ id: idSchema }))
  await context.database.write(async (statements) => {
    await statements.endPasskey(user.id, id)
    await noteAct(statements, context, { name: 'passkey.remove', person: user.id, account: user.id })
  })
  return answer(c, { ok: true })
}

async function rename(c: Context<ServerEnv>, context: ServerContext): Promise<Response> {
  const { user } = await signedIn(c, context)
  const { id, name } = await bodyOf(c.req.raw, z.object({ id: idSchema, name: nameSchema }))
  await context.database.write(async (statements) => {
    const passkey = await statements.passkey(id)
    if (passkey?.userId !== user.id) return stop(404, 'no_such_passkey', 'This passkey is not yours any more.')
    await statements.savePasskey({ ...passkey, name })
    await noteAct(statements, context, { name: 'passkey.rename', person: user.id, account: user.id })
  })
  return answer(c, { ok: true })
}

/** Names nobody: the device offers the passkeys that it has for this address. */
async function optionsToSignIn(c: Context<ServerEnv>, context: ServerContext): Promise<Response> {
  await bodyOf(c.req.raw, nothingSchema)
  if (!context.attempts.take({ [`passkey offer ${addressOf(c, context)}`]: 300 })) tooOften()
  const { generateAuthenticationOptions } = await library()
  const options = await generateAuthenticationOptions({
    rpID: siteOf(c, context).rpId,
    challenge: Buffer.from(context.challenges.make(toSignIn), 'base64url'),
    timeout: timeoutMs,
    userVerification: 'required',
  })
  return answer(c, { options })
}

async function signIn(c: Context<ServerEnv>, context: ServerContext): Promise<Response> {
  const { response, device, person } = await bodyOf(c.req.raw, signInSchema)
  const limits = { [`passkey ${addressOf(c, context)}`]: 30, [`passkey id ${response.id}`]: 10 }
  if (!context.attempts.take(limits)) tooOften()
  const passkey = await context.database.read((statements) => statements.passkey(response.id))
  const counter = passkey && (await newCounter(c, context, passkey, response))
  if (passkey === undefined || counter === undefined) return wrongPasskey()
  if (person !== undefined && passkey.userId !== person)
    stop(409, 'other_person', 'This passkey is of somebody else than the person whose records this device holds.')
  const session = await context.database.write(async (statements): Promise<Session | undefined> => {
    const [present, user] = [await statements.passkey(passkey.id), await statements.user(passkey.userId)]
    // Removed, or used by another copy of it, while this one was checked.
    if (!user || user.isDisabled || !present || present.counter !== passkey.counter) return undefined
    await statements.savePasskey({ ...present, counter, usedAt: context.now() })
    return openSession(c, context, statements, user, device)
  })
  if (!session) return wrongPasskey()
  context.attempts.giveBack(Object.keys(limits))
  return answer(c, { session })
}

/** What the authenticator counts now; undefined when the signature does not hold, or counts back as a copy's would. */
async function newCounter(
  c: Context,
  context: ServerContext,
  { id, userId, publicKey, counter }: Passkey,
  response: z.infer<typeof signedSchema>,
): Promise<number | undefined> {
  const { verifyAuthenticationResponse } = await library()
  const site = siteOf(c, context)
  const { userHandle } = response.response
  if (userHandle && Buffer.from(userHandle, 'base64url').toString() !== userId) return undefined
  const verified = await verifyAuthenticationResponse({
    response: { ...response, clientExtensionResults: {} } as AuthenticationResponseJSON,
    expectedChallenge: (challenge) => context.challenges.take(challenge, toSignIn),
    expectedOrigin: site.origin,
    expectedRPID: site.rpId,
    credential: { id, publicKey, counter },
    requireUserVerification: true,
  }).catch(() => undefined)
  return verified?.verified ? verified.authenticationInfo.newCounter : undefined
}

const toSignIn = 'sign in'
const toAdd = (userId: string) => `add ${userId}`

const wrongPasskey = () => stop(401, 'wrong_passkey', 'This passkey is not known here. Sign in with your password.')
const tooMany = () => stop(409, 'too_many', `You have ${maxPerPerson} passkeys. Remove one that you no longer use.`)
const tooOften = () =>
  stop(429, 'too_many_attempts', 'That was tried too often. Wait a quarter of an hour and try again.')
