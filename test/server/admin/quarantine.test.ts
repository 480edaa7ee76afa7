// What was on its way to a scope when that was taken away: kept by the server, unread, until it is put through.
import { expect, test } from 'vitest'
import type { Grant } from '../../../src/domain/access.ts'
import type { Device, Trial } from '../trial.ts'
import { errorCode, newOutage, rowOf, startTrial } from '../trial.ts'

const knows = { knows: 'quarantined' }
const grantsOf = (trial: Trial, admin: Device, id: string, grants: readonly Grant[]) =>
  trial.post('/admin/people/grants', { id, grants }, admin.cookie)
const listed = async (trial: Trial, admin: Device) => await (await trial.get('/admin/quarantine', admin.cookie)).text()
const putThrough = (trial: Trial, by: Device, client: string, mid: number) =>
  trial.post('/admin/quarantine/put-through', { client, mid }, by.cookie)

/** A note on an outage, sent by somebody who was of ICT when they wrote it. */
async function keptNote() {
  const trial = startTrial()
  const [admin, author] = [await trial.person('admin'), await trial.person('ict')]
  const outageId = trial.newId()
  await author.push('outage.report', [newOutage(outageId)])
  const id = trial.newId()
  const said = { outageId, type: 'note', at: trial.clock.now, byId: author.userId, text: 'canary' }
  const note = { k: 'event', id, s: 'notes:shared', set: { line: { ...said, before: {}, after: {} } } }
  const staff: Grant[] = [{ role: 'staff', on: null }]
  await grantsOf(trial, admin, author.userId, staff)
  const text = author.opText('outage.note', [note])
  return { trial, admin, author, id, text, answer: await author.send([text], knows) }
}
const ict: Grant[] = [{ role: 'ict', on: null }]

test('an administrator sees whose change is kept and what was done, not what it says', async () => {
  const { trial, admin, author, answer } = await keptNote()
  expect(answer).toMatchObject({ results: [{ o: 'quarantined' }] })
  const text = await listed(trial, admin)
  expect(JSON.parse(text)).toMatchObject({
    changes: [{ client: author.client, mid: 2, person: 'Somebody', name: 'outage.note', receivedAt: trial.clock.now }],
  })
  expect(text).not.toContain('canary')
  expect((await trial.get('/admin/quarantine', author.cookie)).status).toBe(403)
  expect((await putThrough(trial, author, author.client, 2)).status).toBe(403)
})

test('it is put through once its author has the role again, once, and says so to the device that sends it again', async () => {
  const { trial, admin, author, id, text } = await keptNote()
  expect(await errorCode(await putThrough(trial, admin, author.client, 2))).toBe('not_allowed')
  expect(await rowOf(trial, 'event', id)).toBeUndefined()
  await grantsOf(trial, admin, author.userId, ict)
  expect((await putThrough(trial, admin, author.client, 2)).status).toBe(200)
  expect((await rowOf(trial, 'event', id))?.doc.text).toBe('canary')
  expect(await errorCode(await putThrough(trial, admin, author.client, 2))).toBe('no_such_change')
  expect(JSON.parse(await listed(trial, admin))).toMatchObject({ changes: [] })
  expect(await author.send([text], knows)).toMatchObject({ results: [{ o: 'ok' }] })
})

test('a change that is put back from a file is done once, whether it had come before or is put back twice', async () => {
  const trial = startTrial()
  const [first, second, third] = [await trial.person('ict'), await trial.person('ict'), await trial.person('ict')]
  const id = trial.newId()
  const report = [newOutage(id)]
  await first.push('outage.report', report)
  const origin = `${first.client} 1`
  await second.push('outage.report', report, { origin })
  expect((await rowOf(trial, 'outage', id))?.ver).toBe(1)
  const lost = [{ ...report[0], id: trial.newId() }]
  const neverCame = { origin: `${trial.newId()} 7`, at: trial.clock.now - 1 }
  expect(await second.push('outage.report', lost, neverCame)).toMatchObject({ o: 'ok', vers: { 'desk:shared': 2 } })
  expect(await third.push('outage.report', lost, neverCame)).toMatchObject({ o: 'ok' })
  expect((await rowOf(trial, 'outage', lost[0]?.id ?? ''))?.ver).toBe(2)
  const other = [{ ...report[0], id: trial.newId() }]
  await third.push('outage.report', other, { origin })
  expect((await rowOf(trial, 'outage', other[0]?.id ?? ''))?.ver).toBe(3)
})
