import { expect, test } from 'vitest'
import { incidentSchema } from '../../../src/domain/incident.ts'
import { defaultCells } from '../../../src/domain/incident-words.ts'
import { raiseIncident } from '../../../src/domain/mutations/raise-incident.ts'
import {
  emptyTemplate,
  oddCells,
  readMatrix,
  readTeam,
  readTemplate,
  withCell,
} from '../../../src/views/incidents/desk-settings-drafts.ts'
import {
  keptRaiseDraft,
  newRaiseDraft,
  priorityOf,
  raiseArgs,
  raiseErrors,
  systemsMeant,
  withTemplate,
} from '../../../src/views/incidents/raise-draft.ts'
import { typedMoment } from '../../../src/views/parts/form/typed-date.ts'
import { newId } from '../../store/trial-store.ts'

const councilId = newId()
const typed = newRaiseDraft({ councilId, title: '  E-mail is slow ' })

test('a council and a few words are enough to raise an incident', () => {
  expect(raiseErrors(newRaiseDraft({}))).toEqual([
    { fieldId: 'raise-title', message: 'Say in a few words what is wrong' },
    { fieldId: 'raise-council', message: 'Choose the council' },
  ])
  expect(raiseErrors(typed)).toEqual([])
  const args = raiseArgs(typed, 3, null)
  expect(raiseIncident.args.safeParse(args).success).toBe(true)
  expect(args).toMatchObject({ title: 'E-mail is slow', matrixPriority: 3, impact: 'person', urgency: 'medium' })
})

test('without a name it is asked for oneself; with one for an account, or for a name alone', () => {
  expect('requesterId' in raiseArgs(typed, 3, null)).toBe(false)
  expect(raiseArgs({ ...typed, requesterName: 'Bo Hill' }, 3, null)).toMatchObject({
    requesterId: null,
    requesterName: 'Bo Hill',
  })
})

test('impact and urgency give the priority of the table that holds on the day', () => {
  const strict = withCell(defaultCells, 'person', 'medium', 1)
  const matrices = [{ from: '2026-04-01', cells: strict }]
  expect(priorityOf(typed, matrices, '2026-03-31')).toBe(3)
  expect(priorityOf(typed, matrices, '2026-04-01')).toBe(1)
})

test('a template fills in all but the words that are there', () => {
  const template = { ...emptyTemplate, name: 'VPN', title: 'VPN fails', text: 'Error code', urgency: 'high' as const }
  expect(withTemplate(newRaiseDraft({}), template)).toMatchObject({ title: 'VPN fails', urgency: 'high' })
  expect(withTemplate(typed, template)).toMatchObject({ title: '  E-mail is slow ', text: 'Error code' })
})

test('the words may name a system, however it is written', () => {
  const systems = ['E-mail', 'Mail room', 'Telephony'].map((name) => ({ id: newId(), name }))
  const meant = (title: string) => systemsMeant({ systemId: null, title }, systems).map(({ name }) => name)
  expect(meant('No email since nine')).toEqual(['E-mail'])
  expect(meant('TELEPHONY, and E-mail too')).toEqual(['E-mail', 'Telephony'])
  expect(meant('The mail is late')).toEqual([])
  const chosen = systems[1]?.id ?? ''
  expect(systemsMeant({ systemId: chosen, title: 'Telephony' }, systems)).toEqual([systems[1]])
})

test('a draft is taken up again only if it has every field', () => {
  expect(keptRaiseDraft({ ...typed }, newRaiseDraft({}))).toEqual(typed)
  expect(keptRaiseDraft({ title: 'x' }, newRaiseDraft({}))).toBeUndefined()
  expect(keptRaiseDraft('x', newRaiseDraft({}))).toBeUndefined()
})

test('a team has a name of its own, and a template says what is wrong', () => {
  expect(readTeam({ name: ' Networks ', personIds: [] }, [])).toEqual({
    ok: true,
    doc: { name: 'Networks', personIds: [] },
  })
  expect(readTeam({ name: 'networks', personIds: [] }, ['Networks'])).toMatchObject({ ok: false })
  expect(readTemplate({ ...emptyTemplate, name: 'VPN' })).toMatchObject({
    ok: false,
    errors: [{ fieldId: 'template-title' }],
  })
  expect(incidentSchema.shape.impact.safeParse(emptyTemplate.impact).success).toBe(true)
})

test('a priority table begins today or later, on a day of its own', () => {
  const days = { today: '2026-11-10', others: ['2026-12-01'] }
  const on = (date: string) => readMatrix({ from: typedMoment(date), cells: defaultCells }, days)
  expect(on('2026-11-10')).toEqual({ ok: true, doc: { from: '2026-11-10', cells: defaultCells } })
  expect(on('2026-11-09')).toMatchObject({ ok: false, errors: [{ fieldId: 'matrix-from-day' }] })
  expect(on('2026-12-01')).toMatchObject({ ok: false, errors: [{ message: expect.stringContaining('Another table') }] })
})

test('a table in which more urgent or wider counts for less is warned of', () => {
  expect(oddCells(defaultCells)).toEqual([])
  expect(oddCells(withCell(defaultCells, 'person', 'critical', 4))).toHaveLength(1)
  expect(oddCells(withCell(defaultCells, 'department', 'low', 4))).toEqual([])
  expect(oddCells(withCell(defaultCells, 'group', 'low', 1))).toHaveLength(2)
})
