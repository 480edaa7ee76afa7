import { expect, test } from 'vitest'
import { oidcSettingsOf } from '../../../src/server/oidc/settings.ts'

const whole = {
  UPTALLY_OIDC_ISSUER: 'https://login.example.gov.uk/tenant/v2.0',
  UPTALLY_OIDC_CLIENT_ID: 'uptally',
  UPTALLY_OIDC_CLIENT_SECRET: 'secret',
}

test('without settings there is no provider', () => {
  expect(oidcSettingsOf({})).toBeUndefined()
  expect(oidcSettingsOf({ UPTALLY_OIDC_ISSUER: '' })).toBeUndefined()
})

test('with all of them there is one, which is not trusted with addresses unless that is said', () => {
  expect(oidcSettingsOf(whole)).toEqual({
    issuer: 'https://login.example.gov.uk/tenant/v2.0',
    clientId: 'uptally',
    clientSecret: 'secret',
    name: 'Sign in with your work account',
    isEmailTrusted: false,
  })
  const more = { UPTALLY_OIDC_NAME: 'Sign in with your council account', UPTALLY_OIDC_TRUST_EMAIL: '1' }
  expect(oidcSettingsOf({ ...whole, ...more })).toMatchObject({
    name: 'Sign in with your council account',
    isEmailTrusted: true,
  })
})

test.each([
  [{ UPTALLY_OIDC_CLIENT_SECRET: undefined }, /UPTALLY_OIDC_CLIENT_SECRET is not/],
  [{ UPTALLY_OIDC_CLIENT_ID: '' }, /UPTALLY_OIDC_CLIENT_ID is not/],
  [{ UPTALLY_OIDC_ISSUER: undefined, UPTALLY_OIDC_NAME: 'Sign in' }, /UPTALLY_OIDC_ISSUER is not/],
  [{ UPTALLY_OIDC_ISSUER: 'login.example.gov.uk' }, /must be an address/],
  [{ UPTALLY_OIDC_ISSUER: 'https://login.example.gov.uk/?x=1' }, /must be an address/],
  [{ UPTALLY_OIDC_ISSUER: 'http://login.example.gov.uk' }, /by https/],
  [{ UPTALLY_OIDC_ISSUER: 'https://login.microsoftonline.com/common/v2.0' }, /name your own tenant/],
  [{ UPTALLY_OIDC_NAME: 'x'.repeat(61) }, /1 and 60 characters/],
  [{ UPTALLY_OIDC_TRUST_EMAIL: 'perhaps' }, /must be 1 or 0/],
])('%j is refused in one sentence, without the secret', (change, sentence) => {
  const given = () => oidcSettingsOf({ ...whole, ...change })
  expect(given).toThrow(sentence)
  expect(given).not.toThrow(/\bsecret\b/)
})

test('a provider on this machine may be reached without TLS', () => {
  for (const issuer of ['http://localhost:9000', 'http://127.0.0.1:9000', 'http://[::1]:9000'])
    expect(oidcSettingsOf({ ...whole, UPTALLY_OIDC_ISSUER: issuer })).toMatchObject({ issuer })
})
