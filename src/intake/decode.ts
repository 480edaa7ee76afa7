// Bytes of a file that a person picked -> text.
import { maxFileBytes } from './limits.ts'

export type Decoded = { readonly text: string } | { readonly reason: string }

/** UTF-8 with or without a byte order mark, UTF-16 with one; anything else is read as Windows-1252 (Latin-1). */
export function decodeText(bytes: Uint8Array): Decoded {
  if (bytes.length > maxFileBytes) return { reason: `The file is larger than ${maxFileBytes / 1024 / 1024} MB.` }
  if (bytes[0] === 0x50 && bytes[1] === 0x4b) {
    return { reason: 'This is a zip or a spreadsheet file: unpack it, or save the sheet as CSV, and choose that.' }
  }
  const text = decode(bytes)
  if (text.includes('\0')) return { reason: 'This is not a text file.' }
  if (text.trim() === '') return { reason: 'The file is empty.' }
  return { text }
}

function decode(bytes: Uint8Array): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder('utf-16le').decode(bytes)
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return new TextDecoder('utf-16be').decode(bytes)
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return new TextDecoder('windows-1252').decode(bytes)
  }
}
