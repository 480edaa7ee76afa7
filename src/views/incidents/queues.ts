// The queues of a desk. Each is a search and nothing else. Pure.
import { quotedValue } from '../../domain/incident-query.ts'
import { openQuery } from './list-address.ts'

export interface Queue {
  readonly label: string
  readonly query: string
}

export interface QueuesFor {
  /** Works on incidents, rather than only reads of them. */
  readonly isWorking: boolean
  readonly hasTeam: boolean
  readonly councils: readonly { readonly shortName: string }[]
}

/** What everybody who reads a desk has, and what those have who work there. */
export const queuesFor = ({ isWorking, hasTeam }: QueuesFor): Queue[] => [
  ...(isWorking ? [{ label: 'Mine', query: `assignee:me ${openQuery}` }] : []),
  ...(isWorking && hasTeam ? [{ label: 'My team', query: `team:mine ${openQuery}` }] : []),
  ...(isWorking ? [{ label: 'Unassigned', query: `assignee:none ${openQuery}` }] : []),
  { label: 'All open', query: openQuery },
  ...(isWorking ? [] : [{ label: 'Raised by me', query: 'requester:me' }]),
  { label: 'Escalated', query: 'state:escalated' },
  { label: 'Everything', query: '' },
]

/** Open ones by council; none where there is only one council to see. */
export const councilQueues = ({ councils }: QueuesFor): Queue[] =>
  councils.length < 2
    ? []
    : councils.map(({ shortName }) => ({ label: shortName, query: `council:${quotedValue(shortName)} ${openQuery}` }))
