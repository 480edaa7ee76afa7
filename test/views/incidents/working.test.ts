import { expect, test } from 'vitest'
import type { Incident, IncidentEvent } from '../../../src/domain/incident.ts'
import { type IncidentState, incidentStates, stateFlags } from '../../../src/domain/incident-words.ts'
import { refusalOf } from '../../../src/domain/mutations/work-incident.ts'
import type { Doc } from '../../../src/domain/record.ts'
import { assignTo } from '../../../src/views/incidents/assigning.ts'
import { historyOf, undoableEvent } from '../../../src/views/incidents/incident-history.ts'
import { moveQuestions, offeredMoves } from '../../../src/views/incidents/moves.ts'
import { openQuestions } from '../../../src/views/incidents/open-questions.ts'
import { readMinutes, talkOf, totalMinutes } from '../../../src/views/incidents/talk.ts'
import { changeLines } from '../../../src/views/incidents/told-incident.ts'
import { madeIncident } from '../../store/made-incidents.ts'
import { clock, newId } from '../../store/trial-store.ts'

const day = 86_400_000
const [ann, team] = [newId(), newId()]
const telling = { now: clock.now, nameOf: (id: string) => ({ [ann]: 'Ann Lee, Service desk', [team]: 'Networks' })[id] }

const made = (state: IncidentState, patch: Partial<Incident> = {}): Incident => ({
  ...{ ...madeIncident(newId(), newId(), 1).doc, resolution: 'Restarted it' },
  ...{ state, flags: stateFlags[state], stateAt: clock.now, ...patch },
})
const offer = (state: IncidentState, patch: Partial<Incident> = {}, now = clock.now) =>
  offeredMoves(made(state, patch), now)

test('the act that is due comes first: take it, start, resolve, close', () => {
  expect(offer('new')).toMatchObject({ isToTake: true, first: undefined })
  expect(offer('new', { assigneeId: ann }).first?.label).toBe('Start work')
  expect(offer('assigned', { assigneeId: ann }).first?.label).toBe('Start work')
  expect(offer('in_progress', { assigneeId: ann }).first?.label).toBe('Resolve')
  expect(offer('waiting_supplier').first?.label).toBe('Go on with it')
  expect(offer('resolved').first?.label).toBe('Close')
  expect(offer('closed').first?.label).toBe('Reopen')
})

test('no move is offered that would be refused once what it asks for is said', () => {
  for (const state of incidentStates)
    for (const now of [clock.now, clock.now + 6 * day]) {
      const incident = { ...made(state, { assigneeId: ann }), id: newId() }
      const { first, others } = offeredMoves(incident, now)
      for (const move of [...(first ? [first] : []), ...others])
        expect(refusalOf(incident, { move: { state: move.state, resolution: 'Said' } }, now), state).toBeUndefined()
    }
})

test('what ended more than five days ago is raised anew, and not reopened', () => {
  const late = offer('closed', {}, clock.now + 5 * day + 1)
  expect(late.isToRaiseAnew).toBe(true)
  expect([late.first, ...late.others].filter((move) => move?.state === 'reopened')).toEqual([])
  expect(offer('closed', {}, clock.now + 5 * day).isToRaiseAnew).toBe(false)
  expect(offer('in_progress', {}, clock.now + 90 * day).isToRaiseAnew).toBe(false)
})

test('resolving and cancelling must say something, waiting may', () => {
  expect(moveQuestions.resolved?.missing).toContain('what was done')
  expect(moveQuestions.cancelled?.missing).toContain('why')
  expect(moveQuestions.waiting_requester).toMatchObject({ missing: undefined })
  expect(moveQuestions.in_progress).toBeUndefined()
})

test('whoever takes an incident takes it for the team that has it, if they are in it', () => {
  const [first, second] = [newId(), newId()]
  const teams = new Map([
    [first, { id: first, name: 'Desk', personIds: [ann] }],
    [second, { id: second, name: 'Networks', personIds: [ann] }],
  ])
  expect(assignTo(ann, second, { teams })).toMatchObject({ assigneeId: ann, teamId: second })
  expect(assignTo(ann, newId(), { teams })).toMatchObject({ teamId: first })
  expect(assignTo(newId(), first, { teams })).toMatchObject({ teamId: null })
})

const event = (type: IncidentEvent['type'], patch: Partial<IncidentEvent> = {}) => ({
  ...{ id: newId(), incidentId: newId(), councilId: newId(), type, at: clock.now, byId: ann, text: '' },
  ...{ before: {}, after: {}, ...patch },
})

