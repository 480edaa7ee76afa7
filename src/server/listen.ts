import type { Server } from 'node:http'
import { createAdaptorServer } from '@hono/node-server'
import type { Handler } from './handler.ts'
import { Unusable } from './unusable.ts'

export interface Listening {
  /** Takes no more connections, lets answers under way end for a few seconds, then closes what is left. */
  close(): Promise<void>
}

const graceMs = 5_000

/** How long a client may take, ms: for the lines that begin a request, for all of it, and between any two signs of life. */
export interface Patience {
  readonly headersMs: number
  readonly requestMs: number
  /** Longer than the heartbeat of an event stream. Ends whoever does not take what they asked for. */
  readonly idleMs: number
}
const usualPatience: Patience = { headersMs: 20_000, requestMs: 120_000, idleMs: 120_000 }

export async function listen(port: number, handler: Handler, patience = usualPatience): Promise<Listening> {
  const { headersMs, requestMs, idleMs } = patience
  const server = createAdaptorServer({
    // How often the first two are looked at.
    serverOptions: { connectionsCheckingInterval: Math.min(headersMs, 30_000) },
    fetch: (request, { incoming }) => handler(request, { address: incoming.socket.remoteAddress ?? '' }),
  }) as Server
  server.headersTimeout = headersMs
  server.requestTimeout = requestMs
  server.setTimeout(idleMs)
  await new Promise<void>((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => reject(new Unusable(sentenceOf(error, port))))
    server.listen(port, resolve)
  })
  return {
    close: () =>
      new Promise((resolve) => {
        const late = setTimeout(() => server.closeAllConnections(), graceMs)
        // A connection that is kept alive becomes idle only once its answer has ended.
        const sweep = setInterval(() => server.closeIdleConnections(), 50)
        server.close(() => {
          clearTimeout(late)
          clearInterval(sweep)
          resolve()
        })
      }),
  }
}

function sentenceOf(error: NodeJS.ErrnoException, port: number): string {
  if (error.code === 'EADDRINUSE') return `Port ${port} is in use by another program. Stop it, or set PORT.`
  if (error.code === 'EACCES') return `Port ${port} may not be used by this account. Set PORT to 1024 or more.`
  return `Port ${port} cannot be used: ${error.message}`
}
