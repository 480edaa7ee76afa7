// Answers in the envelope by which a device knows that it was this server that spoke.
import type { Context } from 'hono'
import { HTTPException } from 'hono/http-exception'
import type { ContentfulStatusCode } from 'hono/utils/http-status'
import { protocol } from '../../domain/wire.ts'

export const answer = (c: Context, body: object): Response => c.json({ x: protocol, ...body })

export const refusal = (
  status: number,
  code: string,
  message: string,
  field?: string,
  headers: Record<string, string> = {},
): Response =>
  Response.json(
    { x: protocol, error: field === undefined ? { code, message } : { code, message, field } },
    { status, headers },
  )

/** Ends the request with a refusal. */
export function stop(
  status: ContentfulStatusCode,
  code: string,
  message: string,
  field?: string,
  headers?: Record<string, string>,
): never {
  throw new HTTPException(status, { res: refusal(status, code, message, field, headers) })
}
