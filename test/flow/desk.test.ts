// An incident's life between somebody who cannot read the desk and those who work there, on their devices.
import { expect, test } from 'vitest'
import type { Grant } from '../../src/domain/access.ts'
import type { Recorded } from '../../src/domain/kinds.ts'
import { saves } from '../../src/domain/mutations/keep-catalogue.ts'
import { raiseIncident, withdrawIncident } from '../../src/domain/mutations/raise-incident.ts'
import { reportOutage } from '../../src/domain/mutations/report-outage.ts'
import { solveConflict } from '../../src/domain/mutations/solve-conflict.ts'
import { addComment, addWorkNote, escalateIncident } from '../../src/domain/mutations/tell-incident.ts'
import { workOnIncident, workOnIncidents } from '../../src/domain/mutations/work-incident.ts'
import { parkedOps } from '../../src/store/parked.ts'
import { startTrial } from '../server/trial.ts'
import { type Fault, startDevice, type TrialDevice } from './device.ts'

const ict: Grant[] = [{ role: 'ict', on: null }]
const staffGrants: Grant[] = [{ role: 'staff', on: null }]
const councilId = '00000000-0000-7000-8000-0000000000c1'
const typed = {
  ...{ councilId, title: 'The printer is stuck', matrixPriority: 3 as const },
  ...{ impact: 'person' as const, urgency: 'medium' as const },
}

async function startPeople() {
  const trial = startTrial()
  const staff = await startDevice(trial, await trial.person('staff'), staffGrants)
  const analyst = await startDevice(trial, await trial.person('ict'), ict)
  const second = await startDevice(trial, await trial.person('ict'), ict)
  return { trial, staff, analyst, second }
}
const raise = async (device: TrialDevice) => (await device.act(raiseIncident, typed))[0]?.id ?? ''
const said = (incidentId: string, text: string) => ({ incidentId, councilId, text, minutes: 0 })
const followed = async ({ store }: TrialDevice): Promise<Recorded<'follow'>[]> => store.reads.all('follow')
const sync = async (...devices: TrialDevice[]) => {
  for (const device of devices) await device.syncNow()
}
const rowsOnDisk = async ({ store }: TrialDevice, kind: string) => store.database.table(`k_${kind}`).toArray()

test('raised without a network by somebody of no role, worked on at the desk, followed to its end', async () => {
  const { trial, staff, analyst } = await startPeople()
  staff.isOnline = false
  const id = await raise(staff)
  await staff.act(addComment, said(id, 'It is the one on floor 2.'))
  await staff.syncNow()
  expect((await staff.store.reads.get('incident', id))?.title).toBe('The printer is stuck')
  expect(await followed(staff)).toEqual([])

  staff.isOnline = true
  await sync(staff, analyst)
  expect(await followed(staff)).toMatchObject([{ incidentId: id, state: 'new', replies: [{ byId: staff.userId }] }])
  expect(await analyst.store.reads.get('incident', id)).toMatchObject({ requesterId: staff.userId, state: 'new' })
  trial.clock.now += 60_000
  await analyst.act(addComment, said(id, 'On my way.'))
  await analyst.act(addWorkNote, said(id, 'Third time this month.'))
  await analyst.act(workOnIncident, {
    incidentId: id,
    parts: { move: { state: 'resolved', resolution: 'New roller.' } },
  })
  await sync(analyst, staff)
  const [follow] = await followed(staff)
  expect(follow).toMatchObject({ state: 'resolved', resolution: 'New roller.' })
  expect(follow?.replies.map(({ text }) => text)).toEqual(['It is the one on floor 2.', 'On my way.'])
  for (const kind of ['incident', 'incident_event', 'comment', 'work_note'])
    expect([kind, await rowsOnDisk(staff, kind)]).toEqual([kind, []])
  expect(await parkedOps(staff.store)).toEqual([])
})

test('what somebody has raised is before their eyes at every moment: as theirs to send, then as what they follow', async () => {
  const { trial, staff, analyst } = await startPeople()
  const admin = await startDevice(trial, await trial.person('admin'), [{ role: 'admin', on: null }])
  await sync(staff)
  const id = await raise(staff)
  // The catalogue and outages come before what is one's own, in steps of their own.
  await admin.act(saves.council, { id: councilId, doc: { name: 'Fenland', shortName: 'Fen' } })
  await analyst.act(reportOutage, { systemIds: [councilId], level: 'down' })
  await sync(admin, analyst)
  const shows = async () => {
    const own = (await staff.store.reads.get('incident', id)) ? ['own'] : []
    return [...own, ...(await followed(staff)).map(() => 'followed')]
  }
  expect(await shows()).toEqual(['own'])
  staff.faults.push(through, withoutFollows)
  await sync(staff)
  expect((await staff.store.reads.all('council')).length).toBe(1)
  expect(await shows()).toEqual(['own'])
  await sync(staff)
  expect(await shows()).toEqual(['followed'])
})

const through: Fault = (_request, send) => send()
/** The answer breaks off before what the server has written for this person. */
const withoutFollows: Fault = async (_request, send) => {
  const answer = await send()
  const text = await answer.text()
  return new Response(text.slice(0, text.indexOf('{"k":"follow"')), { headers: answer.headers })
}

