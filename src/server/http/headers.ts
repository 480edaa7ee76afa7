import type { MiddlewareHandler } from 'hono'
import type { ServerContext } from '../context.ts'

const contentPolicy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' blob:",
  "connect-src 'self'",
  "worker-src 'self'",
  "manifest-src 'self'",
  "font-src 'self'",
  "base-uri 'none'",
  "form-action 'self'",
  "frame-ancestors 'none'",
  "require-trusted-types-for 'script'",
  // Solid's templates (vite.config.ts) and the addresses of threads (trusted-types.ts); each may be made once.
  'trusted-types templates default',
].join('; ')

/** On every answer; whatever does not say how long it may be kept is not kept at all. */
export function safeHeaders(context: ServerContext): MiddlewareHandler {
  return async (c, next) => {
    await next()
    const { headers } = c.res
    headers.set('content-security-policy', contentPolicy)
    headers.set('x-content-type-options', 'nosniff')
    headers.set('referrer-policy', 'no-referrer')
    headers.set('cross-origin-opener-policy', 'same-origin')
    headers.set('cross-origin-resource-policy', 'same-origin')
    if (context.origin?.startsWith('https:')) headers.set('strict-transport-security', 'max-age=31536000')
    if (!headers.has('cache-control')) headers.set('cache-control', 'no-store')
  }
}
