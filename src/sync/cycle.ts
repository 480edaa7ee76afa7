// One round: push until nothing waits, then pull until there is no more; then files, as long as nothing else waits.
import { mayRead } from '../domain/access.ts'
import type { Scope } from '../domain/record.ts'
import { schemaNumber } from '../domain/schema-number.ts'
import { protocol, pullLimit, pushLimits, type Session, type WipeOrder } from '../domain/wire.ts'
import { outgoing, takeAnswers } from '../store/answers.ts'
import { applyStep, openScopes, readCursors, type Step, settleAll } from '../store/apply.ts'
import { applyHot } from '../store/apply-hot.ts'
import { heldScopes, mustAsk } from '../store/deletions.ts'
import { resetDiffering } from '../store/digest.ts'
import { enterEpoch, hasOldRows } from '../store/epoch.ts'
import { sealRest } from '../store/lease-change.ts'
import { repairDamaged } from '../store/repair.ts'
import { renumber, sendAgain, sendKeptAgain } from '../store/resend.ts'
import { sendReturned } from '../store/returned.ts'
import { LockedError } from '../store/sealing.ts'
import { noteSynced, sharedState } from '../store/shared-state.ts'
import type { Store } from '../store/store.ts'
import { wipeScopes } from '../store/wipe.ts'
import { renewLease } from './lease.ts'
import type { SyncWorld } from './loop.ts'
import { sendParts } from './parts.ts'
import { makeSteps, nextBatch } from './plan.ts'
import type { SyncFacts } from './status.ts'
import { pull, push, type TransportCode, TransportError } from './transport.ts'

export interface Cycle {
  readonly store: Store
  readonly session: Session
  readonly world: SyncWorld
  readonly tell: (change: Partial<SyncFacts>) => void
  readonly onGrants?: ((grants: Session['grants']) => void) | undefined
  readonly onWipe?: ((order: WipeOrder) => Promise<void>) | undefined
  /** The tab stops. */
  readonly isOver: () => boolean
}

/** Pushing and pulling may each leave something to push: after a renumbering, a backup put back, a scope taken away. */
const turnsPerRound = 5

/** Whether all went well. What the world did is told as a state; what went wrong here is thrown. */
export async function runCycle(cycle: Cycle): Promise<boolean> {
  const { tell, store, world } = cycle
  try {
    await renewLease(cycle)
    await repairDamaged(store, store.reads.damaged())
    const anew = new Set<Scope>()
    for (let turn = 0; turn < turnsPerRound; turn++) {
      const isBehind = await pushAll(cycle)
      tell({ isSending: false })
      const isHeld = await pullAll(cycle, anew)
      await sendReturned(store)
      // Of what waits for a person, this device has not got all.
      if (!isHeld) await noteSynced(store, world.now())
      if (isBehind) throw new TransportError('behind', 'The server is of an earlier version than what waits.')
      if ((await sharedState(store)).waitingCount === 0) break
    }
    tell({ lastError: undefined, progress: undefined, isSignedOut: false, mustUpgrade: false })
    // Before files, which may fail for long.
    await sealRest(store)
    await sendParts(cycle)
    return true
  } catch (error) {
    if (error instanceof LockedError) {
      tell({ isSending: false, progress: undefined, lastError: 'server' })
      return false
    }
    if (!(error instanceof TransportError)) throw error
    const { code, wipe } = error
    if (wipe) await cycle.onWipe?.(wipe)
    tell({
      isSending: false,
      progress: undefined,
      lastError: errorAfter(code),
      // A session that has ended pauses: nothing is dropped, wiped or counted as tried.
      ...(code === 'signed_out' || code === 'wipe' || code === 'other_database' ? { isSignedOut: true } : {}),
      ...(code === 'upgrade' ? { mustUpgrade: true } : {}),
    })
    return false
  }
}

function errorAfter(code: TransportCode): SyncFacts['lastError'] {
  if (code === 'behind') return 'behind'
  return code === 'transport' ? 'offline' : 'server'
}

/**
 * Ends when nothing waits, or when the queue was put in order anew and a pull is due first. True when what waits is of a
 * later version than the server, which was put back to an earlier one.
 */
