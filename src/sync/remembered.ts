// The session of this device, kept so that the app starts without a network. The cookie is the server's business.
import type { Session } from '../domain/wire.ts'
import { traceKey } from '../store/trace-key.ts'

const key = 'uptally-session'

/** By hand, not by schema: this runs before anything is on the screen. */
function isSession(value: unknown): value is Session {
  if (typeof value !== 'object' || value === null) return false
  const { db, userId, name, email, grants } = value as Partial<Record<keyof Session, unknown>>
  return [db, userId, name, email].every((text) => typeof text === 'string') && Array.isArray(grants)
}

export function rememberedSession(storage: Storage): Session | undefined {
  try {
    const value: unknown = JSON.parse(storage.getItem(key) ?? 'null')
    return isSession(value) ? value : undefined
  } catch {
    return undefined
  }
}

/** What wiped.ts keeps to be told. */
export const wipedKey = 'uptally-wiped'
export const forgetWiped = (storage: Storage): void => storage.removeItem(wipedKey)

export function rememberSession(storage: Storage, session: Session): void {
  forgetWiped(storage)
  storage.setItem(key, JSON.stringify(session))
}

/** With what was noted of the records: they leave by the person's own will. */
export function forgetSession(storage: Storage): void {
  const session = rememberedSession(storage)
  if (session) storage.removeItem(traceKey(storeName(session)))
  storage.removeItem(key)
}

/** One database for each server database and person. */
export const storeName = ({ db, userId }: Pick<Session, 'db' | 'userId'>): string => `uptally-${db}-${userId}`
