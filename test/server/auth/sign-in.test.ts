import { expect, test } from 'vitest'
import { createPasswords } from '../../../src/server/auth/password.ts'
import type { Device, Trial } from '../trial.ts'
import { cookieOf, errorCode, goodPassword, startTrial } from '../trial.ts'

const day = 86_400_000
const emailOf = (device: Device) => `${device.userId}@trial.test`
const signIn = (trial: Trial, email: string, password: string, device?: string) =>
  trial.post('/auth/sign-in', { email, password, ...(device && { device }) })

test('a person signs in with e-mail address and password, in any case', async () => {
  const trial = startTrial()
  const person = await trial.person('staff')
  const answer = await signIn(trial, emailOf(person).toUpperCase(), goodPassword)
  expect(await answer.json()).toMatchObject({ x: 'sync1', session: { userId: person.userId } })
  const cookie = answer.headers.get('set-cookie') ?? ''
  expect(cookie).toMatch(/^uptally=[\w-]{43}; Max-Age=34560000; Path=\/; HttpOnly; SameSite=Lax$/)
})

test('behind HTTPS the cookie is sent to this host over HTTPS only', async () => {
  const origin = 'https://uptally.example.gov.uk'
  const trial = startTrial({ origin })
  const person = await trial.person('staff')
  const body = { email: emailOf(person), password: goodPassword }
  const answer = await trial.post('/auth/sign-in', body, undefined, { origin })
  expect(answer.headers.get('set-cookie')).toMatch(/^__Host-uptally=.*; Path=\/; HttpOnly; Secure; SameSite=Lax$/)
})

test('an unknown person, a wrong password and a disabled account get the same answer', async () => {
  const trial = startTrial()
  const [admin, person, disabled] = [
    await trial.person('admin'),
    await trial.person('staff'),
    await trial.person('staff'),
  ]
  await trial.post('/admin/people/disable', { id: disabled.userId, isDisabled: true }, admin.cookie)
  const answers = [
    await signIn(trial, 'nobody@trial.test', goodPassword),
    await signIn(trial, emailOf(person), 'not the password'),
    await signIn(trial, emailOf(disabled), goodPassword),
  ]
  const bodies = await Promise.all(answers.map((answer) => answer.text()))
  expect(answers.map((answer) => answer.status)).toEqual([401, 401, 401])
  expect(new Set(bodies).size).toBe(1)
})

test('an unknown person costs a password check like any other', async () => {
  const checks: (string | null)[] = []
  const real = createPasswords({ memoryKib: 8, passes: 1 })
  const passwords = {
    ...real,
    matches: async (stored: string | null, password: string) => {
      checks.push(stored)
      return real.matches(stored, password)
    },
  }
  const trial = startTrial({ passwords })
  await signIn(trial, 'nobody@trial.test', goodPassword)
  expect(checks).toEqual([null])
  expect(await real.matches(null, 'nobody has this password')).toBe(false)
})

test('ten wrong passwords from one place are enough for a quarter of an hour', async () => {
  const trial = startTrial()
  const person = await trial.person('staff')
  for (let i = 0; i < 10; i++) expect((await signIn(trial, emailOf(person), 'not the password')).status).toBe(401)
  expect(await errorCode(await signIn(trial, emailOf(person), goodPassword))).toBe('too_many_attempts')
  trial.clock.now += 15 * 60_000
  expect((await signIn(trial, emailOf(person), goodPassword)).status).toBe(200)
})

test('signing in often with the right password is no guessing', async () => {
  const trial = startTrial()
  const person = await trial.person('staff')
  for (let i = 0; i < 15; i++) expect((await signIn(trial, emailOf(person), goodPassword)).status).toBe(200)
})

test('one address that guesses at many people is stopped', async () => {
  const trial = startTrial()
  let answer = await signIn(trial, 'x0@trial.test', goodPassword)
  for (let i = 1; i <= 100; i++) answer = await signIn(trial, `x${i}@trial.test`, goodPassword)
  expect(answer.status).toBe(429)
})

test('an address given by a proxy counts only when the proxy is trusted', async () => {
  const guess = async (trial: Trial) => {
    const person = await trial.person('staff')
    for (let i = 0; i < 11; i++) {
      const body = { email: emailOf(person), password: 'not the password' }
      const answer = await trial.post('/auth/sign-in', body, undefined, { 'x-forwarded-for': `9.9.9.9, 10.0.0.${i}` })
      if (i === 10) return answer.status
    }
    return 0
  }
  expect(await guess(startTrial())).toBe(429)
  expect(await guess(startTrial({ isProxyTrusted: true }))).toBe(401)
})

