import type { Hono } from 'hono'
import type { ServerContext } from '../context.ts'
import type { ServerEnv } from '../http/caller.ts'
import { checkConflicts } from './conflict-check.ts'
import { listLegalPeople, setWall, showWall } from './walls.ts'

/** Beside the page of the same name, which no route here answers for. */
export function addLegalRoutes(app: Hono<ServerEnv>, context: ServerContext): void {
  app.post('/legal/walls', (c) => setWall(c, context))
  app.get('/legal/walls/:matterId', (c) => showWall(c, context))
  app.get('/legal/people', (c) => listLegalPeople(c, context))
  app.post('/legal/conflict-check', (c) => checkConflicts(c, context))
}
