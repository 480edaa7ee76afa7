// The identity provider that the operator names: all of it or nothing.
import { Unusable } from '../unusable.ts'

export interface OidcSettings {
  /** As the provider writes it itself, without a slash at the end unless it does. */
  readonly issuer: string
  readonly clientId: string
  readonly clientSecret: string
  /** What the button says. */
  readonly name: string
  /** The provider says nothing of whether an address was verified, and all of its addresses are the operator's own. */
  readonly isEmailTrusted: boolean
}

const names = ['UPTALLY_OIDC_ISSUER', 'UPTALLY_OIDC_CLIENT_ID', 'UPTALLY_OIDC_CLIENT_SECRET'] as const
const others = ['UPTALLY_OIDC_NAME', 'UPTALLY_OIDC_TRUST_EMAIL'] as const

/** undefined when nothing is set. Throws a sentence for the operator. */
export function oidcSettingsOf(env: Readonly<Record<string, string | undefined>>): OidcSettings | undefined {
  const given = [...names, ...others].filter((name) => env[name])
  if (given.length === 0) return undefined
  const missing = names.find((name) => !env[name])
  if (missing) throw new Unusable(`${given[0]} is set, and ${missing} is not; sign-in by OpenID Connect needs both.`)
  const issuer = issuerOf(env.UPTALLY_OIDC_ISSUER ?? '')
  return {
    issuer,
    clientId: env.UPTALLY_OIDC_CLIENT_ID ?? '',
    clientSecret: env.UPTALLY_OIDC_CLIENT_SECRET ?? '',
    name: nameOf(env.UPTALLY_OIDC_NAME || 'Sign in with your work account'),
    isEmailTrusted: isTrusted(env.UPTALLY_OIDC_TRUST_EMAIL),
  }
}

const loopback = /^(localhost|127\.0\.0\.1|\[::1\])$/

/** Whether the provider is on this machine, where no network can listen in. */
export const isOnLoopback = (issuer: string): boolean => loopback.test(new URL(issuer).hostname)

function issuerOf(text: string): string {
  const url = URL.canParse(text) ? new URL(text) : undefined
  if (!url || !/^https?:$/.test(url.protocol) || url.search || url.hash || url.username)
    throw new Unusable(`UPTALLY_OIDC_ISSUER is "${text}"; it must be an address such as https://login.example.gov.uk.`)
  if (url.protocol === 'http:' && !isOnLoopback(text))
    throw new Unusable(`UPTALLY_OIDC_ISSUER is "${text}"; a provider on another machine must be reached by https.`)
  if (/^\/(common|organizations|consumers)(\/|$)/.test(url.pathname))
    throw new Unusable(`UPTALLY_OIDC_ISSUER is "${text}"; name your own tenant in it, for this one lets everybody in.`)
  return text
}

function nameOf(text: string): string {
  if (text.trim().length < 1 || text.length > 60)
    throw new Unusable('UPTALLY_OIDC_NAME must have between 1 and 60 characters: it is what the button says.')
  return text.trim()
}

function isTrusted(text: string | undefined): boolean {
  if (!text || text === '0' || text === 'false') return false
  if (text === '1' || text === 'true') return true
  throw new Unusable(`UPTALLY_OIDC_TRUST_EMAIL is "${text}"; it must be 1 or 0.`)
}
