import { describe, expect, test } from 'vitest'
import type { Mutation } from '../../src/domain/mutation.ts'
import { raiseIncident, withdrawIncident } from '../../src/domain/mutations/raise-incident.ts'
import { addComment, addWorkNote, escalateIncident } from '../../src/domain/mutations/tell-incident.ts'
import {
  type IncidentParts,
  undoIncidentChanges,
  workOnIncident,
  workOnIncidents,
} from '../../src/domain/mutations/work-incident.ts'
import { mutate } from '../../src/store/mutate.ts'
import type { Store } from '../../src/store/store.ts'
import { act, clock, newId, openTrialStore, personId } from '../store/trial-store.ts'

const councilId = newId()
const dayMs = 86_400_000
const typed = { councilId, title: 'E-mail is slow', impact: 'group', urgency: 'high', matrixPriority: 2 } as const

/** Ids sort by their moment: what comes next must not be of the same. */
const later = async <Args>(store: Store, mutation: Mutation<Args>, args: Args) => {
  clock.now += 1
  return act(store, mutation, args)
}
const raise = async (store: Store, more: Partial<Parameters<typeof raiseIncident.run>[0]> = {}) =>
  (await act(store, raiseIncident, { ...typed, ...more }))[0]?.id ?? ''
const incident = async (store: Store, id: string) => {
  const found = await store.reads.get('incident', id)
  if (!found) throw new Error('the incident is gone')
  return found
}
const events = async (store: Store, id: string) =>
  (await store.reads.where('incident_event', 'incidentId', id)).sort((a, b) => (a.id < b.id ? -1 : 1))
const work = (store: Store, incidentId: string, parts: IncidentParts) =>
  later(store, workOnIncident, { incidentId, parts })
const refusal = async <Args>(store: Store, mutation: Mutation<Args>, args: Args) => {
  const result = await mutate(store, mutation, args)
  if (result.ok) throw new Error('it was not refused')
  return result.refusal
}

describe('raising', () => {
  test('needs a council and a title; whoever says not for whom asks for themselves', async () => {
    const store = await openTrialStore()
    const id = await raise(store)
    expect(await incident(store, id)).toMatchObject({
      title: 'E-mail is slow',
      state: 'new',
      priority: 2,
      requesterId: personId,
      raisedById: personId,
      resolvedAt: null,
    })
    expect((await events(store, id)).map(({ type, after }) => [type, after.flags])).toEqual([
      ['raised', { pausesClock: false, isOpen: true, countsAsBacklog: true }],
    ])
  })

  test('for somebody who has no account keeps the name', async () => {
    const store = await openTrialStore()
    const id = await raise(store, { requesterName: 'Priya, Planning' })
    expect(await incident(store, id)).toMatchObject({ requesterId: null, requesterName: 'Priya, Planning' })
  })

  test('by mistake is taken back by whoever raised it', async () => {
    const store = await openTrialStore()
    const id = await raise(store)
    await act(store, withdrawIncident, { incidentId: id })
    expect(await store.reads.get('incident', id)).toBeUndefined()
  })

  test('and begun on stays: it can only be cancelled', async () => {
    const store = await openTrialStore()
    const id = await raise(store)
    await act(store, workOnIncident, { incidentId: id, parts: { move: { state: 'in_progress' } } })
    expect(await mutate(store, withdrawIncident, { incidentId: id })).toMatchObject({ refusal: { code: 'begun' } })
    expect((await incident(store, id)).state).toBe('in_progress')
  })
})

