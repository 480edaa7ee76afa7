import { describe, expect, test } from 'vitest'
import { importIncidentChanges, importIncidents, undoImport } from '../../src/domain/mutations/import-incidents.ts'
import { raiseIncident } from '../../src/domain/mutations/raise-incident.ts'
import { escalateIncident } from '../../src/domain/mutations/tell-incident.ts'
import type { Store } from '../../src/store/store.ts'
import { act, clock, newId, openTrialStore, personId } from '../store/trial-store.ts'

const councilId = newId()
const typed = { councilId, title: 'E-mail is slow', impact: 'group', urgency: 'high', matrixPriority: 2 } as const
const raise = async (store: Store) => (await act(store, raiseIncident, typed))[0]?.id ?? ''
const incident = async (store: Store, id: string) => {
  const found = await store.reads.get('incident', id)
  if (!found) throw new Error('the incident is gone')
  return found
}

describe('an import', () => {
  const runId = newId()
  const run = { id: runId, doc: { fileName: 'log.csv', rows: 9, incidents: 2 } }
  const docOf = async (store: Store) => {
    const { id: _, ...doc } = await incident(store, await raise(store))
    return { ...doc, source: 'log.csv', sourceKey: 'INC1', number: 'INC1', importId: runId }
  }

  test('adds each incident once, and says who brought it in', async () => {
    const store = await openTrialStore()
    const incidents = [{ id: newId(), doc: await docOf(store) }]
    expect(await act(store, importIncidents, { run, incidents })).toHaveLength(2)
    expect(await act(store, importIncidents, { run, incidents })).toEqual([])
    expect(await store.reads.get('import_run', runId)).toMatchObject({ byId: personId, at: clock.now })
  })

  test('of a later file changes what the file speaks of, and leaves links, escalation and the first import alone', async () => {
    const store = await openTrialStore()
    const doc = await docOf(store)
    const item = { id: newId(), doc }
    await act(store, importIncidents, { run, incidents: [item] })
    await act(store, escalateIncident, { incidentId: item.id, level: 1, reason: 'Rents cannot be paid.' })
    const later = { id: item.id, doc: { ...doc, importId: newId(), title: 'Printer on fire' } }
    const writes = await act(store, importIncidentChanges, { runId: null, incidents: [later] })
    expect(writes.map(({ set }) => Object.keys(set))).toEqual([['about']])
    expect(await incident(store, item.id)).toMatchObject({ title: 'Printer on fire', importId: runId })
    expect((await incident(store, item.id)).escalation).toMatchObject({ level: 1 })
  })

  test('is taken back as a whole and can be brought back', async () => {
    const store = await openTrialStore()
    const item = { id: newId(), doc: await docOf(store) }
    const own = await raise(store)
    await act(store, importIncidents, { run, incidents: [item] })
    await act(store, undoImport, { runId, incidentIds: [item.id, own], isLast: true })
    expect(await store.reads.get('incident', item.id)).toBeUndefined()
    expect(await store.reads.get('incident', own)).toBeDefined()
    expect((await store.reads.get('import_run', runId))?.undoneAt).toBe(clock.now)
    await act(store, importIncidentChanges, { runId, incidents: [item] })
    expect(await store.reads.get('incident', item.id)).toMatchObject({ number: 'INC1' })
    expect((await store.reads.get('import_run', runId))?.undoneAt).toBeNull()
  })
})
