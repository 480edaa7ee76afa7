// What lawyers write is typed, sent, corrected and set twice at once; then every byte that anybody else gets is searched.
import { expect, test } from 'vitest'
import type { Grant } from '../../src/domain/access.ts'
import { saves } from '../../src/domain/mutations/keep-catalogue.ts'
import { saveNarrative } from '../../src/domain/mutations/narrative.ts'
import { addEntry, correctEntry } from '../../src/domain/mutations/record-time.ts'
import { solveConflict } from '../../src/domain/mutations/solve-conflict.ts'
import { figureRows, newMatter, type Practice, record, setWall, startPractice } from '../server/practice.ts'
import { anotherDevice, type Device, type Trial } from '../server/trial.ts'
import { startDevice, type TrialDevice } from './device.ts'
import { type Doors, listen, type Outsider, outsider, tryEverything } from './outsiders.ts'

const legal: Grant[] = [{ role: 'legal', on: null }]
const canary = /canary-[\w-]+/g
/** Of the team, which every lawyer reads, or of the matter behind the wall. */
const words = (place: 'open' | 'walled', when: string) => `canary-${place}-${when}`

async function outsiders({ trial, councilId, head }: Practice): Promise<Outsider[]> {
  const people: [string, Device][] = [
    ['ict', await trial.person('ict')],
    ['manager', await trial.person('manager')],
    ['client officer', await trial.person({ role: 'client_officer', on: councilId })],
    ['staff', await trial.person('staff')],
    ['admin', await trial.person('admin')],
    ['practice manager', head],
    ['lawyer', await trial.person('legal')],
  ]
  return people.map(([name, device]) => outsider(name, device))
}

/** One lawyer on two devices: typed, corrected, and set twice at once. The id of the conflict that comes of it. */
async function story(trial: Trial, one: TrialDevice, other: TrialDevice, matterId: string | null): Promise<string> {
  const place = matterId === null ? 'open' : 'walled'
  const teamId = newMatter({}).doc.teamId
  const work = { teamId, matterId, activity: 'drafting' as const, chargeability: 'chargeable' as const }
  const stretch = { workedOn: '2026-03-02', startAt: null, endAt: null, seconds: 1800, isEstimated: false }
  const added = await one.act(addEntry, { ...work, ...stretch, source: 'typed', narrative: words(place, 'typed') })
  const rootId = added.find(({ k }) => k === 'entry')?.id ?? ''
  await one.syncNow()
  await one.act(correctEntry, {
    entryId: rootId,
    ...work,
    ...stretch,
    seconds: 2400,
    narrative: words(place, 'corrected'),
  })
  await one.syncNow()
  await other.syncNow()
  for (const device of [one, other]) device.isOnline = false
  const own = (await one.store.reads.where('entry', 'rootId', rootId)).at(-1)?.id ?? ''
  await one.act(saveNarrative, { entryId: own, text: words(place, 'here') })
  trial.clock.now += 1000
  await other.act(saveNarrative, { entryId: own, text: words(place, 'there') })
  for (const device of [one, other, one]) {
    device.isOnline = true
    await device.syncNow()
  }
  const conflict = (await one.store.reads.all('conflict')).find(({ shown }) => JSON.stringify(shown).includes(place))
  expect([conflict?.shown.value, conflict?.other.value]).toMatchObject([
    { text: words(place, 'there') },
    { text: words(place, 'here') },
  ])
  return conflict?.id ?? ''
}

const doorsTo = (matterId: string, rows: Doors['rows']): Doors => ({
  rows,
  names: { narrative: 'narrative.save', matter: 'matter.save', conflict: 'conflict.solve', entry: 'entry.correct' },
  set: (userId) => ({
    text: { text: '' },
    deleted: { deleted: false },
    solved: { solvedAt: 1, solvedById: userId, outcome: 'other' },
  }),
  paths: ['/legal/people', `/legal/walls/${matterId}`],
  posts: [
    ['/legal/walls', { matterId, personIds: [] }],
    ['/legal/conflict-check', { names: ['Fenland'] }],
  ],
})

test('what lawyers write reaches nobody else: in no pull, stream, refusal, sum or line of the log', async () => {
  const practice = await startPractice(3)
  const { trial, lawyers } = practice
  const [author, colleague] = lawyers as [Device, Device, Device]
  const shut = await outsiders(practice)
  const stops = await Promise.all(shut.map((who) => listen(trial, who)))

  const wall = trial.newId()
  await setWall(trial, author, wall, [colleague])
  const first = await startDevice(trial, author, legal)
  const second = await startDevice(trial, colleague, legal)
  const third = await startDevice(trial, anotherDevice(trial, author), legal)
  for (const device of [first, second, third]) await device.syncNow()
  const matter = newMatter({ wall, parties: ['canary-walled-party'] })
  await first.act(saves.matter, {
    id: wall,
    doc: { ...matter.doc, title: 'canary-walled-title', note: 'canary-walled-note' },
  })
  await first.syncNow()
  await second.syncNow()
  await third.syncNow()

  const conflictId = await story(trial, first, third, wall)
  await story(trial, first, third, null)
  await second.syncNow()
  await second.act(solveConflict, { conflictId, outcome: 'other' })
  await second.syncNow()
  for (const lawyer of lawyers) await record(practice, lawyer)
  await trial.figures.settled()

  const rows = await trial.database.read(async (statements) => {
    const found = []
    for (const kind of ['narrative', 'matter', 'conflict', 'entry'])
      found.push(...(await statements.rowsOfKind(kind, '', 99)))
    return found
  })
  const held = new Set(JSON.stringify(rows).match(canary))
  expect([...held].filter((word) => word.includes('walled')).length).toBeGreaterThan(3)
  for (const who of shut) await tryEverything(trial, who, doorsTo(wall, rows))
  for (const stop of stops) await stop()

  for (const { name, received } of shut) {
    const found = [...new Set(received.match(canary) ?? [])]
    // Another lawyer reads what is the team's.
    expect([name, name === 'lawyer' ? found.filter((word) => !word.includes('-open-')) : found]).toEqual([name, []])
    expect(received).toContain('not_allowed')
    expect(received).toContain(': still here')
  }
  expect(shut.find(({ name }) => name === 'lawyer')?.received).toMatch(/canary-open/)
  expect(trial.log.join('\n').match(canary)).toBeNull()
  expect(await figureRows(shut[1]?.device as Device)).not.toEqual([])
})
