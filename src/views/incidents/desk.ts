// The desk's thread: one for the open store. It stays while the app is open, for to hold all incidents it reads them once.
import { createDesk, type Desk } from '../../desk/ask.ts'
import type { Store } from '../../store/store.ts'
import { useApp } from '../app/app-context.ts'

const desks = new WeakMap<Store, Desk>()

export function useDesk(): Desk {
  const { store } = useApp()
  const desk = desks.get(store) ?? createDesk({ storeName: store.name, now: store.now })
  desks.set(store, desk)
  return desk
}
