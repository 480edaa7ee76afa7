import { expect, test } from 'vitest'
import type { Device, Trial } from '../trial.ts'
import { cookieOf, errorCode, goodPassword, rowOf, startTrial } from '../trial.ts'

const hour = 3_600_000
const staffGrants = [{ role: 'staff', on: null }]

async function invited(name = 'Ben Carter', email = 'ben@trial.test') {
  const trial = startTrial()
  const admin = await trial.person('admin')
  const answer = await trial.post('/admin/people/invite', { name, email, grants: staffGrants }, admin.cookie)
  return { trial, admin, ...((await answer.json()) as { id: string; secret: string; until: number }) }
}

const accept = (trial: Trial, secret: string, more = {}) =>
  trial.post('/auth/accept', { secret, password: goodPassword, ...more })

const people = async (trial: Trial, admin: Device) =>
  ((await (await trial.get('/admin/people', admin.cookie)).json()) as { people: Record<string, unknown>[] }).people

test('an invited person chooses a password, is signed in and has a name in the catalogue', async () => {
  const { trial, admin, id, secret, until } = await invited()
  expect(until).toBe(trial.clock.now + 72 * hour)
  expect((await rowOf(trial, 'person', id))?.doc).toEqual({ name: 'Ben Carter', team: '' })
  expect(await people(trial, admin)).toContainEqual(
    expect.objectContaining({ id, email: 'ben@trial.test', hasSignedIn: false, invitedUntil: until }),
  )
  const answer = await accept(trial, secret, { name: 'Benjamin Carter' })
  expect(await answer.json()).toMatchObject({ session: { userId: id, name: 'Benjamin Carter', grants: staffGrants } })
  expect((await trial.get('/auth/devices', cookieOf(answer))).status).toBe(200)
  expect((await rowOf(trial, 'person', id))?.doc.name).toBe('Benjamin Carter')
  const [found] = (await people(trial, admin)).filter((person) => person.id === id)
  expect(found).toMatchObject({ hasSignedIn: true })
  expect(found).not.toHaveProperty('invitedUntil')
})

test('an invitation works once', async () => {
  const { trial, secret } = await invited()
  await accept(trial, secret)
  expect(await errorCode(await accept(trial, secret))).toBe('link_used_up')
})

test('an invitation works for 72 hours', async () => {
  const { trial, secret } = await invited()
  trial.clock.now += 72 * hour
  expect(await errorCode(await accept(trial, secret))).toBe('link_used_up')
})

test('a made-up link is refused', async () => {
  expect(await errorCode(await accept(startTrial(), 'made up'))).toBe('link_used_up')
})

test('inviting anew replaces the link; somebody who has an account is not invited', async () => {
  const { trial, admin, secret } = await invited()
  const body = { name: 'Ben Carter', email: 'BEN@trial.test', grants: staffGrants }
  const again = (await (await trial.post('/admin/people/invite', body, admin.cookie)).json()) as { secret: string }
  expect(await errorCode(await accept(trial, secret))).toBe('link_used_up')
  expect((await accept(trial, again.secret)).status).toBe(200)
  expect(await errorCode(await trial.post('/admin/people/invite', body, admin.cookie))).toBe('already_here')
})

test('a reset link sets a new password and signs every device out', async () => {
  const trial = startTrial()
  const [admin, person] = [await trial.person('admin'), await trial.person('staff')]
  const answer = await trial.post('/admin/people/reset', { id: person.userId }, admin.cookie)
  const { secret } = (await answer.json()) as { secret: string }
  expect((await trial.get('/auth/devices', person.cookie)).status).toBe(200)
  const fresh = await accept(trial, secret, { password: 'a new good password' })
  expect((await trial.get('/auth/devices', person.cookie)).status).toBe(401)
  expect((await trial.get('/auth/devices', cookieOf(fresh))).status).toBe(200)
})

