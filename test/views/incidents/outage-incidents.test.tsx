// Dexie's live queries do nothing unless the disk is there before Dexie is.
import 'fake-indexeddb/auto'
import { expect, test } from 'vitest'
import { reportOutage } from '../../../src/domain/mutations/report-outage.ts'
import { endOutage } from '../../../src/domain/mutations/run-outage.ts'
import { addComment } from '../../../src/domain/mutations/tell-incident.ts'
import { workOnIncident } from '../../../src/domain/mutations/work-incident.ts'
import type { Store } from '../../../src/store/store.ts'
import { childrenOf } from '../../../src/views/incidents/outage-children.ts'
import { OutageIncidents } from '../../../src/views/incidents/outage-incidents.tsx'
import { act, newId, openTrialStore } from '../../store/trial-store.ts'
import { button, find } from '../parts/render.ts'
import { soon, text } from '../time/trial-app.tsx'
import { councilId, incident, raise } from './made.ts'
import { showPage } from './show-page.tsx'

async function openOutage(store: Store): Promise<string> {
  const writes = await act(store, reportOutage, { systemIds: [newId()], level: 'down' })
  return writes.find(({ k }) => k === 'outage')?.id ?? ''
}
async function show(store: Store, id: string) {
  const outage = await store.reads.get('outage', id)
  if (!outage) throw new Error('the outage is gone')
  const told = showPage(store, () => <OutageIncidents outage={outage} title="Telephony" />, `/outages/${id}`)
  await soon(() => expect(text()).toContain('Incidents because of this outage'))
  return told
}

test('an outage that is still open counts its incidents and resolves none', async () => {
  const store = await openTrialStore()
  const id = await openOutage(store)
  await raise(store, { outageId: id, title: 'No dial tone' })
  await show(store, id)
  expect(text()).toContain('Incidents because of this outage: 1')
  expect(text()).toContain('No dial tone')
  expect(() => button('Resolve them with it')).toThrow()
})

test('once it has ended they are resolved in one act and undone in one; a question of its own is left out', async () => {
  const store = await openTrialStore()
  const outageId = await openOutage(store)
  const [plain, waiting, asked] = [
    await raise(store, { outageId }),
    await raise(store, { outageId }),
    await raise(store, { outageId }),
  ]
  await act(store, workOnIncident, { incidentId: waiting, parts: { move: { state: 'waiting_requester' } } })
  await act(store, addComment, { incidentId: asked, councilId, text: 'And the voicemail?', minutes: 0 })
  await act(store, endOutage, { outageId })
  const questions = new Map((await childrenOf(store.reads, outageId)).map((each) => [each.incident.id, each.question]))
  expect(questions.get(plain)).toBeUndefined()
  expect(questions.get(waiting)).toBe('Waits for an answer of the requester')
  expect(questions.get(asked)).toBe('The requester wrote last')

  const told = await show(store, outageId)
  button('Resolve them with it').click()
  await soon(() => button('Resolve 1 incident'))
  find<HTMLFormElement>('dialog[open] form').requestSubmit()
  await soon(async () => expect((await incident(store, plain)).state).toBe('resolved'))
  expect((await incident(store, plain)).resolution).toContain('The outage of Telephony ended at')
  expect((await incident(store, waiting)).state).toBe('waiting_requester')
  expect((await incident(store, asked)).state).toBe('new')
  await soon(() => expect(told).toHaveLength(1))
  told[0]?.undo?.()
  await soon(async () => expect((await incident(store, plain)).state).toBe('new'))
})
