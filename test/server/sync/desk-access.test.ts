// Who may do what to which incident: ops as devices send them, and ops that somebody has shaped by hand.
import { expect, test } from 'vitest'
import type { Role } from '../../../src/domain/access.ts'
import { roles } from '../../../src/domain/access.ts'
import { raiseIncident, withdrawIncident } from '../../../src/domain/mutations/raise-incident.ts'
import { addComment, addWorkNote, escalateIncident } from '../../../src/domain/mutations/tell-incident.ts'
import { undoIncidentChanges, workOnIncident } from '../../../src/domain/mutations/work-incident.ts'
import type { Doc } from '../../../src/domain/record.ts'
import type { WireChange } from '../../../src/domain/wire.ts'
import { act, changesOf, crafted, type Desk, raise, raiseArgs, say, startDesk, work } from '../desk.ts'
import { type Device, rowOf } from '../trial.ts'

const readers: readonly Role[] = ['ict', 'manager', 'client_officer']
const said = (desk: Desk, incidentId: string) => ({ incidentId, councilId: desk.councilId, text: 'Hello.', minutes: 0 })
const escalation = (incidentId: string) => ({ incidentId, level: 2 as const, reason: 'Councillors ask.' })
const code = ({ o, code: found }: { o: string; code?: string }) => found ?? o

/** The changes with fields of the incident, or of the line, set otherwise. */
const altered = (changes: readonly WireChange[], k: string, patch: Doc): WireChange[] =>
  changes.map((change) => {
    if (change.k !== k) return change
    const set = Object.entries(change.set).map(([group, value]) => {
      const fields = Object.entries(patch).filter(([field]) => field in value)
      return [group, { ...value, ...Object.fromEntries(fields) }]
    })
    return { ...change, set: Object.fromEntries(set) }
  })

test('everybody raises; readers of the desk comment on everything, others on what they requested', async () => {
  const desk = await startDesk()
  const foreign = await raise(desk, desk.ict)
  for (const role of roles) {
    const person = await desk.trial.person(role)
    const own = await raise(desk, person)
    expect([role, code(await say(desk, person, own, 'Hello.'))]).toEqual([role, 'ok'])
    const onForeign = readers.includes(role) ? 'ok' : 'no_such_incident'
    expect([role, code(await say(desk, person, foreign, 'Hello.'))]).toEqual([role, onForeign])
  }
})

test('only ICT works on incidents and writes work notes; ICT and client officers escalate', async () => {
  const desk = await startDesk()
  const id = await raise(desk, desk.staff)
  for (const role of roles.filter((each) => each !== 'ict')) {
    const person = await desk.trial.person(role)
    const move = { incidentId: id, parts: { move: { state: 'in_progress' as const } } }
    expect([role, code(await act(desk, person, workOnIncident, move))]).toEqual([role, 'not_allowed'])
    expect([role, code(await act(desk, person, addWorkNote, said(desk, id)))]).toEqual([role, 'not_allowed'])
    const expected = role === 'client_officer' ? 'ok' : 'not_allowed'
    expect([role, code(await act(desk, person, escalateIncident, escalation(id)))]).toEqual([role, expected])
  }
  expect((await rowOf(desk.trial, 'incident', id))?.doc).toMatchObject({ state: 'new', escalation: { level: 2 } })
})

test("a role that is held for one council lends nothing to another one's desk", async () => {
  const desk = await startDesk()
  const elsewhere = desk.trial.newId()
  const id = await raise(desk, desk.staff)
  const move = { incidentId: id, parts: { move: { state: 'in_progress' as const } } }
  const analyst = await desk.trial.person({ role: 'ict', on: elsewhere }, 'manager')
  expect(code(await act(desk, analyst, workOnIncident, move))).toBe('not_allowed')
  const officer = await desk.trial.person({ role: 'client_officer', on: elsewhere }, 'staff')
  expect(code(await act(desk, officer, escalateIncident, escalation(id)))).toBe('not_allowed')
  expect(code(await say(desk, officer, id, 'Hello.'))).toBe('no_such_incident')
})

test('what is raised is new, by its author, without anything that only the desk or a file can say', async () => {
  const desk = await startDesk()
  const { trial, staff, ict } = desk
  const wrong: Doc[] = [
    { raisedById: trial.newId() },
    { raisedAt: trial.clock.now - 1 },
    { state: 'resolved' },
    { flags: { pausesClock: true, isOpen: false, countsAsBacklog: false } },
    { priority: 1 },
    { overrideReason: 'Because.' },
    { importId: trial.newId() },
    { source: 'a file' },
    { number: 'INC-1' },
    { assigneeId: ict.userId },
    { teamName: 'Network' },
    { resolution: 'Done.' },
    { reopenCount: 4 },
    { escalation: { level: 3, reason: 'Now.', at: trial.clock.now, byId: staff.userId } },
    { history: [{ at: 1, text: 'Once.' }] },
  ]
  for (const patch of wrong)
    for (const by of [staff, ict]) {
      const changes = altered(await changesOf(desk, by, raiseIncident, raiseArgs(desk)), 'incident', patch)
      expect([patch, await crafted(by, 'incident.raise', changes)]).not.toEqual([patch, 'ok'])
    }
  const forSomebody = raiseArgs(desk, { requesterId: ict.userId })
  const own = await changesOf(desk, staff, raiseIncident, forSomebody)
  expect(await crafted(staff, 'incident.raise', own)).toBe('not_allowed')
  const officer = await trial.person({ role: 'client_officer', on: desk.councilId })
  const theirs = await changesOf(desk, officer, raiseIncident, forSomebody)
  expect(await crafted(officer, 'incident.raise', theirs)).toBe('ok')
})

