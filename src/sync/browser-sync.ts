// Sync in a browser: the loop with the browser's own world.
import { browserWorld } from './browser-world.ts'
import { keepStorage } from './keep-storage.ts'
import { type Sync, type SyncOptions, startSync } from './loop.ts'

export function startBrowserSync({ build, ...options }: Omit<SyncOptions, 'world'> & { readonly build: number }): Sync {
  const sync = startSync({ ...options, world: browserWorld(build) })
  keepStorage(sync, navigator.storage)
  return sync
}
