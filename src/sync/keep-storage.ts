// Asking the browser not to remove this device's records by itself when space is short.
import type { Sync } from './loop.ts'

/**
 * Asks once, after the first save: then there is something that only this device has, and browsers are readier to promise
 * it to a site that is used.
 */
export function keepStorage(
  sync: Pick<Sync, 'subscribe'>,
  storage: Partial<Pick<StorageManager, 'persist' | 'persisted'>> | undefined,
): void {
  let isAsked = false
  sync.subscribe(({ waitingCount }) => {
    if (isAsked || waitingCount === 0) return
    isAsked = true
    void ask(storage)
  })
}

async function ask(storage: Partial<Pick<StorageManager, 'persist' | 'persisted'>> | undefined): Promise<void> {
  try {
    if ((await storage?.persisted?.()) === false) await storage?.persist?.()
  } catch {
    // A browser that cannot be asked keeps what it likes; the sheet says so.
  }
}
