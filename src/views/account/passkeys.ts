// The door to passkeys: what they need comes when somebody uses one, and nothing of it before.
import type { AccountError } from '../../sync/account.ts'

/** Browsers since 2025 that reach this server in a way they trust: HTTPS, or on the server's own machine. */
export const canUsePasskeys = (): boolean =>
  'PublicKeyCredential' in window && 'parseRequestOptionsFromJSON' in window.PublicKeyCredential

const notHere: { readonly ok: false; readonly error: AccountError } = {
  ok: false,
  error: { code: 'offline', message: 'The server cannot be reached. This needs a network.' },
}

export const addPasskey = (name: string) =>
  import('../../sync/passkeys.ts').then(
    (passkeys) => passkeys.addPasskey(name),
    () => notHere,
  )

export const signInWithPasskey = (device: string, person?: string) =>
  import('../../sync/passkeys.ts').then(
    (passkeys) => passkeys.signInWithPasskey(device, person),
    () => notHere,
  )
