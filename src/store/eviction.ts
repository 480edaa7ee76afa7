// Whether the browser has thrown away what this device held. A note outside the database, counts and times only, names the
// database that it is of; when that is another one at the next start, the first is gone.
import { type Store, withDatabase } from './store.ts'
import { traceKey } from './trace-key.ts'

/** What is known of a database that is gone. */
export interface Lost {
  /** When everything was last shared, ms; null: never. */
  readonly sharedAt: number | null
  /** Changes that had not been sent. */
  readonly unsent: number
}

interface Trace extends Lost {
  readonly born: string
  /** Not yet read by the person. */
  readonly lost?: Lost
}

/** By hand: what stands there may be anything. */
function readTrace(name: string, storage: Storage): Trace | undefined {
  try {
    const { born, sharedAt, unsent, lost } = JSON.parse(storage.getItem(traceKey(name)) ?? 'null') as Partial<Trace>
    if (typeof born !== 'string') return undefined
    return { born, ...lostOf({ sharedAt, unsent }), ...(lost ? { lost: lostOf(lost) } : {}) }
  } catch {
    return undefined
  }
}

const lostOf = ({ sharedAt, unsent }: { readonly sharedAt?: unknown; readonly unsent?: unknown }): Lost => ({
  sharedAt: typeof sharedAt === 'number' ? sharedAt : null,
  unsent: typeof unsent === 'number' ? unsent : 0,
})

function writeTrace(name: string, storage: Storage, trace: Trace): void {
  try {
    storage.setItem(traceKey(name), JSON.stringify(trace))
  } catch {
    // Without room for the note there is none, and nothing is said of a loss.
  }
}

/** At the start: what was lost since the last use, until the person has read it; undefined when nothing was. */
export async function lostSince(store: Store, storage: Storage): Promise<Lost | undefined> {
  const born = await bornOf(store)
  const trace = readTrace(store.name, storage)
  if (trace?.born === born) return trace.lost
  const lost = trace && (trace.lost ?? lostOf(trace))
  writeTrace(store.name, storage, { born, sharedAt: null, unsent: 0, ...(lost ? { lost } : {}) })
  return lost
}

/** Whenever it changes. Nothing is noted of a database that no note was begun for: it was signed out of. */
export function noteHeld(store: Store, storage: Storage, held: Lost): void {
  const trace = readTrace(store.name, storage)
  if (trace) writeTrace(store.name, storage, { ...trace, ...held })
}

export function dismissLost(store: Store, storage: Storage): void {
  const trace = readTrace(store.name, storage)
  if (!trace) return
  const { lost: _, ...rest } = trace
  writeTrace(store.name, storage, rest)
}

/** Made with the first start on a database. */
const bornOf = (store: Store): Promise<string> =>
  withDatabase(store, () =>
    store.database.transaction('rw', 'meta', async () => {
      const known = (await store.database.meta.get('born'))?.value
      if (typeof known === 'string') return known
      const born = store.newId()
      await store.database.meta.put({ key: 'born', value: born })
      return born
    }),
  )
