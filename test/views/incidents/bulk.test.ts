// Dexie's live queries do nothing unless the disk is there before Dexie is.
import 'fake-indexeddb/auto'
import { describe, expect, test } from 'vitest'
import { stateWords } from '../../../src/domain/incident-words.ts'
import { type IncidentParts, workOnIncident } from '../../../src/domain/mutations/work-incident.ts'
import type { Store } from '../../../src/store/store.ts'
import { emptyDraft, partsOf } from '../../../src/views/incidents/bulk-change.ts'
import { count, emptyTally, previewWords } from '../../../src/views/incidents/bulk-preview.ts'
import { bulkRunOf } from '../../../src/views/incidents/bulk-run.ts'
import { act, clock, newId, openTrialStore, opsOf } from '../../store/trial-store.ts'
import { incident, raise, raiseMany } from './made.ts'

const facts = { matrices: [], today: '2026-03-02', names: { teams: new Map() } }
const high: IncidentParts = {
  prioritise: { impact: 'department', urgency: 'medium', matrixPriority: 2, priority: 2, overrideReason: '' },
}

async function preview(store: Store, ids: readonly string[], parts: IncidentParts, mayWork = true) {
  const tally = emptyTally()
  const counting = { parts, now: clock.now, nameOf: (id: string) => names.get(id), mayWork: () => mayWork }
  for (const id of ids) count(tally, await store.reads.get('incident', id), counting)
  return { ids: tally.ids, ...previewWords(tally) }
}
const names = new Map<string, string>()

interface Told {
  readonly message: string
  readonly undo: (() => void) | undefined
}
const teller = () => {
  const told: Told[] = []
  return { told, tell: (message: string, undo?: () => void) => told.push({ message, undo }) }
}
const until = async (check: () => boolean) => {
  while (!check()) await new Promise((resolve) => setTimeout(resolve, 5))
}

describe('what is chosen', () => {
  test('is asked for in a sentence where it is missing', () => {
    const missing = (changes: Partial<typeof emptyDraft>) => {
      const read = partsOf({ ...emptyDraft, ...changes }, facts)
      return 'errors' in read ? read.errors.map(({ message }) => message) : []
    }
    expect(missing({})).toEqual(['Choose a state'])
    expect(missing({ state: 'resolved', resolution: ' ' })).toEqual(['Say what was done: the requester reads it'])
    expect(missing({ what: 'category' })).toEqual(['Say in a word or two what they are about'])
    expect(missing({ state: 'in_progress' })).toEqual([])
  })

  test('takes the priority from the table of the day', () => {
    const cells = { department: {}, group: {}, person: { critical: 1, high: 1, medium: 1, low: 4 } }
    const matrices = [{ from: '2026-01-01', cells: cells as never }]
    const read = partsOf({ ...emptyDraft, what: 'priority' }, { ...facts, matrices })
    expect(read).toMatchObject({ parts: { prioritise: { impact: 'person', urgency: 'medium', priority: 1 } } })
  })

  test('gives a person their team, and a team nobody', () => {
    const teams = new Map([['t1', { id: 't1', name: 'Desk', personIds: ['ann'] }]])
    const assigned = (worker: string) =>
      partsOf({ ...emptyDraft, what: 'worker', worker }, { ...facts, names: { teams } })
    expect(assigned('person:ann')).toMatchObject({ parts: { assign: { assigneeId: 'ann', teamId: 't1' } } })
    expect(assigned('team:t1')).toMatchObject({ parts: { assign: { assigneeId: null, teamId: 't1' } } })
    expect(assigned('nobody')).toMatchObject({ parts: { assign: { assigneeId: null, teamId: null } } })
  })
})