test('grants count from the next request on', async () => {
  const trial = startTrial()
  const [admin, person] = [await trial.person('admin'), await trial.person('staff')]
  await trial.post('/admin/people/grants', { id: person.userId, grants: [{ role: 'ict', on: null }] }, admin.cookie)
  expect((await person.pull()).head.grants).toEqual([{ role: 'ict', on: null }])
})

test('a disabled person is out at once, and in again when enabled', async () => {
  const trial = startTrial()
  const [admin, person] = [await trial.person('admin'), await trial.person('staff')]
  const set = (isDisabled: boolean) =>
    trial.post('/admin/people/disable', { id: person.userId, isDisabled }, admin.cookie)
  const signIn = () => trial.post('/auth/sign-in', { email: `${person.userId}@trial.test`, password: goodPassword })
  await set(true)
  expect((await trial.get('/auth/devices', person.cookie)).status).toBe(401)
  expect((await signIn()).status).toBe(401)
  expect(await errorCode(await trial.post('/admin/people/reset', { id: person.userId }, admin.cookie))).toBe('disabled')
  await set(false)
  expect((await signIn()).status).toBe(200)
})

test('a session of a disabled account opens nothing, even if it were left', async () => {
  const trial = startTrial()
  const person = await trial.person('staff')
  await trial.database.write(async (statements) => {
    const user = await statements.user(person.userId)
    if (user) await statements.saveUser({ ...user, isDisabled: true })
  })
  expect((await trial.get('/auth/devices', person.cookie)).status).toBe(401)
})

test('somebody who can administer always stays', async () => {
  const trial = startTrial()
  const admin = await trial.person('admin')
  const disable = await trial.post('/admin/people/disable', { id: admin.userId, isDisabled: true }, admin.cookie)
  expect(await errorCode(disable)).toBe('last_admin')
  const grants = await trial.post('/admin/people/grants', { id: admin.userId, grants: staffGrants }, admin.cookie)
  expect(await errorCode(grants)).toBe('last_admin')
  expect((await people(trial, admin)).length).toBe(1)
  await trial.person('admin')
  expect(
    (await trial.post('/admin/people/grants', { id: admin.userId, grants: staffGrants }, admin.cookie)).status,
  ).toBe(200)
})

test("an administrator sees and ends a person's devices", async () => {
  const trial = startTrial()
  const [admin, person] = [await trial.person('admin'), await trial.person('staff')]
  const answer = await trial.post('/admin/people/devices', { id: person.userId }, admin.cookie)
  const { devices } = (await answer.json()) as { devices: { id: string }[] }
  expect(devices).toHaveLength(1)
  const body = { id: person.userId, device: devices[0]?.id }
  expect((await trial.post('/admin/people/devices/revoke', body, admin.cookie)).status).toBe(200)
  expect((await trial.get('/auth/devices', person.cookie)).status).toBe(401)
})

test('nobody but an administrator administers', async () => {
  const trial = startTrial()
  const person = await trial.person('staff', 'ict', 'manager', 'legal', 'practice_manager', 'client_officer')
  const id = person.userId
  const tries: [string, object][] = [
    ['invite', { name: 'A', email: 'a@trial.test', grants: [{ role: 'admin', on: null }] }],
    ['grants', { id, grants: [{ role: 'admin', on: null }] }],
    ['disable', { id, isDisabled: true }],
    ['reset', { id }],
    ['devices', { id }],
    ['devices/revoke', { id, device: id }],
  ]
  for (const [path, body] of tries) {
    expect((await trial.post(`/admin/people/${path}`, body, person.cookie)).status, path).toBe(403)
    expect((await trial.post(`/admin/people/${path}`, body)).status, path).toBe(401)
  }
  expect((await trial.get('/admin/people', person.cookie)).status).toBe(403)
  expect((await trial.post('/admin/sample/remove', {}, person.cookie)).status).toBe(403)
})