test('nobody raises over what is there, nor more than one thing, nor without its line of history', async () => {
  const desk = await startDesk()
  const id = await raise(desk, desk.staff)
  const before = await rowOf(desk.trial, 'incident', id)
  for (const by of [desk.staff, desk.ict, await desk.trial.person('admin', 'ict', 'manager')]) {
    const changes = await changesOf(desk, by, raiseIncident, raiseArgs(desk))
    const [incident, event] = changes as [WireChange, WireChange]
    const over = [
      { ...incident, id },
      { ...event, set: { line: { ...event.set.line, incidentId: id } } },
    ]
    const twice = [...changes, ...(await changesOf(desk, by, raiseIncident, raiseArgs(desk)))]
    const told = altered(changes, 'incident_event', { type: 'moved' })
    const ofAnother = altered(changes, 'incident_event', { incidentId: id })
    for (const tried of [over, twice, told, ofAnother, [incident], [event]])
      expect(['not_its_group', 'not_allowed', 'no_such_incident']).toContain(await crafted(by, 'incident.raise', tried))
  }
  expect(await rowOf(desk.trial, 'incident', id)).toEqual(before)
})

test('what somebody raised they take back; without a sight of the desk only while nobody has begun', async () => {
  const desk = await startDesk()
  const { staff, ict } = desk
  const stranger = await desk.trial.person('staff')
  const take = async (by: Device, incidentId: string) => {
    const change = { k: 'incident', id: incidentId, s: `desk:${desk.councilId}`, set: { deleted: { deleted: true } } }
    return crafted(by, 'incident.withdraw', [change])
  }
  const id = await raise(desk, staff)
  expect(await take(stranger, id)).toBe('no_such_incident')
  expect(await take(stranger, desk.trial.newId())).toBe('no_such_incident')
  expect(await take(ict, id)).toBe('not_yours')
  await work(desk, id, { move: { state: 'in_progress' } })
  expect(await take(staff, id)).toBe('no_such_incident')
  const officer = await desk.trial.person({ role: 'client_officer', on: desk.councilId })
  const begun = await raise(desk, officer)
  await work(desk, begun, { move: { state: 'resolved', resolution: 'New toner.' } })
  expect(await take(officer, begun)).toBe('begun')
  const second = await raise(desk, staff)
  expect(code(await act(desk, staff, withdrawIncident, { incidentId: second }))).toBe('ok')
  const back = { k: 'incident', id: second, s: `desk:${desk.councilId}`, set: { deleted: { deleted: false } } }
  expect(await crafted(staff, 'incident.withdraw', [back])).not.toBe('ok')
  expect(await crafted(ict, 'incident.comment', await changesOf(desk, ict, addComment, said(desk, second)))).toBe(
    'withdrawn',
  )
})

test('whether an incident is not there or is not theirs is the same answer', async () => {
  const desk = await startDesk()
  const foreign = await raise(desk, desk.ict)
  const tries = [foreign, desk.trial.newId()]
  const answers = await Promise.all(
    tries.map(async (id) =>
      desk.staff.push('incident.comment', await changesOf(desk, desk.staff, addComment, said(desk, id))),
    ),
  )
  const [one, two] = answers.map(({ o, code: found, vers }) => ({ o, found, vers }))
  expect(one).toEqual(two)
})

test('a line belongs to the council of its incident, and to an incident that there is', async () => {
  const desk = await startDesk()
  const id = await raise(desk, desk.ict)
  const elsewhere = { ...said(desk, id), councilId: desk.trial.newId() }
  const nowhere = said(desk, desk.trial.newId())
  for (const args of [elsewhere, nowhere]) {
    expect(code(await act(desk, desk.ict, addComment, args))).toBe('no_such_incident')
    expect(code(await act(desk, desk.ict, addWorkNote, args))).toBe('no_such_incident')
  }
})

test('time that was worked is told by those who may see the desk', async () => {
  const desk = await startDesk()
  const id = await raise(desk, desk.staff)
  expect(code(await act(desk, desk.staff, addComment, { ...said(desk, id), minutes: 600 }))).toBe('not_allowed')
  expect(code(await act(desk, desk.ict, addComment, { ...said(desk, id), minutes: 10 }))).toBe('ok')
})

