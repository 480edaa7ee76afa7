// Dexie's live queries do nothing unless the disk is there before Dexie is.
import 'fake-indexeddb/auto'
import { describe, expect, test } from 'vitest'
import { saves } from '../../../src/domain/mutations/keep-catalogue.ts'
import { workOnIncident } from '../../../src/domain/mutations/work-incident.ts'
import type { Store } from '../../../src/store/store.ts'
import { sourceOf } from '../../desk/trial-desk.ts'
import { act, newId, openTrialStore, personId } from '../../store/trial-store.ts'
import { button, find, type } from '../parts/render.ts'
import { soon, text } from '../time/trial-app.tsx'
import { showIncidents, titles } from './desk-trial.tsx'
import { councilId, incident, raiseMany } from './made.ts'

const select = (label: string) => {
  const found = [...document.querySelectorAll('label')].find((each) => each.textContent === label)
  return find<HTMLSelectElement>(`[id="${found?.htmlFor}"]`)
}
const choose = (label: string, value: string) => {
  const element = select(label)
  element.value = value
  element.dispatchEvent(new Event('change', { bubbles: true }))
}
const link = (name: string) =>
  [...document.querySelectorAll('a')].find((each) => each.textContent?.replace(/[\d,]+$/, '') === name)
const countAt = (name: string) => /([\d,]+)$/.exec(link(name)?.textContent ?? '')?.[1]

async function showDesk(store: Store, address = '/incidents') {
  await act(store, saves.council, { id: councilId, doc: { name: 'Northmoor Council', shortName: 'Northmoor' } }).catch(
    () => {},
  )
  return showIncidents(store, sourceOf(store), address)
}

describe('a change of many', () => {
  test('is chosen, looked at in words, saved, and taken back by one undo', async () => {
    const store = await openTrialStore()
    const [first = '', ...others] = await raiseMany(store, 4)
    await act(store, workOnIncident, { incidentId: first, parts: { move: { state: 'cancelled' } } })
    const told = await showDesk(store, '/incidents?q=')
    await soon(() => expect(titles()).toHaveLength(4))
    button('Select all 4').click()
    await soon(() => expect(text()).toContain('4 selected'))
    button('Change selected').click()
    await soon(() => select('What shall change?'))
    button('See what changes').click()
    await soon(() => expect(text()).toContain('Choose a state'))
    choose('To which state?', 'in_progress')
    button('See what changes').click()
    await soon(() => expect(text()).toContain('3 incidents: New to In progress'))
    expect(text()).toContain('1 cannot: Cancelled cannot become In progress.')
    button('Change 3 incidents').click()
    await soon(() => expect(told.map(({ message }) => message)).toEqual(['3 incidents changed.']))
    for (const id of others) expect(await incident(store, id)).toMatchObject({ state: 'in_progress' })
    expect(await incident(store, first)).toMatchObject({ state: 'cancelled' })
    told[0]?.undo?.()
    await soon(() => expect(told[1]?.message).toBe('3 incidents as before.'))
    for (const id of others) expect(await incident(store, id)).toMatchObject({ state: 'new' })
  })

  test('is of what one sees: another search lets go of what was selected', async () => {
    const store = await openTrialStore()
    await raiseMany(store, 3)
    await showDesk(store)
    await soon(() => expect(titles()).toHaveLength(3))
    button('Select all 3').click()
    await soon(() => expect(text()).toContain('3 selected'))
    type(find<HTMLInputElement>('.search-field input'), 'number')
    await soon(() => expect(text()).not.toContain('3 selected'))
  })
})

describe('queues', () => {
  test('count what they find, and follow what is done', async () => {
    const store = await openTrialStore()
    const [first = ''] = await raiseMany(store, 3)
    await showDesk(store)
    await soon(() => expect(countAt('All open')).toBe('3'))
    expect(countAt('Mine')).toBe('0')
    const mine = { assigneeId: personId, teamId: null, assigneeName: '', teamName: '' }
    await act(store, workOnIncident, { incidentId: first, parts: { assign: mine } })
    await soon(() => expect([countAt('Mine'), countAt('Unassigned')]).toEqual(['1', '2']))
    link('Mine')?.click()
    await soon(() => expect(titles()).toEqual(['Number 0']))
    // The blank is there so that what is typed next is a word of its own.
    expect(find<HTMLInputElement>('.search-field input').value).toBe('assignee:me state:open ')
  })

  test('of a team are there for those who are in one', async () => {
    const store = await openTrialStore()
    await raiseMany(store, 1)
    await showDesk(store)
    await soon(() => expect(countAt('All open')).toBe('1'))
    expect(link('My team')).toBeUndefined()
    await act(store, saves.desk_team, { id: newId(), doc: { name: 'Service desk', personIds: [personId] } })
    await soon(() => expect(link('My team')).toBeDefined())
  })
})

describe('a saved search', () => {
  test('stands with its count beside the queues, is renamed, and taken away with an undo', async () => {
    const store = await openTrialStore()
    await raiseMany(store, 12)
    const told = await showDesk(store, '/incidents?q=number+state%3Anew')
    await soon(() => expect(titles()).toHaveLength(12))
    button('Save this search').click()
    await soon(() => find('#saved-search-name'))
    button('Save').click()
    await soon(() => expect(text()).toContain('Give it a name'))
    type(find<HTMLInputElement>('#saved-search-name'), 'New ones')
    button('Save').click()
    await soon(() => expect(countAt('New ones')).toBe('12'))
    expect(await store.reads.all('saved_view')).toMatchObject([
      { ownerId: personId, name: 'New ones', query: 'number state:new' },
    ])
    button('Rename this search').click()
    await soon(() => find('#saved-search-name'))
    type(find<HTMLInputElement>('#saved-search-name'), 'Fresh')
    button('Save').click()
    await soon(() => expect(countAt('Fresh')).toBe('12'))
    button('Remove this search').click()
    await soon(() => expect(link('Fresh')).toBeUndefined())
    told.at(-1)?.undo?.()
    await soon(() => expect(countAt('Fresh')).toBe('12'))
  })

  test('of the desk is for everybody who works there', async () => {
    const store = await openTrialStore()
    await raiseMany(store, 1)
    await showDesk(store, '/incidents?q=priority%3A2')
    await soon(() => expect(titles()).toHaveLength(1))
    button('Save this search').click()
    await soon(() => find('#saved-search-name'))
    type(find<HTMLInputElement>('#saved-search-name'), 'High')
    find<HTMLInputElement>('input[type="radio"][value="desk"]').click()
    button('Save').click()
    await soon(() => expect(text()).toContain('Searches of the desk'))
    expect(await store.reads.all('saved_view')).toMatchObject([{ ownerId: null }])
  })
})

test('an empty desk says what will stand there and offers to raise', async () => {
  const store = await openTrialStore()
  await showDesk(store)
  await soon(() => expect(text()).toContain('Incidents will stand here'))
  expect(link('Raise incident')).toBeDefined()
})
