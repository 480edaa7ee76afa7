// One round: push until nothing waits, then pull until there is no more.
import type { Row, Scope } from '../domain/record.ts'
import { protocol, pullLimit, type Session } from '../domain/wire.ts'
import { clientId, renumber, takeAnswers, waitingOps } from '../store/answers.ts'
import { applyRows, readCursors } from '../store/apply.ts'
import type { Store } from '../store/store.ts'
import { wipeScopes } from '../store/wipe.ts'
import type { SyncWorld } from './loop.ts'
import { nextBatch } from './plan.ts'
import type { SyncFacts } from './status.ts'
import { pull, push, TransportError } from './transport.ts'

export interface Cycle {
  readonly store: Store
  readonly session: Session
  readonly world: SyncWorld
  readonly schema: number
  readonly tell: (change: Partial<SyncFacts>) => void
  readonly onGrants?: ((grants: Session['grants']) => void) | undefined
}

/** Whether all went well. What the world did is told as a state; what went wrong here is thrown. */
export async function runCycle(cycle: Cycle): Promise<boolean> {
  const { tell, store, world } = cycle
  try {
    await pushAll(cycle)
    tell({ isSending: false })
    await pullAll(cycle)
    const at = world.now()
    await store.database.meta.put({ key: 'lastSyncedAt', value: at })
    tell({ lastSyncedAt: at, lastError: undefined, progress: undefined, isSignedOut: false, mustUpgrade: false })
    return true
  } catch (error) {
    if (!(error instanceof TransportError)) throw error
    tell({
      isSending: false,
      progress: undefined,
      // A session that has ended pauses: nothing is dropped, wiped or counted as tried.
      isSignedOut: error.code === 'signed_out' || error.code === 'other_database',
      mustUpgrade: error.code === 'upgrade',
      lastError: error.code === 'transport' ? 'offline' : 'server',
    })
    return false
  }
}

async function pushAll(cycle: Cycle): Promise<void> {
  const { store, session, world, tell } = cycle
  // Bounded: a round sends what waits now; each answer takes at least one op off, or starts numbering anew once.
  for (let renumbered = 0; ; ) {
    const ops = nextBatch(await waitingOps(store))
    const first = ops[0]
    if (!first) return
    tell({ isSending: true })
    const response = await push(world.fetch, {
      x: protocol,
      db: session.db,
      client: await clientId(store),
      build: world.build,
      now: world.now(),
      ops: ops.map((op) => op.text),
    })
    if ('upgrade' in response) throw new TransportError('upgrade', 'This page is too old for the server.')
    if ('results' in response) {
      await takeAnswers(store, response.results)
      continue
    }
    // A gap below what is here: the server has lost what it once had. Forked: a copy of this profile took our numbers.
    if (renumbered > 0) throw new TransportError('transport', 'The server did not take the new numbering.')
    renumbered += 1
    await renumber(store)
  }
}

async function pullAll(cycle: Cycle): Promise<void> {
  const { store, session, world, tell } = cycle
  let done = 0
  let total = 0
  for (;;) {
    const cursors = await readCursors(store)
    const end = await pull(
      world.fetch,
      {
        x: protocol,
        db: session.db,
        client: await clientId(store),
        build: world.build,
        schema: cycle.schema,
        cursors,
        limit: pullLimit,
      },
      {
        head: async (head) => {
          total = done + head.waiting
          cycle.onGrants?.(head.grants)
          await wipeScopes(store, head.revoked)
          const fresh = head.granted.filter((scope) => !Object.hasOwn(cursors, scope))
          await applyRows(store, [], Object.fromEntries(fresh.map((scope) => [scope, 0])))
        },
        rows: async (rows) => {
          await applyRows(store, rows, lastVersions(rows))
          done += rows.length
          // A few rows come at once; progress is for what takes a while.
          if (total > 200) tell({ progress: { done, total } })
        },
      },
    )
    // Cut short: what came is kept, and the next round asks on from there.
    if (!end) throw new TransportError('transport', 'The answer was cut short.')
    await applyRows(store, [], end.cursors)
    if (!end.more) return
  }
}

/** Rows of a scope come in version order, so the last one is how far this device has got. */
function lastVersions(rows: readonly Row[]): Record<Scope, number> {
  const versions: Record<Scope, number> = {}
  for (const row of rows) versions[row.s] = Math.max(versions[row.s] ?? 0, row.ver)
  return versions
}
