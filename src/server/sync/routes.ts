import { pipeline, Readable } from 'node:stream'
import { ReadableStream } from 'node:stream/web'
import { constants, createGzip } from 'node:zlib'
import type { Context, Hono } from 'hono'
import * as z from 'zod/mini'
import { mutationNamed } from '../../domain/mutations/all.ts'
import { speakerOf } from '../../domain/protocol.ts'
import { protocol, pullRequestSchema, pushLimits, pushRequestSchema } from '../../domain/wire.ts'
import { signedIn } from '../auth/session.ts'
import { minBuild } from '../build.ts'
import type { ServerContext } from '../context.ts'
import { answer, stop } from '../http/answer.ts'
import { bodyOf, parsed } from '../http/body.ts'
import type { ServerEnv } from '../http/caller.ts'
import { keepPace } from '../http/rates.ts'
import { idsAt } from './apply-op.ts'
import { eventStream } from './event-stream.ts'
import { pullLines } from './pull.ts'
import { pushOps } from './push.ts'
import { forOldPage } from './quarantine.ts'

/** Ops are JSON inside JSON, which doubles the quotation marks; one op that is too large gets its own verdict. */
const pushBytes = 4 * pushLimits.bytes
const looseOps = z.array(z.string()).check(z.minLength(1), z.maxLength(pushLimits.ops))
const pushSchema = z.extend(pushRequestSchema, { ops: looseOps })
const pullBytes = 256 * 1024
const anyRequest = z.looseObject({ x: z.string() })

export function addSyncRoutes(app: Hono<ServerEnv>, context: ServerContext): void {
  app.post('/sync/v1/push', (c) => push(c, context))
  app.post('/sync/v1/pull', (c) => pull(c, context))
  app.get('/sync/v1/events', async (c) => {
    const who = await signedIn(c, context)
    keepPace(context.rates, 'events', who.session.id)
    return eventStream(c, context, who)
  })
}

async function push(c: Context<ServerEnv>, context: ServerContext): Promise<Response> {
  const { access, session } = await signedIn(c, context)
  keepPace(context.rates, 'push', session.id)
  const asked = await bodyOf(c.req.raw, anyRequest, pushBytes)
  if (speakerOf(asked.x) === 'earlier')
    return answer(c, { db: context.database.id, epoch: context.database.epoch, upgrade: { minBuild } })
  const request = spoken(asked, pushSchema)
  const { database, pokes, figures } = context
  checkDevice(request, database.id, access.userId)
  const envelope = { db: database.id, epoch: database.epoch }
  if (request.build < minBuild) return answer(c, { ...envelope, upgrade: { minBuild } })
  const now = context.now()
  const pushed = await database.write((statements) =>
    pushOps(statements, {
      client: request.client,
      access,
      receivedAt: now,
      offset: now - request.now,
      newId: idsAt(now, context.random),
      build: request.build,
      versions: context.versions,
      rulesOf: mutationNamed,
      texts: request.ops,
      onFault: (error) => context.log(`push ${request.client}: ${error instanceof Error ? error.name : 'fault'}`),
    }),
  )
  if (!('results' in pushed)) return answer(c, { ...envelope, ...pushed })
  pokes.poke(pushed.touched)
  figures.changed(pushed.touched)
  const results = request.knows === 'quarantined' ? pushed.results : pushed.results.map(forOldPage)
  return answer(c, { ...envelope, now, last: pushed.last, results })
}

async function pull(c: Context<ServerEnv>, context: ServerContext): Promise<Response> {
  const { access, session } = await signedIn(c, context)
  keepPace(context.rates, 'pull', session.id)
  const request = spoken(await bodyOf(c.req.raw, anyRequest, pullBytes), pullRequestSchema)
  checkDevice(request, context.database.id, access.userId)
  if (request.build < minBuild) stop(426, 'upgrade', 'This page is too old for the server. Reload it.')
  if (request.differing)
    context.log(`pull ${request.client}: ${request.differing.length} scopes differed, fetched anew`)
  const lines = Readable.from(pullLines(context.database, access, request, context.now()), { objectMode: false })
  const isPacked = /\bgzip\b/.test(c.req.header('accept-encoding') ?? '')
  const packed = isPacked
    ? pipeline(lines, createGzip({ flush: constants.Z_SYNC_FLUSH, level: 4 }), (error) => {
        if (error) context.log(`pull ${request.client}: ended early`)
      })
    : lines
  return c.body(ReadableStream.from(packed) as globalThis.ReadableStream<Uint8Array>, 200, {
    'content-type': 'application/x-ndjson; charset=utf-8',
    vary: 'accept-encoding',
    ...(isPacked ? { 'content-encoding': 'gzip' } : {}),
  })
}

/** The request of a device that speaks as this server does. An earlier one is to load the page anew, a later one to wait. */
function spoken<T>(asked: z.infer<typeof anyRequest>, schema: z.ZodMiniType<T>): T {
  const speaker = speakerOf(asked.x)
  if (speaker === 'earlier') stop(426, 'upgrade', 'This page is too old for the server. Reload it.')
  if (speaker === 'later')
    stop(409, 'behind', 'This server is of an earlier version than the page. What waits is kept.')
  return parsed(asked, schema)
}

interface Holding {
  readonly db: string
  readonly user?: string | undefined
}

/** A device that was filled from other data, or for another person, must not mix the two. */
export function checkDevice({ db, user }: Holding, ours: string, userId: string): void {
  if (db !== ours)
    stop(409, 'other_database', `This device holds data of another installation (${protocol}). Sign in anew.`)
  if (user !== undefined && user !== userId)
    stop(409, 'other_person', 'Somebody else has signed in here. Sign in anew.')
}
