import { refusalSchema } from '../domain/wire.ts'
import type { AccountError } from './account.ts'

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

/** What is held about oneself. */
export const heldAboutMe = () => askFile('/auth/privacy/access', 'application/zip', {})
/** For administrators. */
export const heldAbout = (id: string) => askFile('/admin/privacy/access', 'application/zip', { id })
