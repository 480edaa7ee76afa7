import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { beforeAll, expect, onTestFinished, test } from 'vitest'
import { makeId } from '../../../src/domain/identity.ts'
import { databaseName } from '../../../src/server/data-folder.ts'
import { faultsOf } from '../../../src/server/database/sqlite.ts'
import { goodPassword, newOutage } from '../trial.ts'
import type { Running } from './running.ts'
import { buildServer, freePort, run } from './running.ts'

beforeAll(() => buildServer(), 60_000)

async function start(folder: string, args: string[] = []): Promise<Running> {
  const running = await run(folder, await freePort(), args)
  onTestFinished(() => running.signal('SIGKILL'))
  return running
}

function newFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'uptally-process-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  return folder
}

const newId = () => makeId(Date.now(), crypto.getRandomValues(new Uint8Array(16)))

function post(origin: string, path: string, body: unknown, cookie = ''): Promise<Response> {
  const headers = { origin, cookie, 'content-type': 'application/json' }
  return fetch(origin + path, { method: 'POST', headers, body: JSON.stringify(body) })
}

async function setUp({ origin, said }: Running) {
  while (!/code .*: [\w-]{14}/.test(said())) await wait(20)
  const code = / ([\w]{4}-[\w]{4}-[\w]{4})/.exec(said())?.[1]
  const answer = await post(origin, '/auth/set-up', {
    code,
    partnership: { name: 'P' },
    councils: [{ name: 'A', shortName: 'A' }],
    divisions: [],
    admin: { name: 'A', email: 'a@trial.test', password: goodPassword },
  })
  const { session } = (await answer.json()) as { session: { db: string; userId: string } }
  return { ...session, cookie: (answer.headers.get('set-cookie') ?? '').split(';')[0] ?? '' }
}

/** Pushes one op after another until the server is gone; hands back what was acknowledged. */
async function load(origin: string, account: Awaited<ReturnType<typeof setUp>>, client: string, from: number) {
  const acknowledged = new Map<number, string>()
  for (let mid = from; ; mid++) {
    const changes = [newOutage(newId())]
    const text = JSON.stringify({ mid, name: 'outage.report', by: account.userId, at: Date.now(), schema: 1, changes })
    const body = { x: 'sync1', db: account.db, client, build: 1, now: Date.now(), ops: [text] }
    try {
      const answer = await post(origin, '/sync/v1/push', body, account.cookie)
      const { last } = (await answer.json()) as { last: number }
      if (last !== mid) throw new Error('not acknowledged')
      acknowledged.set(mid, text)
    } catch {
      return { acknowledged, unsure: { mid, text } }
    }
  }
}

/** How often; UPTALLY_KILLS for more. */
const kills = Number(process.env.UPTALLY_KILLS ?? 20)

test(`a server that is killed under load ${kills} times has every op that it acknowledged`, {
  timeout: 60_000 + kills * 20_000,
}, async () => {
  const folder = newFolder()
  let running = await start(folder)
  const account = await setUp(running)
  const clients = [newId(), newId(), newId(), newId()]
  const next = new Map(clients.map((client) => [client, 1]))
  let acknowledgedCount = 0
  for (let round = 0; round < kills; round++) {
    const loads = clients.map((client) => load(running.origin, account, client, next.get(client) ?? 1))
    await wait(150 + (round % 5) * 70)
    running.signal('SIGKILL')
    await running.ended
    const done = await Promise.all(loads)
    running = await start(folder)
    expect(faultsOf(join(folder, databaseName))).toEqual([])
    for (const [i, { acknowledged, unsure }] of done.entries()) {
      const client = clients[i] ?? ''
      const send = async (ops: readonly string[]) => {
        const body = { x: 'sync1', db: account.db, client, build: 1, now: Date.now(), ops }
        return (await post(running.origin, '/sync/v1/push', body, account.cookie)).json()
      }
      acknowledgedCount += acknowledged.size
      // The op whose answer was lost is sent again: it is taken once, and all before it are there.
      expect(await send([unsure.text])).toMatchObject({ last: unsure.mid, results: [{ mid: unsure.mid, o: 'ok' }] })
      const all = [...acknowledged]
      for (let from = 0; from < all.length; from += 50) {
        const part = all.slice(from, from + 50)
        const results = part.map(([mid]) => ({ mid, o: 'ok' }))
        expect(await send(part.map(([, text]) => text))).toMatchObject({ last: unsure.mid, results })
      }
      next.set(client, unsure.mid + 1)
    }
  }
  process.stdout.write(
    `The server was killed ${kills} times: ${acknowledgedCount} acknowledged ops, all there, and the file sound\n`,
  )
  expect(acknowledgedCount).toBeGreaterThan(kills)
  const outages: string[] = []
  for (let cursors = {}, isMore = true; isMore; ) {
    const asked = { x: 'sync1', db: account.db, client: clients[0], build: 1, schema: 1, cursors, limit: 10_000 }
    const pulled = await (await post(running.origin, '/sync/v1/pull', asked, account.cookie)).text()
    const lines = pulled.trim().split('\n')
    outages.push(...lines.filter((line) => line.startsWith('{"k":"outage"')))
    const end = JSON.parse(lines.at(-1) ?? '') as { cursors: Record<string, number>; more: boolean }
    cursors = end.cursors
    isMore = end.more
  }
  expect(outages).toHaveLength([...next.values()].reduce((sum, mid) => sum + mid - 1, 0))
})