test('another requester: it leaves the one device and comes to the other', async () => {
  const { trial, staff, analyst } = await startPeople()
  const other = await startDevice(trial, await trial.person('legal'), [{ role: 'legal', on: null }])
  const id = await raise(staff)
  await sync(staff, analyst)
  await analyst.act(workOnIncident, {
    incidentId: id,
    parts: { requester: { requesterId: other.userId, requesterName: '', divisionId: null } },
  })
  await sync(analyst, staff, other)
  expect(await followed(staff)).toEqual([])
  expect(await followed(other)).toMatchObject([{ incidentId: id, personId: other.userId }])
  // The answer that was on its way is parked, where its author sees it, and reaches nobody.
  await staff.act(addComment, said(id, 'One more thing.'))
  await sync(staff, other)
  expect(await parkedOps(staff.store)).toMatchObject([{ name: 'incident.comment', code: 'no_such_incident' }])
  expect((await followed(other))[0]?.replies).toEqual([])
})

test('taken back by whoever raised it, before and after it is shared; not once the desk has begun', async () => {
  const { staff, analyst } = await startPeople()
  staff.isOnline = false
  const first = await raise(staff)
  await staff.act(withdrawIncident, { incidentId: first })
  staff.isOnline = true
  const second = await raise(staff)
  const third = await raise(staff)
  await sync(staff, analyst)
  expect(await analyst.store.reads.get('incident', first)).toBeUndefined()
  await analyst.act(workOnIncident, { incidentId: third, parts: { move: { state: 'in_progress' } } })
  await sync(analyst)
  for (const incidentId of [second, third]) await staff.act(withdrawIncident, { incidentId, councilId })
  await sync(staff, analyst)
  expect((await followed(staff)).map(({ incidentId }) => incidentId)).toEqual([third])
  expect(await parkedOps(staff.store)).toMatchObject([{ name: 'incident.withdraw' }])
  expect(await analyst.store.reads.get('incident', second)).toBeUndefined()
  expect((await analyst.store.reads.get('incident', third))?.state).toBe('in_progress')
})

test('two analysts set one thing without knowing of each other: both see both values, and the other one can be taken', async () => {
  const { trial, staff, analyst, second } = await startPeople()
  const id = await raise(staff)
  await sync(staff, analyst, second)
  const move = (state: 'in_progress' | 'waiting_supplier') => ({ incidentId: id, parts: { move: { state } } })
  for (const device of [analyst, second]) device.isOnline = false
  await analyst.act(workOnIncident, move('in_progress'))
  trial.clock.now += 60_000
  await second.act(workOnIncident, move('waiting_supplier'))
  for (const device of [analyst, second]) device.isOnline = true
  await sync(analyst, second, analyst, second)
  for (const { store } of [analyst, second]) {
    const [conflict] = await store.reads.all('conflict')
    expect(conflict).toMatchObject({ recordId: id, group: 'state', shown: { by: second.userId } })
    expect([conflict?.shown.value.state, conflict?.other.value.state]).toEqual(['waiting_supplier', 'in_progress'])
    const types = (await store.reads.where('incident_event', 'incidentId', id)).map(({ type }) => type).sort()
    expect(types).toEqual(['moved', 'moved', 'raised'])
  }
  const [conflict] = await analyst.store.reads.all('conflict')
  await analyst.act(solveConflict, { conflictId: conflict?.id ?? '', outcome: 'other' })
  await sync(analyst, second, staff)
  expect((await second.store.reads.get('incident', id))?.state).toBe('in_progress')
  expect((await followed(staff))[0]?.state).toBe('in_progress')
})

test('many changed at once while somebody else changes some of them: a conflict for each of those, the others are saved', async () => {
  const { trial, analyst, second } = await startPeople()
  const ids: string[] = []
  for (let i = 0; i < 12; i++) ids.push(await raise(analyst))
  await sync(analyst, second)
  const [meanwhile, rest] = [ids.slice(0, 3), ids.slice(3)]
  const parts = (category: string) => ({ categorise: { category } })
  for (const incidentId of meanwhile) await second.act(workOnIncident, { incidentId, parts: parts('Paper') })
  trial.clock.now += 1000
  await analyst.act(workOnIncidents, { incidentIds: ids, parts: parts('Toner') })
  await sync(second, analyst, second)
  for (const { store } of [analyst, second]) {
    const conflicts = await store.reads.all('conflict')
    expect(conflicts.map(({ recordId }) => recordId).sort()).toEqual([...meanwhile].sort())
    for (const { shown, other } of conflicts)
      expect([shown.value.category, other.value.category]).toEqual(['Toner', 'Paper'])
    for (const id of rest) expect((await store.reads.get('incident', id))?.category).toBe('Toner')
    const lines = await store.reads.all('incident_event')
    expect(lines.filter(({ after }) => 'category' in after)).toHaveLength(ids.length + meanwhile.length)
  }
})

test('what two people change of different things both stays, without a question', async () => {
  const { trial, analyst, second } = await startPeople()
  const officer = await startDevice(trial, await trial.person({ role: 'client_officer', on: councilId }), [
    { role: 'client_officer', on: councilId },
  ])
  const id = await raise(analyst)
  await sync(analyst, second, officer)
  await analyst.act(workOnIncident, { incidentId: id, parts: { categorise: { category: 'Paper' } } })
  await second.act(workOnIncident, { incidentId: id, parts: { move: { state: 'in_progress' } } })
  await officer.act(escalateIncident, { incidentId: id, level: 2, reason: 'Members ask.' })
  await officer.act(addComment, said(id, 'When?'))
  await sync(analyst, second, officer, analyst, second, officer)
  for (const { store } of [analyst, second, officer]) {
    expect(await store.reads.all('conflict')).toEqual([])
    expect(await store.reads.get('incident', id)).toMatchObject({
      ...{ category: 'Paper', state: 'in_progress' },
      escalation: { level: 2, reason: 'Members ask.', byId: officer.userId },
    })
    expect(await store.reads.all('incident_event')).toHaveLength(4)
  }
})
