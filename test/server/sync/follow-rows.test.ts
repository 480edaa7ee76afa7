import { expect, test } from 'vitest'
import { mostReplies } from '../../../src/domain/incident.ts'
import { withdrawIncident } from '../../../src/domain/mutations/raise-incident.ts'
import { undoIncidentChanges } from '../../../src/domain/mutations/work-incident.ts'
import { userScope } from '../../../src/domain/scope.ts'
import { act, type Desk, followed, note, raise, say, startDesk, work } from '../desk.ts'
import { type Device, rowOf } from '../trial.ts'

const noParts = { assigneeName: '', teamName: '', teamId: null }

async function heads({ trial }: Desk) {
  return trial.database.read((statements) => statements.heads())
}
const shownTo = async (device: Device) => (await followed(device)).filter(({ del }) => !del).map(({ doc }) => doc)

test('whoever raises an incident follows it, as it stands and with nothing of the desk', async () => {
  const desk = await startDesk()
  const id = await raise(desk, desk.staff)
  const { rows, head } = await desk.staff.pull()
  expect(head.granted).toEqual([userScope(desk.staff.userId)])
  expect(rows).toHaveLength(1)
  expect(rows[0]?.doc).toEqual({
    ...{ personId: desk.staff.userId, incidentId: id, councilId: desk.councilId },
    ...{ title: 'The printer is stuck', text: '', number: '', systemId: null, systemName: '' },
    ...{ raisedAt: desk.trial.clock.now, state: 'new', stateAt: desk.trial.clock.now, priority: 3, resolution: '' },
    replies: [],
  })
})

test('state, resolution and replies come to the requester, oldest first; work notes never do', async () => {
  const desk = await startDesk()
  const id = await raise(desk, desk.staff)
  await say(desk, desk.ict, id, 'Have you tried the other tray?')
  desk.trial.clock.now += 60_000
  await say(desk, desk.staff, id, 'Yes.')
  await note(desk, desk.ict, id, 'canary-note')
  await work(desk, id, { move: { state: 'resolved', resolution: 'New roller.' } })
  const [follow, ...more] = await shownTo(desk.staff)
  expect(more).toEqual([])
  expect(follow).toMatchObject({ state: 'resolved', resolution: 'New roller.', stateAt: desk.trial.clock.now })
  expect(follow?.replies).toMatchObject([
    { byId: desk.ict.userId, text: 'Have you tried the other tray?' },
    { byId: desk.staff.userId, text: 'Yes.' },
  ])
  expect(JSON.stringify(await desk.staff.pull())).not.toContain('canary')
})

test('a follow row has a version of its own scope, and a device that has seen the one before gets the next', async () => {
  const desk = await startDesk()
  const id = await raise(desk, desk.staff)
  const scope = userScope(desk.staff.userId)
  const { end } = await desk.staff.pull()
  expect(end.cursors).toEqual({ [scope]: 1 })
  await say(desk, desk.ict, id, 'We are looking.')
  const [row, ...others] = await followed(desk.staff, end.cursors)
  expect([row?.ver, row?.s, others.length]).toEqual([2, scope, 0])
  expect((await heads(desk)).get(scope)).toBe(2)
})

test('what a requester does not see makes no new version for them', async () => {
  const desk = await startDesk()
  const id = await raise(desk, desk.staff)
  await work(desk, id, { move: { state: 'in_progress' } })
  const before = await followed(desk.staff)
  await work(desk, id, { assign: { assigneeId: desk.ict.userId, ...noParts } })
  await work(desk, id, { categorise: { category: 'Paper' } })
  await note(desk, desk.ict, id, 'Ask the supplier.')
  expect(await followed(desk.staff)).toEqual(before)
})

test('the sender is told the version of what they themselves follow, and of nobody else', async () => {
  const desk = await startDesk()
  const id = await raise(desk, desk.staff)
  const own = await say(desk, desk.staff, id, 'Still stuck.')
  expect(Object.keys(own.vers ?? {}).sort()).toEqual([`desk:${desk.councilId}`, userScope(desk.staff.userId)].sort())
  const others = await say(desk, desk.ict, id, 'We are looking.')
  expect(Object.keys(others.vers ?? {})).toEqual([`desk:${desk.councilId}`])
})

