// Who is signed in here: talking to the server about accounts, and remembering the session so that the app starts offline.
import * as z from 'zod/mini'
import type { Grant } from '../domain/access.ts'
import { grantSchema, roleSchema } from '../domain/grant-schema.ts'
import { refusalSchema, sessionSchema, type WipeOrder } from '../domain/wire.ts'

export interface AccountError {
  /** `offline` when the server did not answer; else the server's own code. */
  readonly code: string
  readonly message: string
  readonly field?: string | undefined
  /** This device is to remove somebody's records first. */
  readonly wipe?: WipeOrder | undefined
}
export type Answer<T> = ({ readonly ok: true } & T) | { readonly ok: false; readonly error: AccountError }

const offline: AccountError = { code: 'offline', message: 'The server cannot be reached. This needs a network.' }

/** Asks the server: what it answers if it is what the schema says, its refusal, or `offline`. */
export async function ask<Schema extends z.ZodMiniType<object>>(
  path: string,
  schema: Schema,
  body?: unknown,
): Promise<Answer<z.infer<Schema>>> {
  let value: unknown
  try {
    const headers = { 'content-type': 'application/json' }
    const response = await fetch(
      path,
      body === undefined ? {} : { method: 'POST', headers, body: JSON.stringify(body) },
    )
    value = await response.json()
  } catch {
    return { ok: false, error: offline }
  }
  const refused = refusalSchema.safeParse(value)
  if (refused.success) return { ok: false, error: { ...refused.data.error, wipe: refused.data.wipe } }
  const parsed = schema.safeParse(value)
  return parsed.success ? { ok: true, ...parsed.data } : { ok: false, error: offline }
}

export const done = z.object({ x: z.string() })
export const signedIn = z.object({ x: z.string(), session: sessionSchema })
const secretSchema = z.object({ x: z.string(), secret: z.string(), until: z.number() })
const deviceSchema = z.object({
  id: z.string(),
  label: z.string(),
  createdAt: z.number(),
  seenAt: z.number(),
  isThis: z.boolean(),
})
export type Device = z.infer<typeof deviceSchema>
const wipeSchema = z.object({ id: z.string(), label: z.string(), askedBy: z.string(), askedAt: z.number() })
/** A device that has not yet said that it is wiped. */
export type WipeAsked = z.infer<typeof wipeSchema>
const devicesSchema = z.object({ x: z.string(), devices: z.array(deviceSchema), wipes: z.array(wipeSchema) })
const accountSchema = z.object({
  id: z.string(),
  name: z.string(),
  email: z.string(),
  grants: z.array(grantSchema),
  isDisabled: z.boolean(),
  hasSignedIn: z.boolean(),
  invitedUntil: z.optional(z.nullable(z.number())),
})
export type Account = z.infer<typeof accountSchema>

export const authState = () =>
  ask(
    '/auth/state',
    z.object({
      x: z.string(),
      db: z.string(),
      needsSetUp: z.boolean(),
      session: z.nullable(sessionSchema),
      /** What the button for the identity provider says, where there is one. */
      oidc: z.optional(z.string()),
    }),
  )

/** Whoever sets up. */
export interface FirstPerson {
  readonly code: string
  /** What this device is called in the list of devices. */
  readonly device?: string
  readonly admin: { readonly name: string; readonly email: string; readonly password: string }
}

export interface SetUp extends FirstPerson {
  readonly partnership: { readonly name: string }
  readonly councils: readonly { readonly name: string; readonly shortName: string }[]
  /** `people` by council, in the order of the councils. */
  readonly divisions: readonly { readonly name: string; readonly people: readonly number[] }[]
  /** Of working days; the server's default when not given. */
  readonly officeHours?: { readonly from: string; readonly to: string }
}
export const setUp = (body: SetUp) => ask('/auth/set-up', signedIn, body)
/** Without councils and the rest: they come with an export. */
export const takeOver = (body: FirstPerson) => ask('/auth/take-over', signedIn, body)

export const exploreSample = (body: { code: string; device?: string }) =>
  ask(
    '/auth/sample',
    z.object({
      x: z.string(),
      session: sessionSchema,
      password: z.string(),
      accounts: z.array(z.object({ email: z.string(), roles: z.array(roleSchema) })),
    }),
    body,
  )

export const signIn = (body: { email: string; password: string; device?: string }) =>
  ask('/auth/sign-in', signedIn, body)
export const signOut = () => ask('/auth/sign-out', done, {})
export const changePassword = (current: string, next: string) => ask('/auth/password', done, { current, next })
export const accept = (body: { secret: string; name?: string; password: string; device?: string }) =>
  ask('/auth/accept', signedIn, body)
export const devices = () => ask('/auth/devices', devicesSchema)
export const wipeDevice = (id: string) => ask('/auth/devices/wipe', done, { id })
export const wipeDeviceOf = (id: string, device: string) => ask('/admin/people/devices/wipe', done, { id, device })
export const revokeDevice = (id: string) => ask('/auth/devices/revoke', done, { id })

const passkeySchema = z.object({
  id: z.string(),
  name: z.string(),
  createdAt: z.number(),
  usedAt: z.nullable(z.number()),
})
export type Passkey = z.infer<typeof passkeySchema>
export const passkeys = () => ask('/auth/passkeys', z.object({ x: z.string(), passkeys: z.array(passkeySchema) }))
export const renamePasskey = (id: string, name: string) => ask('/auth/passkeys/rename', done, { id, name })
export const removePasskey = (id: string) => ask('/auth/passkeys/remove', done, { id })

export const people = () => ask('/admin/people', z.object({ x: z.string(), people: z.array(accountSchema) }))
export const invite = (body: { name: string; email: string; grants: readonly Grant[] }) =>
  ask('/admin/people/invite', z.object({ ...secretSchema.shape, id: z.string() }), body)
export const setGrants = (id: string, grants: readonly Grant[]) => ask('/admin/people/grants', done, { id, grants })
/** `wipe`: and remove what their devices hold. */
export const disablePerson = (id: string, isDisabled: boolean, wipe = false) =>
  ask('/admin/people/disable', done, { id, isDisabled, wipe })
/** All devices they have not signed out of, also where the session has ended. */
export const wipeAllOf = (id: string) =>
  ask('/admin/people/wipe', z.object({ x: z.string(), asked: z.number() }), { id })
export const resetPassword = (id: string) => ask('/admin/people/reset', secretSchema, { id })
export const devicesOf = (id: string) => ask('/admin/people/devices', devicesSchema, { id })
export const revokeDeviceOf = (id: string, device: string) => ask('/admin/people/devices/revoke', done, { id, device })
export const removeSample = () =>
  ask(
    '/admin/sample/remove',
    z.object({
      x: z.string(),
      removed: z.number(),
      remains: z.array(z.object({ kind: z.string(), count: z.number() })),
    }),
    {},
  )

const setAsideSchema = z.object({
  client: z.string(),
  mid: z.int(),
  person: z.string(),
  name: z.string(),
  at: z.number(),
  receivedAt: z.number(),
})
export type SetAside = z.infer<typeof setAsideSchema>
/** Changes of scopes that were taken away from their authors, without what they say. */
export const setAsideChanges = () =>
  ask('/admin/quarantine', z.object({ x: z.string(), changes: z.array(setAsideSchema) }))
export const putThrough = ({ client, mid }: SetAside) => ask('/admin/quarantine/put-through', done, { client, mid })
