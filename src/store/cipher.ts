// XChaCha20-Poly1305 under one key, without waiting. Loaded only where there is a lease.
import { xchacha20poly1305 } from '@noble/ciphers/chacha.js'
import type { Cipher } from './sealing.ts'

const nonceBytes = 24
/** The form of what follows: nonce, then sealed bytes with their tag. */
const version = 1
const head = 1 + nonceBytes
const tagBytes = 16

/** `key`: 32 bytes. */
export function makeCipher(key: Uint8Array): Cipher {
  const encoder = new TextEncoder()
  return {
    seal: (bytes, about) => {
      const nonce = crypto.getRandomValues(new Uint8Array(nonceBytes))
      const closed = xchacha20poly1305(key, nonce, encoder.encode(about)).encrypt(bytes)
      const sealed = new Uint8Array(head + closed.length)
      sealed[0] = version
      sealed.set(nonce, 1)
      sealed.set(closed, head)
      return sealed
    },
    open: (sealed, about) => {
      if (sealed[0] !== version || sealed.length < head + tagBytes) return undefined
      try {
        const nonce = sealed.subarray(1, head)
        return xchacha20poly1305(key, nonce, encoder.encode(about)).decrypt(sealed.subarray(head))
      } catch {
        return undefined
      }
    },
  }
}
