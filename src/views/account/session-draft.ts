// What is being typed outlives a reload of this tab. Never for passwords or codes.
import type { Accessor } from 'solid-js'
import { createSignal } from 'solid-js'

export interface SessionDraft<T> {
  readonly value: Accessor<T>
  readonly set: (value: T) => void
  /** When it has been sent. */
  readonly drop: () => void
}

/** `read` hands back what was kept if it is of the right shape; else `initial` is used. */
export function createSessionDraft<T>(
  key: string,
  initial: T,
  read: (kept: unknown) => T | undefined,
  storage: Storage = sessionStorage,
): SessionDraft<T> {
  const [value, setValue] = createSignal<T>(keptOr(initial))
  function keptOr(fallback: T): T {
    try {
      return read(JSON.parse(storage.getItem(key) ?? 'null')) ?? fallback
    } catch {
      return fallback
    }
  }
  return {
    value,
    set: (next) => {
      setValue(() => next)
      try {
        storage.setItem(key, JSON.stringify(next))
      } catch {
        // A full or locked storage only costs the draft's survival of a reload.
      }
    },
    drop: () => storage.removeItem(key),
  }
}
