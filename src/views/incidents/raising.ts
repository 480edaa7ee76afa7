// What raising does: saved, told with an Undo, and the incident's page opened.
import { useNavigate } from '@solidjs/router'
import type { Accessor } from 'solid-js'
import type { IncidentRow } from '../../desk/question.ts'
import type { Refusal } from '../../domain/mutation.ts'
import { raiseIncident, withdrawIncident } from '../../domain/mutations/raise-incident.ts'
import { addComment } from '../../domain/mutations/tell-incident.ts'
import type { Store } from '../../store/store.ts'
import { useApp } from '../app/app-context.ts'
import type { Prepared } from '../files/prepare.ts'
import { createAct } from '../outages/act.ts'
import { dateOf } from '../outages/moment.ts'
import { savedHere } from '../outages/saved-here.ts'
import { priorityOf, type RaiseDraft, raiseArgs } from './raise-draft.ts'
import { type RaiseChoices, rememberCouncil } from './raise-reads.ts'
import { readsDesk } from './rights.ts'

export interface Raising {
  /** True once it is safe on this device. */
  readonly raise: (draft: RaiseDraft, choices: RaiseChoices, files: readonly Prepared[]) => Promise<boolean>
  /** Says it on one that is there already. */
  readonly addTo: (row: IncidentRow, draft: RaiseDraft, files: readonly Prepared[]) => Promise<boolean>
  readonly problem: Accessor<Refusal | undefined>
  readonly isBusy: Accessor<boolean>
}

/** A message is read in passing. */
const brief = (title: string) => (title.length > 60 ? `${title.slice(0, 59).trimEnd()}…` : title)

interface Attached {
  readonly problems: readonly string[]
  readonly takeBack: () => Promise<void>
}

/** After the words are safe: a file that finds no room takes none of them along. */
async function attach(
  store: Store,
  incident: { readonly id: string; readonly councilId: string },
  files: readonly Prepared[],
): Promise<Attached> {
  if (files.length === 0) return { problems: [], takeBack: async () => {} }
  const { keepFiles, takeBack } = await import('../files/keep-files.ts')
  const { kept, problems } = await keepFiles(store, { kind: 'incident', ...incident }, files)
  return {
    problems,
    takeBack: () =>
      takeBack(
        store,
        kept.map(({ id }) => id),
      ),
  }
}

export function createRaising(): Raising {
  const { store, tell } = useApp()
  const navigate = useNavigate()
  const { act, problem, isBusy, undo } = createAct()
  return {
    problem,
    isBusy,
    raise: async (draft, { matrices, followed }, files) => {
      const priority = priorityOf(draft, matrices, dateOf(store.now()))
      const writes = await act(raiseIncident, raiseArgs(draft, priority, followed?.id ?? null))
      const incidentId = writes?.[0]?.id
      if (incidentId === undefined) return false
      // Not knowing it next time costs a tap.
      rememberCouncil(store, draft.councilId).catch(() => {})
      const page = `/incidents/${incidentId}`
      const leave = () => location.pathname === page && navigate('/incidents', { replace: true })
      const { councilId } = draft
      // Once it is shared, the device of whoever may not read the desk does not hold it any more.
      const args = readsDesk(store.access(), councilId) ? { incidentId } : { incidentId, councilId }
      const attached = await attach(store, { id: incidentId, councilId }, files)
      navigate(page, { replace: true })
      const withdraw = undo(withdrawIncident, args, leave)
      tell(
        [`Raised: ${brief(draft.title.trim())}.`, savedHere(), ...attached.problems].join(' '),
        () => void attached.takeBack().then(withdraw, withdraw),
      )
      return true
    },
    addTo: async ({ id: incidentId, councilId, reference }, draft, files) => {
      const text = [draft.title, draft.text].map((each) => each.trim()).filter(Boolean)
      if (!(await act(addComment, { incidentId, councilId, text: text.join('\n\n'), minutes: 0 }))) return false
      const { problems } = await attach(store, { id: incidentId, councilId }, files)
      navigate(`/incidents/${incidentId}`, { replace: true })
      tell([`Added to ${reference} as a comment.`, savedHere(), ...problems].join(' '))
      return true
    },
  }
}
