// What one client may take of the server: how often, how long, how much at once.
import { once } from 'node:events'
import { connect } from 'node:net'
import { expect, onTestFinished, test } from 'vitest'
import { createRates, restSeconds } from '../../../src/server/http/rates.ts'
import { listen } from '../../../src/server/listen.ts'
import { freePort } from '../process/running.ts'
import { type Device, errorCode, newOutage, startTrial, type Trial } from '../trial.ts'

const ask = (trial: Trial, { client, cookie }: Device) =>
  trial.post(
    '/sync/v1/pull',
    { x: 'sync1', db: trial.database.id, client, build: 1, schema: 1, cursors: {}, limit: 10 },
    cookie,
  )

test('a session that asks without end is told when to ask again; others go on, and so does it after the rest', async () => {
  const clock = { now: 0 }
  const trial = startTrial({ rates: createRates(() => clock.now, { burst: 20, perSecond: 2 }) })
  const [busy, other] = [await trial.person('staff'), await trial.person('staff')]
  for (let i = 0; i < 20; i++) expect((await ask(trial, busy)).status).toBe(200)
  const refused = await ask(trial, busy)
  expect([refused.status, refused.headers.get('retry-after')]).toEqual([429, String(restSeconds)])
  expect(await errorCode(refused)).toBe('too_many_requests')
  expect((await ask(trial, other)).status).toBe(200)
  expect(await busy.send([busy.opText('outage.report', [])])).toHaveProperty('results')
  clock.now += restSeconds * 1000
  for (let i = 0; i < 20; i++) expect((await ask(trial, busy)).status).toBe(200)
  expect((await ask(trial, busy)).status).toBe(429)
})

test('an import of twenty thousand incidents, one push for each fifty, is never told to wait', () => {
  const rates = createRates(() => 0)
  for (let i = 0; i < 400; i++) expect(rates.take('push one')).toBe(true)
})

test('however many sessions ask, a bounded number is remembered', () => {
  const rates = createRates(() => 0)
  for (let i = 0; i < 30_000; i++) rates.take(`push ${i}`)
  expect(rates.size()).toBe(20_000)
})

test('an answer of large rows ends early and says that there is more; asked on, nothing is left out', {
  timeout: 60_000,
}, async () => {
  const trial = startTrial()
  const ict = await trial.person('ict')
  const cause = 'x'.repeat(8000)
  const ids = Array.from({ length: 1250 }, () => trial.newId())
  for (let at = 0; at < ids.length; at += 5) {
    const changes = ids.slice(at, at + 5).map((id) => newOutage(id, { cause, workaround: '' }))
    expect(await ict.push('import.outages', changes)).toMatchObject({ o: 'ok' })
  }
  const first = await ict.pull()
  expect(first.end.more).toBe(true)
  const second = await ict.pull(first.end.cursors)
  expect(second.end.more).toBe(false)
  expect([...first.rows, ...second.rows].filter(({ k }) => k === 'outage').map(({ id }) => id)).toEqual(ids)
})

async function serve(handler: Parameters<typeof listen>[1]): Promise<number> {
  const port = await freePort()
  const listening = await listen(port, handler, { headersMs: 300, requestMs: 600, idleMs: 600 })
  onTestFinished(() => listening.close())
  return port
}

/** Says this, then a letter every 50 ms; resolves when the server ends the connection. */
async function trickle(port: number, start: string): Promise<string> {
  const socket = connect(port, 'localhost')
  let heard = ''
  socket.on('data', (chunk) => {
    heard += chunk.toString()
  })
  socket.on('error', () => undefined)
  socket.write(start)
  const drip = setInterval(() => socket.write('a'), 50)
  await once(socket, 'close')
  clearInterval(drip)
  return heard
}

test('who sends the head of a request letter by letter is cut off', async () => {
  const port = await serve(startTrial().handler)
  expect(await trickle(port, 'GET /health HTTP/1.1\r\nHost: localhost\r\nX: ')).toContain('408')
})

test('who sends a body letter by letter is cut off', async () => {
  const port = await serve(startTrial().handler)
  const head = `POST /auth/sign-in HTTP/1.1\r\nHost: localhost:${port}\r\nOrigin: http://localhost:${port}\r\n`
  const rest = 'Content-Type: application/json\r\nContent-Length: 9000\r\n\r\n'
  expect(await trickle(port, head + rest)).toContain('408')
})

test('who never reads the answer is cut off, and the answer is made no further', async () => {
  let made = 0
  const page = new Uint8Array(256 * 1024)
  const endless = () =>
    new ReadableStream<Uint8Array>({
      pull: (controller) => {
        made += page.byteLength
        controller.enqueue(page)
      },
    })
  const port = await serve(async () => new Response(endless()))
  const socket = connect(port, 'localhost')
  socket.on('error', () => undefined)
  socket.write('GET / HTTP/1.1\r\nHost: localhost\r\n\r\n')
  socket.pause()
  await new Promise((resolve) => setTimeout(resolve, 1500))
  const before = made
  socket.resume()
  await once(socket, 'close')
  expect(before).toBeLessThan(64 * 1024 * 1024)
  expect(made).toBe(before)
})
