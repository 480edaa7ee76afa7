import { expect, test } from 'vitest'
import type { Grant } from '../../src/domain/access.ts'
import { SIX_MINUTES_UP } from '../../src/domain/billing-units.ts'
import { currentEntries } from '../../src/domain/current-entries.ts'
import { saves } from '../../src/domain/mutations/keep-catalogue.ts'
import { saveNarrative } from '../../src/domain/mutations/narrative.ts'
import { addEntry, correctEntry, settleEntries } from '../../src/domain/mutations/record-time.ts'
import { startTimer, stopTimer } from '../../src/domain/mutations/run-timer.ts'
import { runningTimers } from '../../src/store/running-timers.ts'
import { entryStory } from '../../src/store/time-story.ts'
import { startTrial } from '../server/trial.ts'
import { startDevice, type TrialDevice } from './device.ts'

const legal: Grant[] = [
  { role: 'legal', on: null },
  { role: 'practice_manager', on: null },
]

/** Two devices of one lawyer, with a team. */
async function lawyer() {
  const trial = startTrial()
  const person = await trial.person(...legal)
  const [phone, desk] = [await startDevice(trial, person, legal), await startDevice(trial, person, legal)]
  const teamId = trial.newId()
  const policies = [{ from: '2026-01-01', ...SIX_MINUTES_UP }]
  await phone.act(saves.team, { id: teamId, doc: { name: 'Legal', divisionId: trial.newId(), policies } })
  await share(phone, desk)
  const work = { teamId, matterId: null, activity: 'advice', chargeability: 'chargeable' } as const
  const later = (minutes: number) => {
    trial.clock.now += minutes * 60_000
  }
  return { trial, phone, desk, work, later }
}

async function share(...devices: TrialDevice[]) {
  for (const device of [...devices, ...devices]) await device.syncNow()
}
const cut = (...devices: TrialDevice[]) => {
  for (const device of devices) device.isOnline = false
}
const join = (...devices: TrialDevice[]) => {
  for (const device of devices) device.isOnline = true
}
const running = ({ store }: TrialDevice) => runningTimers(store.reads, store.personId)
const recorded = async ({ store }: TrialDevice) =>
  currentEntries(await store.reads.where('entry', 'personId', store.personId))

test('a timer started on the phone is seen and stopped on the desk', async () => {
  const { trial, phone, desk, work, later } = await lawyer()
  await phone.act(startTimer, { ...work, startAt: trial.clock.now, startedOn: 'A phone' })
  await share(phone, desk)
  later(30)
  const [seen] = await running(desk)
  expect(seen?.timer).toMatchObject({ startedOn: 'A phone' })
  const timerId = seen?.timer.id ?? ''
  await desk.act(stopTimer, { timerId, stopAt: trial.clock.now, isEstimated: false })
  await share(desk, phone)
  expect(await running(phone)).toEqual([])
  expect((await recorded(phone)).entries).toMatchObject([{ seconds: 1_800 }])
})

test('two timers that were started without a network both run, until each is stopped', async () => {
  const { trial, phone, desk, work, later } = await lawyer()
  cut(phone, desk)
  await phone.act(startTimer, { ...work, startAt: trial.clock.now, startedOn: 'A phone' })
  later(5)
  await desk.act(startTimer, { ...work, startAt: trial.clock.now, startedOn: 'A desk' })
  join(phone, desk)
  await share(phone, desk)
  for (const device of [phone, desk])
    expect((await running(device)).map(({ timer }) => timer.startedOn)).toEqual(['A phone', 'A desk'])
})

test('a timer that was stopped on two devices keeps both stops, asks, and settles to the chosen one everywhere', async () => {
  const { trial, phone, desk, work, later } = await lawyer()
  await phone.act(startTimer, { ...work, startAt: trial.clock.now, startedOn: 'A phone' })
  await share(phone, desk)
  cut(phone, desk)
  const timerId = (await running(phone))[0]?.timer.id ?? ''
  for (const [device, minutes] of [
    [phone, 45],
    [desk, 30],
  ] as const) {
    later(minutes)
    await device.act(stopTimer, { timerId, stopAt: trial.clock.now, isEstimated: false })
  }
  join(phone, desk)
  await share(phone, desk)
  const before = await recorded(phone)
  expect(before.entries.map(({ seconds }) => seconds)).toEqual([2_700])
  const ids = (before.toSettle[0] ?? []).map(({ id }) => id)
  expect(ids).toHaveLength(2)
  await phone.act(settleEntries, { keepId: ids[1] ?? '', ids })
  await share(phone, desk)
  for (const device of [phone, desk]) {
    const after = await recorded(device)
    expect([after.entries.map(({ seconds }) => seconds), after.toSettle]).toEqual([[4_500], []])
  }
})

test('two texts that were written of one entry without a network meet in a conflict in the scope of the text', async () => {
  const { phone, desk, work } = await lawyer()
  const said = { ...work, workedOn: '2026-03-02', startAt: null, endAt: null, seconds: 600, isEstimated: false }
  const [entry] = await phone.act(addEntry, { ...said, source: 'typed', narrative: '' })
  const entryId = entry?.id ?? ''
  await share(phone, desk)
  cut(phone, desk)
  await phone.act(saveNarrative, { entryId, text: 'Advised on the break clause' })
  await desk.act(saveNarrative, { entryId, text: 'Advised on the rent' })
  join(phone, desk)
  await share(phone, desk)
  const story = await entryStory(phone.store.reads, entryId)
  expect(story?.conflicts).toMatchObject([{ kind: 'narrative', group: 'text', scope: `legal:${work.teamId}` }])
  const texts = story?.conflicts.flatMap(({ shown, other }) => [shown.value.text, other.value.text])
  expect(new Set(texts)).toEqual(new Set(['Advised on the break clause', 'Advised on the rent']))
})

test('two corrections of one entry are both in its history, and neither is lost', async () => {
  const { phone, desk, work, later } = await lawyer()
  const said = { ...work, workedOn: '2026-03-02', startAt: null, endAt: null, isEstimated: false, narrative: '' }
  const [entry] = await phone.act(addEntry, { ...said, seconds: 3_600, source: 'typed' })
  const entryId = entry?.id ?? ''
  await share(phone, desk)
  cut(phone, desk)
  await phone.act(correctEntry, { entryId, ...said, seconds: 1_800 })
  later(1)
  await desk.act(correctEntry, { entryId, ...said, seconds: 2_400 })
  join(phone, desk)
  await share(phone, desk)
  const story = await entryStory(desk.store.reads, entryId)
  expect(story?.versions.map(({ seconds }) => seconds)).toEqual([3_600, 1_800, 2_400])
  expect(story?.toSettle.map(({ seconds }) => seconds)).toEqual([1_800, 2_400])
})
