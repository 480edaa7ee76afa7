// Changing an incident from its page: done at once, told with an Undo.
import type { Accessor } from 'solid-js'
import type { Recorded } from '../../domain/kinds.ts'
import type { Refusal } from '../../domain/mutation.ts'
import type { IncidentParts } from '../../domain/mutations/work-incident.ts'
import { undoIncidentChanges, workOnIncident } from '../../domain/mutations/work-incident.ts'
import { useApp } from '../app/app-context.ts'
import { createAct } from '../outages/act.ts'
import { savedHere } from '../outages/saved-here.ts'

export interface Work {
  /** True once it is safe on this device; else `problem` says why not. `said`: "Resolved." */
  readonly work: (parts: IncidentParts, said: string) => Promise<boolean>
  readonly problem: Accessor<Refusal | undefined>
  readonly isBusy: Accessor<boolean>
}

export function createWork(incident: Accessor<Recorded<'incident'>>): Work {
  const { tell } = useApp()
  const { act, problem, isBusy, undo } = createAct()
  return {
    problem,
    isBusy,
    work: async (parts, said) => {
      const writes = await act(workOnIncident, { incidentId: incident().id, parts })
      if (!writes) return false
      const event = writes.find(({ k }) => k === 'incident_event')
      if (event) tell(`${said} ${savedHere()}`, undo(undoIncidentChanges, { eventIds: [event.id] }))
      return true
    },
  }
}