test("a council's call for attention is made in one's own name and at its own time", async () => {
  const desk = await startDesk()
  const officer = await desk.trial.person({ role: 'client_officer', on: desk.councilId })
  const id = await raise(desk, desk.staff)
  const changes = await changesOf(desk, officer, escalateIncident, escalation(id))
  const own = { level: 1, reason: 'Now.', at: desk.trial.clock.now, byId: officer.userId }
  for (const wrong of [{ ...own, byId: desk.ict.userId }, { ...own, at: 5 }, null]) {
    const tried = altered(changes, 'incident', { escalation: wrong })
    expect(await crafted(officer, 'incident.escalate', tried)).toBe('not_its_group')
  }
  expect(await crafted(officer, 'incident.escalate', changes)).toBe('ok')
})

test('an incident is not changed without a line of its history, nor escalated by way of work', async () => {
  const desk = await startDesk()
  const id = await raise(desk, desk.staff)
  const parts = { incidentId: id, parts: { move: { state: 'in_progress' as const } } }
  const changes = await changesOf(desk, desk.ict, workOnIncident, parts)
  const [incident] = changes as [WireChange, WireChange]
  expect(await crafted(desk.ict, 'incident.work', [incident])).toBe('not_its_group')
  const called = { level: 3, reason: 'Now.', at: desk.trial.clock.now, byId: desk.ict.userId }
  const more = { ...incident, set: { ...incident.set, escalation: { escalation: called } } }
  expect(await crafted(desk.ict, 'incident.work', [more, ...changes.slice(1)])).toBe('not_its_group')
  expect(await crafted(desk.ict, 'incident.work', changes)).toBe('ok')
  expect(await crafted(desk.ict, 'incident.undo', altered(changes, 'incident_event', { type: 'moved' }))).not.toBe('ok')
  const events = await desk.trial.database.read((statements) => statements.rowsOfKind('incident_event', '', 99))
  const eventIds = events.filter(({ doc }) => doc.includes('moved')).map((row) => row.id)
  expect(code(await act(desk, desk.ict, undoIncidentChanges, { eventIds }))).toBe('ok')
})

test('a file changes and takes back what files brought, and nothing that people raised', async () => {
  const desk = await startDesk()
  const id = await raise(desk, desk.staff)
  const before = await rowOf(desk.trial, 'incident', id)
  const [incident] = await changesOf(desk, desk.ict, raiseIncident, raiseArgs(desk))
  if (!incident) throw new Error('nothing was raised')
  const ofFile = altered([incident], 'incident', { importId: desk.trial.newId(), raisedById: '', title: 'From a file' })
  const named = altered(ofFile, 'incident', { raisedById: desk.staff.userId })
  const over = ofFile.map((change) => ({ ...change, id }))
  const gone = [{ ...incident, set: { deleted: { deleted: true } }, id }]
  expect(await crafted(desk.ict, 'import.incidents', named)).toBe('not_its_group')
  expect(await crafted(desk.ict, 'import.incidents', over)).toBe('not_its_group')
  expect(await crafted(desk.ict, 'import.incident_changes', over)).toBe('not_its_group')
  expect(await crafted(desk.ict, 'import.undo', gone)).toBe('not_its_group')
  expect(await crafted(desk.ict, 'import.incidents', ofFile)).toBe('ok')
  expect(await crafted(desk.ict, 'import.undo', [{ ...gone[0], id: incident.id }])).toBe('ok')
  expect(await rowOf(desk.trial, 'incident', id)).toEqual(before)
})

test('two values of an incident are chosen between by those who may set them', async () => {
  const desk = await startDesk()
  const id = await raise(desk, desk.staff)
  const [one, two] = [desk.ict, await desk.trial.person('ict')]
  const change = async (by: Device, state: 'in_progress' | 'assigned') =>
    changesOf(desk, by, workOnIncident, { incidentId: id, parts: { move: { state } } })
  const [first, second] = [await change(one, 'in_progress'), await change(two, 'assigned')]
  await one.push('incident.work', first)
  expect((await two.push('incident.work', second)).o).toBe('conflict')
  const [conflict] = await desk.trial.database.read((statements) => statements.rowsOfKind('conflict', '', 9))
  const solve = async (by: Device) => {
    const solved = { solvedAt: desk.trial.clock.now, solvedById: by.userId, outcome: 'shown' }
    const base = { solved: JSON.parse(conflict?.groups ?? '{}').solved.v }
    return crafted(by, 'conflict.solve', [
      { k: 'conflict', id: conflict?.id ?? '', s: conflict?.s ?? '', base, set: { solved } },
    ])
  }
  for (const role of roles.filter((each) => each !== 'ict'))
    expect([role, await solve(await desk.trial.person(role))]).toEqual([role, 'not_allowed'])
  expect(await solve(two)).toBe('ok')
})
