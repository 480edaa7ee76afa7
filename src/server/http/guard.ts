// What every write must bring: our own page as its origin, and JSON; a part of a file is bytes. A form on another site can
// send none of them.
import type { MiddlewareHandler } from 'hono'
import type { ServerContext } from '../context.ts'
import { stop } from './answer.ts'

export function guardWrites(context: ServerContext): MiddlewareHandler {
  return async (c, next) => {
    const request = c.req.raw
    if (request.method === 'GET' || request.method === 'HEAD') return next()
    if (!isFromOurPage(request, context.origin))
      stop(403, 'foreign_origin', `This server is used at ${context.origin ?? new URL(request.url).origin}.`)
    const type = request.headers.get('content-type') ?? ''
    if (isPart(request) ? type !== 'application/octet-stream' : !/^application\/json\s*(;|$)/i.test(type))
      stop(415, 'not_json', 'This server reads JSON.')
    return next()
  }
}

const isPart = (request: Request) => /^\/sync\/v1\/parts\/[^/]+\/[^/]+$/.test(new URL(request.url).pathname)

function isFromOurPage(request: Request, ours: string | undefined): boolean {
  const origin = request.headers.get('origin')
  if (origin === null) return request.headers.get('sec-fetch-site') === 'same-origin'
  if (ours !== undefined) return origin === ours
  // A proxy that ends TLS makes the scheme differ; the host is what counts.
  return URL.canParse(origin) && new URL(origin).host === new URL(request.url).host
}