test('a session lasts thirty days from its last use', async () => {
  const trial = startTrial()
  const person = await trial.person('staff')
  trial.clock.now += 20 * day
  const answer = await trial.get('/auth/state', person.cookie)
  expect(await answer.json()).toMatchObject({ session: { userId: person.userId } })
  expect(cookieOf(answer)).toBe(person.cookie)
  trial.clock.now += 29 * day
  expect((await trial.get('/auth/devices', person.cookie)).status).toBe(200)
  trial.clock.now += 30 * day
  expect(await errorCode(await trial.get('/auth/devices', person.cookie))).toBe('signed_out')
})

test('signing out ends the session for good', async () => {
  const trial = startTrial()
  const person = await trial.person('staff')
  const answer = await trial.post('/auth/sign-out', {}, person.cookie)
  expect(answer.headers.get('set-cookie')).toContain('Max-Age=0')
  expect((await trial.get('/auth/devices', person.cookie)).status).toBe(401)
  expect((await trial.post('/auth/sign-out', {}, person.cookie)).status).toBe(200)
})

test('the database holds no token and no password', async () => {
  const trial = startTrial()
  const person = await trial.person('staff')
  const token = person.cookie.split('=')[1] ?? ''
  const { readFileSync } = await import('node:fs')
  const bytes = [trial.file, `${trial.file}-wal`].map((file) => readFileSync(file).toString('latin1')).join('')
  expect(bytes).toContain(person.userId)
  expect(bytes).not.toContain(token)
  expect(bytes).not.toContain(goodPassword)
})

test('a new password signs every other device out', async () => {
  const trial = startTrial()
  const person = await trial.person('staff')
  const phone = cookieOf(await signIn(trial, emailOf(person), goodPassword, 'Phone'))
  const next = 'another good password'
  const wrong = await trial.post('/auth/password', { current: 'not the password', next }, person.cookie)
  expect(await errorCode(wrong)).toBe('wrong_password')
  expect((await trial.post('/auth/password', { current: goodPassword, next: 'short' }, person.cookie)).status).toBe(400)
  expect((await trial.post('/auth/password', { current: goodPassword, next }, person.cookie)).status).toBe(200)
  expect((await trial.get('/auth/devices', person.cookie)).status).toBe(200)
  expect((await trial.get('/auth/devices', phone)).status).toBe(401)
  expect((await signIn(trial, emailOf(person), goodPassword)).status).toBe(401)
  expect((await signIn(trial, emailOf(person), next)).status).toBe(200)
})

test('a new password ends a reset link that is still open', async () => {
  const trial = startTrial()
  const [person, admin] = [await trial.person('staff'), await trial.person('admin')]
  const link = await trial.post('/admin/people/reset', { id: person.userId }, admin.cookie)
  const { secret } = (await link.json()) as { secret: string }
  const next = 'another good password'
  expect((await trial.post('/auth/password', { current: goodPassword, next }, person.cookie)).status).toBe(200)
  const used = await trial.post('/auth/accept', { secret, password: 'yet another password' })
  expect(await errorCode(used)).toBe('link_used_up')
})

test('a person sees their devices and signs one of them out, but nobody else’s', async () => {
  const trial = startTrial()
  const [person, other] = [await trial.person('staff'), await trial.person('staff')]
  const phone = cookieOf(await signIn(trial, emailOf(person), goodPassword, 'Phone'))
  type Devices = { devices: { id: string; label: string; isThis: boolean }[] }
  const devices = async (cookie: string) =>
    ((await (await trial.get('/auth/devices', cookie)).json()) as Devices).devices
  const found = (await devices(person.cookie)).find((device) => device.label === 'Phone')
  expect((await devices(person.cookie)).map((device) => device.isThis).sort()).toEqual([false, true])
  await trial.post('/auth/devices/revoke', { id: found?.id }, other.cookie)
  expect(await devices(phone)).toHaveLength(2)
  await trial.post('/auth/devices/revoke', { id: found?.id }, person.cookie)
  expect((await trial.get('/auth/devices', phone)).status).toBe(401)
})
