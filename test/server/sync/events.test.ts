import { expect, test } from 'vitest'
import { deskScope } from '../../../src/domain/scope.ts'
import type { Device, Trial } from '../trial.ts'
import { anotherDevice, cookieOf, goodPassword, newOutage, startTrial } from '../trial.ts'

/** Listens; `next` waits for the next line, undefined when the stream has ended. */
async function listen(trial: Trial, device: Device) {
  const answer = await trial.get('/sync/v1/events', device.cookie, { 'accept-encoding': 'gzip' })
  expect(answer.status).toBe(200)
  expect(answer.headers.get('content-type')).toContain('text/event-stream')
  expect(answer.headers.get('content-encoding')).toBeNull()
  const reader = (answer.body as ReadableStream<Uint8Array>).getReader()
  const next = async () => {
    const { value } = await reader.read()
    return value && new TextDecoder().decode(value).trim()
  }
  expect(await next()).toBe(': still here')
  return { next, cancel: () => reader.cancel() }
}

const reach = (trial: Trial, councilId: string) => ({
  k: 'reach',
  id: trial.newId(),
  s: deskScope(councilId),
  set: { edge: { outageId: trial.newId(), councilId }, people: { divisions: [] }, workaround: { workaround: '' } },
})

/** Another session of the same person. */
async function sameAgain(trial: Trial, { userId }: Device): Promise<Device> {
  const body = { email: `${userId}@trial.test`, password: goodPassword }
  return {
    ...anotherDevice(trial, await trial.person('staff')),
    cookie: cookieOf(await trial.post('/auth/sign-in', body)),
  }
}

test('a push pokes those who may read what changed', async () => {
  const trial = startTrial()
  const [ict, staff] = [await trial.person('ict'), await trial.person('staff')]
  const stream = await listen(trial, staff)
  await ict.push('outage.report', [newOutage(trial.newId())])
  expect(await stream.next()).toBe('data: poke')
})

test('a push pokes nobody who may not read what changed, and a refused push pokes nobody', async () => {
  const trial = startTrial({ heartbeatMs: 40 })
  const [ict, staff] = [await trial.person('ict'), await trial.person('staff')]
  const stream = await listen(trial, staff)
  await ict.push('outage.people', [reach(trial, trial.newId())])
  await ict.push('outage.report', [newOutage(trial.newId(), { loss: 9 })])
  expect(await stream.next()).toBe(': still here')
  await stream.cancel()
})

test('signing out on the device ends its stream', async () => {
  const trial = startTrial()
  const device = await trial.person('staff')
  const stream = await listen(trial, device)
  await trial.post('/auth/sign-out', {}, device.cookie)
  expect(await stream.next()).toBeUndefined()
})

test('a change of grants ends the streams of the person', async () => {
  const trial = startTrial()
  const [admin, staff] = [await trial.person('admin'), await trial.person('staff')]
  const stream = await listen(trial, staff)
  await trial.post('/admin/people/grants', { id: staff.userId, grants: [] }, admin.cookie)
  expect(await stream.next()).toBeUndefined()
})

test('a device that is revoked stops hearing', async () => {
  const trial = startTrial()
  const device = await trial.person('staff')
  const stream = await listen(trial, device)
  const { devices } = (await (await trial.get('/auth/devices', device.cookie)).json()) as { devices: { id: string }[] }
  await trial.post('/auth/devices/revoke', { id: devices[0]?.id }, device.cookie)
  expect(await stream.next()).toBeUndefined()
})

test('a stream ends when its session expires', async () => {
  const trial = startTrial({ heartbeatMs: 20 })
  const device = await trial.person('staff')
  const stream = await listen(trial, device)
  expect(await stream.next()).toBe(': still here')
  trial.clock.now += 31 * 86_400_000
  for (let line = await stream.next(); line !== undefined; line = await stream.next()) expect(line).toBe(': still here')
})

test('one device listens a dozen times at most: the oldest stream ends for the newest', async () => {
  const trial = startTrial()
  const device = await trial.person('staff')
  const streams = []
  for (let i = 0; i < 13; i++) streams.push(await listen(trial, device))
  expect(await streams[0]?.next()).toBeUndefined()
  await trial.post('/auth/sign-out', {}, device.cookie)
  for (const stream of streams) expect(await stream.next()).toBeUndefined()
})

test('all devices of a person listen sixty times at most', async () => {
  const trial = startTrial()
  const first = await trial.person('staff')
  const devices = [first]
  for (let i = 0; i < 5; i++) devices.push(await sameAgain(trial, first))
  const streams = []
  for (const device of devices) for (let i = 0; i < 10; i++) streams.push(await listen(trial, device))
  streams.push(await listen(trial, await sameAgain(trial, first)))
  expect(await streams[0]?.next()).toBeUndefined()
  for (const stream of streams) await stream.cancel()
})

test('nobody listens without a session', async () => {
  expect((await startTrial().get('/sync/v1/events')).status).toBe(401)
})
