import { expect, test } from 'vitest'
import { create } from '../../../src/domain/mutation.ts'
import { addComment } from '../../../src/domain/mutations/tell-incident.ts'
import { act, note, raise, say, work } from '../desk.ts'
import { newEntry, startPractice, wire } from '../practice.ts'
import { type Device, errorCode, rowOf, startTrial, type Trial } from '../trial.ts'

const off = (trial: Trial, admin: Device, { userId }: Device) =>
  trial.post('/admin/people/disable', { id: userId, isDisabled: true }, admin.cookie)
const countsOf = async (trial: Trial, admin: Device, { userId }: Device) => {
  const answer = await trial.post('/admin/privacy/departed', { id: userId }, admin.cookie)
  return ((await answer.json()) as { counts: Record<string, number> }).counts
}
const eraseAll = async (trial: Trial, admin: Device, who: Device, kinds: readonly string[]) =>
  trial.post('/admin/privacy/departed/erase', { id: who.userId, kinds }, admin.cookie)
const bodies = async (trial: Trial) =>
  (await trial.database.read((statements) => statements.opsFrom(0, 1000))).map(({ body }) => body).join('\n')

test('what somebody who left has written goes in one go, from rows, followers and ops; what others wrote stays', async () => {
  const trial = startTrial()
  const [admin, ict, other, staff] = [
    await trial.person('admin'),
    await trial.person('ict'),
    await trial.person('ict'),
    await trial.person('staff'),
  ]
  const desk = { trial, councilId: trial.newId(), ict, staff }
  const person = { k: 'person', id: ict.userId, s: 'catalogue', set: { about: { name: 'CANARY name', team: 'IT' } } }
  expect(await admin.push('person.save', [person])).toMatchObject({ o: 'ok' })
  const theirs = await raise(desk, ict, { title: 'CANARY raised' })
  const incident = await raise(desk, staff, { title: 'Raised by staff' })
  await say(desk, ict, incident, 'CANARY reply')
  await note(desk, ict, incident, 'CANARY note')
  const timed = { incidentId: incident, councilId: desk.councilId, text: 'CANARY timed', minutes: 40 }
  await act(desk, ict, addComment, timed)
  await note(desk, other, incident, 'Note of a colleague')
  await work(desk, incident, { describe: { title: 'CANARY overwritten', text: '' } })
  await work(desk, incident, { describe: { title: 'Written since', text: '' } }, other)
  expect(await errorCode(await trial.post('/admin/privacy/departed', { id: ict.userId }, admin.cookie))).toBe(
    'still_on',
  )
  const cursors = (await other.pull()).end.cursors
  await off(trial, admin, ict)
  const counts = await countsOf(trial, admin, ict)
  expect(counts).toMatchObject({ incident: 1, comment: 2, work_note: 1, person: 1 })
  expect((await eraseAll(trial, admin, ict, Object.keys(counts))).status).toBe(200)
  expect(await countsOf(trial, admin, ict)).toEqual({})
  expect(await bodies(trial)).not.toContain('CANARY')
  for (const device of [other, staff]) expect(JSON.stringify((await device.pull()).rows)).not.toContain('CANARY')
  const news = await other.pull(cursors)
  expect(news.head.deleted).toBeUndefined()
  expect(JSON.stringify(news.rows)).toContain('"minutes":40')
  expect(await rowOf(trial, 'person', ict.userId)).toMatchObject({ doc: { name: 'Former colleague', team: '' } })
  expect(await rowOf(trial, 'incident', incident)).toMatchObject({ doc: { title: 'Written since' } })
  expect(await rowOf(trial, 'incident', theirs)).toMatchObject({
    del: false,
    doc: { title: 'No longer kept', state: 'new' },
  })
  expect(JSON.stringify((await other.pull()).rows)).toContain('Note of a colleague')
  const acts = await trial.database.read((statements) => statements.acts({ area: 'privacy' }, 5))
  expect(acts[0]).toMatchObject({ name: 'privacy.departed', person: admin.userId, records: [{ id: ict.userId }] })
  expect(acts[0]?.code).toContain('comment 2')
})

test('kinds that were not chosen stay, and so does what a legal hold keeps', async () => {
  const practice = await startPractice(1)
  const { trial, head, lawyers, teamId, councilId } = practice
  const lawyer = lawyers[0] as Device
  const made: Record<string, string> = {}
  for (const isHeld of [true, false]) {
    const matterId = trial.newId()
    const doc = {
      ...({ teamId, wallId: null, reference: `M${isHeld}`, title: 'A matter', type: 'litigation', councilId } as const),
      ...{ divisionId: null, leadId: null, gradeWanted: null, openedOn: '2026-01-01', closedOn: null },
      ...{ estimateHours: null, keyDates: [], parties: [], outcome: null, note: '', isHeld },
    }
    await lawyer.push('matter.save', [wire(create('matter', matterId, doc))])
    const entry = newEntry(practice, lawyer.userId, { matterId })
    await lawyer.push('entry.add', [wire(entry)])
    const id = trial.newId()
    const text = { teamId, wallId: null, entryId: entry.id, matterId, text: 'CANARY narrative' }
    await lawyer.push('narrative.save', [wire(create('narrative', id, text))])
    made[String(isHeld)] = id
  }
  await off(trial, head, lawyer)
  expect(await countsOf(trial, head, lawyer)).toEqual({ narrative: 1 })
  await eraseAll(trial, head, lawyer, ['comment'])
  expect(await countsOf(trial, head, lawyer)).toEqual({ narrative: 1 })
  await eraseAll(trial, head, lawyer, ['narrative'])
  expect((await rowOf(trial, 'narrative', made.true ?? ''))?.doc.text).toBe('CANARY narrative')
  expect(await rowOf(trial, 'narrative', made.false ?? '')).toMatchObject({ del: true, doc: {} })
  expect((await trial.database.read((statements) => statements.recordsFrom('entry', '', 10))).length).toBe(2)
})
