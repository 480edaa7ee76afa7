// A server to try: the real handler on a real database file, with a clock in hand.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { onTestFinished } from 'vitest'
import type { Grant, Role } from '../../src/domain/access.ts'
import { makeId } from '../../src/domain/identity.ts'
import type { Doc, Row } from '../../src/domain/record.ts'
import type { Op, PullEnd, PullHead, PushResponse, WireChange } from '../../src/domain/wire.ts'
import { pullEndSchema, pullHeadSchema } from '../../src/domain/wire.ts'
import { createPasswords } from '../../src/server/auth/password.ts'
import type { ServerOptions } from '../../src/server/context.ts'
import type { Database } from '../../src/server/database/port.ts'
import { openSqlite } from '../../src/server/database/sqlite.ts'
import { createFigures, type Figures } from '../../src/server/figures/figures.ts'
import type { Handler } from '../../src/server/handler.ts'
import { createHandler } from '../../src/server/handler.ts'
import { createPokes } from '../../src/server/sync/pokes.ts'

export const origin = 'http://uptally.test'
export const goodPassword = 'correct horse battery'
/** As little as argon2 allows: the tests are not about its strength. */
export const quickPasswords = createPasswords({ memoryKib: 8, passes: 1 })
const quickHash = quickPasswords.hash(goodPassword)

export interface Trial {
  readonly handler: Handler
  readonly database: Database
  readonly file: string
  readonly clock: { now: number }
  readonly log: string[]
  readonly figures: Figures
  newId(): string
  get(path: string, cookie?: string, headers?: Record<string, string>): Promise<Response>
  post(path: string, body: unknown, cookie?: string, headers?: Record<string, string>): Promise<Response>
  /** An account with these grants, signed in on a device of its own. */
  person(...grants: (Role | Grant)[]): Promise<Device>
}

export function startTrial(options: Partial<ServerOptions> = {}): Trial {
  const folder = mkdtempSync(join(tmpdir(), 'uptally-'))
  const file = join(folder, 'uptally.db')
  const database = options.database ?? openSqlite(file)
  const clock = { now: Date.parse('2026-03-02T09:00:00Z') }
  const log: string[] = []
  const world = { pokes: createPokes(), now: () => clock.now, log: (line: string) => void log.push(line), ...options }
  const figures = createFigures({ ...world, database })
  onTestFinished(async () => {
    await figures.stop()
    await database.close().catch(() => undefined)
    rmSync(folder, { recursive: true })
  })
  const handler = createHandler({ passwords: quickPasswords, figures, ...world, database })
  const newId = () => makeId(clock.now, crypto.getRandomValues(new Uint8Array(16)))
  const trial: Trial = {
    handler,
    database,
    file,
    clock,
    log,
    figures,
    newId,
    get: (path, cookie, headers) =>
      handler(new Request(origin + path, { headers: { ...(cookie && { cookie }), ...headers } })),
    post: (path, body, cookie, headers) =>
      handler(
        new Request(origin + path, {
          method: 'POST',
          body: typeof body === 'string' ? body : JSON.stringify(body),
          headers: { origin, 'content-type': 'application/json', ...(cookie && { cookie }), ...headers },
        }),
      ),
    person: async (...grants) => {
      const id = newId()
      const passwordHash = await quickHash
      const held = grants.map((grant) => (typeof grant === 'string' ? { role: grant, on: null } : grant))
      const user = { id, email: `${id}@trial.test`, name: 'Somebody', passwordHash, grants: held }
      await database.write((statements) => statements.saveUser({ ...user, isDisabled: false, isSample: false }))
      const answer = await trial.post('/auth/sign-in', { email: user.email, password: goodPassword })
      return deviceOf(trial, id, cookieOf(answer))
    },
  }
  return trial
}

export const cookieOf = (answer: Response): string => (answer.headers.get('set-cookie') ?? '').split(';')[0] ?? ''

export async function errorCode(answer: Response): Promise<string> {
  const body = (await answer.json()) as { x: string; error: { code: string } }
  if (body.x !== 'sync1') throw new Error('not the server that spoke')
  return body.error.code
}

