// Devices and servers of different versions: what is recorded is taken, or waits, and nothing is refused or lost for it.
import { expect, test } from 'vitest'
import { protocol } from '../../src/domain/wire.ts'
import { earlierOp, versionsOf } from '../domain/made-versions.ts'
import { startTrial, type Trial } from '../server/trial.ts'
import { type Fault, startDevice, type TrialDevice } from './device.ts'
import { ict, reported } from './devices.ts'

/** Ops leave the page in the words of schema `page`, so many steps before today's. */
const asPage =
  (handler: Trial['handler'], page: number, steps: number): Trial['handler'] =>
  async (request) => {
    if (!request.url.endsWith('/push')) return handler(request)
    const body = (await request.json()) as { ops: string[] }
    const ops = body.ops.map((text) => earlierOp(JSON.stringify({ ...JSON.parse(text), schema: page }), steps))
    return handler(new Request(request, { body: JSON.stringify({ ...body, ops }) }))
  }

async function startPair(server: number, page: number) {
  const trial = startTrial({ versions: versionsOf(server) })
  let { handler } = trial
  const between: Trial = { ...trial, handler: (request) => asPage(handler, page, Math.max(0, server - page))(request) }
  const device = await startDevice(between, await trial.person(...ict), ict)
  return {
    trial,
    device,
    /** The server is brought to another version, over the same data. */
    serve: (later: number) => {
      handler = startTrial({ database: trial.database, versions: versionsOf(later) }).handler
    },
  }
}

const parkedOn = ({ store }: TrialDevice) => store.database.parked.count()

for (const server of [2, 3, 4])
  for (const page of [server - 2, server - 1, server].filter((number) => number > 0))
    test(`a page of schema ${page} and a server of schema ${server} come to the same`, async () => {
      const { trial, device } = await startPair(server, page)
      const id = await reported(device)
      await device.syncNow()
      expect(device.sync.status()).toMatchObject({ waitingCount: 0, needsCount: 0 })
      const row = await trial.database.read((statements) => statements.row('outage', id))
      expect(await device.store.reads.get('outage', id)).toMatchObject(JSON.parse(row?.doc ?? '{}'))
    })

test('beside a server that was put back to an earlier version a change waits and says so; what others do still comes', async () => {
  const { trial, device, serve } = await startPair(2, 3)
  const other = await startDevice(trial, await trial.person(...ict), ict)
  other.faults.push(async (request) => asPage(trial.handler, 2, 0)(request))
  const theirs = await reported(other)
  await other.syncNow()

  const id = await reported(device)
  await device.syncNow()
  expect(device.sync.status()).toMatchObject({ state: 'waiting', waitingCount: 1, needsCount: 0, lastError: 'behind' })
  expect(await parkedOn(device)).toBe(0)
  expect(await device.store.reads.get('outage', id)).toBeDefined()
  expect(await device.store.reads.get('outage', theirs)).toBeDefined()

  serve(3)
  await device.syncNow()
  expect(device.sync.status()).toMatchObject({ state: 'up_to_date', waitingCount: 0 })
  expect(device.sync.status().lastError).toBeUndefined()
  expect(await trial.database.read((statements) => statements.row('outage', id))).toBeDefined()
})

/** Everything that the server says it says in another version of the wire. */
const speaking =
  (x: string): Fault =>
  async (_request, send) => {
    const answer = await send()
    return new Response((await answer.text()).replace(`"x":"${protocol}"`, `"x":"${x}"`), answer)
  }

for (const status of [200, 401, 426])
  test(`a server that has left this version of the wire has the page say “reload”, and keeps nothing from being sent: ${status}`, async () => {
    const { device, trial } = await startPair(1, 1)
    const id = await reported(device)
    device.faults.push(async (request, send) => {
      const answer = await speaking('sync2')(request, send)
      return new Response(answer.body, { status })
    })
    await device.syncNow()
    expect(device.sync.status()).toMatchObject({ state: 'upgrade', waitingCount: 1 })
    const reloaded = await device.restart()
    await reloaded.syncNow()
    expect(reloaded.sync.status()).toMatchObject({ state: 'up_to_date', waitingCount: 0 })
    expect(await trial.database.read((statements) => statements.row('outage', id))).toBeDefined()
    expect(await parkedOn(reloaded)).toBe(0)
  })

test('a server of before this version of the wire is waited for', async () => {
  const { device } = await startPair(1, 1)
  await reported(device)
  device.faults.push(speaking('sync0'))
  await device.syncNow()
  expect(device.sync.status()).toMatchObject({ state: 'waiting', waitingCount: 1, lastError: 'behind' })
  await device.syncNow()
  expect(device.sync.status()).toMatchObject({ state: 'up_to_date', waitingCount: 0 })
})
