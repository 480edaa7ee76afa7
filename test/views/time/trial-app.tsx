// A screen to try: a component in the app's context, on a store, for whoever the store is open for.
import { createMemoryHistory, MemoryRouter, Route } from '@solidjs/router'
import type { Component } from 'solid-js'
import { vi } from 'vitest'
import type { Store } from '../../../src/store/store.ts'
import { unknownStatus } from '../../../src/sync/status.ts'
import { type App, AppContext } from '../../../src/views/app/app-context.ts'
import { clock, newId } from '../../store/trial-store.ts'
import { show } from '../parts/render.ts'

// A desktop; this document has no window to measure.
globalThis.matchMedia ??= () => ({ matches: false }) as MediaQueryList

export interface Told {
  readonly message: string
  readonly undo: (() => void) | undefined
}

/** Shows `Page` at the address until the test ends, in an app that is `more`; hands back what it told. */
export function showIn(store: Store, Page: Component, address = '/time', more: Partial<App> = {}): Told[] {
  const told: Told[] = []
  const app: App = {
    store,
    session: {
      db: 'trial',
      userId: store.personId,
      name: 'Ann Lee',
      email: 'a@trial.test',
      grants: [...store.access().grants],
    },
    newId,
    now: () => clock.now,
    syncStatus: () => unknownStatus,
    syncNow: async () => {},
    trouble: () => undefined,
    leave: async () => {},
    tell: (message, undo) => told.push({ message, undo }),
    ...more,
  }
  const history = createMemoryHistory()
  history.set({ value: address })
  show(() => (
    <AppContext.Provider value={app}>
      <MemoryRouter history={history}>
        <Route path="*" component={Page} />
      </MemoryRouter>
    </AppContext.Provider>
  ))
  return told
}

export const text = (): string => document.body.textContent ?? ''

/** Until it is so; a busy machine takes its time. */
export const soon = <T,>(check: () => T): Promise<Awaited<T>> =>
  vi.waitFor(check, { timeout: 20_000, interval: 20 }) as Promise<Awaited<T>>
