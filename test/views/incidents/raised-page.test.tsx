// Dexie's live queries do nothing unless the disk is there before Dexie is.
import 'fake-indexeddb/auto'
import { expect, test } from 'vitest'
import type { Follow } from '../../../src/domain/incident.ts'
import type { Row } from '../../../src/domain/record.ts'
import { applyStep, openScopes } from '../../../src/store/apply.ts'
import type { Store } from '../../../src/store/store.ts'
import { holdDesk } from '../../desk/held-desk.ts'
import { clock, newId, openTrialStore, personId } from '../../store/trial-store.ts'
import { soon, text } from '../time/trial-app.tsx'
import { showIncidents } from './desk-trial.tsx'
import { councilId, raise } from './made.ts'

const show = (store: Store) => showIncidents(store, holdDesk([]).source)
const openStaff = () => openTrialStore({ grants: [{ role: 'staff', on: null }] })
const lines = () => [...document.querySelectorAll('.row')].map((row) => row.textContent ?? '')

/** As the server writes it for whoever asked. */
async function follow(store: Store, id: string, patch: Partial<Follow>): Promise<void> {
  const scope = `user:${personId}`
  const doc: Follow = {
    ...{
      personId,
      incidentId: id,
      councilId,
      title: 'The printer jams',
      text: '',
      number: '',
      systemId: null,
      systemName: 'Printing',
    },
    ...{ raisedAt: clock.now - 7_200_000, state: 'new', stateAt: clock.now, priority: 3, resolution: '', replies: [] },
    ...patch,
  }
  const mark = { v: 1, at: clock.now, by: 'server', client: 'server', mid: 1 }
  const row: Row = { k: 'follow', id: newId(), s: scope, ver: 1, del: false, doc, groups: { edge: mark, shown: mark } }
  await openScopes(store, [scope])
  await applyStep(store, { scope, rows: [row], from: 0, to: 1, isAnew: false })
}

test('staff see what they raised, with its state and the newest reply', async () => {
  const store = await openStaff()
  const replies = [
    { id: newId(), at: clock.now - 3_600_000, byId: 'ict', text: 'Which floor?' },
    { id: newId(), at: clock.now - 1_800_000, byId: 'ict', text: 'Try it now, please.' },
  ]
  await follow(store, newId(), { state: 'waiting_requester', replies })
  show(store)
  await soon(() => expect(text()).toContain('The printer jams'))
  expect(lines()[0]).toContain('Waiting for requester')
  expect(lines()[0]).toContain('Printing · raised 2 h ago')
  expect(lines()[0]).toContain('Reply 30 min ago: Try it now, please.')
  expect(text()).not.toContain('Which floor?')
})

test('what staff raise stands there at once, marked until it is shared', async () => {
  const store = await openStaff()
  show(store)
  await soon(() => expect(text()).toContain('What you raise will stand here'))
  const id = await raise(store, { title: 'My keyboard sticks' })
  await soon(() => expect(lines()[0]).toContain('My keyboard sticks'))
  expect(lines()[0]).toContain('Not yet shared')
  // The server tells of it: the same line, and no second one.
  await follow(store, id, { title: 'My keyboard sticks', state: 'in_progress' })
  await soon(() => expect(lines()[0]).toContain('In progress'))
  expect(lines().filter((line) => line.includes('My keyboard sticks'))).toHaveLength(1)
})

test('what is over stands apart', async () => {
  const store = await openStaff()
  await follow(store, newId(), { state: 'closed' })
  show(store)
  await soon(() => expect(text()).toContain('Nothing of yours is open.'))
  expect([...document.querySelectorAll('h2')].map((title) => title.textContent)).toEqual(['Open', 'Over'])
})
