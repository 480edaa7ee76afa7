// What people do at the desk in a simulated history.
import type { Mutation } from '../../src/domain/mutation.ts'
import { raiseIncident, withdrawIncident } from '../../src/domain/mutations/raise-incident.ts'
import { addComment, addWorkNote, escalateIncident } from '../../src/domain/mutations/tell-incident.ts'
import { undoIncidentChanges, workOnIncident, workOnIncidents } from '../../src/domain/mutations/work-incident.ts'
import type { Store } from '../../src/store/store.ts'
import type { Random } from './random.ts'

export const councilId = '00000000-0000-7000-8000-0000000000c1'
const people = ['00000000-0000-7000-8000-0000000000f1', '00000000-0000-7000-8000-0000000000f2'] as const
const states = ['assigned', 'in_progress', 'waiting_requester', 'waiting_supplier', 'resolved', 'reopened'] as const

export type Attempt = <Args>(mutation: Mutation<Args>, args: Args) => Promise<void>

/** One thing that somebody does to one incident or to several; nothing where the device may not. */
export async function actAtDesk(random: Random, store: Store, text: string, attempt: Attempt): Promise<void> {
  const known = await store.reads.all('incident')
  if (known.length < 2 || random.share() < 0.06) return attempt(raiseIncident, raised(text))
  const incidentId = random.one(known).id
  const said = { incidentId, councilId, text: `said ${text} ✉`, minutes: random.below(3) * 5 }
  const parts = someParts(random, text)
  const choices = [
    () => attempt(workOnIncident, { incidentId, parts }),
    () => attempt(workOnIncident, { incidentId, parts: someParts(random, text) }),
    () => attempt(workOnIncidents, { incidentIds: some(random, known), parts }),
    () => attempt(workOnIncidents, { incidentIds: some(random, known), parts: someParts(random, text) }),
    () => attempt(addComment, said),
    () => attempt(addWorkNote, said),
    () => attempt(escalateIncident, { incidentId, level: random.one([1, 2, 3] as const), reason: `why ${text}` }),
    async () => {
      const events = (await store.reads.all('incident_event')).filter(({ type }) => type !== 'raised')
      if (events.length > 0) await attempt(undoIncidentChanges, { eventIds: some(random, events) })
    },
    ...(random.share() < 0.3 ? [() => attempt(withdrawIncident, { incidentId })] : []),
  ]
  await random.one(choices)()
}

const raised = (text: string) => ({
  ...{ councilId, title: `incident ${text}`, matrixPriority: 3 as const },
  ...{ impact: 'group' as const, urgency: 'medium' as const },
})

function some(random: Random, known: readonly { readonly id: string }[]): string[] {
  const ids = known.filter(() => random.share() < 0.6).map(({ id }) => id)
  return ids.length > 0 ? ids : [random.one(known).id]
}

function someParts(random: Random, text: string) {
  const requester = { requesterId: random.one([...people, null]), requesterName: '', divisionId: null }
  return random.one([
    { move: { state: random.one(states), resolution: `done ${text}` } },
    { categorise: { category: `category ${random.below(3)}` } },
    { assign: { assigneeId: random.one(people), teamId: null, assigneeName: '', teamName: '' } },
    { describe: { title: `title ${text}`, text: '' } },
    { requester },
  ])
}