/** One installation: it numbers its ops and pushes them one by one. */
export interface Device {
  readonly userId: string
  readonly cookie: string
  readonly client: string
  /** The text of the next op. */
  opText(name: string, changes: readonly Partial<WireChange>[], more?: Partial<Op>): string
  send(texts: readonly string[], more?: Record<string, unknown>): Promise<PushResponse>
  /** Pushes one op and hands back its verdict. */
  push(name: string, changes: readonly Partial<WireChange>[], more?: Partial<Op>): Promise<Verdict>
  pull(cursors?: Record<string, number>, limit?: number): Promise<Pulled>
}
export interface Verdict {
  readonly o: string
  readonly code?: string
  readonly vers?: Record<string, number>
}
export interface Pulled {
  readonly head: PullHead
  readonly rows: readonly Row[]
  readonly end: PullEnd
}

/** Another device of the same person. */
export const anotherDevice = (trial: Trial, { userId, cookie }: Device): Device => deviceOf(trial, userId, cookie)

function deviceOf(trial: Trial, userId: string, cookie: string): Device {
  const client = trial.newId()
  let mid = 0
  const device: Device = {
    userId,
    cookie,
    client,
    opText: (name, changes, more) => {
      const given = changes.map((change) => ({ base: {}, ...change }))
      return JSON.stringify({ mid: ++mid, name, by: userId, at: trial.clock.now, schema: 1, changes: given, ...more })
    },
    send: async (ops, more) => {
      const body = { x: 'sync1', db: trial.database.id, client, build: 1, now: trial.clock.now, ops, ...more }
      const answer = await trial.post('/sync/v1/push', body, cookie)
      if (answer.status !== 200) throw new Error(`push: ${answer.status} ${await answer.text()}`)
      return (await answer.json()) as PushResponse
    },
    push: async (name, changes, more) => {
      const answer = await device.send([device.opText(name, changes, more)])
      const verdict = 'results' in answer ? answer.results[0] : undefined
      if (!verdict) throw new Error(`no verdict: ${JSON.stringify(answer)}`)
      return verdict as Verdict
    },
    pull: async (cursors = {}, limit = 10_000) => {
      const asked = { x: 'sync1', db: trial.database.id, client, build: 1, schema: 1, cursors, limit }
      const answer = await trial.post('/sync/v1/pull', asked, cookie)
      if (answer.status !== 200) throw new Error(`pull: ${answer.status} ${await answer.text()}`)
      const lines = (await answer.text()).trim().split('\n')
      const [head, ...rest] = lines.map((line) => JSON.parse(line) as unknown)
      const end = pullEndSchema.parse(rest.pop())
      return { head: pullHeadSchema.parse(head), rows: rest as Row[], end }
    },
  }
  return device
}

export const shared = 'desk:shared'

export const outageDoc = {
  startAt: 1_772_000_000_000,
  endAt: null,
  level: 'down',
  loss: 1,
  councilIds: [],
  title: '',
  cause: '',
  workaround: '',
  reportedAt: 1_772_000_000_000,
  reportedById: 'x',
  source: '',
  sourceKey: '',
}

const pick = (doc: Doc, fields: readonly string[]): Doc =>
  Object.fromEntries(fields.map((field) => [field, doc[field]]))

export function outageSet(patch: Doc = {}): Record<string, Doc> {
  const doc: Doc = { ...outageDoc, ...patch }
  return {
    times: pick(doc, ['startAt', 'endAt']),
    level: pick(doc, ['level', 'loss']),
    reach: pick(doc, ['councilIds']),
    about: pick(doc, ['title', 'cause', 'workaround']),
    origin: pick(doc, ['reportedAt', 'reportedById', 'source', 'sourceKey']),
  }
}

/** A new outage as a device writes it. */
export const newOutage = (id: string, patch?: Doc): WireChange => ({
  k: 'outage',
  id,
  s: shared,
  base: {},
  set: outageSet(patch),
})

export const aboutOf = (title: string): Record<string, Doc> => ({ about: { title, cause: '', workaround: '' } })

export async function rowOf(trial: Trial, kind: string, id: string): Promise<Row | undefined> {
  const row = await trial.database.read((statements) => statements.row(kind, id))
  return row && { ...row, doc: JSON.parse(row.doc), groups: JSON.parse(row.groups) }
}
