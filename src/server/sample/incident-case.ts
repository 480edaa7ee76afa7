// What the sample makes an incident of, and what has become of it so far.
import type { SampleTeam } from './desk-settings.ts'
import type { SampleTrouble } from './incident-words.ts'

/** Who asked the desk for what, and how far it shall get when it is not left to chance. */
export interface Case {
  readonly at: number
  readonly trouble: SampleTrouble
  readonly systemId: string | null
  readonly councilId: string
  readonly divisionId: string
  /** An account, who raises it themself; else the name of somebody who rang. */
  readonly requesterId: string | null
  readonly requesterName: string
  /** `overAt` null: the outage is going on. */
  readonly outage: { readonly id: string; readonly overAt: number | null } | null
  /** Who asks for more attention, should it come to that. */
  readonly escalatorId: string
  readonly team: SampleTeam
  readonly end?: End
}

/** Where it stands today: on its way somewhere, or done long ago. */
export type End = 'new' | 'in_progress' | 'waiting_requester' | 'waiting_supplier' | 'escalated' | 'reopened' | 'closed'

export interface Step {
  readonly at: number
  readonly run: () => Promise<void>
}

/** As far as it has got while the script runs; `steps` in order, some of them in the future. */
export interface Life {
  id: string
  resolvedAt: number | null
  isClosed: boolean
  readonly steps: readonly Step[]
}
