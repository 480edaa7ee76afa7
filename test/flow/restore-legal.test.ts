// A backup is put back where lawyers work: what they wrote since lies sealed on their devices alone.
import 'fake-indexeddb/auto'
import { expect, test } from 'vitest'
import type { Grant } from '../../src/domain/access.ts'
import { saves } from '../../src/domain/mutations/keep-catalogue.ts'
import { addEntry } from '../../src/domain/mutations/record-time.ts'
import { renumber, takeAllBack } from '../../src/store/resend.ts'
import { newMatter, startPractice } from '../server/practice.ts'
import type { Device } from '../server/trial.ts'
import { clientOf } from './compared.ts'
import { startDevice } from './device.ts'
import { makeDrill } from './drill.ts'
import { addTo, bytesOf, looked, same } from './filing.ts'

const legal: Grant[] = [{ role: 'legal', on: null }]
const HOUR_MS = 3_600_000

/** A lawyer whose first key, and all of whose work, is of after the backup, and settled. */
async function startLawyer() {
  const practice = await startPractice(1)
  const { trial, backUp, restore, signInAnew } = makeDrill(practice.trial)
  const [lawyer] = practice.lawyers as [Device]
  backUp()
  const device = await startDevice(trial, lawyer, legal)
  await device.syncNow()
  const { id: matterId, doc } = newMatter({})
  await device.act(saves.matter, { id: matterId, doc })
  const work = { teamId: doc.teamId, matterId, activity: 'drafting', chargeability: 'chargeable' } as const
  const stretch = { workedOn: '2026-03-02', startAt: null, endAt: null, seconds: 1800, isEstimated: false } as const
  const said = { ...work, ...stretch, source: 'typed' } as const
  await device.act(addEntry, { ...said, narrative: 'advised on the lease' })
  for (let round = 0; round < 3; round++) await device.syncNow()
  expect(await device.store.database.sent.where('isOpen').equals(1).count()).toBe(0)
  return { trial, lawyer, device, matterId, said, restore, signInAnew }
}
type Story = Awaited<ReturnType<typeof startLawyer>>

const textsOf = async ({ device }: Story) => (await device.store.reads.all('narrative')).map(({ text }) => text).sort()
const textsAtServer = async ({ trial }: Story) => {
  const ops = await trial.database.read((statements) => statements.opsFrom(0, 1000))
  return ops.flatMap(({ body }) => /advised on the lease|recorded since/.exec(body) ?? []).sort()
}
const idOfLease = ({ device }: Story) => device.store.lock.lease()?.id

test('the key to legal text outlives a restore, and what was written since the backup comes back', async () => {
  const story = await startLawyer()
  const { trial, device } = story
  const before = idOfLease(story)
  await story.restore()
  await story.signInAnew([device])
  trial.clock.now += 80 * HOUR_MS
  for (let round = 0; round < 3; round++) await device.syncNow()
  expect(idOfLease(story)).toBe(before)
  expect(await textsOf(story)).toEqual(['advised on the lease'])
  expect(await textsAtServer(story)).toEqual(['advised on the lease'])
})

test('where a restore brings another key, legal text and files of since the backup are sent again before they are dropped', async () => {
  const story = await startLawyer()
  const { trial, device, matterId } = story
  const bytes = bytesOf(1000)
  const file = await addTo(device, { kind: 'matter', id: matterId }, bytes)
  for (let round = 0; round < 3; round++) await device.syncNow()
  expect((await device.store.database.parts.toArray()).map(({ isSealed }) => isSealed)).toEqual([1])
  const before = idOfLease(story)
  await story.restore({ isDamaged: true })
  await story.signInAnew([device])
  trial.clock.now += 2 * HOUR_MS
  for (let round = 0; round < 3; round++) await device.syncNow()
  expect(idOfLease(story)).not.toBe(before)
  expect(await textsOf(story)).toEqual(['advised on the lease'])
  expect(await textsAtServer(story)).toEqual(['advised on the lease'])
  const second = await startDevice(trial, { ...story.lawyer, cookie: device.cookie }, legal)
  await second.syncNow()
  expect(same(await looked(second, trial, file), bytes)).toBe(true)
})

test('what lies sealed and cannot be read is not sent as nothing after a renumbering: it stays where it is', async () => {
  const story = await startLawyer()
  const { trial, device, said } = story
  const { store } = device
  await renumber(store, await clientOf(store))
  device.isOnline = false
  trial.clock.now += 80 * HOUR_MS
  await device.act(addEntry, { ...said, narrative: 'recorded since' })
  const before = await store.database.sent.count()
  await store.database.transaction('rw', ['outbox', 'sent', 'meta'], () => takeAllBack(store))
  const waiting = await store.database.outbox.toArray()
  expect(waiting.filter(({ text }) => text === '')).toEqual([])
  expect(waiting.at(-1)?.text).toContain('recorded since')
  expect(await store.database.sent.count()).toBe(before - (waiting.length - 1))
  const again = await device.restart()
  trial.clock.now -= 79 * HOUR_MS
  await again.syncNow()
  const kept = (await again.store.database.sent.toArray()).map(({ text }) => text).join('\n')
  expect(kept).toContain('advised on the lease')
})
