import { expect, test } from 'vitest'
import type { Row } from '../../src/domain/record.ts'
import type { PullRequest, PushRequest } from '../../src/domain/wire.ts'
import { type Network, pull, push } from '../../src/sync/transport.ts'

const client = '019cadc6-9a80-7a60-a898-c9ec6bcd7627'
const pushRequest: PushRequest = { x: 'sync1', db: 'd', client, build: 1, now: 0, ops: ['{}'] }
const pullRequest: PullRequest = { x: 'sync1', db: 'd', client, build: 1, schema: 1, cursors: {}, limit: 10 }
const never: Network['after'] = () => () => {}
const answering = (body: BodyInit | null, init?: ResponseInit): Network => ({
  after: never,
  fetch: async () => new Response(body, init),
})
const json = (value: unknown, status = 200) => answering(JSON.stringify(value), { status })
const refusal = (code: string) => ({ x: 'sync1', error: { code, message: 'No.' } })

test.each<[string, Network]>([
  ['a portal’s page with 200', answering('<html>Welcome to the guest network</html>')],
  ['a proxy’s 403', answering('Forbidden', { status: 403 })],
  ['a proxy’s 401', answering('<h1>Log in to the proxy</h1>', { status: 401 })],
  ['an edge’s 404 in JSON of its own', json({ error: { code: 'not_found' } }, 404)],
  ['an empty 200', answering(null)],
  ['JSON without our envelope', json({ db: 'd', now: 0, last: 1, results: [] })],
  ['half an answer', answering('{"x":"sync1","db":"d","now":0,"last":1,"resu')],
  ['a server that is busy', json(refusal('busy'), 503)],
  ['a server that asks to slow down', json(refusal('too_many'), 429)],
  ['no answer', { after: never, fetch: async () => Promise.reject(new TypeError('failed to fetch')) }],
])('%s is a failure of transport', async (_, network) => {
  await expect(push(network, pushRequest)).rejects.toMatchObject({ code: 'transport' })
  await expect(pull(network, pullRequest, sink([]))).rejects.toMatchObject({ code: 'transport' })
})

test.each([
  [401, 'signed_out', 'signed_out'],
  [409, 'other_database', 'other_database'],
  [426, 'upgrade', 'upgrade'],
  [409, 'behind', 'behind'],
  [400, 'bad_request', 'refused'],
])('the server’s own %i says %s', async (status, code, expected) => {
  await expect(push(json(refusal(code), status), pushRequest)).rejects.toMatchObject({ code: expected })
})

test('an answer from another installation is not taken for ours', async () => {
  const answer = { x: 'sync1', db: 'another', now: 0, last: 1, results: [] }
  await expect(push(json(answer), pushRequest)).rejects.toMatchObject({ code: 'other_database' })
  const head = { x: 'sync1', db: 'another', now: 0, grants: [], granted: [], revoked: ['catalogue'], waiting: 0 }
  const heard: unknown[] = []
  const headOnly = answering(`${JSON.stringify(head)}\n`)
  await expect(pull(headOnly, pullRequest, sink(heard))).rejects.toMatchObject({ code: 'other_database' })
  expect(heard).toEqual([])
})

test('a network that falls silent is given up, in the middle of an answer too', async () => {
  const timers: (() => void)[] = []
  const after: Network['after'] = (_ms, run) => {
    timers.push(run)
    return () => void timers.splice(timers.indexOf(run), 1)
  }
  const silent = push({ after, fetch: () => new Promise(() => {}) }, pushRequest)
  timers[0]?.()
  await expect(silent).rejects.toMatchObject({ code: 'transport' })

  const stalled = new ReadableStream({ start: (controller) => controller.enqueue(new TextEncoder().encode(lines[0])) })
  const half = pull({ after, fetch: async () => new Response(stalled) }, pullRequest, sink([]))
  await new Promise((resolve) => setTimeout(resolve, 10))
  expect(timers).toHaveLength(1)
  timers[0]?.()
  await expect(half).rejects.toMatchObject({ code: 'transport' })
  expect(timers).toEqual([])
})

const rows: Row[] = [1, 2, 3].map((ver) => ({
  k: 'outage',
  id: `019cadc6-9a80-7a60-a898-c9ec6bcd762${ver}`,
  s: 'desk:shared',
  ver,
  del: false,
  doc: { title: 'Café – 日本語 🚒' },
  groups: {},
}))
const lines = [
  { x: 'sync1', db: 'd', now: 0, grants: [], granted: [], revoked: [], waiting: 3 },
  ...rows,
  { end: true, cursors: { 'desk:shared': 3 }, more: false },
].map((line) => `${JSON.stringify(line)}\n`)

const sink = (heard: unknown[]) => ({
  head: async (head: unknown) => void heard.push(head),
  row: async (row: unknown) => void heard.push(row),
  hot: async (rows: readonly unknown[]) => void heard.push(...rows),
})

test('however an answer is cut into pieces, letters of many bytes among them, the same rows come out', async () => {
  const bytes = new TextEncoder().encode(lines.join(''))
  for (const size of [1, 2, 3, 7, 100]) {
    const pieces = new ReadableStream({
      start(controller) {
        for (let at = 0; at < bytes.length; at += size) controller.enqueue(bytes.slice(at, at + size))
        controller.close()
      },
    })
    const heard: unknown[] = []
    expect(await pull(answering(pieces), pullRequest, sink(heard))).toMatchObject({ more: false })
    expect(heard.slice(1)).toEqual(rows)
  }
})

test('at whichever byte an answer breaks off, whole rows are handed on and never an end', async () => {
  const text = lines.join('')
  const bytes = new TextEncoder().encode(text)
  const headLength = lines[0]?.length ?? 0
  for (let length = 0; length < bytes.length; length += 1) {
    const heard: unknown[] = []
    const outcome = pull(answering(bytes.slice(0, length)), pullRequest, sink(heard))
    if (length < headLength) await expect(outcome).rejects.toMatchObject({ code: 'transport' })
    else expect(await outcome).toBeUndefined()
    expect(heard.slice(1)).toEqual(rows.slice(0, Math.max(0, heard.length - 1)))
  }
})

test('fields that this version does not know come through with their row', async () => {
  const [head = '', first = '', , , end = ''] = lines
  const heard: unknown[] = []
  await pull(answering(head + first.replace('"k":', '"mood":"calm","k":') + end), pullRequest, sink(heard))
  expect(heard[1]).toEqual({ ...rows[0], mood: 'calm' })
})
