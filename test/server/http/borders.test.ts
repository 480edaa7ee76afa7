import { expect, test } from 'vitest'
import { errorCode, goodPassword, newOutage, origin, startTrial } from '../trial.ts'

const body = { email: 'a@trial.test', password: goodPassword }
const writes = [
  '/auth/sign-in',
  '/auth/set-up',
  '/auth/sample',
  '/auth/sign-out',
  '/auth/password',
  '/auth/accept',
  '/auth/devices/revoke',
  '/admin/people/invite',
  '/admin/people/grants',
  '/admin/sample/remove',
  '/sync/v1/push',
  '/sync/v1/pull',
]

test('a write from a page of another origin is refused, everywhere', async () => {
  const trial = startTrial()
  for (const path of writes)
    for (const foreign of ['https://evil.test', 'null', 'http://uptally.test:81', 'http://uptally.test.evil.test'])
      expect(await errorCode(await trial.post(path, body, undefined, { origin: foreign })), path).toBe('foreign_origin')
})

test('a write that does not say where it comes from is refused, unless the browser vouches for it', async () => {
  const trial = startTrial()
  const send = (headers: Record<string, string>) =>
    trial.handler(
      new Request(`${origin}/auth/sign-in`, {
        method: 'POST',
        body: JSON.stringify(body),
        headers: { 'content-type': 'application/json', ...headers },
      }),
    )
  expect((await send({})).status).toBe(403)
  expect((await send({ 'sec-fetch-site': 'cross-site' })).status).toBe(403)
  expect((await send({ 'sec-fetch-site': 'same-site' })).status).toBe(403)
  expect((await send({ 'sec-fetch-site': 'same-origin' })).status).toBe(401)
})

test('where a public address is set, only its pages may write', async () => {
  const trial = startTrial({ origin: 'https://uptally.example.gov.uk' })
  expect((await trial.post('/auth/sign-in', body)).status).toBe(403)
  const ours = { origin: 'https://uptally.example.gov.uk' }
  expect((await trial.post('/auth/sign-in', body, undefined, ours)).status).toBe(401)
})

test('only JSON is read', async () => {
  const trial = startTrial()
  for (const type of ['text/plain', 'application/x-www-form-urlencoded', 'application/jsonp', ''])
    for (const path of writes)
      expect((await trial.post(path, body, undefined, { 'content-type': type })).status, path).toBe(415)
})

test('a body that is not the JSON that is asked for is refused with a sentence, never a fault', async () => {
  const trial = startTrial()
  const person = await trial.person('admin', 'ict')
  const bad = ['', '{', 'null', '[]', '7', '"x"', '{"__proto__":1}', '['.repeat(20_000), '\u0000', '{"email":{}}']
  for (const path of writes.filter((path) => path !== '/auth/sign-out' && path !== '/admin/sample/remove')) {
    for (const text of bad) {
      const answer = await trial.post(path, text, person.cookie)
      expect(answer.status, `${path} ${text.slice(0, 20)}`).toBe(400)
      expect(['bad_json', 'bad_request']).toContain(await errorCode(answer))
    }
  }
  expect(trial.log).toEqual([])
})

test('a body beyond the limit is refused, whether it says its size or not', async () => {
  const trial = startTrial()
  const person = await trial.person('ict')
  const huge = JSON.stringify({ ...body, device: 'x'.repeat(2_000_000) })
  for (const path of ['/auth/sign-in', '/sync/v1/push', '/sync/v1/pull'])
    expect(await errorCode(await trial.post(path, huge, person.cookie))).toBe('too_large')
  const chunks = Array.from({ length: 40 }, () => new TextEncoder().encode('x'.repeat(10_000)))
  const stream = new ReadableStream({
    pull: (controller) => {
      const chunk = chunks.pop()
      if (chunk) controller.enqueue(chunk)
      else controller.close()
    },
  })
  const init = { method: 'POST', body: stream, duplex: 'half', headers: { origin, 'content-type': 'application/json' } }
  const answer = await trial.handler(new Request(`${origin}/auth/sign-in`, init as RequestInit))
  expect(answer.status).toBe(413)
  expect(chunks.length).toBeGreaterThan(0)
})

test('every part of the server but its doors needs a session', async () => {
  const trial = startTrial()
  for (const path of ['/sync/v1/push', '/sync/v1/pull', '/auth/password', '/auth/devices/revoke'])
    expect(await errorCode(await trial.post(path, {})), path).toBe('signed_out')
  for (const path of ['/sync/v1/events', '/auth/devices', '/admin/people'])
    expect(await errorCode(await trial.get(path)), path).toBe('signed_out')
  for (const cookie of ['uptally=', 'uptally=x', `uptally=${'A'.repeat(43)}`, 'uptally=%00'])
    expect((await trial.get('/auth/devices', cookie)).status).toBe(401)
})

test('an address that does not exist answers in the envelope', async () => {
  const trial = startTrial()
  for (const path of ['/auth/nothing', '/sync/v2/push', '/admin', '/x'])
    expect(await errorCode(await trial.get(path))).toBe('not_found')
  expect(
    (
      await trial.handler(
        new Request(`${origin}/auth/state`, {
          method: 'DELETE',
          headers: { origin, 'content-type': 'application/json' },
        }),
      )
    ).status,
  ).toBe(404)
})

test('every answer forbids what the pages do not need, and is not kept', async () => {
  const trial = startTrial()
  for (const answer of [await trial.get('/health'), await trial.get('/x'), await trial.post('/auth/sign-in', '{')]) {
    expect(answer.headers.get('content-security-policy')).toBe(
      "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' blob:; connect-src 'self'; worker-src 'self'; manifest-src 'self'; font-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'; require-trusted-types-for 'script'; trusted-types templates default",
    )
    expect(answer.headers.get('x-content-type-options')).toBe('nosniff')
    expect(answer.headers.get('referrer-policy')).toBe('no-referrer')
    expect(answer.headers.get('cross-origin-opener-policy')).toBe('same-origin')
    expect(answer.headers.get('cache-control')).toBe('no-store')
  }
})

test('a fault of the server is an answer in the envelope, and its log holds no content', async () => {
  const trial = startTrial()
  const person = await trial.person('ict')
  await trial.database.close()
  const ops = [person.opText('outage.report', [newOutage(trial.newId(), { title: 'secret title' })])]
  const push = { x: 'sync1', db: trial.database.id, client: person.client, build: 1, now: 1, ops }
  const answer = await trial.post('/sync/v1/push', push, person.cookie)
  expect(answer.status).toBe(500)
  expect(await errorCode(answer)).toBe('server_fault')
  expect(trial.log).toHaveLength(1)
  expect(trial.log[0]).not.toContain('secret')
})

test('the health of the server is open to all', async () => {
  expect(await (await startTrial().get('/health')).json()).toMatchObject({ ok: true, version: expect.any(String) })
})
