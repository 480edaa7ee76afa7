// Files on this device: what was added here and is not at the server yet, and what was looked at. Their parts lie beside
// the records that name them.
import { type Attachment, fileLimits, fileNameOf, fileTypeOf, partBytes, partsOf } from '../domain/attachment.ts'
import { refuse } from '../domain/mutation.ts'
import { addAttachment, type FileOf } from '../domain/mutations/attach.ts'
import type { StoredPart } from './database.ts'
import { type MutationResult, mutateWith } from './mutate.ts'
import { filesWaiting, openedPart, partKey, waitingFiles } from './parts.ts'
import { type Store, withDatabase } from './store.ts'

export { filesWaiting, waitingFiles }

export interface NewFile {
  readonly of: FileOf
  /** As the person's device calls it; a path and what does not show are left out. */
  readonly name: string
  /** Any; types that are not in `fileTypes` are only bytes. */
  readonly type: string
  /** Of a picture, in points; else null. */
  readonly width: number | null
  readonly height: number | null
  readonly bytes: Uint8Array<ArrayBuffer>
}

/** A file's record, as far as its bytes are concerned. */
export type FileFacts = Pick<Attachment, 'size' | 'parts'> & { readonly id: string }

const tooLarge = refuse('file_too_large', 'This file is larger than 5 MB. Send a smaller one.')
const noRoom = refuse(
  'no_room',
  'There is no room for this file on this device. Text is kept as ever; free some space, then add the file again.',
)
const notSecure = refuse('not_secure', 'Files can be added only where this page was opened over https.')

/** What is left free for text, bytes. */
const keptForText = 50 * 1024 * 1024

/** Bytes that this device may still take in; undefined where it does not say. */
async function browserRoom(): Promise<number | undefined> {
  const { quota, usage } = (await globalThis.navigator?.storage?.estimate?.()) ?? {}
  return quota === undefined || usage === undefined ? undefined : quota - usage
}

/** The record, its op and the parts, together or not at all. */
export async function addFile(
  store: Store,
  { of, name, type, width, height, bytes }: NewFile,
  roomLeft: () => Promise<number | undefined> = browserRoom,
): Promise<MutationResult> {
  if (bytes.length > fileLimits.bytes) return { ok: false, refusal: tooLarge }
  if (globalThis.crypto.subtle === undefined) return { ok: false, refusal: notSecure }
  const room = await roomLeft()
  if (room !== undefined && room < bytes.length + keptForText) return { ok: false, refusal: noRoom }
  // Hashes first: a transaction may not wait for them.
  const pieces = Array.from({ length: partsOf(bytes.length) }, (_, n) =>
    bytes.slice(n * partBytes, (n + 1) * partBytes),
  )
  const parts = await Promise.all(pieces.map(hashOf))
  const facts = { name: fileNameOf(name), type: fileTypeOf(type), size: bytes.length, width, height, parts }
  try {
    return await mutateWith(store, addAttachment, { of, ...facts }, ['parts'], async ([write]) => {
      if (!write) return
      const { id, s } = write
      await store.database.parts.bulkAdd(
        pieces.map(
          (piece, n): StoredPart => ({
            key: partKey(id, n),
            of: id,
            n,
            s,
            hash: parts[n] ?? '',
            bytes: piece,
            isUnsent: 1,
          }),
        ),
      )
    })
  } catch (error) {
    if (isFull(error)) return { ok: false, refusal: noRoom }
    throw error
  }
}

/** SHA-256 as hexadecimal digits. */
export async function hashOf(bytes: Uint8Array<ArrayBuffer>): Promise<string> {
  const digest = new Uint8Array(await globalThis.crypto.subtle.digest('SHA-256', bytes))
  return [...digest].map((byte) => byte.toString(16).padStart(2, '0')).join('')
}

export function isFull(error: unknown): boolean {
  if (!(error instanceof Error)) return false
  return error.name === 'QuotaExceededError' || ('inner' in error && error.inner !== error && isFull(error.inner))
}

/** The whole file, or that not all of it is on this device or may be read now. Only reads. */
export async function fileBytes(
  store: Store,
  { id, size, parts }: FileFacts,
): Promise<Uint8Array<ArrayBuffer> | 'not_here'> {
  const keys = parts.map((_, n) => partKey(id, n))
  const found = await withDatabase(store, () => store.database.parts.bulkGet(keys))
  const whole = new Uint8Array(size)
  for (const [n, hash] of parts.entries()) {
    const part = found[n]
    const bytes = part?.hash === hash ? openedPart(store, part) : undefined
    if (bytes?.length !== Math.min(partBytes, size - n * partBytes)) return 'not_here'
    whole.set(bytes, n * partBytes)
  }
  return whole
}

/** A part, where it is on this device and may be read now. */
export const partHere = (
  store: Store,
  id: string,
  n: number,
  hash: string,
): Promise<Uint8Array<ArrayBuffer> | undefined> =>
  withDatabase(store, async () => {
    const part = await store.database.parts.get(partKey(id, n))
    return part?.hash === hash ? openedPart(store, part) : undefined
  })
