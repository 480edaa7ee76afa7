// Changing many incidents, or taking that back: in ops as large as the outbox takes, one after the other, with room for
// taps between. It goes on while the person looks at other pages.
import { type Accessor, createRoot, createSignal } from 'solid-js'
import { counted, formatCount } from '../../domain/format.ts'
import type { Write } from '../../domain/mutation.ts'
import {
  type IncidentParts,
  mostAtOnce,
  undoIncidentChanges,
  workOnIncidents,
} from '../../domain/mutations/work-incident.ts'
import { type MutationResult, mutate } from '../../store/mutate.ts'
import type { Store } from '../../store/store.ts'

export interface Progress {
  readonly label: string
  readonly done: number
  readonly total: number
}

type Tell = (message: string, undo?: () => void) => void

export interface BulkRun {
  /** undefined while nothing runs. */
  readonly progress: Accessor<Progress | undefined>
  /** Changes them and tells how many it were, with one undo for all. */
  readonly change: (ids: readonly string[], parts: IncidentParts, tell: Tell) => Promise<void>
  /** What is saved by then stays, and can be taken back. */
  readonly stop: () => void
}

const runs = new WeakMap<Store, BulkRun>()

/** The one of this person's records. */
export function bulkRunOf(store: Store): BulkRun {
  const known = runs.get(store) ?? createRoot(() => createBulkRun(store))
  runs.set(store, known)
  return known
}

interface Done {
  readonly writes: readonly Write[]
  /** How many of the ids were gone through. */
  readonly count: number
  /** Why it ended before the last. */
  readonly problem: string | undefined
}

function createBulkRun(store: Store): BulkRun {
  const [progress, setProgress] = createSignal<Progress>()
  let isStopped = false

  const inParts = async (
    label: string,
    ids: readonly string[],
    save: (part: string[]) => Promise<MutationResult>,
  ): Promise<Done> => {
    isStopped = false
    const writes: Write[] = []
    let count = 0
    let size = mostAtOnce
    const ended = (problem?: string): Done => ({ writes, count, problem })
    try {
      while (count < ids.length && !isStopped) {
        setProgress({ label, done: count, total: ids.length })
        const part = ids.slice(count, count + size)
        const result = await save(part)
        if (result.ok) {
          // Undo needs to know which lines were written, and no more of them.
          for (const write of result.writes) if (write.k === 'incident_event') writes.push(write)
          count += part.length
        } else if (result.refusal.code === 'too_large' && part.length > 1) size = Math.ceil(part.length / 2)
        else return ended(result.refusal.message)
        await new Promise((resolve) => setTimeout(resolve))
      }
      return ended()
    } catch {
      return ended('This device could not save more.')
    } finally {
      setProgress(undefined)
    }
  }

  const takeBack = async (eventIds: readonly string[], tell: Tell) => {
    if (progress()) return tell('Something else is being changed. Let it finish, or stop it.')
    const done = await inParts('Taking it back', eventIds, (part) =>
      mutate(store, undoIncidentChanges, { eventIds: part }),
    )
    tell(takenBackWords(done, eventIds.length))
  }

  const change: BulkRun['change'] = async (ids, parts, tell) => {
    if (progress()) return
    const done = await inParts('Changing incidents', ids, (part) =>
      mutate(store, workOnIncidents, { incidentIds: part, parts }),
    )
    const eventIds = done.writes.map(({ id }) => id)
    tell(changedWords(done, ids.length), eventIds.length > 0 ? () => void takeBack(eventIds, tell) : undefined)
  }

  return {
    progress,
    change,
    stop: () => {
      isStopped = true
    },
  }
}

function changedWords({ writes, count, problem }: Done, total: number): string {
  const changed = counted(writes.length, 'incident')
  if (problem !== undefined) return `${problem} ${changed} of ${formatCount(total)} changed.`
  return count < total ? `Stopped: ${changed} of ${formatCount(total)} changed.` : `${changed} changed.`
}

function takenBackWords({ writes, count, problem }: Done, total: number): string {
  const back = `${counted(writes.length, 'incident')} as before.`
  if (problem !== undefined) return `${problem} ${back}`
  const kept = count - writes.length
  const others =
    kept > 0 ? ` ${counted(kept, 'has', 'have')} been changed again since and ${kept === 1 ? 'stays' : 'stay'}.` : ''
  return count < total ? `Stopped: ${back}${others}` : `${back}${others}`
}
