import type { Server } from 'node:http'
import { createAdaptorServer } from '@hono/node-server'
import type { Handler } from './handler.ts'
import { Unusable } from './unusable.ts'

export interface Listening {
  /** Takes no more connections, lets answers under way end for a few seconds, then closes what is left. */
  close(): Promise<void>
}

const graceMs = 5_000

export async function listen(port: number, handler: Handler): Promise<Listening> {
  const server = createAdaptorServer({
    fetch: (request, { incoming }) => handler(request, { address: incoming.socket.remoteAddress ?? '' }),
  }) as Server
  server.headersTimeout = 20_000
  server.requestTimeout = 120_000
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
