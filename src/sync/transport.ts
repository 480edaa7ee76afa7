// The network's edge. Whatever does not carry our envelope (a portal's page, a proxy's 403, a body cut short) is a failure
// of transport, whatever its status: it says nothing about the ops.
import * as z from 'zod/mini'
import { type Row, rowSchema } from '../domain/record.ts'
import {
  type PullEnd,
  type PullHead,
  type PullRequest,
  type PushRequest,
  type PushResponse,
  pullEndSchema,
  pullHeadSchema,
  pushResponseSchema,
  refusalSchema,
} from '../domain/wire.ts'

/** `transport`: try again later. The others are the server's own words. */
export type TransportCode = 'transport' | 'signed_out' | 'upgrade' | 'other_database' | 'refused'

export class TransportError extends Error {
  readonly code: TransportCode
  constructor(code: TransportCode, message: string) {
    super(message)
    this.code = code
  }
}

export type Fetch = (input: string, init?: RequestInit) => Promise<Response>

async function post(fetch: Fetch, path: string, body: unknown): Promise<Response> {
  let response: Response
  try {
    response = await fetch(path, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
      credentials: 'same-origin',
    })
  } catch {
    throw new TransportError('transport', 'The server did not answer.')
  }
  if (!response.ok) throw await refusalOf(response)
  return response
}

async function refusalOf(response: Response): Promise<TransportError> {
  const parsed = refusalSchema.safeParse(await response.json().catch(() => undefined))
  if (!parsed.success)
    return new TransportError('transport', `Something between here and the server answered ${response.status}.`)
  const { code, message } = parsed.data.error
  if (response.status === 401) return new TransportError('signed_out', message)
  if (code === 'upgrade' || code === 'other_database') return new TransportError(code, message)
  return new TransportError(response.status === 429 || response.status >= 500 ? 'transport' : 'refused', message)
}

export async function push(fetch: Fetch, request: PushRequest): Promise<PushResponse> {
  const response = await post(fetch, '/sync/v1/push', request)
  const parsed = pushResponseSchema.safeParse(await response.json().catch(() => undefined))
  if (!parsed.success) throw new TransportError('transport', 'The answer was cut short or is not the server’s.')
  return parsed.data
}

export interface PullSink {
  head(head: PullHead): Promise<void>
  /** Rows in version order within each scope. */
  rows(rows: readonly Row[]): Promise<void>
}

const batchRows = 500
const looseRow = z.looseObject(rowSchema.shape)

/** Hands on head and rows as they come; undefined when the answer was cut short after its head. */
export async function pull(fetch: Fetch, request: PullRequest, sink: PullSink): Promise<PullEnd | undefined> {
  const response = await post(fetch, '/sync/v1/pull', request)
  let isStarted = false
  let rows: Row[] = []
  const flush = async () => {
    if (rows.length > 0) await sink.rows(rows)
    rows = []
  }
  for await (const text of linesOf(response)) {
    const value = jsonOf(text)
    if (!isStarted) {
      const head = pullHeadSchema.safeParse(value)
      if (!head.success) break
      isStarted = true
      await sink.head(head.data)
      continue
    }
    const row = looseRow.safeParse(value)
    if (row.success) {
      rows.push(row.data)
      if (rows.length >= batchRows) await flush()
      continue
    }
    const end = pullEndSchema.safeParse(value)
    if (!end.success) break
    await flush()
    return end.data
  }
  if (!isStarted) throw new TransportError('transport', 'The answer is not the server’s.')
  await flush()
  return undefined
}

/** Undefined for what is no JSON: a torn line. */
function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

/** Whole lines; ends early when the body breaks off. */
async function* linesOf(response: Response): AsyncGenerator<string> {
  if (!response.body) return
  const reader = response.body.getReader()
  const decoder = new TextDecoder()
  let rest = ''
  try {
    for (;;) {
      const { done, value } = await reader.read().catch(() => ({ done: true, value: undefined }))
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
