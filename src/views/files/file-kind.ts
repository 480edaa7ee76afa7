// What a file is by its first bytes; what its name says proves nothing. Pure.
import type { FileType } from '../../domain/attachment.ts'

export interface FileKind {
  readonly type: FileType
  /** Whether a browser may be able to draw it; also of pictures that have no type of their own here. */
  readonly isPicture: boolean
}

/** As many bytes as `fileKind` looks at. */
export const headBytes = 4096

const of = (type: FileType, isPicture: boolean): FileKind => ({ type, isPicture })

export function fileKind(bytes: Uint8Array): FileKind {
  const head = bytes.subarray(0, headBytes)
  const letters = latin(head.subarray(0, 32))
  if (letters.startsWith('\xff\xd8\xff')) return of('image/jpeg', true)
  if (letters.startsWith('\x89PNG\r\n\x1a\n')) return of('image/png', true)
  if (letters.startsWith('RIFF') && letters.slice(8, 12) === 'WEBP') return of('image/webp', true)
  if (letters.startsWith('%PDF-')) return of('application/pdf', false)
  if (isOtherPicture(letters)) return of('application/octet-stream', true)
  return of(isText(head) ? 'text/plain' : 'application/octet-stream', false)
}

const latin = (bytes: Uint8Array) => String.fromCharCode(...bytes)

/** GIF, HEIC and AVIF, BMP, TIFF. */
function isOtherPicture(letters: string): boolean {
  if (letters.slice(4, 8) === 'ftyp') return /^(heic|heix|hevc|mif1|msf1|avif|avis)$/.test(letters.slice(8, 12))
  return /^(GIF8[79]a|BM[\s\S]{4}\0\0\0\0|II\*\0|MM\0\*)/.test(letters)
}

function isText(head: Uint8Array): boolean {
  if (head.some((byte) => byte < 9 || (byte > 13 && byte < 32 && byte !== 27))) return false
  try {
    // A character that the end of the head cuts through is no fault: more would follow.
    new TextDecoder('utf-8', { fatal: true }).decode(head, { stream: true })
    return true
  } catch {
    return false
  }
}

/** Whether a page shows it as a picture. */
export const isShownPicture = (type: string): boolean => /^image\/(jpeg|png|webp)$/.test(type)
