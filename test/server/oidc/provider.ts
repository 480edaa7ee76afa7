// A real identity provider on loopback, in a process of its own.
import { fork } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import type { OidcSettings } from '../../../src/server/oidc/settings.ts'

export interface Claims {
  email?: string
  email_verified?: boolean
}

export interface StartedProvider {
  readonly settings: OidcSettings
  /** Where it sends people back to; nothing is answered before. */
  serve(redirectUri: string): Promise<void>
  /** What it says of one of its people from now on. */
  says(subject: string, claims: Claims): Promise<void>
  stop(): Promise<void>
}

const clientId = 'uptally'
const clientSecret = 'a secret of this test, long enough'

export async function startProvider(): Promise<StartedProvider> {
  const file = fileURLToPath(new URL('./provider-process.js', import.meta.url))
  // Without the conditions of the test runner, by which packages would be found as for a browser.
  const child = fork(file, [clientId, clientSecret], { execArgv: [], silent: true })
  const ended = once(child, 'exit')
  const [{ issuer }] = (await once(child, 'message')) as [{ issuer: string }]
  const tell = async (message: { redirectUri: string } | { subject: string; claims: Claims }) => {
    child.send(message)
    await once(child, 'message')
  }
  return {
    settings: { issuer, clientId, clientSecret, name: 'Sign in with your council account', isEmailTrusted: false },
    serve: (redirectUri) => tell({ redirectUri }),
    says: (subject, claims) => tell({ subject, claims }),
    stop: async () => {
      child.kill()
      await ended
    },
  }
}
