// What every screen of a signed-in person stands on: the store, sync, who they are, and the time.
import type { Accessor } from 'solid-js'
import { createContext, useContext } from 'solid-js'
import type { Role } from '../../domain/access.ts'
import { hasRole } from '../../domain/access.ts'
import type { Session } from '../../domain/wire.ts'
import type { Store, StoreTrouble } from '../../store/store.ts'
import type { SyncStatus } from '../../sync/status.ts'

/** What only loading the page anew puts right. */
export type PageTrouble = Exclude<StoreTrouble, 'removed'> | 'roles_changed'

/** A person's records, open and being shared. */
export interface Opened {
  readonly store: Store
  readonly session: Session
  readonly readNow: () => number
  readonly newId: (at?: number) => string
  readonly subscribeStatus: (listener: (status: SyncStatus) => void) => () => void
  readonly syncNow: () => Promise<void>
  readonly trouble: Accessor<PageTrouble | undefined>
  /** Forgets the session here and deletes this person's records; then starts anew. */
  readonly leave: () => Promise<void>
}

export interface App extends Omit<Opened, 'subscribeStatus' | 'readNow'> {
  /** The current instant, moving on every 15 seconds. */
  readonly now: Accessor<number>
  readonly syncStatus: Accessor<SyncStatus>
  /** Tells the person the result of an act; with `undo`, for ten seconds. */
  readonly tell: (message: string, undo?: () => void) => void
}

export const AppContext = createContext<App>()

export function useApp(): App {
  const app = useContext(AppContext)
  if (!app) throw new Error('this screen is shown outside a signed-in app')
  return app
}

export function useMay(): (role: Role) => boolean {
  const { session } = useApp()
  return (role) => hasRole({ userId: session.userId, grants: session.grants }, role)
}
