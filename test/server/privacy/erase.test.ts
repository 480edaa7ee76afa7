import { expect, test } from 'vitest'
import { create } from '../../../src/domain/mutation.ts'
import { raiseIncident } from '../../../src/domain/mutations/raise-incident.ts'
import { changesOf, note, raise, raiseArgs, say } from '../desk.ts'
import { startPractice, wire } from '../practice.ts'
import type { Device } from '../trial.ts'
import { errorCode, newOutage, rowOf, startTrial } from '../trial.ts'

async function startErasing() {
  const trial = startTrial()
  const [admin, ict, staff] = [await trial.person('admin'), await trial.person('ict'), await trial.person('staff')]
  const desk = { trial, councilId: trial.newId(), ict, staff }
  const erase = (id: string, by: Device = admin) => trial.post('/admin/privacy/erase', { id }, by.cookie)
  return { trial, admin, ict, staff, desk, erase }
}
const bodies = (trial: ReturnType<typeof startTrial>, by: Device) =>
  trial.database.read(async (statements) => {
    const found = []
    for (let mid = 1; ; mid++) {
      const op = await statements.op(by.client, mid)
      if (!op) return found.join('\n')
      found.push(op.body)
    }
  })

test('an erased incident leaves ids: in its rows and parts, on devices, in what its raiser follows and in the ops', async () => {
  const { trial, ict, staff, desk, erase } = await startErasing()
  const kept = await raise(desk, staff, { title: 'Another one' })
  const incident = await raise(desk, staff, { title: 'CANARY title' })
  await say(desk, staff, incident, 'CANARY comment')
  await note(desk, ict, incident, 'CANARY note')
  const before = (await ict.pull()).end.cursors
  const answer = await erase(incident)
  expect(await answer.json()).toMatchObject({ erased: expect.any(Number) })
  expect(await rowOf(trial, 'incident', incident)).toMatchObject({ del: true, doc: {}, groups: { deleted: {} } })
  for (const device of [ict, staff]) {
    const { rows } = await device.pull()
    expect(JSON.stringify(rows)).not.toContain('CANARY')
    expect(JSON.stringify(rows)).toContain('Another one')
  }
  const news = (await ict.pull(before)).rows
  expect(news.map(({ k }) => k)).toEqual(expect.arrayContaining(['incident', 'comment', 'work_note']))
  expect(news.every(({ del, doc }) => del && Object.keys(doc).length === 0)).toBe(true)
  const texts = (await bodies(trial, ict)) + (await bodies(trial, staff))
  expect(texts).not.toContain('CANARY')
  expect(texts).toContain(incident)
  expect(texts).toContain('Another one')
  expect(kept).not.toBe(incident)
})

test('an op of an erased record that is sent again gets the answer that it had', async () => {
  const { ict, trial, erase } = await startErasing()
  const id = trial.newId()
  const text = ict.opText('narrative.save', [{ k: 'narrative', id, s: 'legal:x', set: { text: { text: 'CANARY' } } }])
  const first = await ict.send([text])
  const desk = { trial, councilId: trial.newId(), ict, staff: ict }
  const incident = await raise(desk, ict)
  await erase(incident)
  expect(await ict.send([text])).toMatchObject({ results: 'results' in first ? first.results : [] })
})

test('an erased comment leaves no copy with whoever follows the incident, and the incident stays', async () => {
  const { trial, ict, staff, desk, erase } = await startErasing()
  const incident = await raise(desk, staff, { title: 'Stays' })
  await say(desk, ict, incident, 'CANARY comment')
  const comment = (await ict.pull()).rows.find(({ k }) => k === 'comment')
  expect(JSON.stringify((await staff.pull()).rows)).toContain('CANARY')
  expect((await erase(comment?.id ?? '')).status).toBe(200)
  expect(JSON.stringify((await staff.pull()).rows)).not.toContain('CANARY')
  expect(JSON.stringify((await staff.pull()).rows)).toContain('Stays')
  expect((await rowOf(trial, 'incident', incident))?.del).toBe(false)
})

test('nothing brings an erased record back', async () => {
  const { trial, ict, staff, desk, erase } = await startErasing()
  const again = await changesOf(desk, staff, raiseIncident, raiseArgs(desk))
  await staff.push('incident.raise', again)
  const incident = again[0]?.id ?? ''
  await erase(incident)
  const change = { k: 'incident', id: incident, s: `desk:${desk.councilId}`, set: { deleted: { deleted: false } } }
  expect(await ict.push('incident.work', [change])).toMatchObject({ o: 'rejected' })
  expect(await staff.push('incident.raise', again)).toMatchObject({ o: 'rejected' })
  expect(await rowOf(trial, 'incident', incident)).toMatchObject({ del: true, doc: {} })
})

test('an administrator erases a narrative that they may not read; others may not erase', async () => {
  const { trial, head, teamId, lawyers } = await startPractice(1)
  const lawyer = lawyers[0] as Device
  const id = trial.newId()
  const doc = { teamId, wallId: null, entryId: trial.newId(), matterId: null, text: 'CANARY narrative' }
  await lawyer.push('narrative.save', [wire(create('narrative', id, doc))])
  const refused = await trial.post('/admin/privacy/erase', { id }, lawyer.cookie)
  expect(refused.status).toBe(403)
  expect((await trial.post('/admin/privacy/erase', { id }, head.cookie)).status).toBe(200)
  expect(await rowOf(trial, 'narrative', id)).toMatchObject({ del: true, doc: {} })
  expect(await bodies(trial, lawyer)).not.toContain('CANARY')
  expect(await lawyer.push('narrative.save', [wire(create('narrative', id, doc))])).toMatchObject({ code: 'erased' })
  const acts = await trial.database.read((statements) => statements.acts({ area: 'privacy', record: id }, 5))
  expect(acts.map(({ name, person }) => [name, person])).toEqual([['privacy.erase', head.userId]])
})

test('an outage, which figures rest on, and what is not here are not erased', async () => {
  const { trial, ict, erase } = await startErasing()
  const outage = trial.newId()
  await ict.push('outage.report', [newOutage(outage)])
  for (const id of [outage, trial.newId()]) expect(await errorCode(await erase(id))).toBe('no_such_record')
  expect((await rowOf(trial, 'outage', outage))?.del).toBe(false)
})
