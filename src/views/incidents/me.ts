// Who looks at the desk's lists, as the desk's thread is asked.
import type { Accessor } from 'solid-js'
import { createMemo } from 'solid-js'
import type { DeskMe } from '../../desk/question.ts'
import { sameValue } from '../../domain/merge.ts'
import { useApp } from '../app/app-context.ts'
import { createLive } from '../app/live.ts'

/** undefined until their teams are read. */
export function createMe(): Accessor<DeskMe | undefined> {
  const { session } = useApp()
  const teams = createLive(() => (reads) => reads.all('desk_team'))
  return createMemo<DeskMe | undefined>(
    () => {
      const own = teams()?.filter(({ personIds }) => personIds.includes(session.userId))
      return own && { personId: session.userId, teamIds: own.map(({ id }) => id) }
    },
    undefined,
    { equals: sameValue },
  )
}
