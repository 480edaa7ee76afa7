// A device of somebody who was named on a matter, and is no longer.
import { expect, test } from 'vitest'
import type { Grant } from '../../src/domain/access.ts'
import { saves } from '../../src/domain/mutations/keep-catalogue.ts'
import { addEntry, correctEntry } from '../../src/domain/mutations/record-time.ts'
import { saveDraft } from '../../src/store/drafts.ts'
import { parkedOps } from '../../src/store/parked.ts'
import { newMatter, setWall, startPractice } from '../server/practice.ts'
import type { Device, Trial } from '../server/trial.ts'
import { dump } from '../store/trial-store.ts'
import { startDevice, type TrialDevice } from './device.ts'

const legal: Grant[] = [{ role: 'legal', on: null }]

/** Two lawyers on a matter behind a wall, with texts of both. */
async function behindOneWall() {
  const { trial, lawyers } = await startPractice(2)
  const [head, colleague] = lawyers as [Device, Device]
  const wall = trial.newId()
  await setWall(trial, head, wall, [colleague])
  const [first, second] = [await startDevice(trial, head, legal), await startDevice(trial, colleague, legal)]
  for (const device of [first, second]) await device.syncNow()
  const { doc } = newMatter({ wall, parties: ['canary party'] })
  await first.act(saves.matter, { id: wall, doc: { ...doc, title: 'canary title' } })
  await first.syncNow()
  await second.syncNow()
  const work = { teamId: doc.teamId, matterId: wall, activity: 'drafting', chargeability: 'chargeable' } as const
  const stretch = { workedOn: '2026-03-02', startAt: null, endAt: null, seconds: 1800, isEstimated: false }
  const said = { ...work, ...stretch, narrative: 'canary text' }
  const entryOf = async (device: TrialDevice) =>
    (await device.act(addEntry, { ...said, source: 'typed' })).find(({ k }) => k === 'entry')?.id ?? ''
  const ids = [await entryOf(first), await entryOf(second)]
  for (const device of [first, second, first]) await device.syncNow()
  return { trial, head, colleague, wall, first, second, said, own: ids[1] ?? '' }
}
const held = async ({ store }: TrialDevice) => JSON.stringify(await dump(store))
const shutOut = async (trial: Trial, head: Device, wall: string, device: TrialDevice) => {
  await setWall(trial, head, wall, [])
  await device.syncNow()
}

test('keeps nothing of the matter once the name is gone from its wall, and all of their own time', async () => {
  const { trial, head, wall, first, second, said, own } = await behindOneWall()
  await saveDraft(second.store, `time:new:${said.teamId}:${wall}`, { narrative: 'canary draft' })
  expect(await held(second)).toContain('canary')
  await shutOut(trial, head, wall, second)
  expect(await held(second)).not.toContain('canary')
  expect(await second.store.reads.get('entry', own)).toMatchObject({ seconds: 1800, matterId: wall })
  expect(await held(first)).toContain('canary text')
})

test('can still correct that time, on another matter, and their words then lie where those are read', async () => {
  const { trial, head, wall, second, said, own } = await behindOneWall()
  await shutOut(trial, head, wall, second)
  await second.act(correctEntry, { entryId: own, ...said, matterId: null, narrative: 'of no matter' })
  await second.syncNow()
  expect(await second.store.reads.all('narrative')).toMatchObject([{ wallId: null, text: 'of no matter' }])
  expect(await second.store.reads.all('entry')).toHaveLength(2)
})

test('what was on its way behind the wall is kept by the server alone, and is there once the name is back and it is put through', async () => {
  const { trial, head, colleague, wall, first, second, said } = await behindOneWall()
  await second.act(addEntry, { ...said, narrative: 'canary on its way', source: 'typed' })
  await shutOut(trial, head, wall, second)
  expect(await held(second)).not.toContain('canary')
  expect(await parkedOps(second.store)).toMatchObject([{ code: 'kept_elsewhere', text: '' }])
  const admin = await trial.person('admin')
  const list = await (await trial.get('/admin/quarantine', admin.cookie)).text()
  expect(list).not.toContain('canary')
  const { changes } = JSON.parse(list) as { changes: { client: string; mid: number }[] }
  const putThrough = async () => {
    const { client, mid } = changes[0] ?? { client: '', mid: 0 }
    return (await trial.post('/admin/quarantine/put-through', { client, mid }, admin.cookie)).status
  }
  expect(await putThrough()).toBe(409)
  await setWall(trial, head, wall, [colleague])
  expect(await putThrough()).toBe(200)
  for (const device of [first, second]) await device.syncNow()
  for (const device of [first, second]) expect(await held(device)).toContain('canary on its way')
})
