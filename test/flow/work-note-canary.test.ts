// A work note is typed, sent and exported; then every byte that anybody outside the desk gets, keeps or can take away is
// searched for it.
import { expect, test } from 'vitest'
import type { Grant } from '../../src/domain/access.ts'
import { saves } from '../../src/domain/mutations/keep-catalogue.ts'
import { raiseIncident } from '../../src/domain/mutations/raise-incident.ts'
import { addComment, addWorkNote } from '../../src/domain/mutations/tell-incident.ts'
import { workOnIncident } from '../../src/domain/mutations/work-incident.ts'
import { exportCouncil } from '../../src/reports/council-export.ts'
import { exportIncidents } from '../../src/reports/incident-export.ts'
import { exportEverything } from '../../src/reports/list-export.ts'
import { anotherDevice, type Device, startTrial, type Trial } from '../server/trial.ts'
import { startDevice, type TrialDevice } from './device.ts'
import { type Doors, listen, type Outsider, outsider, tryEverything } from './outsiders.ts'

const canary = /canary-[\w-]+/g
const councilId = '00000000-0000-7000-8000-0000000000c1'
const found = (text: string) => [...new Set(text.match(canary) ?? [])].sort()

/** Their own browser too: what lies on its disk, and every file that it makes. */
interface Watched extends Outsider {
  readonly browser: TrialDevice
}

async function watch(trial: Trial, name: string, grants: Grant[], person?: Device): Promise<Watched> {
  const device = person ?? (await trial.person(...grants))
  const browser = await startDevice(trial, anotherDevice(trial, device), grants)
  return { ...outsider(name, device), browser }
}

async function keptOn({ store }: TrialDevice): Promise<string> {
  const tables = await Promise.all(store.database.tables.map((table) => table.toArray()))
  return JSON.stringify(tables)
}

/** Whatever may be downloaded, unpacked as far as it is text. */
async function filesOf({ store }: TrialDevice, ids: readonly string[], now: number): Promise<string> {
  const { reads } = store
  const access = store.access()
  const all = [(await exportEverything(reads, now)).bytes]
  for (const format of ['csv', 'json', 'ods'] as const)
    all.push((await exportIncidents(reads, { ids, format, filter: '', asAt: now })).bytes)
  if (await reads.get('council', councilId))
    all.push((await exportCouncil(reads, { councilId, access, asAt: now }, () => {})).bytes)
  return (await Promise.all(all.map(textIn))).join('\n')
}

async function textIn(bytes: Uint8Array): Promise<string> {
  const { unzipSync } = await import('fflate')
  const isZip = bytes[0] === 0x50 && bytes[1] === 0x4b
  const parts = isZip ? Object.values(unzipSync(bytes)) : [bytes]
  return parts.map((part) => new TextDecoder().decode(part)).join('\n')
}

const doorsTo = (rows: Doors['rows']): Doors => ({
  rows,
  names: { work_note: 'incident.note', incident: 'incident.work', comment: 'incident.comment' },
  set: (userId) => ({
    line: { incidentId: rows[0]?.id, councilId, text: '', minutes: 0, at: 1, byId: userId },
    deleted: { deleted: false },
    state: { state: 'new' },
  }),
  paths: ['/legal/people'],
  posts: [],
})

test('what colleagues of the desk note for each other reaches nobody else, nor the log, and them it reaches', async () => {
  const trial = startTrial()
  const ict: Grant[] = [{ role: 'ict', on: null }]
  const requester = await trial.person('staff')
  const grantsOf: readonly (readonly [string, Grant[], Device?])[] = [
    ['staff, who asked', [{ role: 'staff', on: null }], requester],
    ['client officer', [{ role: 'client_officer', on: councilId }]],
    ['client officer of all', [{ role: 'client_officer', on: null }]],
    ['manager', [{ role: 'manager', on: null }]],
    ['admin', [{ role: 'admin', on: null }]],
    ['lawyer', [{ role: 'legal', on: null }]],
    ['ICT of another council', [{ role: 'ict', on: '00000000-0000-7000-8000-0000000000c2' }]],
    ['colleague', ict],
  ]
  const watched: Watched[] = []
  for (const [name, grants, person] of grantsOf) watched.push(await watch(trial, name, grants, person))
  const stops = await Promise.all(watched.map((each) => listen(trial, each)))

  const admin = await startDevice(trial, await trial.person('admin'), [{ role: 'admin', on: null }])
  await admin.act(saves.council, { id: councilId, doc: { name: 'Fenland', shortName: 'Fen' } })
  await admin.syncNow()
  const author = await startDevice(trial, await trial.person('ict'), ict)
  await author.syncNow()
  const typed = { councilId, title: 'The printer is stuck', impact: 'person', urgency: 'medium' } as const
  const raised = await author.act(raiseIncident, { ...typed, matrixPriority: 3, requesterId: requester.userId })
  const incidentId = raised[0]?.id ?? ''
  const said = (text: string) => ({ incidentId, councilId, text, minutes: 5 })
  author.isOnline = false
  await author.act(addWorkNote, said('canary-offline'))
  await author.act(addComment, said('A public word.'))
  author.isOnline = true
  await author.act(addWorkNote, said('canary-typed'))
  await author.act(workOnIncident, { incidentId, parts: { move: { state: 'resolved', resolution: 'New roller.' } } })
  await author.syncNow()
  // The server cannot read this one, and must not repeat it.
  const rubbish = {
    x: 'sync1',
    db: trial.database.id,
    client: 'canary-client',
    ops: ['{"mid":1,"text":"canary-broken"'],
  }
  await trial.post('/sync/v1/push', rubbish, author.cookie)
  await trial.post('/sync/v1/push', '{"canary-half', author.cookie)

  const rows = await trial.database.read(async (statements) => {
    const all = []
    for (const kind of ['work_note', 'incident', 'comment']) all.push(...(await statements.rowsOfKind(kind, '', 99)))
    return all
  })
  expect(found(JSON.stringify(rows))).toEqual(['canary-offline', 'canary-typed'])
  for (const each of watched) {
    await each.browser.syncNow()
    await tryEverything(trial, each, doorsTo(rows))
    await each.browser.syncNow()
  }
  for (const stop of stops) await stop()

  const everything = await Promise.all(
    watched.map(async ({ name, received, browser }) => [
      name,
      { received: found(received), kept: found(await keptOn(browser)) },
      found(await filesOf(browser, [incidentId], trial.clock.now)),
    ]),
  )
  const nothing = { received: [], kept: [] }
  const notes = ['canary-offline', 'canary-typed']
  expect(everything).toEqual([
    ...watched.slice(0, -1).map(({ name }) => [name, nothing, []]),
    // The same search finds it where it may be.
    ['colleague', { received: notes, kept: notes }, notes],
  ])
  expect(found(await filesOf(author, [incidentId], trial.clock.now))).toEqual(notes)
  expect(found(trial.log.join('\n'))).toEqual([])
  for (const { received } of watched) expect(received).toContain(': still here')
  // They were there: the requester and the officers hold what is said to everybody.
  for (const { browser } of watched.slice(0, 4)) expect(await keptOn(browser)).toContain('A public word.')
})
