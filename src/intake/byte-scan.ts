// One pass over all bytes of a file: how its letters are written, and a hash of its content, without ever holding more
// than a slice.
import { disguiseOf } from './disguise.ts'
import { makeDecoder, makeOldEncodingGuess } from './encodings.ts'
import type { Encoding } from './incident-log.ts'
import type { Digest } from './outage-ids.ts'

export const sliceBytes = 1024 * 1024
const mostBytes = 200 * 1024 * 1024

export interface ByteFacts {
  readonly encoding: Encoding
  /** It begins with a byte order mark. */
  readonly hasMark: boolean
  /** How many NUL bytes stand where they mean nothing. */
  readonly nuls: number
  /** SHA-256 of the SHA-256 of each slice: no platform hashes a stream. */
  readonly hash: Uint8Array
}

export interface Reading {
  readonly signal: AbortSignal
  readonly onSlice: (doneBytes: number) => void
}

/** The file's bytes, a slice after the other. */
export async function* slices(file: Blob, { signal, onSlice }: Reading): AsyncGenerator<Uint8Array<ArrayBuffer>> {
  for (let at = 0; at < file.size; at += sliceBytes) {
    signal.throwIfAborted()
    yield new Uint8Array(await file.slice(at, at + sliceBytes).arrayBuffer())
    onSlice(Math.min(file.size, at + sliceBytes))
  }
  signal.throwIfAborted()
}

/** The text of the file. NUL characters are left out. */
export async function* textSlices(file: Blob, encoding: Encoding, reading: Reading): AsyncGenerator<string> {
  const decode = makeDecoder(encoding)
  for await (const slice of slices(file, reading)) yield decode(slice).replaceAll('\0', '')
  yield decode(undefined)
}

/** What its bytes tell, or why the file cannot be read. */
export async function scanBytes(
  file: Blob,
  digest: Digest,
  reading: Reading,
): Promise<ByteFacts | { readonly reason: string }> {
  if (file.size === 0) return { reason: 'The file is empty.' }
  if (file.size > mostBytes)
    return { reason: `The file is larger than ${mostBytes / 1024 / 1024} MB. Split it, by year for example.` }
  const head = new Uint8Array(await file.slice(0, 1000).arrayBuffer())
  const disguise = disguiseOf(head)
  if (disguise !== undefined) return { reason: disguise }

  const guess = makeOldEncodingGuess()
  const utf8 = new TextDecoder('utf-8', { fatal: true })
  const hashes: number[] = []
  let isUtf8 = true
  const nulsAt: [even: number, odd: number] = [0, 0]
  for await (const slice of slices(file, reading)) {
    hashes.push(...(await digest(slice)))
    guess.take(slice)
    countNuls(slice, nulsAt)
    isUtf8 &&= isStillUtf8(utf8, slice)
  }
  isUtf8 &&= isStillUtf8(utf8)
  const wide = wideEncoding(head, nulsAt, file.size)
  const nuls = wide === undefined ? nulsAt[0] + nulsAt[1] : 0
  if (nuls > file.size / 100) return { reason: 'This is not a text file.' }
  return {
    encoding: wide ?? (isUtf8 ? 'utf-8' : guess.likelier()),
    hasMark: startsWith(head, [0xef, 0xbb, 0xbf]) || startsWith(head, [0xff, 0xfe]) || startsWith(head, [0xfe, 0xff]),
    nuls,
    hash: await digest(Uint8Array.from(hashes)),
  }
}

const startsWith = (head: Uint8Array, mark: readonly number[]) => mark.every((byte, i) => head[i] === byte)

/** UTF-16 has its mark, or a NUL beside nearly every letter. */
function wideEncoding(head: Uint8Array, [even, odd]: readonly [number, number], size: number): Encoding | undefined {
  if (startsWith(head, [0xff, 0xfe]) || (odd > size / 4 && even < odd / 10)) return 'utf-16le'
  if (startsWith(head, [0xfe, 0xff]) || (even > size / 4 && odd < even / 10)) return 'utf-16be'
  return undefined
}

function countNuls(slice: Uint8Array, counts: [number, number]): void {
  for (let at = slice.indexOf(0); at >= 0; at = slice.indexOf(0, at + 1)) {
    if (at % 2 === 0) counts[0] += 1
    else counts[1] += 1
  }
}

function isStillUtf8(decoder: TextDecoder, slice?: Uint8Array): boolean {
  try {
    if (slice) decoder.decode(slice, { stream: true })
    else decoder.decode()
    return true
  } catch {
    return false
  }
}
