// Sync in a browser: the loop with the browser's own world.
import type { WipeOrder } from '../domain/wire.ts'
import { readLease } from '../store/lease.ts'
import { filesWaiting } from '../store/parts.ts'
import { unsentOps } from '../store/unsent.ts'
import { browserWorld } from './browser-world.ts'
import { keepStorage } from './keep-storage.ts'
import { type Sync, type SyncOptions, startSync } from './loop.ts'
import { obeyWipe } from './wiped.ts'

/** How late a page may say that legal text is locked. */
const watchMs = 15_000

interface BrowserSyncOptions extends Omit<SyncOptions, 'world' | 'onWipe'> {
  readonly build: number
  /** Closes and deletes the records that are open here, and forgets the session. */
  readonly remove: () => Promise<void>
}

export function startBrowserSync({ build, remove, ...options }: BrowserSyncOptions): Sync {
  const { store, session } = options
  const onWipe = async (order: WipeOrder) => {
    const isOurs = order.db === session.db && order.user === session.userId
    if (!isOurs) return obeyWipe(order, localStorage)
    const { count } = await unsentOps(store, 0)
    await obeyWipe(order, localStorage, { unsent: count + (await filesWaiting(store)), remove })
    sessionStorage.clear()
    location.assign('/')
  }
  const sync = startSync({ ...options, onWipe, world: browserWorld(build) })
  keepStorage(sync, navigator.storage)
  // Nothing tells a page that a time has come; reading stops by the clock itself, and here the page is told.
  const watching = setInterval(() => void readLease(store).catch(reportError), watchMs)
  const stop = () => {
    clearInterval(watching)
    sync.stop()
  }
  return { ...sync, stop }
}
