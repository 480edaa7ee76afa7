// What the opening of a matter leaves to be done later: a matter behind a new wall is written once this device has been let
// behind it, and a search for conflicts that was made without a network is made again.
import * as z from 'zod/mini'
import { mayWrite } from '../../domain/access.ts'
import { type Matter, matterSchema } from '../../domain/matter.ts'
import { saves } from '../../domain/mutations/keep-catalogue.ts'
import { matterScope } from '../../domain/scope.ts'
import { clearDraft, draftsWith, saveDraft } from '../../store/drafts.ts'
import { mutate } from '../../store/mutate.ts'
import type { Store } from '../../store/store.ts'
import { isPossibleAnywhere } from './conflict-search.ts'

// The keys end with the matter's id, so that they go when the matter is taken away from this device. One that is nowhere
// yet goes with its team's records, too.
const waitingKey = 'matter-waiting:'
const checkKey = 'matter-check:'

export const keepWaitingMatter = (store: Store, id: string, matter: Matter): Promise<void> =>
  saveDraft(store, `${waitingKey}${matter.teamId}:${id}`, matter)

const turns = new WeakMap<Store, Promise<unknown>>()

/**
 * Writes those whose wall has let this device in. Hands back the ids of those written: who asks while another is at it waits,
 * so that each is written, and told, once.
 */
export function writeWaitingMatters(store: Store): Promise<string[]> {
  const turn = (turns.get(store) ?? Promise.resolve()).then(() => writeNow(store))
  turns.set(
    store,
    turn.catch(() => {}),
  )
  return turn
}

export const isWaitingMatter = async (store: Store, id: string): Promise<boolean> =>
  [...(await draftsWith(store, waitingKey)).keys()].some((key) => key.endsWith(`:${id}`))

async function writeNow(store: Store): Promise<string[]> {
  const written: string[] = []
  for (const [key, value] of await draftsWith(store, waitingKey)) {
    const id = key.slice(key.lastIndexOf(':') + 1)
    const matter = matterSchema.safeParse(value)
    if (!matter.success) await clearDraft(store, key)
    else if (mayWrite(store.access(), matterScope(id), 'matter')) {
      const outcome = await mutate(store, saves.matter, { id, doc: matter.data })
      if (!outcome.ok) continue
      await clearDraft(store, key)
      written.push(id)
    }
  }
  return written
}

const checkSchema = z.object({ reference: z.string(), names: z.array(z.string()), isPossible: z.boolean() })
export interface LateCheck extends z.infer<typeof checkSchema> {
  readonly matterId: string
}

export const searchLater = (store: Store, matterId: string, reference: string, names: readonly string[]) =>
  saveDraft(store, checkKey + matterId, { reference, names, isPossible: false })

export async function lateChecks(store: Store): Promise<LateCheck[]> {
  const kept = await draftsWith(store, checkKey)
  return [...kept].flatMap(([key, value]) => {
    const check = checkSchema.safeParse(value)
    return check.success ? [{ ...check.data, matterId: key.slice(checkKey.length) }] : []
  })
}

/** What was found possible stays until somebody has read it. */
export async function runLateChecks(store: Store): Promise<void> {
  for (const { matterId, ...check } of await lateChecks(store)) {
    if (check.isPossible) continue
    const isPossible = await isPossibleAnywhere(check.names, matterId)
    if (isPossible === undefined) return
    if (isPossible) await saveDraft(store, checkKey + matterId, { ...check, isPossible })
    else await clearDraft(store, checkKey + matterId)
  }
}

export const endLateCheck = (store: Store, matterId: string): Promise<void> => clearDraft(store, checkKey + matterId)
