import { describe, expect, test, vi } from 'vitest'
import { raiseIncident, withdrawIncident } from '../../src/domain/mutations/raise-incident.ts'
import { workOnIncident } from '../../src/domain/mutations/work-incident.ts'
import type { Store } from '../../src/store/store.ts'
import { act, newId, openTrialStore, personId } from '../store/trial-store.ts'
import { list, me, newestFirst, openDesk, sourceOf } from './trial-desk.ts'

const councilId = newId()
const typed = { councilId, title: 'E-mail is slow', impact: 'group', urgency: 'high', matrixPriority: 2 } as const
const raise = async (store: Store, more: Partial<Parameters<typeof raiseIncident.run>[0]> = {}) =>
  (await act(store, raiseIncident, { ...typed, ...more }))[0]?.id ?? ''

describe('the desk of a store', () => {
  test('lists what is there, and what changes while it is watched', async () => {
    const store = await openTrialStore()
    const first = await raise(store, { title: 'Printer jams' })
    const desk = openDesk(sourceOf(store))
    expect((await list(desk, '')).rows).toMatchObject([
      { id: first, title: 'Printer jams', state: 'new', isOpen: true, priority: 2, requesterId: personId },
    ])
    const seen: string[][] = []
    desk.watchAnswer(
      { type: 'list', query: '', sort: newestFirst, offset: 0, limit: 10, me },
      ({ rows }) => seen.push(rows.map(({ title, state }) => `${title} ${state}`).sort()),
      () => {},
    )
    const second = await raise(store)
    await vi.waitFor(() => expect(seen.at(-1)).toEqual(['E-mail is slow new', 'Printer jams new']))
    await act(store, workOnIncident, { incidentId: second, parts: { move: { state: 'in_progress' } } })
    await vi.waitFor(() => expect(seen.at(-1)).toEqual(['E-mail is slow in_progress', 'Printer jams new']))
    await act(store, withdrawIncident, { incidentId: first })
    await vi.waitFor(() => expect(seen.at(-1)).toEqual(['E-mail is slow in_progress']))
  })
})