test('history is what a file told and what happened here, newest first, in words', () => {
  const history = [
    { at: clock.now - 2 * day, by: 'Resolver 5', state: 'new' as const },
    { at: clock.now - day, priority: 2 as const, assignee: 'Resolver 9', text: 'SLA breached' },
  ]
  const moved = event('moved', {
    before: { state: 'in_progress', flags: stateFlags.in_progress, resolution: '' },
    after: { state: 'resolved', flags: stateFlags.resolved, resolution: 'Restarted it' },
  })
  const escalation = { level: 2, reason: 'Elections', at: clock.now, byId: ann }
  const called = event('escalated', { at: clock.now - 1, text: 'Elections', after: { escalation } })
  expect(historyOf({ incident: { history }, events: [moved, called], settled: [] }, telling)).toMatchObject([
    { what: 'Resolved', lines: ['What was done: “Restarted it”'], by: 'Ann Lee, Service desk' },
    { what: 'Escalated: Head of ICT', lines: [], text: 'Elections' },
    { what: 'Changed', lines: ['Priority: 2 High', 'Assigned to: Resolver 9'], text: 'SLA breached', isImported: true },
    { what: 'New', by: 'Resolver 5', isImported: true },
  ])
})

const conflict = (shown: Doc, other: Doc, by: string, at: number) => ({
  ...{ id: newId(), kind: 'incident', recordId: newId(), group: 'category', scope: 'desk:a' },
  ...{ shown: { value: shown, by: ann, at: clock.now }, other: { value: other, by, at } },
  ...{ solvedAt: null, solvedById: null, outcome: null },
})

test('however often a thing was set apart, it is one question: what shows now, and the last value of the other person', () => {
  const ben = newId()
  const incident = made('new', { category: 'Printer' })
  const conflicts = [
    conflict({ category: 'Cable' }, { category: 'Toner' }, ben, clock.now - 3),
    conflict({ category: 'Printer' }, { category: 'Paper' }, ben, clock.now - 2),
    conflict({ category: 'Printer' }, { category: 'Cable' }, ann, clock.now - 4),
  ]
  const [question, ...more] = openQuestions(incident, conflicts, [])
  expect(more).toEqual([])
  expect(question?.shown.value).toEqual({ category: 'Printer' })
  expect(question?.others.map(({ side }) => side.value)).toEqual([{ category: 'Paper' }])
  expect(question?.conflictIds).toHaveLength(3)
})

test('where both values have been set anew since, what shows now is told by whoever set it', () => {
  const incident = made('new', { category: 'Network' })
  const conflicts = [conflict({ category: 'Printer' }, { category: 'Paper' }, team, clock.now - 2)]
  const event_ = event('described', { byId: team, at: clock.now, after: { category: 'Network' } })
  expect(openQuestions(incident, conflicts, [event_])).toMatchObject([
    { shown: { value: { category: 'Network' }, by: team, at: clock.now }, others: [] },
  ])
})

test('which of two values was chosen is history, and the other one stays readable', () => {
  const settled = {
    ...conflict({ category: 'Printer' }, { category: 'Paper' }, team, clock.now),
    ...{ solvedAt: clock.now, solvedById: ann, outcome: 'other' as const },
  }
  expect(historyOf({ incident: { history: [] }, events: [], settled: [settled] }, telling)).toMatchObject([
    { what: 'Two values settled', lines: ['Chosen: Category: Paper', 'Not chosen: Category: Printer'] },
  ])
})

test('a change is told with what was before, and what only follows from it is not', () => {
  const before = { priority: 3, matrixPriority: 3, impact: 'person' }
  const after = { priority: 2, matrixPriority: 2, impact: 'group' }
  expect(changeLines(before, after, telling)).toEqual([
    'Priority: 2, was 3',
    'Impact: A group or service, was One person',
  ])
  expect(changeLines({ assigneeId: null, teamId: null }, { assigneeId: ann, teamId: team }, telling)).toEqual([
    'Assigned to: Ann Lee, Service desk',
    'Team: Networks',
  ])
  expect(changeLines({ assigneeId: ann }, { assigneeId: null }, telling)).toEqual([
    'Assigned to: nobody, was Ann Lee, Service desk',
  ])
})

test('only the newest change can be undone, while it stands', () => {
  const incident = made('resolved')
  const newest = event('described', { before: { category: '' }, after: { category: 'Printer' } })
  const older = event('moved', { after: { state: 'resolved' } })
  expect(undoableEvent({ ...incident, category: 'Printer' }, [newest, older])).toBe(newest)
  expect(undoableEvent({ ...incident, category: 'Network' }, [newest, older])).toBeUndefined()
  expect(undoableEvent(incident, [event('raised')])).toBeUndefined()
})

test('comments and work notes stand in order of time, with the minutes of both', () => {
  const said = (at: number, minutes: number) => ({ id: newId(), at, byId: ann, text: 'x', minutes })
  const lines = talkOf([said(3, 5)], [said(1, 10), said(4, 0)])
  expect(lines.map(({ at, isNote }) => [at, isNote])).toEqual([
    [1, true],
    [3, false],
    [4, true],
  ])
  expect(totalMinutes(lines)).toBe(15)
})

test('minutes are whole and of one day at most; nothing typed is none', () => {
  expect(['', ' 15 ', '1440'].map(readMinutes)).toEqual([0, 15, 1440])
  expect(['1.5', '-3', '1441', 'ten'].map(readMinutes)).toEqual([undefined, undefined, undefined, undefined])
})
