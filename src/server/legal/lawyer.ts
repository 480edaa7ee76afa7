import type { Context } from 'hono'
import type { SignedIn } from '../auth/session.ts'
import { signedIn } from '../auth/session.ts'
import { isLegal } from '../auth/walls.ts'
import type { ServerContext } from '../context.ts'
import { stop } from '../http/answer.ts'
import type { ServerEnv } from '../http/caller.ts'

/** Somebody of role legal; anybody else is refused. */
export async function lawyer(c: Context<ServerEnv>, context: ServerContext): Promise<SignedIn> {
  const who = await signedIn(c, context)
  return isLegal(who.access.grants) ? who : stop(403, 'not_allowed', 'Only Legal can do this.')
}
