// Where the things are that people did.
import type { TakenOp } from './compared.ts'
import type { TrialDevice } from './device.ts'
import { keyOfOp } from './simulated-acts.ts'

type Place = 'accepted' | 'set aside' | 'parked' | 'waiting' | 'kept'

/** Everywhere that each is. `waiting` to be sent, `kept` by its author's device in case the server loses it. */
export async function placesOf(
  devices: readonly Pick<TrialDevice, 'store' | 'userId'>[],
  taken: readonly TakenOp[],
): Promise<ReadonlyMap<string, readonly Place[]>> {
  const found = new Map<string, Place[]>()
  const put = (key: string, place: Place) => {
    const places = found.get(key)
    if (places) places.push(place)
    else found.set(key, [place])
  }
  const refused = new Map<string, string>()
  // Sent again under another number, it is answered with what it got: the same versions.
  const answers = new Set<string>()
  for (const { op, outcome } of taken) {
    const key = keyOfOp(JSON.stringify(op))
    if (outcome.o === 'rejected') refused.set(`${op.by} ${op.name} ${op.at}`, key)
    else if (outcome.o === 'quarantined') put(key, 'set aside')
    else if (!answers.has(key + JSON.stringify(outcome.vers))) put(key, 'accepted')
    answers.add(key + JSON.stringify(outcome.vers))
  }
  // A copied profile holds what was refused as the other one does.
  const parked = new Set<string>()
  for (const { store, userId } of devices) {
    const { database } = store
    const here = new Set<string>()
    for (const { text, name, at } of await database.parked.toArray()) {
      // What was taken away from its author is parked without its words: the server has them.
      const key = text === '' ? refused.get(`${userId} ${name} ${at}`) : keyOfOp(text)
      // Refused first, it may have been sent once more when its scope was taken away, and set aside.
      if (key === undefined || (text === '' && found.has(key))) continue
      if (here.has(key) || !parked.has(key)) put(key, 'parked')
      parked.add(key)
      here.add(key)
    }
    for (const { text } of await database.outbox.toArray()) put(keyOfOp(text), 'waiting')
    for (const { text } of await database.sent.toArray()) put(keyOfOp(text), 'kept')
  }
  return found
}
