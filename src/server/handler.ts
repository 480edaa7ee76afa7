// The server as a function from a request to an answer.
import { Hono } from 'hono'
import { HTTPException } from 'hono/http-exception'
import { addPeopleRoutes } from './admin/people.ts'
import { addQuarantineRoutes } from './admin/quarantine.ts'
import { removeSampleRows } from './admin/sample-removal.ts'
import { addAuditRoutes } from './audit/routes.ts'
import { TooBusy } from './auth/password.ts'
import { addAuthRoutes } from './auth/routes.ts'
import { addWipeRoutes, tellWipes } from './auth/wipes.ts'
import { build, version } from './build.ts'
import type { ServerOptions } from './context.ts'
import { contextOf } from './context.ts'
import { addFileRoutes } from './files/routes.ts'
import { refusal } from './http/answer.ts'
import type { Caller, ServerEnv } from './http/caller.ts'
import { guardWrites } from './http/guard.ts'
import { safeHeaders } from './http/headers.ts'
import { createStaticFiles } from './http/static-files.ts'
import { addLegalRoutes } from './legal/routes.ts'
import { addDepartedRoutes } from './privacy/departed-routes.ts'
import { addRetentionRoutes } from './privacy/retention-routes.ts'
import { addPrivacyRoutes } from './privacy/routes.ts'
import { addLeaseRoute } from './sync/lease.ts'
import { addSyncRoutes } from './sync/routes.ts'

export type Handler = (request: Request, caller?: Caller) => Promise<Response>

export function createHandler(options: ServerOptions): Handler {
  const context = contextOf(options)
  const app = new Hono<ServerEnv>()
  app.use(safeHeaders(context))
  app.use(guardWrites(context))
  app.use(tellWipes(context))
  app.get('/health', (c) => c.json({ ok: true, version, build }))
  addAuthRoutes(app, context)
  addWipeRoutes(app, context)
  addPeopleRoutes(app, context)
  app.post('/admin/sample/remove', (c) => removeSampleRows(c, context))
  addAuditRoutes(app, context)
  addLegalRoutes(app, context)
  addPrivacyRoutes(app, context)
  addRetentionRoutes(app, context)
  addDepartedRoutes(app, context)
  addQuarantineRoutes(app, context)
  addSyncRoutes(app, context)
  addLeaseRoute(app, context)
  addFileRoutes(app, context)
  if (context.clientFolder !== undefined) addPages(app, context.clientFolder)
  app.notFound(() => refusal(404, 'not_found', 'There is nothing here.'))
  app.onError((error, c) => {
    if (error instanceof HTTPException) return error.getResponse()
    if (error instanceof TooBusy) return refusal(503, 'busy', 'The server is busy. Try again in a moment.')
    const code = 'code' in error ? ` ${String(error.code)}` : ''
    context.log(`${c.req.method} ${c.req.routePath}: ${error.name}${code}`)
    return refusal(500, 'server_fault', 'The server met a fault. Nothing was changed.')
  })
  return async (request, caller = { address: '' }) => app.fetch(request, caller)
}

function addPages(app: Hono<ServerEnv>, folder: string): void {
  const files = createStaticFiles(folder)
  app.get('*', async (c, next) => (await files(c.req.raw)) ?? next())
}
