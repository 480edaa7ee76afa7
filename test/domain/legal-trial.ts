// A lawyer's device to try: a team, a post, a rate and two matters, one of them behind a wall.
import type { Grant } from '../../src/domain/access.ts'
import { SIX_MINUTES_UP } from '../../src/domain/billing-units.ts'
import type { Recorded } from '../../src/domain/kinds.ts'
import type { Mutation, Refusal } from '../../src/domain/mutation.ts'
import { saves } from '../../src/domain/mutations/keep-catalogue.ts'
import { mutate } from '../../src/store/mutate.ts'
import type { Store } from '../../src/store/store.ts'
import { act, clock, newId, openTrialStore, personId } from '../store/trial-store.ts'

export const [teamId, divisionId, councilId, matterId, walledId] = [newId(), newId(), newId(), newId(), newId()]

export const lawyer: readonly Grant[] = [
  { role: 'legal', on: null },
  { role: 'practice_manager', on: null },
  { role: 'legal', on: `matter:${walledId}` },
]

export const matterDoc = (title: string, wallId: string | null = null) => ({
  ...{ teamId, wallId, reference: 'A/1001', title, type: 'property' as const, councilId, divisionId: null },
  ...{ leadId: null, gradeWanted: null, openedOn: '2026-01-05', closedOn: null, estimateHours: null },
  ...{ keyDates: [], parties: [], outcome: null, note: '' },
})

export const rateDoc = {
  ...{ teamId, from: '2026-01-01', to: null, pencePerHour: 8_000 },
  ...{ matterId: null, councilId: null, personId: null, grade: null },
}

export const postDoc = {
  ...{ personId, teamId, grade: 'B' as const, from: '2026-01-01', to: null, fte: 1 },
  ...{ annualHours: 1200, weeklyHours: 37 },
}

/** At nine on Monday 2 March 2026. */
export async function openPractice(): Promise<Store> {
  clock.now = Date.parse('2026-03-02T09:00:00Z')
  const store = await openTrialStore({ grants: lawyer })
  const policies = [{ from: '2026-01-01', ...SIX_MINUTES_UP }]
  await act(store, saves.team, { id: teamId, doc: { name: 'Legal', divisionId, policies } })
  await act(store, saves.post, { id: newId(), doc: postDoc })
  await act(store, saves.charge_rate, { id: newId(), doc: rateDoc })
  await act(store, saves.matter, { id: matterId, doc: matterDoc('Depot lease') })
  await act(store, saves.matter, { id: walledId, doc: matterDoc('A grievance', walledId) })
  return store
}

export const work = { teamId, matterId, activity: 'drafting', chargeability: 'chargeable' } as const

export const said = (seconds: number, part: Partial<Recorded<'entry'>> = {}) => ({
  ...work,
  ...{ workedOn: '2026-03-02', startAt: null, endAt: null, seconds, isEstimated: false, narrative: '' },
  ...part,
})

export const typed = (seconds: number, part: Partial<Recorded<'entry'>> & { narrative?: string } = {}) => ({
  ...said(seconds, part),
  source: 'typed' as const,
})

export async function refusalOf<Args>(store: Store, mutation: Mutation<Args>, args: Args): Promise<Refusal> {
  const result = await mutate(store, mutation, args)
  if (result.ok) throw new Error(`${mutation.name} was done`)
  return result.refusal
}

export const minutes = (count: number) => count * 60
export const later = (count: number) => {
  clock.now += count * 60_000
}
