// Rubbish and ill will against the built server, as its own process: from a seed, for about 15 seconds, and for many minutes
// with UPTALLY_TIER=long. UPTALLY_SEED repeats a run.
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { makeId } from '../../src/domain/identity.ts'
import { kindNamed } from '../../src/domain/kinds.ts'
import { mutationNamed, mutationNames } from '../../src/domain/mutations/all.ts'
import { deletedGroup } from '../../src/domain/record.ts'
import { pullEndSchema } from '../../src/domain/wire.ts'
import { type Abused, type Member, planted, startAbused } from './abused-server.ts'
import {
  bent,
  bentText,
  dice,
  hostileHeaders,
  hostileMethods,
  hostilePaths,
  hostileTypes,
  hostileValue,
  marker,
} from './hostile.ts'
import { faultsOf } from './ill-answers.ts'
import { sendRaw } from './raw-request.ts'

const isLong = process.env.UPTALLY_TIER === 'long'
const seed = Number(process.env.UPTALLY_SEED ?? (isLong ? Date.now() % 1_000_000 : 7))
const runMs = isLong ? 300_000 : 7_000
const throws = dice(seed)
const { below, pick } = throws
const newId = () => makeId(Date.now(), crypto.getRandomValues(new Uint8Array(16)))

let abused: Abused
beforeAll(async () => {
  abused = await startAbused()
}, 120_000)
afterAll(() => abused?.end())

