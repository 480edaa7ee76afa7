// The network's edge. Whatever does not carry our envelope (a portal's page, a proxy's 403, a body cut short) is a failure
// of transport, whatever its status: it says nothing about the ops.
import * as z from 'zod/mini'
import { type LeaseRequest, type LeaseResponse, leaseResponseSchema } from '../domain/lease.ts'
import { speakerOf } from '../domain/protocol.ts'
import { type PulledRow, pulledRowSchema } from '../domain/record.ts'
import {
  hotRowsSchema,
  type PullEnd,
  type PullHead,
  type PullRequest,
  type PushRequest,
  type PushResponse,
  pullEndSchema,
  pullHeadSchema,
  pushResponseSchema,
  refusalSchema,
  type WipeOrder,
} from '../domain/wire.ts'

/** `transport`: try again later. The others are the server's own words. */
export type TransportCode =
  | 'transport'
  | 'signed_out'
  | 'wipe'
  | 'upgrade'
  | 'other_database'
  | 'not_found'
  | 'behind'
  | 'refused'

export class TransportError extends Error {
  readonly code: TransportCode
  /** With the code `wipe`. */
  readonly wipe: WipeOrder | undefined
  constructor(code: TransportCode, message: string, wipe?: WipeOrder) {
    super(message)
    this.code = code
    this.wipe = wipe
  }
}

export interface Network {
  readonly fetch: (input: string, init?: RequestInit) => Promise<Response>
  /** Calls back once after ms; hands back how to cancel. */
  readonly after: (ms: number, run: () => void) => () => void
}

/** A network that has gone silent for so long is given up: without it a round would wait for ever. */
const silenceMs = 45_000

/** Runs `talk` until it is done or `heard` has not been called for too long. */
export async function listening<T>(
  network: Network,
  talk: (signal: AbortSignal, heard: () => void) => Promise<T>,
  patienceMs = silenceMs,
): Promise<T> {
  const giveUp = new AbortController()
  const wait = () => network.after(patienceMs, () => giveUp.abort())
  let cancel = wait()
  const heard = () => {
    cancel()
    cancel = wait()
  }
  const aborted = new Promise<never>((_, reject) => {
    giveUp.signal.addEventListener('abort', () => reject(new TransportError('transport', 'The server fell silent.')))
  })
  try {
    return await Promise.race([talk(giveUp.signal, heard), aborted])
  } finally {
    cancel()
  }
}

const post = (network: Network, path: string, body: unknown, signal: AbortSignal): Promise<Response> =>
  answerTo(network, path, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
    signal,
  })

/** The answer to a request that was done; any other is thrown. */
export async function answerTo(network: Network, path: string, init: RequestInit): Promise<Response> {
  let response: Response
  try {
    response = await network.fetch(path, { ...init, credentials: 'same-origin' })
  } catch {
    throw new TransportError('transport', 'The server did not answer.')
  }
  if (!response.ok) throw await refusalOf(response)
  return response
}

/** Of an answer that is not in our words: a server of another version has a word of its own, anything else says nothing. */
function unread(answer: unknown, message: string): TransportError {
  const speaker = typeof answer === 'object' && answer !== null && 'x' in answer ? speakerOf(answer.x) : undefined
  if (speaker === 'later') return new TransportError('upgrade', 'This page is too old for the server.')
  if (speaker === 'earlier') return new TransportError('behind', 'The server is of an earlier version than this page.')
  return new TransportError('transport', message)
}

async function refusalOf(response: Response): Promise<TransportError> {
  const answer: unknown = await response.json().catch(() => undefined)
  const parsed = refusalSchema.safeParse(answer)
  if (!parsed.success) return unread(answer, `Something between here and the server answered ${response.status}.`)
  const { code, message } = parsed.data.error
  if (parsed.data.wipe) return new TransportError('wipe', message, parsed.data.wipe)
  // The browser's session may have become another person's, in another tab: this one's records wait for theirs.
  if (response.status === 401 || code === 'other_person') return new TransportError('signed_out', message)
  if (code === 'upgrade' || code === 'behind' || code === 'other_database' || code === 'not_found')
    return new TransportError(code, message)
  return new TransportError(response.status === 429 || response.status >= 500 ? 'transport' : 'refused', message)
}

export const notOurs = (db: string, asked: string) =>
  db === asked ? undefined : new TransportError('other_database', 'Another installation answered.')

export const push = (network: Network, request: PushRequest): Promise<PushResponse> =>
  listening(network, async (signal) => {
    const response = await post(network, '/sync/v1/push', request, signal)
    const answer: unknown = await response.json().catch(() => undefined)
    const parsed = pushResponseSchema.safeParse(answer)
    if (!parsed.success) throw unread(answer, 'The answer was cut short or is not the server’s.')
    const other = notOurs(parsed.data.db, request.db)
    if (other) throw other
    return parsed.data
  })

/** `not_found`: the server is of before leases. */
export const askLease = (network: Network, request: LeaseRequest): Promise<LeaseResponse> =>
  listening(network, async (signal) => {
    const response = await post(network, '/sync/v1/lease', request, signal)
    const parsed = leaseResponseSchema.safeParse(await response.json().catch(() => undefined))
    if (!parsed.success) throw new TransportError('transport', 'The answer was cut short or is not the server’s.')
    const other = notOurs(parsed.data.db, request.db)
    if (other) throw other
    return parsed.data
  })

export interface PullSink {
  head(head: PullHead): Promise<void>
  /** Each row as it comes; rows of a scope come together, in version order. */
  row(row: PulledRow): Promise<void>
  /** Rows ahead of their turn. */
  hot(rows: readonly PulledRow[]): Promise<void>
}

const looseRow = z.looseObject(pulledRowSchema.shape)

/** Hands on head and rows as they come; undefined when the answer was cut short after its head. */
export const pull = (network: Network, request: PullRequest, sink: PullSink): Promise<PullEnd | undefined> =>
  listening(network, async (signal, heard) => {
    const response = await post(network, '/sync/v1/pull', request, signal)
    let isStarted = false
    for await (const text of linesOf(response, heard)) {
      const value = jsonOf(text)
      if (!isStarted) {
        const head = pullHeadSchema.safeParse(value)
        if (!head.success) throw unread(value, 'The answer is not the server’s.')
        const other = notOurs(head.data.db, request.db)
        if (other) throw other
        isStarted = true
        await sink.head(head.data)
        continue
      }
      const row = looseRow.safeParse(value)
      const hot = row.success ? undefined : hotRowsSchema.safeParse(value)
      if (row.success) await sink.row(row.data)
      else if (hot?.success) await sink.hot(hot.data.hot.flatMap((each) => looseRow.safeParse(each).data ?? []))
      else return pullEndSchema.safeParse(value).data
    }
    if (!isStarted) throw new TransportError('transport', 'The answer is not the server’s.')
    return undefined
  })

/** Undefined for what is no JSON: a torn line. */
function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

/** Whole lines; ends early when the body breaks off. */
async function* linesOf(response: Response, heard: () => void): AsyncGenerator<string> {
  if (!response.body) return
  const reader = response.body.getReader()
  const decoder = new TextDecoder()
  let rest = ''
  try {
    for (;;) {
      const { done, value } = await reader.read().catch(() => ({ done: true, value: undefined }))
      heard()
      rest += decoder.decode(value, { stream: !done })
      const lines = rest.split('\n')
      // A last line without its line end may be cut short: it is not read.
      rest = lines.pop() ?? ''
      for (const text of lines) if (text !== '') yield text
      if (done) return
    }
  } finally {
    reader.cancel().catch(() => {})
  }
}
