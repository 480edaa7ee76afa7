import { expect, test } from 'vitest'
import type { Device, Trial } from '../trial.ts'
import { cookieOf, errorCode, goodPassword, startTrial } from '../trial.ts'

interface Devices {
  readonly devices: { id: string; label: string; isThis: boolean }[]
  readonly wipes: { id: string; label: string; askedBy: string; askedAt: number }[]
}
const devicesOf = async (trial: Trial, { cookie }: Device) =>
  (await (await trial.get('/auth/devices', cookie)).json()) as Devices

async function withPhone(trial: Trial) {
  const person = await trial.person('staff')
  const body = { email: `${person.userId}@trial.test`, password: goodPassword, device: 'Phone' }
  const phone = cookieOf(await trial.post('/auth/sign-in', body))
  const id = (await devicesOf(trial, person)).devices.find(({ label }) => label === 'Phone')?.id ?? ''
  return { person, phone, id }
}

const contacts = [
  (trial: Trial, cookie: string) => trial.get('/auth/state', cookie),
  (trial: Trial, cookie: string) => trial.get('/sync/v1/events', cookie),
  (trial: Trial, cookie: string) => trial.post('/sync/v1/pull', {}, cookie),
  (trial: Trial, cookie: string) => trial.post('/sync/v1/push', {}, cookie),
  (trial: Trial, cookie: string) => trial.post('/auth/sign-in', {}, cookie),
]

test('a wiped device is told at every contact who asked and when, until it confirms', async () => {
  const trial = startTrial()
  const { person, phone, id } = await withPhone(trial)
  const askedAt = trial.clock.now
  expect((await trial.post('/auth/devices/wipe', { id }, person.cookie)).status).toBe(200)
  expect(await devicesOf(trial, person)).toMatchObject({
    devices: [{ isThis: true }],
    wipes: [{ id, label: 'Phone', askedBy: 'Somebody', askedAt }],
  })
  trial.clock.now += 90 * 86_400_000
  for (const contact of contacts) {
    const answer = await contact(trial, phone)
    expect(answer.status).toBe(401)
    expect(await answer.json()).toMatchObject({
      x: 'sync1',
      error: { code: 'wipe' },
      wipe: { db: trial.database.id, user: person.userId, by: 'Somebody', at: askedAt },
    })
  }
  const confirmed = await trial.post('/auth/wiped', {}, phone)
  expect(confirmed.headers.get('set-cookie')).toContain('Max-Age=0')
  expect(await (await trial.get('/auth/state', phone)).json()).toMatchObject({ session: null })
})

test('a device that is being wiped can send nothing more', async () => {
  const trial = startTrial()
  const [{ person, id }, admin] = [await withPhone(trial), await trial.person('admin')]
  const here = (await devicesOf(trial, person)).devices.find((device) => device.isThis)?.id
  await trial.post('/admin/people/devices/wipe', { id: person.userId, device: here }, admin.cookie)
  const text = person.opText('no.matter', [])
  await expect(person.send([text])).rejects.toThrow(/^push: 401/)
  expect(await trial.database.read((statements) => statements.client(person.client))).toBeUndefined()
  expect(id).not.toBe(here)
})

test('an administrator wipes others’ devices, nobody else does', async () => {
  const trial = startTrial()
  const [{ person, phone, id }, other, admin] = [
    await withPhone(trial),
    await trial.person('manager'),
    await trial.person('admin'),
  ]
  const body = { id: person.userId, device: id }
  expect((await trial.post('/auth/devices/wipe', { id }, other.cookie)).status).toBe(404)
  expect((await trial.post('/admin/people/devices/wipe', body, other.cookie)).status).toBe(403)
  expect((await trial.post('/admin/people/devices/wipe', body)).status).toBe(401)
  expect((await trial.get('/auth/devices', phone)).status).toBe(200)
  expect((await trial.post('/admin/people/devices/wipe', body, admin.cookie)).status).toBe(200)
  expect(await errorCode(await trial.get('/auth/state', phone))).toBe('wipe')
  expect((await trial.get('/auth/state', person.cookie)).status).toBe(200)
})

test('a device that listens is told to ask at once', async () => {
  const trial = startTrial()
  const { person, phone, id } = await withPhone(trial)
  const stream = (await trial.get('/sync/v1/events', phone)).text()
  await trial.post('/auth/devices/wipe', { id }, person.cookie)
  expect(await stream).toContain('data: poke')
})

test('who was not asked to wipe confirms nothing', async () => {
  const trial = startTrial()
  const { person, phone } = await withPhone(trial)
  expect((await trial.post('/auth/wiped', {}, phone)).status).toBe(200)
  expect((await devicesOf(trial, person)).devices).toHaveLength(2)
})

test('whoever is switched off has their devices wiped if that is wanted: also where the session has ended', async () => {
  const trial = startTrial()
  const [{ person, phone, id }, admin] = [await withPhone(trial), await trial.person('admin')]
  const left = await trial.post('/auth/sign-in', { email: `${person.userId}@trial.test`, password: goodPassword })
  await trial.post('/auth/sign-out', {}, cookieOf(left))
  await trial.post('/auth/devices/revoke', { id }, person.cookie)
  const off = { id: person.userId, isDisabled: true, wipe: true }
  expect((await trial.post('/admin/people/disable', off, admin.cookie)).status).toBe(200)
  trial.clock.now += 40 * 86_400_000
  for (const cookie of [phone, person.cookie])
    expect(await (await trial.get('/auth/state', cookie)).json()).toMatchObject({ error: { code: 'wipe' } })
  expect(await trial.database.read((statements) => statements.wipesOf(person.userId))).toHaveLength(2)
  await trial.post('/auth/wiped', {}, phone)
  const again = await trial.person('admin')
  const asked = await trial.post('/admin/people/wipe', { id: person.userId }, again.cookie)
  expect(await asked.json()).toMatchObject({ asked: 0 })
})

test('switching off alone wipes nothing, and its devices can still be told later', async () => {
  const trial = startTrial()
  const [{ person, phone }, admin] = [await withPhone(trial), await trial.person('admin')]
  await trial.post('/admin/people/disable', { id: person.userId, isDisabled: true }, admin.cookie)
  expect(await (await trial.get('/auth/state', phone)).json()).toMatchObject({ session: null })
  const asked = await trial.post('/admin/people/wipe', { id: person.userId }, admin.cookie)
  expect(await asked.json()).toMatchObject({ asked: 2 })
  expect(await (await trial.get('/auth/state', phone)).json()).toMatchObject({ error: { code: 'wipe' } })
  expect((await trial.post('/admin/people/wipe', { id: admin.userId }, person.cookie)).status).toBe(401)
})
