// The session of this device, kept so that the app starts without a network. The cookie is the server's business.
import { type Session, sessionSchema } from '../domain/wire.ts'

const key = 'uptally-session'

export function rememberedSession(storage: Storage): Session | undefined {
  try {
    const parsed = sessionSchema.safeParse(JSON.parse(storage.getItem(key) ?? 'null'))
    return parsed.success ? parsed.data : undefined
  } catch {
    return undefined
  }
}

export const rememberSession = (storage: Storage, session: Session): void =>
  storage.setItem(key, JSON.stringify(session))

export const forgetSession = (storage: Storage): void => storage.removeItem(key)

/** One database for each server database and person. */
export const storeName = (session: Session): string => `uptally-${session.db}-${session.userId}`
