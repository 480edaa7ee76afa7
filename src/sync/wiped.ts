// A device that was told to remove a person's records: it does, says so to the server, and keeps what to tell its people.
import type { WipeOrder } from '../domain/wire.ts'
import { deleteStore } from '../store/store.ts'
import { forgetWiped, storeName, wipedKey } from './remembered.ts'

export interface Wiped {
  /** The name of whoever asked. */
  readonly by: string
  /** When, ms. */
  readonly at: number
  /** Changes and files that had not been sent, and are gone. */
  readonly unsent: number
}

/** `remove`: of a page that has the records open, in place of the plain removal. */
export async function obeyWipe(
  order: WipeOrder,
  storage: Storage,
  { unsent = 0, remove = () => deleteStore(storeName({ db: order.db, userId: order.user })) } = {},
): Promise<void> {
  const earlier = wipedHere(storage)
  // Told once more, because the page went away in the middle: what was counted then is what was lost.
  const lost = earlier?.at === order.at && earlier.by === order.by ? earlier.unsent + unsent : unsent
  storage.setItem(wipedKey, JSON.stringify({ by: order.by, at: order.at, unsent: lost } satisfies Wiped))
  await remove()
  // When this is lost, the device is told again and has nothing left to remove.
  await fetch('/auth/wiped', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: '{}',
  }).catch(() => undefined)
}

/** What to tell, until somebody signs in here. */
export function wipedHere(storage: Storage): Wiped | undefined {
  try {
    const { by, at, unsent } = JSON.parse(storage.getItem(wipedKey) ?? '{}') as Partial<Record<keyof Wiped, unknown>>
    return typeof by === 'string' && typeof at === 'number' && typeof unsent === 'number'
      ? { by, at, unsent }
      : undefined
  } catch {
    forgetWiped(storage)
    return undefined
  }
}
