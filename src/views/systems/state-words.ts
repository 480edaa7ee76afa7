// A system's state now, in words. Pure.
import { levelLabels } from '../../domain/level.ts'
import type { SystemState } from '../../metrics/system-states.ts'
import { levelStatus } from '../outages/outage-words.ts'
import type { Status } from '../parts/show/status.ts'

export interface StateWords {
  readonly status: Status
  readonly words: string
}

export function stateWords(state: Pick<SystemState, 'level' | 'isInherited'> | undefined): StateWords {
  if (!state) return { status: 'unknown', words: 'Not known' }
  if (state.level === null) return { status: 'ok', words: 'No outage' }
  const words = levelLabels[state.level]
  return { status: levelStatus[state.level], words: state.isInherited ? `${words}, by what it needs` : words }
}
