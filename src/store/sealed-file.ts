// A file that only a passphrase opens: AES-256-GCM under a key that PBKDF2 makes of it. The header is part of what is
// sealed, so that nobody can change it unseen.
import * as z from 'zod/mini'

/** Rounds of PBKDF2 with SHA-256: what OWASP asks for (2023). */
export const sealRounds = 600_000
const mostRounds = 10_000_000

const base64 = z.string().check(z.regex(/^[A-Za-z0-9+/]*={0,2}$/))

/** Version 1. `salt` 16 bytes, `iv` 12 bytes, `data` the sealed UTF-8 text with its tag; all three in base64. */
export const sealedFileSchema = z.object({
  format: z.literal('uptally-sealed'),
  version: z.literal(1),
  kdf: z.literal('PBKDF2-SHA-256'),
  rounds: z.int().check(z.minimum(sealRounds), z.maximum(mostRounds)),
  cipher: z.literal('AES-256-GCM'),
  salt: base64,
  iv: base64,
  data: base64,
})
export type SealedFile = z.infer<typeof sealedFileSchema>

export async function seal(text: string, passphrase: string): Promise<SealedFile> {
  const salt = crypto.getRandomValues(new Uint8Array(16))
  const iv = crypto.getRandomValues(new Uint8Array(12))
  const head = {
    format: 'uptally-sealed',
    version: 1,
    kdf: 'PBKDF2-SHA-256',
    rounds: sealRounds,
    cipher: 'AES-256-GCM',
    salt: toBase64(salt),
    iv: toBase64(iv),
  } as const
  const key = await keyOf(passphrase, salt, sealRounds)
  const sealed = await crypto.subtle.encrypt(parameters(head), key, new TextEncoder().encode(text))
  return { ...head, data: toBase64(new Uint8Array(sealed)) }
}

/** The text; undefined with another passphrase, and when the file was changed. */
export async function unseal(file: SealedFile, passphrase: string): Promise<string | undefined> {
  try {
    const key = await keyOf(passphrase, fromBase64(file.salt), file.rounds)
    return new TextDecoder().decode(await crypto.subtle.decrypt(parameters(file), key, fromBase64(file.data)))
  } catch {
    return undefined
  }
}

async function keyOf(passphrase: string, salt: Uint8Array<ArrayBuffer>, iterations: number): Promise<CryptoKey> {
  // Keyboards differ in how they write an accent: the same passphrase is the same bytes.
  const typed = new TextEncoder().encode(passphrase.normalize('NFC'))
  const material = await crypto.subtle.importKey('raw', typed, 'PBKDF2', false, ['deriveKey'])
  const derivation = { name: 'PBKDF2', hash: 'SHA-256', salt, iterations }
  return crypto.subtle.deriveKey(derivation, material, { name: 'AES-GCM', length: 256 }, false, ['encrypt', 'decrypt'])
}

/** Authenticated with the data: the header, as JSON in the order of the schema, without `data`. */
function parameters({ format, version, kdf, rounds, cipher, salt, iv }: Omit<SealedFile, 'data'>) {
  const header = JSON.stringify({ format, version, kdf, rounds, cipher, salt, iv })
  return { name: 'AES-GCM', iv: fromBase64(iv), additionalData: new TextEncoder().encode(header) }
}

function toBase64(bytes: Uint8Array): string {
  let text = ''
  // As arguments of one call they would be too many.
  for (let from = 0; from < bytes.length; from += 8192)
    text += String.fromCharCode(...bytes.subarray(from, from + 8192))
  return btoa(text)
}

const fromBase64 = (text: string): Uint8Array<ArrayBuffer> => Uint8Array.from(atob(text), (char) => char.charCodeAt(0))
