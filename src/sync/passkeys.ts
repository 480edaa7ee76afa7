// Making and using a passkey: the browser's part, which asks the person, between two questions to the server. Loaded when
// somebody does either.
import * as z from 'zod/mini'
import { type AccountError, type Answer, ask, done, signedIn } from './account.ts'

const optionsSchema = z.object({ x: z.string(), options: z.looseObject({ challenge: z.string() }) })

/** The device asks for finger, face or PIN, and keeps the passkey. */
export async function addPasskey(name: string): Promise<Answer<object>> {
  const asked = await ask('/auth/passkeys/options', optionsSchema, {})
  if (!asked.ok) return asked
  // The browser's own reading of it is the check.
  const options = asked.options as unknown as PublicKeyCredentialCreationOptionsJSON
  const made = await attempt(() =>
    navigator.credentials.create({ publicKey: PublicKeyCredential.parseCreationOptionsFromJSON(options) }),
  )
  return made.ok ? ask('/auth/passkeys/add', done, { name, response: made.response }) : made
}

/** `device`: what the list of devices shall call this one; `person`: nobody else is signed in. */
export async function signInWithPasskey(device: string, person?: string): Promise<Answer<z.infer<typeof signedIn>>> {
  const asked = await ask('/auth/passkey/options', optionsSchema, {})
  if (!asked.ok) return asked
  const options = asked.options as unknown as PublicKeyCredentialRequestOptionsJSON
  const used = await attempt(() =>
    navigator.credentials.get({ publicKey: PublicKeyCredential.parseRequestOptionsFromJSON(options) }),
  )
  return used.ok ? ask('/auth/passkey/sign-in', signedIn, { response: used.response, device, person }) : used
}

async function attempt(work: () => Promise<Credential | null>): Promise<Answer<{ readonly response: unknown }>> {
  try {
    const made = await work()
    return made instanceof PublicKeyCredential ? { ok: true, response: made.toJSON() } : refused('NotAllowedError')
  } catch (error) {
    return refused(error instanceof Error ? error.name : '')
  }
}

function refused(name: string): { readonly ok: false; readonly error: AccountError } {
  return { ok: false, error: { code: 'passkey', message: words[name] ?? 'This device could not use a passkey.' } }
}

const words: Readonly<Record<string, string>> = {
  NotAllowedError: 'No passkey was used: it was cancelled, took too long, or there is none for Uptally here.',
  InvalidStateError: 'This device has a passkey for you already.',
  SecurityError: 'Passkeys work at Uptally’s own name over HTTPS, not at this address.',
  NotSupportedError: 'This device cannot make the passkeys that Uptally asks for.',
}
