// The identity provider in a process of its own: told by messages what to say of whom, and answers with its address.
import { createServer } from 'node:http'
import { Provider } from 'oidc-provider'

const [clientId, clientSecret] = process.argv.slice(2)
const people = new Map()
const server = createServer()
server.listen(0, '127.0.0.1', () => process.send({ issuer: issuer() }))
const issuer = () => `http://127.0.0.1:${server.address().port}`

/** Once it is known where its client, which must know where it is, can be reached. */
function serve(redirectUri) {
  const provider = new Provider(issuer(), {
    clients: [
      {
        client_id: clientId,
        client_secret: clientSecret,
        redirect_uris: [redirectUri],
        token_endpoint_auth_method: 'client_secret_post',
      },
    ],
    claims: { openid: ['sub'], email: ['email', 'email_verified'] },
    pkce: { required: () => true },
    cookies: { keys: ['a key of this test'] },
    ttl: { Session: 3600, Interaction: 3600, Grant: 3600, AccessToken: 3600, IdToken: 3600 },
    findAccount: (_, sub) => ({ accountId: sub, claims: async () => ({ sub, ...people.get(sub) }) }),
  })
  server.on('request', provider.callback())
}

process.on('message', ({ redirectUri, subject, claims }) => {
  if (redirectUri) serve(redirectUri)
  else people.set(subject, claims)
  process.send({ done: true })
})
process.on('disconnect', () => process.exit())
