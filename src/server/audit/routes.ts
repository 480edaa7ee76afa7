// The audit trail for administrators: in pages, and whole as CSV.
import { Readable } from 'node:stream'
import type { Context, Hono } from 'hono'
import * as z from 'zod/mini'
import { idSchema } from '../../domain/id-schema.ts'
import { instantSchema } from '../../domain/record.ts'
import { administrator } from '../admin/people.ts'
import type { ServerContext } from '../context.ts'
import type { ActFilter } from '../database/acts-port.ts'
import { answer } from '../http/answer.ts'
import { bodyOf } from '../http/body.ts'
import type { ServerEnv } from '../http/caller.ts'
import { noteAct } from './acts.ts'
import { trailCsv } from './trail-csv.ts'

const pageActs = 50

const filterSchema = z.object({
  person: z.optional(idSchema),
  area: z.optional(z.string().check(z.regex(/^[a-z_]{1,40}$/))),
  record: z.optional(idSchema),
  from: z.optional(instantSchema),
  until: z.optional(instantSchema),
})
const pageSchema = z.extend(filterSchema, {
  before: z.optional(z.object({ at: instantSchema, id: z.int() })),
})

export function addAuditRoutes(app: Hono<ServerEnv>, context: ServerContext): void {
  app.post('/admin/audit', (c) => page(c, context))
  app.post('/admin/audit/export', (c) => exported(c, context))
}

async function page(c: Context<ServerEnv>, context: ServerContext): Promise<Response> {
  await administrator(c, context)
  const filter: ActFilter = await bodyOf(c.req.raw, pageSchema)
  const found = await context.database.read((statements) => statements.acts(filter, pageActs + 1))
  const acts = found.slice(0, pageActs)
  const last = acts.at(-1)
  const next = found.length > pageActs && last ? { at: last.at, id: last.id } : null
  return answer(c, { acts, next })
}

async function exported(c: Context<ServerEnv>, context: ServerContext): Promise<Response> {
  const { user } = await administrator(c, context)
  const filter: ActFilter = await bodyOf(c.req.raw, filterSchema)
  await context.database.write((statements) => noteAct(statements, context, { name: 'audit.export', person: user.id }))
  const lines = Readable.from(trailCsv(context.database, filter), { objectMode: false })
  return c.body(Readable.toWeb(lines) as ReadableStream<Uint8Array>, 200, {
    'content-type': 'text/csv; charset=utf-8',
    'content-disposition': 'attachment; filename="uptally-audit.csv"',
  })
}
