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
  /** Who listens too often already, on one device or on all together, loses the oldest for it. */
  add(listener: Listener): void
  remove(listener: Listener): void
  /** After a commit: tells those who may read one of the scopes. */
  poke(scopes: ReadonlySet<Scope>): void
  /** Tells one device to ask, whatever there is to know. */
  pokeSession(sessionId: string): void
  /** When a session is over, or a person's grants have changed: they sign in or connect anew. */
  endSession(sessionId: string): void
  endPerson(userId: string): void
  endAll(): void
}

const perSession = 12
const perPerson = 60

export function createPokes(): Pokes {
  const listeners = new Set<Listener>()
  const endWhere = (isIt: (listener: Listener) => boolean) => {
    for (const listener of [...listeners]) if (isIt(listener)) listener.end()
  }
  return {
    add(listener) {
      const own = [...listeners].filter((other) => other.access.userId === listener.access.userId)
      const here = own.filter((other) => other.sessionId === listener.sessionId)
      if (here.length >= perSession) here[0]?.end()
      else if (own.length >= perPerson) own[0]?.end()
      listeners.add(listener)
    },
    remove: (listener) => void listeners.delete(listener),
    poke(scopes) {
      for (const listener of [...listeners])
        if ([...scopes].some((scope) => mayRead(listener.access, scope))) listener.poke()
    },
    pokeSession(sessionId) {
      for (const listener of listeners) if (listener.sessionId === sessionId) listener.poke()
    },
    endSession: (sessionId) => endWhere((listener) => listener.sessionId === sessionId),
    endPerson: (userId) => endWhere((listener) => listener.access.userId === userId),
    endAll: () => endWhere(() => true),
  }
}
