// Sends parts of files, one at a time, once everything else is shared; whatever is recorded meanwhile goes first.
import { filesAtOnce } from '../domain/parts-wire.ts'
import { protocol } from '../domain/wire.ts'
import {
  filesToAsk,
  hasParts,
  markSent,
  mayLackParts,
  notePartsChecked,
  partsToSend,
  sweepParts,
  takeMissing,
  unsentPart,
} from '../store/parts.ts'
import { sharedState } from '../store/shared-state.ts'
import type { Cycle } from './cycle.ts'
import { askMissing, sendPart } from './parts-transport.ts'
import { TransportError } from './transport.ts'

/** Ends early when there are changes to send. Throws as a push does; a part that is refused is left for another round. */
export async function sendParts(cycle: Cycle): Promise<void> {
  const { store, tell } = cycle
  if (!(await hasParts(store))) return
  const isInterrupted = async () => cycle.isOver() || (await sharedState(store)).waitingCount > 0
  if (await isInterrupted()) return
  await sweepParts(store)
  if (!(await askForAll(cycle))) return
  const refused = new Set<string>()
  for (const { id, n } of await partsToSend(store)) {
    if (await isInterrupted()) return
    const bytes = refused.has(id) ? undefined : await unsentPart(store, id, n)
    if (!bytes) continue
    tell({ isSending: true })
    if (await isTaken(cycle, id, n, bytes)) await markSent(store, id, n)
    else refused.add(id)
  }
  tell({ isSending: false })
}

/** What the server has already is not sent again. False: it does not know what is asked. */
async function askForAll({ store, session, world }: Cycle): Promise<boolean> {
  const isNewEpoch = await mayLackParts(store)
  const ids = await filesToAsk(store, isNewEpoch)
  for (let from = 0; from < ids.length; from += filesAtOnce) {
    const asked = ids.slice(from, from + filesAtOnce)
    const request = { x: protocol, db: session.db, user: session.userId, ids: asked } as const
    const missing = await unlessRefused(() => askMissing(world, request))
    if (!missing) return false
    for (const id of asked) await takeMissing(store, id, missing[id])
  }
  if (isNewEpoch) await notePartsChecked(store)
  return true
}

const isTaken = async ({ world }: Cycle, id: string, n: number, bytes: Uint8Array<ArrayBuffer>): Promise<boolean> =>
  (await unlessRefused(() => sendPart(world, id, n, bytes))) !== undefined

/** Undefined for what the server refuses in its own words, or has never heard of, being of before files. */
async function unlessRefused<T>(talk: () => Promise<T>): Promise<T | undefined> {
  try {
    return await talk()
  } catch (error) {
    if (error instanceof TransportError && (error.code === 'refused' || error.code === 'not_found')) return undefined
    throw error
  }
}
