import { IDBFactory, IDBKeyRange } from 'fake-indexeddb'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { makeId } from '../../../src/domain/identity.ts'
import type { Mutation } from '../../../src/domain/mutation.ts'
import { saves } from '../../../src/domain/mutations/keep-catalogue.ts'
import { reportOutage, withdrawOutage } from '../../../src/domain/mutations/report-outage.ts'
import { endOutage } from '../../../src/domain/mutations/run-outage.ts'
import { addNote, markSystem } from '../../../src/domain/mutations/tell-outage.ts'
import { mutate } from '../../../src/store/mutate.ts'
import { outageStory } from '../../../src/store/outage-story.ts'
import { openOutages, pastOutages, systemChoices } from '../../../src/store/outages.ts'
import type { Store } from '../../../src/store/store.ts'
import { openStore } from '../../../src/store/store.ts'

const DAY = 86_400_000
const now = Date.parse('2026-11-10T10:00:00Z')
const personId = makeId(1, new Uint8Array(10))
let count = 0
const newId = (at = now) =>
  makeId(
    at,
    new Uint8Array(10)
      .fill(0)
      .with(9, ++count % 256)
      .with(8, count >> 8),
  )
let store: Store

beforeEach(async () => {
  const grants = [
    { role: 'ict' as const, on: null },
    { role: 'admin' as const, on: null },
  ]
  const access = () => ({ userId: personId, grants })
  store = await openStore({
    name: 'reads',
    personId,
    access,
    now: () => now,
    newId,
    indexedDB: new IDBFactory(),
    IDBKeyRange,
  })
})
afterEach(() => store.close())

async function act<Args>(mutation: Mutation<Args>, args: Args): Promise<string> {
  const outcome = await mutate(store, mutation, args)
  if (!outcome.ok) throw new Error(outcome.refusal.message)
  return outcome.writes[0]?.id ?? ''
}

async function system(name: string, retiredOn: string | null = null): Promise<string> {
  const agreements = [{ from: '2020-01-01', calendarId: newId(), targetPercent: null, noticeMinutes: null }]
  return act(saves.system, { id: newId(), doc: { name, about: '', owner: '', agreements, retiredOn } })
}

const report = (systemId: string, startAt: number, endAt?: number) =>
  act(reportOutage, { systemIds: [systemId], level: 'down', startAt, ...(endAt === undefined ? {} : { endAt }) })

describe('what the screens of outages read', () => {
  it('lists open outages newest first, and neither ended nor withdrawn ones', async () => {
    const [mail, files] = [await system('E-mail'), await system('Files')]
    const first = await report(mail, now - DAY)
    const second = await report(files, now - 60_000)
    await act(endOutage, { outageId: await report(mail, now - 2 * DAY) })
    await act(withdrawOutage, { outageId: await report(files, now) })
    const open = await openOutages(store.reads)
    expect(open.map(({ outage, systems }) => [outage.id, systems.map(({ name }) => name)])).toEqual([
      [second, ['Files']],
      [first, ['E-mail']],
    ])
    expect(await pastOutages(store.reads)).toHaveLength(1)
  })

  it('leaves a system that is marked as not affected out of the outage’s name', async () => {
    const [mail, files] = [await system('E-mail'), await system('Files')]
    const outageId = await report(mail, now)
    await act(markSystem, { outageId, systemId: files, mark: 'not_affected' })
    const [line] = await openOutages(store.reads)
    expect(line?.systems.map(({ name }) => name)).toEqual(['E-mail'])
  })

  it('offers the systems hit most often of late first, then the others by name, and none that is retired', async () => {
    const [archive, mail, web, zoo] = [
      await system('Archive'),
      await system('E-mail'),
      await system('Web'),
      await system('Zoo'),
    ]
    await system('Old', '2026-11-10')
    await report(web, now - DAY, now)
    await report(zoo, now - DAY, now)
    await report(zoo, now - 2 * DAY, now)
    await report(archive, now - 200 * DAY, now - 199 * DAY)
    const open = await report(mail, now - 300 * DAY)
    const choices = await systemChoices(store.reads, now - 90 * DAY, '2026-11-10')
    expect(choices.map((choice) => [choice.system.name, choice.isRecent])).toEqual([
      ['Zoo', true],
      ['Web', true],
      ['Archive', false],
      ['E-mail', false],
    ])
    expect(choices.map((choice) => choice.open.map((outage) => outage.id))).toEqual([[], [], [], [open]])
  })

  it('tells the whole of an outage, newest line first, and that it is not shared yet', async () => {
    const outageId = await report(await system('E-mail'), now)
    await act(addNote, { outageId, text: 'Called the supplier', isForReaders: false })
    const story = await outageStory(store.reads, outageId)
    expect(story?.events.map((event) => event.type)).toEqual(['note', 'reported'])
    expect([story?.isPending, story?.conflicts, story?.edges.length]).toEqual([true, [], 1])
    await act(withdrawOutage, { outageId })
    expect(await outageStory(store.reads, outageId)).toBeUndefined()
  })
})
