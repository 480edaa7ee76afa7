// The account functions against the real server: what they send is taken, what they get is understood.
import { randomBytes } from 'node:crypto'
import { beforeEach, expect, test, vi } from 'vitest'
import { newSetUpCode } from '../../src/server/auth/set-up-code.ts'
import {
  accept,
  authState,
  changePassword,
  devices,
  devicesOf,
  disablePerson,
  exploreSample,
  invite,
  people,
  removeSample,
  resetPassword,
  revokeDevice,
  revokeDeviceOf,
  setGrants,
  setUp,
  signIn,
  signOut,
} from '../../src/sync/account.ts'
import { forgetSession, rememberedSession, rememberSession, storeName } from '../../src/sync/remembered.ts'
import { goodPassword, origin, startTrial, type Trial } from '../server/trial.ts'

beforeEach(() => {
  vi.unstubAllGlobals()
})

/** The browser's fetch: same origin, with the cookies that the server has set. */
function browse(trial: Trial, cookie = '') {
  const jar = { cookie }
  vi.stubGlobal('fetch', async (path: string, init: RequestInit = {}) => {
    const headers = { ...init.headers, origin, cookie: jar.cookie }
    const answer = await trial.handler(new Request(origin + path, { ...init, headers }))
    const set = answer.headers.get('set-cookie')
    if (set) jar.cookie = set.split(';')[0] ?? ''
    return answer
  })
  return jar
}

function good<T extends { ok: boolean }>(answer: T): Extract<T, { ok: true }> {
  if (!answer.ok) throw new Error(JSON.stringify(answer))
  return answer as Extract<T, { ok: true }>
}

const email = 'ada@trial.test'
const next = 'another good password'
const councils = [{ name: 'Ashford', shortName: 'A' }]
const body = (code: string) => ({
  code,
  partnership: { name: 'Three Rivers' },
  councils,
  divisions: [{ name: 'Planning', people: [12] }],
  admin: { name: 'Ada', email, password: goodPassword },
})

const trialOf = async () => {
  const trial = startTrial()
  const code = await newSetUpCode({
    database: trial.database,
    now: () => trial.clock.now,
    random: (size) => randomBytes(size),
  })
  return { trial, code: code ?? '' }
}

test('from the set-up code to a colleague who signs in by an invitation', async () => {
  const { trial, code } = await trialOf()
  const jar = browse(trial)
  expect(good(await authState())).toMatchObject({ needsSetUp: true, session: null })
  expect(await setUp(body('AAAA-AAAA-AAAA'))).toMatchObject({ ok: false, error: { code: 'wrong_code', field: 'code' } })
  const { session } = good(await setUp(body(code)))
  expect(session).toMatchObject({ name: 'Ada', email, db: trial.database.id })
  expect(good(await authState()).session).toEqual(session)

  const grants = [{ role: 'ict' as const, on: null }]
  const { id, secret } = good(await invite({ name: 'Grace', email: 'grace@trial.test', grants }))
  expect(good(await people()).people.find((person) => person.id === id)).toMatchObject({ hasSignedIn: false, grants })

  browse(trial)
  good(await accept({ secret, password: next, device: 'a phone' }))
  expect(good(await devices()).devices).toMatchObject([{ label: 'a phone', isThis: true }])
  expect(await invite({ name: 'x', email: 'x@trial.test', grants })).toMatchObject({ ok: false })

  browse(trial, jar.cookie)
  const [phone] = good(await devicesOf(id)).devices
  good(await revokeDeviceOf(id, phone?.id ?? ''))
  expect(good(await devicesOf(id)).devices).toEqual([])
  good(await setGrants(id, [{ role: 'staff', on: null }]))
  good(await disablePerson(id, true))
  expect(good(await people()).people.find((person) => person.id === id)).toMatchObject({
    isDisabled: true,
    grants: [{ role: 'staff', on: null }],
  })
  good(await disablePerson(id, false))
  good(await accept({ secret: good(await resetPassword(id)).secret, password: next }))
})

test('a password is changed, other devices are signed out, and signing out ends the session', async () => {
  const { trial, code } = await trialOf()
  const first = browse(trial)
  good(await setUp(body(code)))
  browse(trial)
  expect(await signIn({ email, password: 'not the password' })).toMatchObject({ ok: false })
  good(await signIn({ email, password: goodPassword }))
  expect(await changePassword('not the password', next)).toMatchObject({ ok: false })
  good(await changePassword(goodPassword, next))
  const [here, ...others] = good(await devices()).devices
  expect([here?.isThis, others]).toEqual([true, []])
  good(await signOut())
  expect(good(await authState()).session).toBeNull()
  browse(trial, first.cookie)
  expect(good(await authState()).session).toBeNull()
  good(await signIn({ email, password: next }))
  good(await revokeDevice(good(await devices()).devices[0]?.id ?? ''))
  expect(good(await authState()).session).toBeNull()
})

test('the sample is explored with the code, and removed again', async () => {
  const { trial, code } = await trialOf()
  browse(trial)
  const { session, accounts, password } = good(await exploreSample({ code }))
  expect(accounts.map((account) => account.email)).toContain(session.email)
  expect(password.length).toBeGreaterThan(11)
  const grants = [{ role: 'admin' as const, on: null }]
  const { secret } = good(await invite({ name: 'Ada', email, grants }))
  browse(trial)
  good(await accept({ secret, password: next }))
  expect(good(await removeSample()).removed).toBeGreaterThan(100)
}, 180_000)

test.each([
  ['no network', () => Promise.reject(new TypeError('failed to fetch'))],
  ['a portal’s page', async () => new Response('<html>Welcome</html>')],
  ['somebody else’s JSON', async () => Response.json({ hello: 'there' })],
])('%s is told as being offline, never as an answer', async (_, answer) => {
  vi.stubGlobal('fetch', answer)
  for (const asked of [await authState(), await signIn({ email, password: next }), await people()])
    expect(asked).toMatchObject({ ok: false, error: { code: 'offline' } })
})

test('the session is remembered on the device until it is forgotten, and nonsense is no session', () => {
  const kept = new Map<string, string>()
  const storage = {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => void kept.set(key, value),
    removeItem: (key: string) => void kept.delete(key),
  } as unknown as Storage
  const session = { db: 'd', userId: 'u', name: 'Ada', email, grants: [{ role: 'ict' as const, on: null }] }
  expect(rememberedSession(storage)).toBeUndefined()
  rememberSession(storage, session)
  expect(rememberedSession(storage)).toEqual(session)
  for (const [key] of kept) kept.set(key, '{"db":1}')
  expect(rememberedSession(storage)).toBeUndefined()
  for (const [key] of kept) kept.set(key, '{"db')
  expect(rememberedSession(storage)).toBeUndefined()
  rememberSession(storage, session)
  forgetSession(storage)
  expect(rememberedSession(storage)).toBeUndefined()
})

test('records of one person or of one server never lie with those of another', () => {
  const session = { db: 'd', userId: 'u', name: 'Ada', email, grants: [] }
  const names = [session, { ...session, db: 'e' }, { ...session, userId: 'v' }].map(storeName)
  expect(new Set(names).size).toBe(3)
})