async function pushAll({ store, session, world, tell }: Cycle): Promise<boolean> {
  // Ops follow what this device has seen: of a history that the server has left, that is nothing it could go by.
  if (await hasOldRows(store)) return false
  for (;;) {
    const { client, ops: waiting } = await outgoing(store, pushLimits.ops, pushLimits.bytes)
    const ops = nextBatch(waiting)
    const first = ops[0]
    if (!first) return false
    tell({ isSending: true })
    const response = await push(world, {
      x: protocol,
      db: session.db,
      client,
      build: world.build,
      user: session.userId,
      now: world.now(),
      knows: 'quarantined',
      ops: ops.map((op) => op.text),
    })
    // Verdicts of a server that was put back to a backup rest on what this device has not seen: asked again after a pull.
    if (await isNewEpoch(store, session, response)) return false
    if ('wait' in response) return true
    if ('upgrade' in response) throw new TransportError('upgrade', 'This page is too old for the server.')
    if ('gap' in response || 'forked' in response) {
      if ('gap' in response) await sendAgain(store, client, response.gap.expected)
      else await renumber(store, client)
      return false
    }
    // Without a verdict on the first of them, asking again at once would ask for ever.
    if (!response.results.some((result) => result.mid === first.mid))
      throw new TransportError('transport', 'The answer is not about what was sent.')
    await takeAnswers(store, client, response.results, response.now)
  }
}

/**
 * `anew`: scopes that this round has fetched anew, once each, because their rows were others than the server's. True when a
 * person is to decide first about some scope, of which nothing was taken in.
 */
async function pullAll(cycle: Cycle, anew: Set<Scope>): Promise<boolean> {
  const { store, session, world, tell } = cycle
  let done = 0
  let total = 0
  let isOvertaken = false
  let differing: Scope[] = []
  let hasHot = false
  let held: ReadonlySet<Scope> = new Set()
  const take = async (steps: readonly Step[]) => {
    for (const step of steps) {
      if (held.has(step.scope)) continue
      if (!(await applyStep(store, step))) isOvertaken = true
      done += step.rows.length
      if (step.isAnew) await sendKeptAgain(store)
      // A few rows come at once; progress is for what takes a while.
      if (total > 200) tell({ progress: { done, total } })
    }
  }
  for (;;) {
    isOvertaken = false
    const before = done
    const cursors = await readCursors(store)
    const steps = makeSteps(cursors)
    const heldBefore = await heldScopes(store)
    const { client } = await outgoing(store, 0)
    const asked = { x: protocol, db: session.db, client, build: world.build, user: session.userId } as const
    const end = await pull(
      world,
      {
        ...asked,
        ...(differing.length > 0 ? { differing } : {}),
        ...(heldBefore.length > 0 ? { held: heldBefore } : {}),
        schema: schemaNumber,
        cursors,
        limit: pullLimit,
        marks: 'versions',
        ...(hasHot ? {} : { hot: true }),
      },
      {
        head: async (head) => {
          // What was asked for lies in a history that is no more.
          if (await isNewEpoch(store, session, head)) isOvertaken = true
          total = done + head.waiting
          cycle.onGrants?.(head.grants)
          const access = { userId: session.userId, grants: head.grants }
          // A scope that the person may still read has not been taken away: a restored server does not have it yet.
          await wipeScopes(
            store,
            head.revoked.filter((scope) => !mayRead(access, scope)),
          )
          await openScopes(store, newScopes(head.granted, cursors))
          if (!isOvertaken) held = await mustAsk(store, head.deleted ?? {})
        },
        row: async (row) => {
          const step = steps.add(row)
          if (step) await take([step])
        },
        hot: async (rows) => {
          hasHot = true
          await applyHot(store, rows)
        },
      },
    )
    await take(end ? steps.end(end.cursors) : steps.cut())
    // Cut short: what came is kept, and the next round asks on from there.
    if (!end) throw new TransportError('transport', 'The answer was cut short.')
    // Another tab was faster: what it is still taking in comes with the next answer.
    if (isOvertaken) continue
    if (!end.more) {
      await settleAll(store, held)
      // What the server deletes no more was left out of this answer.
      if (heldBefore.some((scope) => !held.has(scope))) continue
      differing = await resetDiffering(store, end.cursors, end.digest ?? {}, anew)
      if (differing.length === 0) return held.size > 0
      for (const scope of differing) anew.add(scope)
    } else if (done === before && held.size === heldBefore.length)
      throw new TransportError('transport', 'The server says there is more and sends nothing.')
  }
}

const isNewEpoch = async (store: Store, { db }: Session, { epoch }: { epoch?: string | undefined }): Promise<boolean> =>
  epoch !== undefined && (await enterEpoch(store, epoch, db))

const newScopes = (granted: readonly Scope[], known: Readonly<Record<Scope, number>>): Scope[] =>
  granted.filter((scope) => !Object.hasOwn(known, scope))
