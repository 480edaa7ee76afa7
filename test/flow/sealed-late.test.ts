// What lies open of legal text is sealed as soon as there is a key, whatever else fails.
import 'fake-indexeddb/auto'
import { IDBFactory } from 'fake-indexeddb'
import { expect, test } from 'vitest'
import type { Grant } from '../../src/domain/access.ts'
import { saves } from '../../src/domain/mutations/keep-catalogue.ts'
import { newMatter, startPractice } from '../server/practice.ts'
import type { Device } from '../server/trial.ts'
import { type Fault, startDevice } from './device.ts'
import { addTo, bytesOf } from './filing.ts'
import { asText, rawRows } from './raw-disk.ts'

const legal: Grant[] = [{ role: 'legal', on: null }]
const HOUR_MS = 3_600_000
const noLease: Fault = async () =>
  Response.json({ x: 'sync1', error: { code: 'not_found', message: '' } }, { status: 404 })

test('a file that fails again and again does not keep legal text of before the first lease open', async () => {
  const { trial, lawyers } = await startPractice(1)
  const disk = new IDBFactory()
  const handler = async (request: Request) =>
    new URL(request.url).pathname.startsWith('/sync/v1/parts')
      ? new Response('nginx', { status: 502 })
      : trial.handler(request)
  const device = await startDevice({ ...trial, handler }, lawyers[0] as Device, legal, disk)
  device.faults.push(noLease)
  await device.syncNow()
  const { id: matterId, doc } = newMatter({})
  await device.act(saves.matter, { id: matterId, doc: { ...doc, note: 'canary note' } })
  await addTo(device, { kind: 'matter', id: matterId }, bytesOf(1000))
  await device.syncNow()
  expect(asText(await rawRows(disk, device.store.name))).toContain('canary')
  trial.clock.now += 2 * HOUR_MS
  await device.syncNow()
  expect(device.sync.status()).toMatchObject({ lastError: 'offline', filesWaiting: 1 })
  expect(asText(await rawRows(disk, device.store.name))).not.toContain('canary')
})

test('a change that is settled just after the lease has ended is sealed with the next one, of the same key', async () => {
  const { trial, lawyers } = await startPractice(1)
  const disk = new IDBFactory()
  const device = await startDevice(trial, lawyers[0] as Device, legal, disk)
  await device.syncNow()
  const { id: matterId, doc } = newMatter({})
  await device.act(saves.matter, { id: matterId, doc })
  for (let round = 0; round < 2; round++) await device.syncNow()
  // Of a file’s record nothing is sealed, so that it is taken in without a key too.
  await addTo(device, { kind: 'matter', id: matterId }, bytesOf(1000))
  const open = async () => {
    const { sent } = await rawRows(disk, device.store.name)
    return (sent as { name: string; text: string }[]).filter(({ text }) => text !== '').map(({ name }) => name)
  }
  device.faults.push(
    (_push, send) => send(),
    (_pull, send) => {
      trial.clock.now += 80 * HOUR_MS
      return send()
    },
  )
  await device.syncNow()
  const { sent } = device.store.database
  expect(await sent.where('isOpen').equals(1).count()).toBe(0)
  expect(await open()).toEqual(['attachment.add'])
  await device.syncNow()
  expect(await open()).toEqual([])
  expect((await sent.toArray()).filter(({ text }) => text.includes('attachment.add'))).toHaveLength(1)
})
