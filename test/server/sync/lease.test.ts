// The key for legal text: who gets one, and how long it stays the same.
import { expect, test } from 'vitest'
import { type Role, roles } from '../../../src/domain/access.ts'
import { leaseResponseSchema } from '../../../src/domain/lease.ts'
import { anotherDevice, type Device, errorCode, startTrial, type Trial } from '../trial.ts'

const asked = async (trial: Trial, { cookie, userId }: Device) => {
  const answer = await trial.post('/sync/v1/lease', { x: 'sync1', db: trial.database.id, user: userId }, cookie)
  expect(answer.status).toBe(200)
  return leaseResponseSchema.parse(await answer.json()).lease
}

const grant = (trial: Trial, admin: Device, id: string, given: readonly Role[]) =>
  trial.post('/admin/people/grants', { id, grants: given.map((role) => ({ role, on: null })) }, admin.cookie)

test('only those who read legal text get a key, for as many hours as the setting says', async () => {
  const trial = startTrial({ leaseHours: 5 })
  for (const role of roles) {
    const lease = await asked(trial, await trial.person(role))
    if (role === 'legal') expect(lease).toMatchObject({ hours: 5 })
    else expect(lease, role).toBeNull()
  }
  const named = await trial.person({ role: 'legal', on: `matter:${trial.newId()}` })
  expect(await asked(trial, named)).toMatchObject({ hours: 5 })
})

test('the key stays the same from one asking to the next, and is each person’s own', async () => {
  const trial = startTrial()
  const [ada, bob] = [await trial.person('legal'), await trial.person('legal')]
  const first = await asked(trial, ada)
  trial.clock.now += 3 * 86_400_000
  expect(await asked(trial, anotherDevice(trial, ada))).toEqual(first)
  const other = await asked(trial, bob)
  expect(other?.id).not.toBe(first?.id)
  expect(other?.key).not.toBe(first?.key)
  expect(Buffer.from(first?.key ?? '', 'base64')).toHaveLength(32)
})

test('who loses all of Legal gets no key, and another one if they come back; other roles change nothing', async () => {
  const trial = startTrial()
  const [admin, ada] = [await trial.person('admin'), await trial.person('legal')]
  const first = await asked(trial, ada)
  await grant(trial, admin, ada.userId, ['legal', 'staff'])
  expect(await asked(trial, ada)).toEqual(first)
  await grant(trial, admin, ada.userId, ['staff'])
  expect(await asked(trial, ada)).toBeNull()
  await grant(trial, admin, ada.userId, ['legal'])
  const second = await asked(trial, ada)
  expect(second?.id).not.toBe(first?.id)
  expect(second?.key).not.toBe(first?.key)
})

test('switching a person off, or having one of their devices wiped, drops their key', async () => {
  const trial = startTrial()
  const [admin, ada] = [await trial.person('admin'), await trial.person('legal')]
  const keyOf = () => trial.database.read((statements) => statements.legalKey(ada.userId))
  await asked(trial, ada)
  expect(await keyOf()).toBeDefined()
  const [session] = await trial.database.read((statements) => statements.sessionsOf(ada.userId))
  await trial.post('/admin/people/devices/wipe', { id: ada.userId, device: session?.id }, admin.cookie)
  expect(await keyOf()).toBeUndefined()
  expect(await errorCode(await trial.post('/sync/v1/lease', {}, ada.cookie))).toBe('wipe')
  const eve = await trial.person('legal')
  await asked(trial, eve)
  await trial.post('/admin/people/disable', { id: eve.userId, isDisabled: true }, admin.cookie)
  expect(await trial.database.read((statements) => statements.legalKey(eve.userId))).toBeUndefined()
})

test('nobody gets a key without a session, for other data, or for somebody else', async () => {
  const trial = startTrial()
  const [ada, bob] = [await trial.person('legal'), await trial.person('legal')]
  const body = { x: 'sync1', db: trial.database.id, user: ada.userId }
  expect(await errorCode(await trial.post('/sync/v1/lease', body))).toBe('signed_out')
  expect(await errorCode(await trial.post('/sync/v1/lease', body, bob.cookie))).toBe('other_person')
  expect(await errorCode(await trial.post('/sync/v1/lease', { ...body, db: 'x' }, ada.cookie))).toBe('other_database')
  expect(await errorCode(await trial.post('/sync/v1/lease', { db: body.db }, ada.cookie))).toBe('bad_request')
})
