import { expect, test } from 'vitest'
import type { Device, Trial } from '../trial.ts'
import { cookieOf, errorCode, goodPassword, origin, startTrial } from '../trial.ts'
import { type Authenticator, makeAuthenticator, type Wrong } from './authenticator.ts'

const minute = 60_000

interface Options {
  readonly challenge: string
  readonly user: { id: string }
  readonly authenticatorSelection: object
  readonly userVerification?: string
  readonly rpId?: string
  readonly rp?: { id: string }
}

async function options(trial: Trial, path: string, cookie?: string, headers?: Record<string, string>) {
  return ((await (await trial.post(path, {}, cookie, headers)).json()) as { options: Options }).options
}

async function add(trial: Trial, { cookie }: Device, key: Authenticator, wrong?: Wrong): Promise<Response> {
  const asked = await options(trial, '/auth/passkeys/options', cookie)
  return trial.post('/auth/passkeys/add', { name: 'My phone', response: key.created(asked, wrong) }, cookie)
}

async function signIn(trial: Trial, key: Authenticator, wrong?: Wrong): Promise<Response> {
  const asked = await options(trial, '/auth/passkey/options')
  return trial.post('/auth/passkey/sign-in', { response: key.signed(asked, wrong), device: 'Phone' })
}

async function withPasskey(trial: Trial) {
  const person = await trial.person('staff')
  const key = makeAuthenticator(origin)
  expect((await add(trial, person, key)).status).toBe(200)
  return { person, key }
}

interface Listed {
  readonly passkeys: { id: string; name: string; createdAt: number; usedAt: number | null }[]
}
const listed = async (trial: Trial, { cookie }: Device) =>
  ((await (await trial.get('/auth/passkeys', cookie)).json()) as Listed).passkeys

test('a person adds a passkey and signs in with it, without naming themself', async () => {
  const trial = startTrial()
  const { person, key } = await withPasskey(trial)
  expect(await listed(trial, person)).toEqual([
    { id: key.id, name: 'My phone', createdAt: trial.clock.now, usedAt: null },
  ])
  trial.clock.now += minute
  const answer = await signIn(trial, key)
  expect(await answer.json()).toMatchObject({ x: 'sync1', session: { userId: person.userId } })
  expect((await trial.get('/auth/devices', cookieOf(answer))).status).toBe(200)
  expect(await listed(trial, person)).toMatchObject([{ usedAt: trial.clock.now }])
})

test('the device must know whose passkey it is and that it is the person', async () => {
  const trial = startTrial()
  const person = await trial.person('staff')
  const asked = await options(trial, '/auth/passkeys/options', person.cookie)
  expect(asked.authenticatorSelection).toMatchObject({ residentKey: 'required', userVerification: 'required' })
  expect(await options(trial, '/auth/passkey/options')).toMatchObject({ userVerification: 'required' })
  const key = makeAuthenticator(origin)
  expect(await errorCode(await add(trial, person, key, { isUnverified: true }))).toBe('wrong_passkey')
  expect((await add(trial, person, key)).status).toBe(200)
  expect((await signIn(trial, key, { isUnverified: true })).status).toBe(401)
})

test('a passkey is of the address that people use', async () => {
  const ours = 'https://uptally.example.gov.uk'
  const given = startTrial({ origin: ours })
  expect(await options(given, '/auth/passkey/options', undefined, { origin: ours })).toMatchObject({
    rpId: 'uptally.example.gov.uk',
  })
  const trial = startTrial()
  expect(await options(trial, '/auth/passkey/options')).toMatchObject({ rpId: 'uptally.test' })
  const { key } = await withPasskey(trial)
  expect((await signIn(trial, key, { origin: 'https://elsewhere.test' })).status).toBe(401)
})

test('a challenge works once, for five minutes, and for what it was made for', async () => {
  const trial = startTrial()
  const { person, key } = await withPasskey(trial)
  const asked = await options(trial, '/auth/passkey/options')
  const send = (challenge: string) => trial.post('/auth/passkey/sign-in', { response: key.signed({ challenge }) })
  expect((await send(asked.challenge)).status).toBe(200)
  expect((await send(asked.challenge)).status).toBe(401)

  const late = await options(trial, '/auth/passkey/options')
  trial.clock.now += 5 * minute
  expect((await send(late.challenge)).status).toBe(401)

  const other = await options(trial, '/auth/passkeys/options', person.cookie)
  expect((await send(other.challenge)).status).toBe(401)
  expect((await send('nobody-made-this')).status).toBe(401)
  expect((await signIn(trial, key)).status).toBe(200)
})

test('an offer to add a passkey is of the person who asked for it', async () => {
  const trial = startTrial()
  const [person, other] = [await trial.person('staff'), await trial.person('staff')]
  const asked = await options(trial, '/auth/passkeys/options', person.cookie)
  const body = { name: 'Mine', response: makeAuthenticator(origin).created(asked) }
  expect((await trial.post('/auth/passkeys/add', body, other.cookie)).status).toBe(400)
  expect((await trial.post('/auth/passkeys/add', body)).status).toBe(401)
  expect(await listed(trial, other)).toEqual([])
})

