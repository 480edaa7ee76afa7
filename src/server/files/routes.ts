// Parts of files, beside the records: which are missing, one in, one out. What is taken in is only bytes, never run or
// looked into; what is given out is so too, and to those alone who may read the file's record.
import { createHash } from 'node:crypto'
import type { Context, Hono } from 'hono'
import { type Access, mayRead, mayWrite } from '../../domain/access.ts'
import { type Attachment, attachmentSchema, partBytes } from '../../domain/attachment.ts'
import { idSchema } from '../../domain/id-schema.ts'
import { missingRequestSchema } from '../../domain/parts-wire.ts'
import { type SignedIn, signedIn } from '../auth/session.ts'
import type { ServerContext } from '../context.ts'
import type { SyncStatements } from '../database/port.ts'
import { answer, stop } from '../http/answer.ts'
import { bodyOf, bytesOf } from '../http/body.ts'
import type { ServerEnv } from '../http/caller.ts'
import { keepPace } from '../http/rates.ts'
import { checkDevice } from '../sync/routes.ts'

export function addFileRoutes(app: Hono<ServerEnv>, context: ServerContext): void {
  app.post('/sync/v1/parts/missing', (c) => missing(c, context))
  app.post('/sync/v1/parts/:id/:n', (c) => takePart(c, context))
  app.get('/sync/v1/parts/:id/:n', (c) => givePart(c, context))
}

/** The same whether there is no such file, no such part, or it is not for this person. */
const noSuchPart = () => stop(404, 'no_such_part', 'There is no such part of a file here.')

interface File {
  readonly doc: Attachment
  readonly scope: string
}

async function fileNamed(statements: Pick<SyncStatements, 'row'>, id: string): Promise<File | undefined> {
  const row = await statements.row('attachment', id)
  const doc = row && !row.del ? attachmentSchema.safeParse(JSON.parse(row.doc)).data : undefined
  return row && doc ? { doc, scope: row.s } : undefined
}

const isAuthor = (access: Access, { doc }: File) => doc.addedById === access.userId
/** Whoever raises for a desk without reading it sees what they added, as long as they may raise there. */
const mayFetch = (access: Access, file: File): boolean =>
  mayRead(access, file.scope) || (isAuthor(access, file) && mayWrite(access, file.scope, 'attachment'))
/** Its author ends what they began, whatever has become of their roles; others who write there may help. */
const maySend = (access: Access, file: File): boolean =>
  isAuthor(access, file) || (mayRead(access, file.scope) && mayWrite(access, file.scope, 'attachment'))

async function missing(c: Context<ServerEnv>, context: ServerContext): Promise<Response> {
  const { access, session } = await signedIn(c, context)
  keepPace(context.rates, 'parts', session.id)
  const request = await bodyOf(c.req.raw, missingRequestSchema)
  const { database } = context
  checkDevice(request, database.id, access.userId)
  const missing = await database.read(async (statements) => {
    const found: Record<string, readonly number[]> = {}
    for (const id of request.ids) {
      const file = await fileNamed(statements, id)
      if (!file || !maySend(access, file)) continue
      const here = new Set(await statements.partsHere(id))
      found[id] = file.doc.parts.flatMap((_, n) => (here.has(n) ? [] : n))
    }
    return found
  })
  return answer(c, { db: database.id, missing })
}

interface Asked {
  readonly who: SignedIn
  readonly id: string
  readonly n: number
}

async function askedPart(c: Context<ServerEnv>, context: ServerContext): Promise<Asked> {
  const who = await signedIn(c, context)
  keepPace(context.rates, 'parts', who.session.id)
  const id = idSchema.safeParse(c.req.param('id')).data
  const n = c.req.param('n') ?? ''
  return id !== undefined && /^\d{1,2}$/.test(n) ? { who, id, n: Number(n) } : noSuchPart()
}

async function takePart(c: Context<ServerEnv>, context: ServerContext): Promise<Response> {
  const { who, id, n } = await askedPart(c, context)
  const hashWanted = async (statements: Pick<SyncStatements, 'row'>) => {
    const file = await fileNamed(statements, id)
    return file && maySend(who.access, file) ? file.doc.parts[n] : undefined
  }
  // Asked first, so that nobody's bytes are taken in who has no such file.
  if ((await context.database.read(hashWanted)) === undefined) noSuchPart()
  const bytes = await bytesOf(c.req.raw, partBytes)
  const hash = createHash('sha256').update(bytes).digest('hex')
  await context.database.write(async (statements) => {
    const wanted = await hashWanted(statements)
    if (wanted === undefined) noSuchPart()
    if (wanted !== hash) stop(409, 'other_part', 'These bytes are not the part that the file names.')
    await statements.addPart(id, n, bytes)
  })
  return answer(c, { ok: true })
}

async function givePart(c: Context<ServerEnv>, context: ServerContext): Promise<Response> {
  const { who, id, n } = await askedPart(c, context)
  const bytes = await context.database.read(async (statements) => {
    const file = await fileNamed(statements, id)
    return file && mayFetch(who.access, file) ? statements.part(id, n) : undefined
  })
  if (!bytes) return noSuchPart()
  return c.body(new Uint8Array(bytes), 200, {
    'content-type': 'application/octet-stream',
    'content-disposition': 'attachment',
  })
}