describe('working on one', () => {
  test('giving a new one to somebody assigns it, with one line that holds both', async () => {
    const store = await openTrialStore()
    const id = await raise(store)
    const assign = { assigneeId: personId, assigneeName: '', teamId: null, teamName: '' }
    await work(store, id, { assign })
    expect(await incident(store, id)).toMatchObject({ state: 'assigned', assigneeId: personId })
    expect((await events(store, id)).at(-1)).toMatchObject({
      type: 'assigned',
      before: { assigneeId: null, state: 'new' },
      after: { assigneeId: personId, state: 'assigned' },
    })
  })

  test('resolving says what was done, and keeps the flags of the day in its line', async () => {
    const store = await openTrialStore()
    const id = await raise(store)
    const bare = { incidentId: id, parts: { move: { state: 'resolved' } } } as const
    expect(await refusal(store, workOnIncident, bare)).toMatchObject({ code: 'no_resolution', field: 'resolution' })
    await work(store, id, { move: { state: 'resolved', resolution: 'Restarted the queue.' } })
    expect(await incident(store, id)).toMatchObject({
      state: 'resolved',
      resolvedAt: clock.now,
      flags: { isOpen: false },
    })
    expect((await events(store, id)).at(-1)?.after.flags).toMatchObject({ isOpen: false, pausesClock: false })
  })

  test('reopening within five days counts; later a new one is raised that follows it', async () => {
    const store = await openTrialStore()
    const id = await raise(store)
    await work(store, id, { move: { state: 'resolved', resolution: 'Done.' } })
    const resolvedAt = clock.now
    try {
      clock.now = resolvedAt + 5 * dayMs - 1
      await work(store, id, { move: { state: 'reopened' } })
      expect(await incident(store, id)).toMatchObject({ reopenCount: 1, resolvedAt: null })
      await work(store, id, { move: { state: 'resolved', resolution: 'Again.' } })
      clock.now += 5 * dayMs + 1
      const again = { incidentId: id, parts: { move: { state: 'reopened' } } } as const
      expect(await refusal(store, workOnIncident, again)).toMatchObject({ code: 'too_late' })
      const next = await raise(store, { followsId: id })
      expect((await incident(store, next)).followsId).toBe(id)
    } finally {
      clock.now = resolvedAt
    }
  })

  test('a move that the table does not have is refused in words', async () => {
    const store = await openTrialStore()
    const id = await raise(store)
    const move = { incidentId: id, parts: { move: { state: 'reopened' } } } as const
    expect((await refusal(store, workOnIncident, move)).message).toBe('New cannot become Reopened.')
  })

  test('another priority than the table gives needs a reason, and both stay', async () => {
    const store = await openTrialStore()
    const id = await raise(store)
    const said = { impact: 'group', urgency: 'high', matrixPriority: 2, priority: 1 } as const
    const bare = { incidentId: id, parts: { prioritise: { ...said, overrideReason: ' ' } } }
    expect(await refusal(store, workOnIncident, bare)).toMatchObject({ code: 'no_reason' })
    await work(store, id, { prioritise: { ...said, overrideReason: 'Election week' } })
    expect(await incident(store, id)).toMatchObject({ matrixPriority: 2, priority: 1 })
  })

  test('what changes nothing writes nothing', async () => {
    const store = await openTrialStore()
    const id = await raise(store)
    expect(await work(store, id, { describe: { title: 'E-mail is slow', text: '' } })).toEqual([])
  })
})

describe('many at once', () => {
  test('each has its own line; one that may not move so stays as it is, and the others are saved', async () => {
    const store = await openTrialStore()
    const ids = [await raise(store), await raise(store), await raise(store)]
    const [first = '', second = '', third = ''] = ids
    await work(store, third, { move: { state: 'cancelled' } })
    const move = { state: 'waiting_supplier' } as const
    const writes = await act(store, workOnIncidents, { incidentIds: ids, parts: { move } })
    expect(writes.filter(({ k }) => k === 'incident_event')).toHaveLength(2)
    expect((await incident(store, first)).state).toBe('waiting_supplier')
    expect((await incident(store, second)).state).toBe('waiting_supplier')
    expect((await incident(store, third)).state).toBe('cancelled')
  })

  test('are taken back together, but for those that somebody has changed since', async () => {
    const store = await openTrialStore()
    const ids = [await raise(store), await raise(store)]
    const [first = '', second = ''] = ids
    const parts = { move: { state: 'waiting_supplier' } } as const
    const writes = await later(store, workOnIncidents, { incidentIds: ids, parts })
    await work(store, second, { move: { state: 'in_progress' } })
    const eventIds = writes.filter(({ k }) => k === 'incident_event').map(({ id }) => id)
    await later(store, undoIncidentChanges, { eventIds })
    expect((await incident(store, first)).state).toBe('new')
    expect((await incident(store, second)).state).toBe('in_progress')
    expect((await events(store, first)).at(-1)?.type).toBe('undone')
  })
})

describe('telling', () => {
  test('a note among colleagues lies in a scope of its own, a comment where the requester reads it', async () => {
    const store = await openTrialStore()
    const incidentId = await raise(store)
    const said = { incidentId, councilId, text: ' The disk is full. ', minutes: 12 }
    const [note] = await act(store, addWorkNote, said)
    const [comment] = await act(store, addComment, { ...said, minutes: 0 })
    expect(note).toMatchObject({
      k: 'work_note',
      s: `notes:${councilId}`,
      set: { line: { text: 'The disk is full.' } },
    })
    expect(comment).toMatchObject({ k: 'comment', s: `desk:${councilId}` })
  })

  test('minutes may stand alone, nothing at all may not', async () => {
    const store = await openTrialStore()
    const said = { incidentId: await raise(store), councilId, text: ' ', minutes: 0 }
    expect(await refusal(store, addWorkNote, said)).toMatchObject({ code: 'nothing_said' })
    expect(await refusal(store, addComment, { ...said, minutes: 5 })).toMatchObject({ code: 'nothing_said' })
    expect(await act(store, addWorkNote, { ...said, minutes: 5 })).toHaveLength(1)
  })

  test('an escalation has a level and a reason, and only what is open is escalated', async () => {
    const store = await openTrialStore()
    const incidentId = await raise(store)
    const call = { incidentId, level: 2, reason: 'Rents cannot be paid.' } as const
    expect(await refusal(store, escalateIncident, { ...call, reason: '' })).toMatchObject({ code: 'no_reason' })
    await act(store, escalateIncident, call)
    expect((await incident(store, incidentId)).escalation).toMatchObject({ level: 2, byId: personId })
    await work(store, incidentId, { move: { state: 'cancelled' } })
    expect(await refusal(store, escalateIncident, call)).toMatchObject({ code: 'not_open' })
  })
})
