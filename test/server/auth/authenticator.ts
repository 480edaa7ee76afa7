// An authenticator made of software: what a browser and its device answer with, byte for byte (WebAuthn level 3, ES256).
import { createHash, generateKeyPairSync, sign } from 'node:crypto'

export interface Authenticator {
  readonly id: string
  /** What `navigator.credentials.create` hands to the page, as JSON. */
  created(options: { challenge: string; user: { id: string } }, wrong?: Wrong): object
  /** What `navigator.credentials.get` does. */
  signed(options: { challenge: string }, wrong?: Wrong): object
}

export interface Wrong {
  readonly origin?: string
  readonly isUnverified?: boolean
  /** In place of the next number. */
  readonly counter?: number
  readonly isOtherKey?: boolean
  readonly userHandle?: string
}

const base64url = (bytes: Uint8Array | string) => Buffer.from(bytes).toString('base64url')
const sha256 = (bytes: Uint8Array | string) => createHash('sha256').update(bytes).digest()

export function makeAuthenticator(origin: string): Authenticator {
  const keys = newKeys()
  const rawId = crypto.getRandomValues(new Uint8Array(16))
  const id = base64url(rawId)
  let userHandle = ''
  let counter = 0
  const clientData = (type: string, challenge: string, wrong: Wrong) =>
    Buffer.from(JSON.stringify({ type, challenge, origin: wrong.origin ?? origin, crossOrigin: false }))
  /** Flags: present 1, verified 4, with a credential 64. */
  const authData = (wrong: Wrong, flags: number, more: Uint8Array = Buffer.alloc(0)) => {
    const head = Buffer.alloc(5)
    head.writeUInt8(flags | 1 | (wrong.isUnverified ? 0 : 4))
    head.writeUInt32BE(wrong.counter ?? ++counter, 1)
    return Buffer.concat([sha256(new URL(origin).hostname), head, more])
  }
  return {
    id,
    created({ challenge, user }, wrong = {}) {
      userHandle = user.id
      const { x = '', y = '' } = keys.publicKey.export({ format: 'jwk' })
      const key = Buffer.concat([
        Buffer.from('a5010203262001215820', 'hex'),
        Buffer.from(x, 'base64url'),
        Buffer.from('225820', 'hex'),
        Buffer.from(y, 'base64url'),
      ])
      const data = authData(wrong, 64, Buffer.concat([Buffer.alloc(16), Buffer.from([0, 16]), rawId, key]))
      // {fmt: "none", attStmt: {}, authData: bytes} in CBOR.
      const attestation = Buffer.concat([
        Buffer.from([0xa3, 0x63, ...Buffer.from('fmt'), 0x64, ...Buffer.from('none')]),
        Buffer.from([0x67, ...Buffer.from('attStmt'), 0xa0, 0x68, ...Buffer.from('authData'), 0x58, data.length]),
        data,
      ])
      return {
        ...{ id, rawId: id, type: 'public-key', clientExtensionResults: {} },
        response: {
          clientDataJSON: base64url(clientData('webauthn.create', challenge, wrong)),
          attestationObject: base64url(attestation),
          transports: ['internal'],
        },
      }
    },
    signed({ challenge }, wrong = {}) {
      const [data, client] = [authData(wrong, 0), clientData('webauthn.get', challenge, wrong)]
      const { privateKey } = wrong.isOtherKey ? newKeys() : keys
      return {
        ...{ id, rawId: id, type: 'public-key', clientExtensionResults: {} },
        response: {
          clientDataJSON: base64url(client),
          authenticatorData: base64url(data),
          signature: base64url(sign('sha256', Buffer.concat([data, sha256(client)]), privateKey)),
          userHandle: wrong.userHandle ?? userHandle,
        },
      }
    },
  }
}

const newKeys = () => generateKeyPairSync('ec', { namedCurve: 'P-256' })
