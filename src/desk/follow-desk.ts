// Keeps the desk's incidents as the store has them: all are read once, and then only those that changed, however fast.
import type { KindName } from '../domain/kind-names.ts'
import type { Recorded } from '../domain/kinds.ts'
import type { ExportReads } from '../reports/names.ts'
import type { DeskRecords } from './answer-to.ts'
import { createIndex } from './incident-index.ts'
import { namedKinds, readNames } from './names.ts'
import { makeSummarise, type Summary } from './summary.ts'

/** Ids that changed; `all` when nobody knows which. */
export type Changed = ReadonlySet<string> | 'all'

/** What of the store is needed. */
export interface DeskSource {
  readonly reads: ExportReads
  /** Every incident, in parts. */
  readonly eachPart: (take: (incidents: readonly Recorded<'incident'>[]) => void) => Promise<void>
  /** Tells of every change that is durable from now on, wherever it was made. Hands back how to stop. */
  readonly follow: (
    kinds: readonly KindName[],
    onChange: (changes: ReadonlyMap<KindName, Changed>) => void,
  ) => () => void
}

/** Changes that come faster are taken in together. */
const pauseMs = 250
/** So many changed incidents, with their histories, are in memory at a time. */
const partLength = 500

/** Calls `onDesk` when all has been read, and whenever something has changed since. Hands back how to stop. */
export function followDesk(
  source: DeskSource,
  onDesk: (desk: DeskRecords) => void,
  onError: (error: unknown) => void,
): () => void {
  const { reads } = source
  const index = createIndex()
  const summarise = makeSummarise()
  let waiting: Changed = 'all'
  let names: DeskRecords['names'] | undefined
  let areNamesStale = true
  let hasNews = true
  let isRunning = false
  let isStopped = false

  const readAll = async () => {
    const all: Summary[] = []
    await source.eachPart((incidents) => {
      for (const incident of incidents) all.push(summarise(incident))
    })
    index.replace(all)
  }
  const readChanged = async (ids: readonly string[]) => {
    const changed: Summary[] = []
    for (let from = 0; from < ids.length; from += partLength)
      for (const incident of await reads.many('incident', ids.slice(from, from + partLength)))
        changed.push(summarise(incident))
    const present = new Set(changed.map(({ id }) => id))
    index.change(
      changed,
      ids.filter((id) => !present.has(id)),
    )
  }
  const takeIn = async (): Promise<void> => {
    const changed = waiting
    const isRenamed = areNamesStale
    waiting = new Set<string>()
    areNamesStale = false
    hasNews = false
    if (isRenamed || !names) {
      names = await readNames(reads)
      index.rename(names)
    }
    if (changed === 'all') await readAll()
    else if (changed.size > 0) await readChanged([...changed])
    if (!isStopped) onDesk({ index, names, reads })
  }
  const run = async () => {
    if (isRunning) return
    isRunning = true
    while (hasNews && !isStopped) {
      await takeIn()
      await new Promise((resolve) => setTimeout(resolve, pauseMs))
    }
    isRunning = false
  }
  const stop = source.follow(['incident', 'outage', 'affected', ...namedKinds], (changes) => {
    const ids = changes.get('incident')
    if (ids) waiting = waiting === 'all' || ids === 'all' ? 'all' : new Set([...waiting, ...ids])
    if (namedKinds.some((kind) => changes.has(kind))) areNamesStale = true
    hasNews = true
    run().catch(onError)
  })
  run().catch(onError)
  return () => {
    isStopped = true
    stop()
  }
}
