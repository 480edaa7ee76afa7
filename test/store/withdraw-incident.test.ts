import { expect, test } from 'vitest'
import { raiseIncident, withdrawIncident } from '../../src/domain/mutations/raise-incident.ts'
import { mutate } from '../../src/store/mutate.ts'
import { act, newId, openTrialStore, opsOf } from './trial-store.ts'

const councilId = newId()
const staff = [{ role: 'staff', on: councilId }] as const
const raised = {
  ...{ councilId, title: 'Printer on floor 2 is jammed', matrixPriority: 3 as const },
  ...{ impact: 'person' as const, urgency: 'medium' as const },
}

test('whoever may not read the desk takes back what they raised while it waits here', async () => {
  const store = await openTrialStore({ grants: staff })
  const id = (await act(store, raiseIncident, raised))[0]?.id ?? ''
  await act(store, withdrawIncident, { incidentId: id, councilId })
  expect(await store.reads.get('incident', id)).toBeUndefined()
})

test('and once it is shared, when this device does not hold it any more: the server is asked to', async () => {
  const store = await openTrialStore({ grants: staff })
  const incidentId = newId()
  await act(store, withdrawIncident, { incidentId, councilId })
  expect(await opsOf(store)).toMatchObject([
    { changes: [{ k: 'incident', id: incidentId, s: `desk:${councilId}`, set: { deleted: { deleted: true } } }] },
  ])
  expect(await store.reads.get('incident', incidentId)).toBeUndefined()
  expect(await store.reads.all('incident')).toEqual([])
})

test('without its council an incident that is not here cannot be taken back', async () => {
  const store = await openTrialStore({ grants: staff })
  expect(await mutate(store, withdrawIncident, { incidentId: newId() })).toMatchObject({
    ok: false,
    refusal: { code: 'no_such_incident' },
  })
})
