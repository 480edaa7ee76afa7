// Dexie's live queries do nothing unless the disk is there before Dexie is.
import 'fake-indexeddb/auto'
import { expect, test } from 'vitest'
import { addComment, addWorkNote, escalateIncident } from '../../../src/domain/mutations/tell-incident.ts'
import { workOnIncident } from '../../../src/domain/mutations/work-incident.ts'
import type { Store } from '../../../src/store/store.ts'
import { IncidentPage } from '../../../src/views/incidents/incident-page.tsx'
import { act, openTrialStore } from '../../store/trial-store.ts'
import { button, find } from '../parts/render.ts'
import { soon, text } from '../time/trial-app.tsx'
import { councilId, incident, raise } from './made.ts'
import { showPage } from './show-page.tsx'

const open = async (store: Store, id: string) => {
  const told = showPage(store, () => <IncidentPage id={id} />, `/incidents/${id}`)
  await soon(() => expect(find('h1').textContent).toBe('E-mail is slow'))
  return told
}
const area = (label: string) => {
  const found = [...document.querySelectorAll('label')].find((each) => each.textContent?.startsWith(label))
  return find<HTMLTextAreaElement>(`#${found?.getAttribute('for')}`)
}
const write = (label: string, words: string) => {
  const field = area(label)
  field.value = words
  field.dispatchEvent(new InputEvent('input', { bubbles: true }))
}
const stateOf = async (store: Store, id: string) => (await incident(store, id)).state
/** Once it can be pressed. */
const press = async (name: string) => {
  await soon(() => expect(button(name).getAttribute('aria-busy')).not.toBe('true'))
  button(name).click()
}

test('it is taken, begun and resolved by the one act that is due, and each can be undone', async () => {
  const store = await openTrialStore()
  const id = await raise(store)
  const told = await open(store, id)
  await press('Take it')
  await soon(() => expect(told.at(-1)?.message).toContain('It is yours.'))
  expect(await incident(store, id)).toMatchObject({ state: 'assigned', assigneeId: store.personId })
  await press('Start work')
  await soon(async () => expect(await stateOf(store, id)).toBe('in_progress'))
  told.at(-1)?.undo?.()
  await soon(async () => expect(await stateOf(store, id)).toBe('assigned'))
  await press('Start work')
  await press('Resolve')
  await soon(() => area('What was done?'))
  find<HTMLFormElement>('dialog[open] form').requestSubmit()
  await soon(() => expect(text()).toContain('Say what was done: the requester reads it'))
  expect(await stateOf(store, id)).toBe('in_progress')
  write('What was done?', 'Restarted the gateway')
  find<HTMLFormElement>('dialog[open] form').requestSubmit()
  await soon(async () => expect(await incident(store, id)).toMatchObject({ resolution: 'Restarted the gateway' }))
  await soon(() => button('Close'))
})

test('a work note and a comment have drafts of their own: what was typed as one never becomes the other', async () => {
  const store = await openTrialStore()
  const id = await raise(store)
  await open(store, id)
  await press('Work note')
  await soon(() => expect(text()).toContain('For the desk alone'))
  write('Work note', 'Not for their eyes')
  await press('Comment')
  await soon(() => expect(area('Comment').value).toBe(''))
  await press('Add comment')
  await soon(() => expect(text()).toContain('Write something first'))
  expect(await store.reads.all('comment')).toEqual([])
  await press('Work note')
  await soon(() => expect(area('Work note').value).toBe('Not for their eyes'))
  write('Minutes', '25')
  await press('Add work note')
  await soon(async () => expect(await store.reads.all('work_note')).toMatchObject([{ minutes: 25 }]))
  expect(await store.reads.all('comment')).toEqual([])
  await soon(() => expect(text()).toContain('Time spent: 25 min'))
})

test('a priority by hand needs a reason, and both values are shown', async () => {
  const store = await openTrialStore()
  const id = await raise(store)
  await open(store, id)
  await press('Change priority')
  await press('1 Critical')
  await press('Save')
  await soon(() => expect(text()).toContain('Say why the priority is another than impact and urgency give'))
  write('Why another priority?', 'Council meeting tonight')
  await press('Save')
  await soon(async () => expect(await incident(store, id)).toMatchObject({ priority: 1, matrixPriority: 2 }))
  await soon(() => expect(text()).toContain('Set by hand; the table gives 2 High. Council meeting tonight'))
})

test('whoever reads the desk without working there sees no work note and changes nothing', async () => {
  const desk = await openTrialStore()
  const id = await raise(desk)
  const said = { incidentId: id, councilId, minutes: 0 }
  await act(desk, addComment, { ...said, text: 'We look into it' })
  await act(desk, addWorkNote, { ...said, text: 'A secret' })
  const manager = { ...desk, access: () => ({ userId: 'somebody', grants: [{ role: 'manager', on: null }] as const }) }
  await open(manager, id)
  await soon(() => expect(text()).toContain('We look into it'))
  expect(text()).toContain('Only the desk changes an incident. Your role reads it.')
  const names = [...document.querySelectorAll('button')].map((each) => each.textContent?.trim())
  expect(names.filter((name) => name !== '')).toEqual([])
})

test('an escalation stands above all else while the incident is open', async () => {
  const store = await openTrialStore({ grants: [{ role: 'client_officer', on: councilId }] })
  const id = await raise(store)
  await open(store, id)
  await press('Escalate')
  await soon(() => area('Why does it need more attention?'))
  find<HTMLFormElement>('dialog[open] form').requestSubmit()
  await soon(() => expect(text()).toContain('Say why it needs more attention'))
  write('Why does it need more attention?', 'Elections tonight')
  find<HTMLFormElement>('dialog[open] form').requestSubmit()
  await soon(() => expect(find('.banner--warn').textContent).toContain('Escalated: Service desk lead'))
  expect(await incident(store, id)).toMatchObject({ escalation: { level: 1, reason: 'Elections tonight' } })
})

test('once it is over its escalation is history', async () => {
  const store = await openTrialStore()
  const id = await raise(store)
  await act(store, escalateIncident, { incidentId: id, level: 2, reason: 'Elections' })
  const move = { state: 'resolved', resolution: 'Done' } as const
  await act(store, workOnIncident, { incidentId: id, parts: { move } })
  await open(store, id)
  expect(document.querySelector('.banner--warn')).toBeNull()
  expect(text()).toContain('Escalated: Head of ICT')
})
