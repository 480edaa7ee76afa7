// Dexie's live queries do nothing unless the disk is there before Dexie is.
import 'fake-indexeddb/auto'
import { webcrypto } from 'node:crypto'
import { expect, onTestFinished, test } from 'vitest'
import type { Grant } from '../../../src/domain/access.ts'
import type { DocOf } from '../../../src/domain/kinds.ts'
import { reportOutage } from '../../../src/domain/mutations/report-outage.ts'
import type { Row } from '../../../src/domain/record.ts'
import { applyStep, openScopes } from '../../../src/store/apply.ts'
import type { Store } from '../../../src/store/store.ts'
import { followedIncident } from '../../../src/views/incidents/followed.ts'
import { FollowedView } from '../../../src/views/incidents/followed-view.tsx'
import { RaisePage } from '../../../src/views/incidents/raise-page.tsx'
import { act, clock, newId, openTrialStore, personId } from '../../store/trial-store.ts'
import { button, find, type as typeIn } from '../parts/render.ts'
import { soon, text } from '../time/trial-app.tsx'
import { councilId, raise } from './made.ts'
import { follow, showPage } from './show-page.tsx'

const [otherCouncil, telephony] = [newId(), newId()]
const staffOf = (on: string | null): readonly Grant[] => [{ role: 'staff', on }]

const calendarId = newId()
const agreements = [{ from: '2026-01-01', calendarId, targetPercent: null, noticeMinutes: null }]
const catalogue: readonly (readonly [k: 'council' | 'system' | 'person', id: string, doc: object])[] = [
  ['council', councilId, { name: 'Ashby Borough Council', shortName: 'Ashby' }],
  ['council', otherCouncil, { name: 'Brook District Council', shortName: 'Brook' }],
  ['system', telephony, { name: 'Telephony', about: '', owner: '', agreements, retiredOn: null }],
  ['person', personId, { name: 'Sam Young', team: 'Housing' }],
]

/** A device that has had the catalogue. */
async function openDevice(grants: readonly Grant[]): Promise<Store> {
  const store = await openTrialStore({ grants })
  const mark = { v: 1, at: clock.now, by: 'server', client: 'elsewhere', mid: 1 }
  const rows = catalogue.map(
    ([k, id, doc]): Row => ({ k, id, s: 'catalogue', ver: 1, del: false, doc: { ...doc }, groups: { about: mark } }),
  )
  await openScopes(store, ['catalogue'])
  await applyStep(store, { scope: 'catalogue', rows, from: 0, to: 1, isAnew: false })
  return store
}
const openRaise = async (store: Store, address = '/incidents/new') => {
  const told = showPage(store, RaisePage, address)
  await soon(() => find('#raise-title'))
  return told
}
const title = () => find<HTMLInputElement>('#raise-title')
const save = () => find<HTMLFormElement>('form#raise').requestSubmit()
const raised = async (store: Store) => store.reads.all('incident')
type Incident = DocOf<'incident'>

test('an officer of one council raises an incident with one field', async () => {
  const store = await openDevice(staffOf(councilId))
  const told = await openRaise(store)
  expect(document.querySelector('#raise-council')).toBeNull()
  typeIn(title(), 'The printer jams')
  save()
  await soon(() => expect(told.at(-1)?.message).toContain('Raised: The printer jams.'))
  const wanted: Partial<Incident> = { title: 'The printer jams', councilId, requesterId: personId, priority: 3 }
  expect(await raised(store)).toMatchObject([wanted])
  told.at(-1)?.undo?.()
  await soon(async () => expect(await raised(store)).toEqual([]))
})

// This document has no hashes of its own.
Object.defineProperty(globalThis.crypto, 'subtle', { value: webcrypto.subtle, configurable: true })

async function chooseFile(name: string, content: BlobPart): Promise<void> {
  const input = await soon(() => find<HTMLInputElement>('input[type=file]'))
  Object.defineProperty(input, 'files', { value: [new File([content], name)], configurable: true })
  input.dispatchEvent(new Event('change', { bubbles: true }))
}

test('what was chosen on the form is kept with the incident, and an Undo takes both away', async () => {
  const store = await openDevice(staffOf(councilId))
  const told = await openRaise(store)
  typeIn(title(), 'The printer jams')
  await chooseFile('screen.txt', 'what it shows')
  await soon(() => expect(find('.file__name').textContent).toBe('screen.txt'))
  expect(await store.reads.all('attachment')).toEqual([])
  save()
  await soon(() => expect(told.at(-1)?.message).toContain('Raised: The printer jams.'))
  const [incident] = await raised(store)
  expect(await store.reads.all('attachment')).toMatchObject([
    { ofKind: 'incident', ofId: incident?.id, councilId, name: 'screen.txt', size: 13 },
  ])
  told.at(-1)?.undo?.()
  await soon(async () => expect([await raised(store), await store.reads.all('attachment')]).toEqual([[], []]))
})

test('what was chosen can be taken off the form again, and comes back with Undo', async () => {
  const store = await openDevice(staffOf(councilId))
  const told = await openRaise(store)
  await chooseFile('screen.txt', 'what it shows')
  const remove = await soon(() => button('Remove screen.txt'))
  remove.click()
  await soon(() => expect(document.querySelector('.file')).toBeNull())
  told.at(-1)?.undo?.()
  await soon(() => button('Remove screen.txt'))
})

