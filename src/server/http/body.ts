import type * as z from 'zod/mini'
import { stop } from './answer.ts'

/** Plenty for every form; pushes have their own limit. */
const formBytes = 64 * 1024

/** The parsed body of a request, read no further than the limit; anything else ends the request with a refusal. */
export async function bodyOf<T>(request: Request, schema: z.ZodMiniType<T>, maxBytes = formBytes): Promise<T> {
  const text = (await bytesOf(request, maxBytes)).toString('utf8')
  return parsed(jsonOf(text), schema)
}

/** Anything else ends the request with a refusal. */
export function parsed<T>(value: unknown, schema: z.ZodMiniType<T>): T {
  const read = schema.safeParse(value)
  if (read.success) return read.data
  const issue = read.error.issues[0]
  const field = issue?.path.join('.')
  const message = issue && issue.message !== 'Invalid input' ? issue.message : 'This request could not be read.'
  return stop(400, 'bad_request', message, field === '' ? undefined : field)
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return stop(400, 'bad_json', 'This request could not be read.')
  }
}

/** Read no further than the limit; more ends the request with a refusal. */
export async function bytesOf(request: Request, maxBytes: number): Promise<Buffer<ArrayBuffer>> {
  const tooLarge = () => stop(413, 'too_large', 'This request is too large.')
  if (Number(request.headers.get('content-length') ?? 0) > maxBytes) tooLarge()
  if (!request.body) return Buffer.alloc(0)
  const chunks: Uint8Array[] = []
  let size = 0
  for await (const chunk of request.body as unknown as AsyncIterable<Uint8Array>) {
    size += chunk.byteLength
    if (size > maxBytes) tooLarge()
    chunks.push(chunk)
  }
  return Buffer.concat(chunks)
}