const routes = readdirSync(join(import.meta.dirname, '../../src/server'), { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.ts'))
  .flatMap((name) => [
    ...readFileSync(join(import.meta.dirname, '../../src/server', name), 'utf8').matchAll(
      /app\.(get|post)\('([^'*]+)'/g,
    ),
  ])
  .map(([, method = '', path = '']) => ({
    method: method.toUpperCase(),
    path: path.replace(/:n$/, '0').replace(/:\w+/, newId),
  }))
/** Taken at their word, these end what the others need. */
const isFinal = (path: string, { seat }: Member) =>
  seat !== 'nobody' && /sign-out|sample\/remove|privacy/.test(path) && (seat === 'admin' || path.includes('sign-out'))

async function throwAt(who: Member): Promise<string[]> {
  const isAimed = below(4) > 0
  const route = pick(routes)
  const path = isAimed && !isFinal(route.path, who) ? route.path : pick(hostilePaths)
  const method = below(5) > 0 ? route.method : pick(hostileMethods)
  const body = method === 'GET' ? '' : bodyFor(path)
  const type = below(6) > 0 ? 'application/json' : pick(hostileTypes)
  const origin = below(12) > 0 ? [`Origin: ${abused.running.origin}`] : []
  const lines = [
    ...[`${method} ${path} HTTP/1.1`, `Host: localhost:${abused.port}`, 'Connection: close', `Content-Type: ${type}`],
    ...[...origin, ...(who.cookie ? [`Cookie: ${who.cookie}`] : []), `Content-Length: ${Buffer.byteLength(body)}`],
    ...(below(3) === 0 ? [pick(hostileHeaders)] : []),
  ]
  // A stream of events has no end of its own.
  if (path.startsWith('/sync/v1/events') && method === 'GET' && who.cookie !== '') return []
  const answer = await sendRaw(abused.port, lines, body)
  return faultsOf(abused, answer, who).map(
    (fault) => `${who.seat} ${method} ${path.slice(0, 90)}: ${fault} (${body.slice(0, 200)})`,
  )
}

const forms: Readonly<Record<string, unknown>> = {
  '/auth/sign-in': { email: `${marker}@nowhere.test`, password: marker, device: marker },
  '/admin/people/grants': { id: 'x', grants: [{ role: 'admin', on: null }] },
  '/legal/walls': { matterId: 'x', people: ['x'] },
  '/legal/conflict-check': { names: [marker] },
  '/sync/v1/parts/missing': { ids: [marker] },
  '/admin/audit': { person: 'x', from: 1, before: { at: 1, id: 1 } },
}

function bodyFor(path: string): string {
  const pulling = {
    x: 'sync1',
    db: abused.db,
    client: newId(),
    build: 1,
    schema: 1,
    cursors: { catalogue: 0 },
    limit: 5,
  }
  const pushing = { x: 'sync1', db: abused.db, client: newId(), build: 1, now: Date.now(), ops: ['{"mid":1}'] }
  const fields = {
    id: newId(),
    email: marker,
    name: marker,
    code: marker,
    token: marker,
    password: marker,
    response: {},
  }
  const form = path.endsWith('pull') ? pulling : path.endsWith('push') ? pushing : (forms[path] ?? fields)
  const text = JSON.stringify(below(5) === 0 ? hostileValue(throws) : bent(form, throws))
  return below(4) === 0 ? bentText(text, throws) : text
}

/** An op as this mutation may write it, over a record of the sample or a new one. */
function opOf(name: string, mid: number, who: Member): Record<string, unknown> {
  const writes = mutationNamed(name)?.writes
  const kinds = writes === undefined || writes === 'any' ? ['outage', 'system', 'incident'] : Object.keys(writes)
  const changes = kinds.flatMap((k) => {
    const rows = abused.rowsOf(k)
    const kind = kindNamed(k)
    if (rows.length === 0 || !kind) return []
    const row = pick(rows)
    const isNew = below(2) === 0
    const groups = Object.entries(kind.groups).filter(([group]) => group !== deletedGroup && (isNew || below(2) === 0))
    const set = groups.map(([group, fields]) => [
      group,
      Object.fromEntries(
        fields.filter((field) => field in row.doc).map((field) => [field, ownField(field, row.doc[field], who)]),
      ),
    ])
    return [{ k, id: isNew ? newId() : row.id, s: row.s, base: {}, set: Object.fromEntries(set) }]
  })
  return { mid, name, by: who.userId, at: Date.now(), schema: 1, changes }
}
const ownField = (field: string, value: unknown, { userId }: Member) =>
  /^(byId|raisedById|requesterId|personId)$/.test(field) ? userId : value

interface Tally {
  verdicts: number
  changes: number
  readonly clients: Set<string>
  readonly outcomes: Map<string, number>
}

/** Some bent ops of one mutation, from one device. */
async function pushBent(name: string, who: Member, tally: Tally): Promise<string[]> {
  const client = newId()
  const ops = Array.from({ length: isLong ? 30 : 6 }, (_, i) => {
    const op = opOf(name, i + 1, who)
    const worse = below(5) === 0 ? op : { ...(bent(op, throws) as object), ...(below(4) > 0 ? { mid: i + 1 } : {}) }
    const text = JSON.stringify(worse)
    return below(12) === 0 ? bentText(text, throws) : text
  }).filter((text) => text.length < 90_000)
  const body = JSON.stringify({ x: 'sync1', db: abused.db, client, build: 1, now: Date.now(), ops })
  const answer = await sendRaw(
    abused.port,
    [
      ...['POST /sync/v1/push HTTP/1.1', `Host: localhost:${abused.port}`, 'Connection: close'],
      ...['Content-Type: application/json', `Origin: ${abused.running.origin}`, `Cookie: ${who.cookie}`],
      `Content-Length: ${Buffer.byteLength(body)}`,
    ],
    body,
  )
  const faults = faultsOf(abused, answer, who).map((fault) => `${who.seat} ${name}: ${fault}`)
  if (answer.status !== 200) return faults
  const { results = [] } = JSON.parse(answer.body) as { results?: { mid: number; o: string; code?: string }[] }
  tally.verdicts += new Set(results.map(({ mid }) => mid)).size
  tally.clients.add(client)
  for (const [i, { o, code }] of results.entries()) {
    tally.outcomes.set(o, (tally.outcomes.get(o) ?? 0) + 1)
    if (code === 'server_fault') faults.push(`${who.seat} ${name}: a fault of the server (${ops[i]?.slice(0, 900)})`)
    if (o === 'ok' || o === 'conflict') tally.changes += ops[i]?.split('"k":').length ?? 0
  }
  return faults
}

async function pullAll(who: Member): Promise<string> {
  const asked = { x: 'sync1', db: abused.db, client: newId(), build: 1, schema: 1, cursors: {}, limit: 10_000 }
  const headers = { origin: abused.running.origin, cookie: who.cookie, 'content-type': 'application/json' }
  const answer = await fetch(`${abused.running.origin}/sync/v1/pull`, {
    method: 'POST',
    headers,
    body: JSON.stringify(asked),
  })
  expect(answer.status).toBe(200)
  return answer.text()
}

test(`requests made in ill will: no fault, no leak, no growth (seed ${seed})`, {
  timeout: isLong ? 1_800_000 : 90_000,
}, async () => {
  for (let i = 0; i < 100; i++) await throwAt(pick(abused.members))
  const before = { ...abused.sizes(), ...abused.footprint() }
  const faults = new Set<string>()
  let count = 0
  for (const until = Date.now() + runMs; Date.now() < until; count += 8)
    for (const each of await Promise.all(Array.from({ length: 8 }, () => throwAt(pick(abused.members)))))
      for (const fault of each) faults.add(fault)
  expect([...faults].slice(0, 20)).toEqual([])
  expect(count).toBeGreaterThan(200)
  const { users, grants, invitations, sessions, rows } = abused.sizes()
  expect({ users, grants, invitations, sessions, rows }).toEqual({
    ...{ users: before.users, grants: before.grants, invitations: before.invitations },
    ...{ sessions: before.sessions, rows: before.rows },
  })
  expectSmall(before)
})

test(`every mutation by every role, bent: a verdict for each, and only what was accepted is kept (seed ${seed})`, {
  timeout: isLong ? 1_800_000 : 90_000,
}, async () => {
  const before = { ...abused.sizes(), ...abused.footprint() }
  const tally: Tally = { verdicts: 0, changes: 0, clients: new Set(), outcomes: new Map() }
  const faults = new Set<string>()
  const pairs = mutationNames.flatMap((name) => abused.members.slice(1).map((who) => ({ name, who })))
  const order = pairs.map((pair) => ({ pair, at: below(1e6) })).sort((a, b) => a.at - b.at)
  for (let round = 0; round < (isLong ? 20 : 1); round++)
    for (const { pair } of order) for (const fault of await pushBent(pair.name, pair.who, tally)) faults.add(fault)
  expect([...faults].slice(0, 10)).toEqual([])
  expect(tally.outcomes.get('ok')).toBeGreaterThan(10)
  expect(tally.outcomes.get('rejected')).toBeGreaterThan(1000)
  const after = abused.sizes()
  expect(after.ops - before.ops).toBe(tally.verdicts)
  expect(after.clients - before.clients).toBeLessThanOrEqual(tally.clients.size)
  // A conflict and a follow row may come with a change.
  expect(after.rows - before.rows).toBeLessThanOrEqual(3 * tally.changes)
  expectSmall(before)
})

function expectSmall(before: { mb?: number; handles?: number }): void {
  const now = abused.footprint()
  if (!now || before.mb === undefined || before.handles === undefined) return
  expect(now.handles - before.handles).toBeLessThan(20)
  expect(now.mb - before.mb).toBeLessThan(isLong ? 400 : 250)
}

test('after all that the server syncs as before, every row can be read, and its log tells nothing', async () => {
  for (const who of abused.members.slice(1)) {
    const lines = (await pullAll(who)).trim().split('\n')
    for (const line of lines.slice(1, -1)) {
      const { k, doc, del } = JSON.parse(line) as { k: string; doc: unknown; del: boolean }
      if (!del) expect([k, kindNamed(k)?.schema.safeParse(doc).success]).toEqual([k, true])
    }
    expect(pullEndSchema.safeParse(JSON.parse(lines.at(-1) ?? '')).success).toBe(true)
    const body = lines.join('\n')
    expect(faultsOf(abused, { status: 200, head: '', body }, who).map((fault) => `${who.seat} ${fault}`)).toEqual([])
  }
  const said = abused.running.said().replaceAll(/^Uptally is ready.*$/gm, '')
  for (const secret of [...Object.values(planted), '$argon2', marker, abused.folder, '    at '])
    expect(said.includes(secret), said.slice(0, 2000)).toBe(false)
})