test('told to stop, the server ends its streams, closes the database and says nothing is wrong', async () => {
  const folder = newFolder()
  const running = await start(folder)
  const { cookie } = await setUp(running)
  const stream = await fetch(`${running.origin}/sync/v1/events`, { headers: { cookie } })
  running.signal('SIGTERM')
  expect(await stream.text()).toBe(': still here\n\n')
  expect(await running.ended).toBe(0)
  expect(readdirSync(folder).sort()).toEqual(['uptally.db', 'uptally.lock'])
})

test('two servers never share a data folder; a killed one leaves no lock behind', async () => {
  const folder = newFolder()
  const first = await start(folder)
  const second = await start(folder)
  expect(await second.ended).toBe(1)
  expect(second.said()).toMatch(/^Another Uptally is running on the data folder .*\n$/)
  first.signal('SIGKILL')
  await first.ended
  expect((await start(folder)).said()).toMatch(/Uptally is ready at http:\/\/localhost:\d+/)
})

test('a port in use is said in one sentence', async () => {
  const port = await freePort()
  const first = await run(newFolder(), port)
  onTestFinished(() => first.signal('SIGKILL'))
  const second = await run(newFolder(), port)
  expect(await second.ended).toBe(1)
  expect(second.said()).toBe(`Port ${port} is in use by another program. Stop it, or set PORT.\n`)
})

test('a restart shows a new set-up code while there is nobody, and none after', async () => {
  const folder = newFolder()
  const codeOf = async (running: Running) => {
    while (!/code .*: /.test(running.said())) await wait(20)
    return /: ([\w-]{14})/.exec(running.said())?.[1]
  }
  const first = await start(folder)
  const code = await codeOf(first)
  first.signal('SIGTERM')
  await first.ended
  const second = await start(folder)
  expect(await codeOf(second)).not.toBe(code)
  await setUp(second)
  second.signal('SIGTERM')
  await second.ended
  const third = await start(folder)
  third.signal('SIGTERM')
  await third.ended
  expect(third.said()).not.toContain('code')
})

test('--sample fills an empty folder and tells how to sign in; a folder with data is left alone', async () => {
  const folder = newFolder()
  const first = await start(folder, ['--sample'])
  while (!/Password of each: \S+/.test(first.said())) await wait(20)
  const password = /Password of each: (\S+)/.exec(first.said())?.[1]
  const signIn = await post(first.origin, '/auth/sign-in', { email: 'ict@sample.test', password })
  expect(signIn.status).toBe(200)
  first.signal('SIGTERM')
  await first.ended
  const second = await start(folder, ['--sample'])
  expect(await second.ended).toBe(1)
  expect(second.said()).toMatch(/^--sample needs an empty database; .* holds data already\.\n$/)
})

test('a server that was killed before it summed up recorded time does so once it runs again', async () => {
  const folder = newFolder()
  const first = await start(folder, ['--sample'])
  while (!/Password of each: \S+/.test(first.said())) await wait(5)
  first.signal('SIGKILL')
  await first.ended
  const password = /Password of each: (\S+)/.exec(first.said())?.[1]
  const { origin } = await start(folder)
  const signIn = await post(origin, '/auth/sign-in', { email: 'manager@sample.test', password })
  const { session } = (await signIn.json()) as { session: { db: string } }
  const cookie = (signIn.headers.get('set-cookie') ?? '').split(';')[0]
  const asked = { x: 'sync1', db: session.db, client: newId(), build: 1, schema: 1, cursors: {}, limit: 10_000 }
  const sums = async () =>
    (await (await post(origin, '/sync/v1/pull', asked, cookie)).text()).match(/"k":"team_month"/g)
  while (((await sums())?.length ?? 0) < 18) await wait(100)
})
