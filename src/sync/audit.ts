// The audit trail, asked of the server page by page, and whole as a file.
import * as z from 'zod/mini'
import { refusalSchema } from '../domain/wire.ts'
import { type AccountError, ask } from './account.ts'

const recordSchema = z.object({ k: z.string(), id: z.string(), s: z.nullable(z.string()) })
const actSchema = z.object({
  id: z.number(),
  at: z.number(),
  person: z.nullable(z.string()),
  name: z.string(),
  outcome: z.string(),
  code: z.nullable(z.string()),
  records: z.array(recordSchema),
})
export type Act = z.infer<typeof actSchema>
const placeSchema = z.object({ at: z.number(), id: z.number() })
const pageSchema = z.object({ x: z.string(), acts: z.array(actSchema), next: z.nullable(placeSchema) })
export type ActPage = Pick<z.infer<typeof pageSchema>, 'acts' | 'next'>

export interface ActSearch {
  readonly person?: string
  /** What the name of an act begins with, before the dot. */
  readonly area?: string
  readonly record?: string
  /** ms; `until` is excluded. */
  readonly from?: number
  readonly until?: number
}

/** The latest first; `before` is where the page before ended. */
export const auditPage = (search: ActSearch, before?: z.infer<typeof placeSchema>) =>
  ask('/admin/audit', pageSchema, before ? { ...search, before } : search)

type Made = { readonly ok: true; readonly bytes: Uint8Array<ArrayBuffer> }

const offline: AccountError = { code: 'offline', message: 'The server cannot be reached. This needs a network.' }

/** A file that the server makes, or why not. A proxy's page in its place is no file. */
export async function askFile(
  path: string,
  type: 'text/csv' | 'application/zip',
  body: unknown,
): Promise<Made | { readonly ok: false; readonly error: AccountError }> {
  try {
    const headers = { 'content-type': 'application/json' }
    const response = await fetch(path, { method: 'POST', headers, body: JSON.stringify(body) })
    if (response.ok && response.headers.get('content-type')?.startsWith(type))
      return { ok: true, bytes: new Uint8Array(await response.arrayBuffer()) }
    const refused = refusalSchema.safeParse(await response.json())
    return { ok: false, error: refused.success ? refused.data.error : offline }
  } catch {
    return { ok: false, error: offline }
  }
}

export const auditCsv = (search: ActSearch) => askFile('/admin/audit/export', 'text/csv', search)