describe('the preview', () => {
  test('counts in words what changes from what to what, what cannot and why, and what is so already', async () => {
    const store = await openTrialStore()
    const three = await raiseMany(store, 3, { matrixPriority: 3 })
    const four = await raiseMany(store, 1, { matrixPriority: 4 })
    const already = await raise(store, { impact: 'department', urgency: 'medium', matrixPriority: 2 })
    const looked = await preview(store, [...four, ...three, already, newId()], high)
    expect(looked.changes).toEqual(['3 incidents: priority 3 to 2', '1 incident: priority 4 to 2'])
    expect(looked.rest).toEqual(['1 is so already', '1 is no longer on this device'])
    expect(looked.ids).toEqual([...four, ...three])
  })

  test('says which moves there are not', async () => {
    const store = await openTrialStore()
    const [first = '', ...others] = await raiseMany(store, 3)
    await act(store, workOnIncident, { incidentId: first, parts: { move: { state: 'cancelled' } } })
    const looked = await preview(store, [first, ...others], { move: { state: 'resolved', resolution: 'Restarted' } })
    expect(looked.changes).toEqual([`2 incidents: ${stateWords.new} to ${stateWords.resolved}`])
    expect(looked.rest).toEqual(['1 cannot: Cancelled cannot become Resolved.'])
    expect(looked.ids).toEqual(others)
  })

  test('counts nothing on a desk where one does not work', async () => {
    const store = await openTrialStore()
    const looked = await preview(store, await raiseMany(store, 2), high, false)
    expect(looked).toMatchObject({ ids: [], rest: ['2 cannot: You do not work on the desk of their council.'] })
  })

  test('says of a gift from whom to whom, and of nothing changed that it is so already', async () => {
    const store = await openTrialStore()
    const [ann, desk] = [newId(), newId()]
    names.set(ann, 'Ann Lee').set(desk, 'Service desk')
    const assign = { assigneeId: ann, teamId: desk, assigneeName: '', teamName: '' }
    const ids = await raiseMany(store, 2)
    await act(store, workOnIncident, { incidentId: ids[0] ?? '', parts: { assign } })
    expect(await preview(store, ids, { assign })).toMatchObject({
      changes: ['1 incident: from nobody to Ann Lee, Service desk'],
      rest: ['1 is so already'],
    })
  })
})

describe('a change of many', () => {
  test('is saved in ops of sixty at most, each incident with a line of its own, and taken back by one undo', async () => {
    const store = await openTrialStore()
    const ids = await raiseMany(store, 130)
    const before = (await opsOf(store)).length
    const { told, tell } = teller()
    await bulkRunOf(store).change(ids, high, tell)
    expect(told.map(({ message }) => message)).toEqual(['130 incidents changed.'])
    const ops = (await opsOf(store)).slice(before)
    expect(ops.map(({ changes }) => changes.length)).toEqual([120, 120, 20])
    const lines = (await store.reads.all('incident_event')).filter(({ type }) => type === 'prioritised')
    expect(new Set(lines.map(({ incidentId }) => incidentId)).size).toBe(130)
    // Somebody else goes on with one of them: that one stays.
    await act(store, workOnIncident, { incidentId: ids[7] ?? '', parts: { prioritise: low } })
    told[0]?.undo?.()
    await until(() => told.length === 2)
    expect(told[1]?.message).toBe('129 incidents as before. 1 has been changed again since and stays.')
    expect(await incident(store, ids[0] ?? '')).toMatchObject({ impact: 'group', urgency: 'high' })
    expect(await incident(store, ids[7] ?? '')).toMatchObject({ urgency: 'low', priority: 4 })
  })

  test('that is too much for one op is saved in smaller ones', async () => {
    const store = await openTrialStore()
    const ids = await raiseMany(store, 9)
    const { told, tell } = teller()
    const move = { state: 'resolved', resolution: 'x'.repeat(8_000) } as const
    await bulkRunOf(store).change(ids, { move }, tell)
    expect(told[0]?.message).toBe('9 incidents changed.')
    for (const id of ids) expect(await incident(store, id)).toMatchObject({ state: 'resolved' })
  })

  test('can be stopped: what is saved by then stays and can be taken back', async () => {
    const store = await openTrialStore()
    const ids = await raiseMany(store, 130)
    const run = bulkRunOf(store)
    const { told, tell } = teller()
    const changing = run.change(ids, high, tell)
    await until(() => (run.progress()?.done ?? 0) > 0)
    run.stop()
    await changing
    expect(told[0]?.message).toMatch(/^Stopped: (60|120) incidents of 130 changed\.$/)
    expect(run.progress()).toBeUndefined()
    expect(await incident(store, ids.at(-1) ?? '')).toMatchObject({ urgency: 'high', priority: 2, impact: 'group' })
    told[0]?.undo?.()
    await until(() => told.length === 2)
    expect(told[1]?.message).toMatch(/^(60|120) incidents as before\.$/)
  })
})

const low = { impact: 'person', urgency: 'low', matrixPriority: 4, priority: 4, overrideReason: '' } as const
