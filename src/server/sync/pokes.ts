// Who is listening for news. A poke says only that there is something to pull.

import type { Access } from '../../domain/access.ts'
import { mayRead } from '../../domain/access.ts'
import type { Scope } from '../../domain/record.ts'

export interface Listener {
  readonly access: Access
  readonly sessionId: string
  poke(): void
  end(): void
}

export interface Pokes {
  /** False when this session listens too often already. */
  add(listener: Listener): boolean
  remove(listener: Listener): void
  /** After a commit: tells those who may read one of the scopes. */
  poke(scopes: ReadonlySet<Scope>): void
  /** When a session is over, or a person's grants have changed: they sign in or connect anew. */
  endSession(sessionId: string): void
  endPerson(userId: string): void
  endAll(): void
}

const perSession = 12

export function createPokes(): Pokes {
  const listeners = new Set<Listener>()
  const endWhere = (isIt: (listener: Listener) => boolean) => {
    for (const listener of [...listeners]) if (isIt(listener)) listener.end()
  }
  return {
    add(listener) {
      const own = [...listeners].filter((other) => other.sessionId === listener.sessionId)
      if (own.length >= perSession) return false
      listeners.add(listener)
      return true
    },
    remove: (listener) => void listeners.delete(listener),
    poke(scopes) {
      for (const listener of [...listeners])
        if ([...scopes].some((scope) => mayRead(listener.access, scope))) listener.poke()
    },
    endSession: (sessionId) => endWhere((listener) => listener.sessionId === sessionId),
    endPerson: (userId) => endWhere((listener) => listener.access.userId === userId),
    endAll: () => endWhere(() => true),
  }
}
