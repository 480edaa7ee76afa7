// What is asked of the identity provider. The library is loaded, and the provider looked up, when somebody first uses it.
import type { ClientAuth, Configuration } from 'openid-client'
import type { OidcAttempt } from './attempts.ts'
import { isOnLoopback, type OidcSettings } from './settings.ts'

export interface Claimed {
  readonly issuer: string
  readonly subject: string
  /** The address that the provider vouches for, lower case; asked for only where it is needed. */
  email(): Promise<{ readonly address: string; readonly isVerified: boolean } | undefined>
}

export interface OidcProvider {
  /** The provider's page that asks who it is. Throws when the provider does not answer. */
  addressFor(state: string, attempt: OidcAttempt): Promise<string>
  /** Redeems the answer that came back. Throws when it is not what was asked for, or the provider does not answer. */
  redeem(search: string, state: string, attempt: OidcAttempt): Promise<Claimed>
}

const timeoutS = 10
const library = () => import('openid-client')

export function createOidcProvider(settings: OidcSettings): OidcProvider {
  let known: Promise<Configuration> | undefined
  /** Looked up once; a failure is not kept. */
  const configuration = () => {
    const looking = known ?? discover(settings)
    known = looking
    looking.catch(() => {
      if (known === looking) known = undefined
    })
    return looking
  }
  return {
    addressFor: async (state, { nonce, verifier, redirectUri }) => {
      const { buildAuthorizationUrl, calculatePKCECodeChallenge } = await library()
      const parameters = {
        redirect_uri: redirectUri,
        scope: 'openid email',
        state,
        nonce,
        code_challenge: await calculatePKCECodeChallenge(verifier),
        code_challenge_method: 'S256',
      }
      return buildAuthorizationUrl(await configuration(), parameters).href
    },
    redeem: async (search, state, { nonce, verifier, redirectUri }) => {
      const { authorizationCodeGrant, fetchUserInfo } = await library()
      const config = await configuration()
      const tokens = await authorizationCodeGrant(config, new URL(redirectUri + search), {
        expectedState: state,
        expectedNonce: nonce,
        pkceCodeVerifier: verifier,
      })
      const claims = tokens.claims()
      if (!claims) throw new Error('no identity in the answer')
      return {
        issuer: claims.iss,
        subject: claims.sub,
        email: async () => {
          const hasMore = config.serverMetadata().userinfo_endpoint !== undefined
          const said =
            claims.email === undefined && hasMore
              ? await fetchUserInfo(config, tokens.access_token, claims.sub)
              : claims
          return emailIn(said, settings.isEmailTrusted)
        },
      }
    },
  }
}

async function discover({ issuer, clientId, clientSecret }: OidcSettings): Promise<Configuration> {
  const { allowInsecureRequests, ClientSecretBasic, ClientSecretPost, discovery } = await library()
  const [basic, post] = [ClientSecretBasic(clientSecret), ClientSecretPost(clientSecret)]
  const prove: ClientAuth = (server, ...rest) =>
    (server.token_endpoint_auth_methods_supported?.includes('client_secret_post') ? post : basic)(server, ...rest)
  const execute = isOnLoopback(issuer) ? [allowInsecureRequests] : []
  return discovery(new URL(issuer), clientId, undefined, prove, { timeout: timeoutS, execute })
}

/** Nothing else than `true` says that it was verified; a trusted provider may say nothing. */
function emailIn(said: Readonly<Record<string, unknown>>, isTrusted: boolean) {
  const { email, email_verified: verified } = said
  if (typeof email !== 'string') return undefined
  return {
    address: email.trim().toLowerCase(),
    isVerified: verified === true || (verified === undefined && isTrusted),
  }
}