test('a copy of a passkey, which counts what was counted already, does not sign in', async () => {
  const trial = startTrial()
  const { key } = await withPasskey(trial)
  expect((await signIn(trial, key, { counter: 7 })).status).toBe(200)
  expect((await signIn(trial, key, { counter: 7 })).status).toBe(401)
  expect((await signIn(trial, key, { counter: 3 })).status).toBe(401)
  expect((await signIn(trial, key, { counter: 8 })).status).toBe(200)
})

test('another key, another person’s handle, an unknown passkey and a disabled account get the same answer', async () => {
  const trial = startTrial()
  const [{ person, key }, admin] = [await withPasskey(trial), await trial.person('admin')]
  const answers = [
    await signIn(trial, key, { isOtherKey: true }),
    await signIn(trial, key, { userHandle: Buffer.from(admin.userId).toString('base64url') }),
    await signIn(trial, makeAuthenticator(origin)),
  ]
  await trial.post('/admin/people/disable', { id: person.userId, isDisabled: true }, admin.cookie)
  answers.push(await signIn(trial, key))
  const bodies = await Promise.all(answers.map((answer) => answer.text()))
  expect(answers.map((answer) => answer.status)).toEqual([401, 401, 401, 401])
  expect(new Set(bodies).size).toBe(1)
})

test('a removed passkey signs nobody in, and nobody removes another’s', async () => {
  const trial = startTrial()
  const [{ person, key }, other] = [await withPasskey(trial), await trial.person('staff')]
  await trial.post('/auth/passkeys/remove', { id: key.id }, other.cookie)
  expect((await signIn(trial, key)).status).toBe(200)
  await trial.post('/auth/passkeys/remove', { id: key.id }, person.cookie)
  expect(await listed(trial, person)).toEqual([])
  expect((await signIn(trial, key)).status).toBe(401)
})

test('a reset link ends the passkeys of before: one of them may be another’s', async () => {
  const trial = startTrial()
  const [{ person, key }, admin] = [await withPasskey(trial), await trial.person('admin')]
  const made = await trial.post('/admin/people/reset', { id: person.userId }, admin.cookie)
  const { secret } = (await made.json()) as { secret: string }
  expect((await signIn(trial, key)).status).toBe(200)
  expect((await trial.post('/auth/accept', { secret, password: goodPassword })).status).toBe(200)
  expect((await signIn(trial, key)).status).toBe(401)
})

test('a passkey is added once, and a person has at most twenty', async () => {
  const trial = startTrial()
  const { person, key } = await withPasskey(trial)
  expect(await errorCode(await add(trial, person, key))).toBe('passkey_known')
  for (let i = 1; i < 20; i++) expect((await add(trial, person, makeAuthenticator(origin))).status).toBe(200)
  const more = await trial.post('/auth/passkeys/options', {}, person.cookie)
  expect(await errorCode(more)).toBe('too_many')
})

test('ten wrong answers for one passkey are enough for a quarter of an hour', async () => {
  const trial = startTrial()
  const { key } = await withPasskey(trial)
  for (let i = 0; i < 10; i++) expect((await signIn(trial, key, { isOtherKey: true })).status).toBe(401)
  expect(await errorCode(await signIn(trial, key))).toBe('too_many_attempts')
  trial.clock.now += 15 * minute
  expect((await signIn(trial, key)).status).toBe(200)
})

test('a passkey is renamed by its person alone', async () => {
  const trial = startTrial()
  const { person, key } = await withPasskey(trial)
  const other = await trial.person('staff')
  const rename = (name: string, by: Device) => trial.post('/auth/passkeys/rename', { id: key.id, name }, by.cookie)
  expect((await rename('Key ring', person)).status).toBe(200)
  expect(await errorCode(await rename('Mine now', other))).toBe('no_such_passkey')
  expect((await rename(' ', person)).status).toBe(400)
  expect(await listed(trial, person)).toMatchObject([{ id: key.id, name: 'Key ring' }])
  expect((await signIn(trial, key)).status).toBe(200)
})

test('on a device that holds somebody’s records nobody else signs in with a passkey', async () => {
  const trial = startTrial()
  const { person, key } = await withPasskey(trial)
  const other = await trial.person('staff')
  const again = async (who: Device) => {
    const response = key.signed(await options(trial, '/auth/passkey/options'))
    return trial.post('/auth/passkey/sign-in', { response, person: who.userId })
  }
  const refused = await again(other)
  expect(await errorCode(refused)).toBe('other_person')
  expect(refused.headers.get('set-cookie')).toBeNull()
  expect((await again(person)).status).toBe(200)
})