test('another requester takes it over: it leaves the one with a tombstone and comes to the other with all replies', async () => {
  const desk = await startDesk()
  const other = await desk.trial.person('legal')
  const id = await raise(desk, desk.staff)
  await say(desk, desk.ict, id, 'Hello.')
  const requester = (requesterId: string | null, requesterName = '') => ({
    requester: { requesterId, requesterName, divisionId: null },
  })
  await work(desk, id, requester(other.userId))
  expect(await shownTo(desk.staff)).toEqual([])
  expect((await followed(desk.staff)).map(({ del, s }) => [del, s])).toEqual([[true, userScope(desk.staff.userId)]])
  expect(await shownTo(other)).toMatchObject([{ personId: other.userId, replies: [{ text: 'Hello.' }] }])

  await say(desk, desk.ict, id, 'For you now.')
  expect(await shownTo(desk.staff)).toEqual([])
  await work(desk, id, requester(desk.staff.userId))
  expect(await shownTo(other)).toEqual([])
  expect(await shownTo(desk.staff)).toMatchObject([{ replies: [{ text: 'Hello.' }, { text: 'For you now.' }] }])

  await work(desk, id, requester(null, 'Somebody by telephone'))
  expect(await shownTo(desk.staff)).toEqual([])
})

test('what is withdrawn leaves the requester, and what is undone comes to them', async () => {
  const desk = await startDesk()
  const id = await raise(desk, desk.staff)
  await act(desk, desk.staff, withdrawIncident, { incidentId: id })
  expect(await shownTo(desk.staff)).toEqual([])

  const second = await raise(desk, desk.staff)
  await work(desk, second, { move: { state: 'in_progress' } })
  const events = await desk.trial.database.read((statements) => statements.rowsOfKind('incident_event', '', 99))
  const eventIds = events.filter(({ doc }) => doc.includes('moved')).map((row) => row.id)
  await act(desk, desk.ict, undoIncidentChanges, { eventIds })
  expect(await shownTo(desk.staff)).toMatchObject([{ incidentId: second, state: 'new' }])
})

test('an incident without an account behind its requester makes nothing for anybody', async () => {
  const desk = await startDesk()
  const id = await raise(desk, desk.ict, { requesterName: 'Ms Reed, by telephone' })
  await say(desk, desk.ict, id, 'Rang back.')
  const all = [...(await heads(desk)).keys()]
  expect(all).toEqual([`desk:${desk.councilId}`])
})

test(`the latest ${mostReplies} replies are kept, in the order in which they were said`, async () => {
  const desk = await startDesk()
  const id = await raise(desk, desk.staff)
  for (let i = 1; i <= mostReplies + 3; i++) {
    desk.trial.clock.now += 1000
    await say(desk, i % 2 ? desk.ict : desk.staff, id, `reply ${i}`)
  }
  const [follow] = await shownTo(desk.staff)
  const replies = (follow?.replies ?? []) as { text: string }[]
  const texts = replies.map(({ text }) => text)
  expect(texts).toEqual(Array.from({ length: mostReplies }, (_, i) => `reply ${i + 4}`))
})

test('an op that is refused writes nothing that is followed', async () => {
  const desk = await startDesk()
  const id = await raise(desk, desk.staff)
  const before = await followed(desk.staff)
  const [text, bad] = ['Fine.', { k: 'comment', id: desk.trial.newId(), s: `desk:${desk.councilId}` }]
  const line = { incidentId: id, councilId: desk.councilId, text, minutes: 0, at: 1, byId: 'somebody else' }
  expect(await desk.staff.push('incident.comment', [{ ...bad, set: { line } }])).toMatchObject({ code: 'wrong_author' })
  expect(await followed(desk.staff)).toEqual(before)
  expect(await rowOf(desk.trial, 'comment', bad.id)).toBeUndefined()
})

test("the requester's devices are told at once, and nobody else's", async () => {
  const desk = await startDesk({ heartbeatMs: 50 })
  const stranger = await desk.trial.person('staff')
  const id = await raise(desk, desk.staff)
  const next = async (device: Device) => {
    const stream = await desk.trial.get('/sync/v1/events', device.cookie)
    const reader = (stream.body as ReadableStream<Uint8Array>).getReader()
    await reader.read()
    return async () => {
      const { value } = await reader.read()
      await reader.cancel()
      return new TextDecoder().decode(value).trim()
    }
  }
  const [own, other] = [await next(desk.staff), await next(stranger)]
  await say(desk, desk.ict, id, 'We are looking.')
  expect(await own()).toBe('data: poke')
  expect(await other()).toBe(': still here')
})

test('of long replies the requester has the latest, so that the row stays small', async () => {
  const desk = await startDesk()
  const id = await raise(desk, desk.staff)
  for (let i = 0; i < 9; i++) await say(desk, desk.ict, id, `${i} ${'x'.repeat(7000)}`)
  const [follow] = await shownTo(desk.staff)
  const replies = (follow?.replies ?? []) as { text: string }[]
  expect(replies.map(({ text }) => text.slice(0, 1))).toEqual(['5', '6', '7', '8'])
})
