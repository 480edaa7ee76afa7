import type { Context } from 'hono'
import type { ServerContext } from '../context.ts'

/** What the listener knows of the connection beside the request. */
export interface Caller {
  readonly address: string
}

export interface ServerEnv {
  Bindings: Caller
}

/** Whom to count attempts against. A proxy that is trusted adds the address that it saw at the end. */
export function addressOf(c: Context<ServerEnv>, context: ServerContext): string {
  const forwarded = context.isProxyTrusted ? c.req.header('x-forwarded-for')?.split(',').at(-1)?.trim() : undefined
  return forwarded || c.env.address
}