test('on a full device the incident is raised all the same, and what found no room is told', async () => {
  const store = await openDevice(staffOf(councilId))
  const storage = { estimate: async () => ({ quota: 1000, usage: 990 }) }
  Object.defineProperty(navigator, 'storage', { value: storage, configurable: true })
  onTestFinished(() => void Reflect.deleteProperty(navigator, 'storage'))
  const told = await openRaise(store)
  typeIn(title(), 'The printer jams')
  await chooseFile('screen.txt', 'what it shows')
  await soon(() => button('Remove screen.txt'))
  save()
  await soon(() => expect(told.at(-1)?.message).toContain('Raised: The printer jams.'))
  expect(told.at(-1)?.message).toContain('screen.txt was not added. There is no room for this file on this device.')
  expect(await raised(store)).toHaveLength(1)
})

test('of several councils the last one is remembered on this device', async () => {
  const store = await openDevice(staffOf(null))
  const told = await openRaise(store)
  typeIn(title(), 'The printer jams')
  save()
  await soon(() => expect(find('.error-summary').textContent).toContain('Choose the council'))
  const council = find<HTMLSelectElement>('#raise-council')
  council.value = otherCouncil
  council.dispatchEvent(new Event('change', { bubbles: true }))
  save()
  await soon(() => expect(told).toHaveLength(1))
  document.body.replaceChildren()
  await openRaise(store)
  expect(find<HTMLSelectElement>('#raise-council').value).toBe(otherCouncil)
})

test('without words it says so in a sentence, and what is typed outlives the page', async () => {
  const store = await openDevice(staffOf(councilId))
  await openRaise(store)
  save()
  await soon(() => expect(find('.error-summary').textContent).toContain('Say in a few words what is wrong'))
  typeIn(title(), 'The scanner')
  await soon(async () => expect(await store.database.drafts.count()).toBe(1))
  document.body.replaceChildren()
  await openRaise(store)
  await soon(() => expect(title().value).toBe('The scanner'))
})

test('words that name a system which is down lead to its outage: adding to it links the incident', async () => {
  const ict: Grant = { role: 'ict', on: null }
  const store = await openDevice([ict])
  await act(store, reportOutage, { systemIds: [telephony], level: 'down' })
  const staff: Store = { ...store, access: () => ({ userId: personId, grants: staffOf(councilId) }) }
  await openRaise(staff)
  typeIn(title(), 'No telephony in Housing')
  await soon(() => expect(text()).toContain('Telephony is down already'))
  button('Add to it: the outage of Telephony').click()
  const [outage] = await store.reads.all('outage')
  await soon(async () =>
    expect(await raised(store)).toMatchObject([{ outageId: outage?.id, systemId: telephony, requesterId: personId }]),
  )
})

test('separately it is another one', async () => {
  const store = await openDevice([{ role: 'ict', on: null }])
  await act(store, reportOutage, { systemIds: [telephony], level: 'down' })
  await openRaise(store, `/incidents/new?system=${telephony}`)
  await soon(() => expect(text()).toContain('Telephony is down already'))
  button('Separate').click()
  await soon(() => expect(text()).not.toContain('Telephony is down already'))
})

test('those who read the desk see open incidents of the system, and add to one by a comment', async () => {
  const store = await openDevice([{ role: 'ict', on: councilId }])
  const id = await raise(store, { systemId: telephony, title: 'Phones are silent' })
  const told = await openRaise(store)
  typeIn(title(), 'Telephony is dead')
  const add = await soon(() => {
    const found = [...document.querySelectorAll('button')].find((each) =>
      each.getAttribute('aria-label')?.startsWith('Add to it: INC-'),
    )
    if (!found) throw new Error('no incident is offered')
    return found
  })
  add.click()
  await soon(async () =>
    expect(await store.reads.where('comment', 'incidentId', id)).toMatchObject([{ text: 'Telephony is dead' }]),
  )
  expect(await raised(store)).toHaveLength(1)
  await soon(() => expect(told.at(-1)?.message).toMatch(/^Added to INC-\w+ as a comment\./))
})

test('a requester sees state, what was done and replies in words, and replies', async () => {
  const store = await openDevice(staffOf(councilId))
  const id = newId()
  const replies = [{ id: newId(), at: clock.now - 60_000, byId: personId, text: 'Which floor? The second.' }]
  await follow(store, id, { state: 'resolved', resolution: 'The paper tray is mended', replies })
  const followed = await followedIncident(store.reads, id)
  if (!followed) throw new Error('it is not followed')
  showPage(
    store,
    () => <FollowedView incident={followed} back={{ href: '/incidents', label: 'Incidents' }} />,
    `/incidents/${id}`,
  )
  await soon(() => expect(text()).toContain('The paper tray is mended'))
  expect(text()).toContain('Reply if it is not over')
  expect(text()).toContain('Which floor? The second.')
  expect(text()).not.toContain('Work note')
  typeIn(find('#say-text'), 'Thank you')
  button('Reply').click()
  await soon(async () =>
    expect(await store.reads.all('comment')).toMatchObject([{ text: 'Thank you', incidentId: id }]),
  )
  expect((await followedIncident(store.reads, id))?.replies.map(({ text: said }) => said)).toEqual([
    'Which floor? The second.',
    'Thank you',
  ])
})

test('before it is shared a requester sees their own incident', async () => {
  const store = await openDevice(staffOf(councilId))
  const id = await raise(store, { title: 'The printer jams' })
  expect(await followedIncident(store.reads, id)).toMatchObject({ id, title: 'The printer jams', state: 'new' })
  expect((await followedIncident(store.reads, id))?.pendingIds.has(id)).toBe(true)
  expect(await followedIncident(store.reads, newId())).toBeUndefined()
})
