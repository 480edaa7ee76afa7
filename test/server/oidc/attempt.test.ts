import { beforeEach, expect, test } from 'vitest'
import { startTrial, type Trial } from '../trial.ts'
import { providerOfTest, startBrowser } from './browser.ts'
import type { StartedProvider } from './provider.ts'

let provider: StartedProvider
let trial: Trial
beforeEach(async () => {
  provider = await providerOfTest()
  await provider.says('s1', { email: 'ada@council.test', email_verified: true })
  trial = startTrial({ oidc: provider.settings })
  const user = { id: trial.newId(), email: 'ada@council.test', name: 'Ada', passwordHash: null, grants: [] }
  await trial.database.write((statements) => statements.saveUser({ ...user, isDisabled: false, isSample: false }))
})
const placeAfter = async (answer: Promise<Response>) => (await answer).headers.get('location')

test('an answer that was used once is worth nothing a second time', async () => {
  const browser = startBrowser(trial)
  const back = await browser.signInAt(provider, 's1')
  const kept = new Map(browser.cookies)
  expect(await placeAfter(browser.open(back))).toBe('/?sign-in=done')
  for (const [name, value] of kept) browser.cookies.set(name, value)
  browser.cookies.delete('uptally.test uptally')
  expect(await placeAfter(browser.open(back))).toBe('/?sign-in=expired')
  expect(await browser.session()).toBeNull()
})

test('an answer works in the browser that asked, and in no other', async () => {
  const browser = startBrowser(trial)
  const back = await browser.signInAt(provider, 's1')
  const stranger = startBrowser(trial)
  expect(await placeAfter(stranger.open(back))).toBe('/?sign-in=expired')
  await stranger.signInAt(provider, 's1')
  expect(await placeAfter(stranger.open(back))).toBe('/?sign-in=expired')
  expect(await stranger.session()).toBeNull()
  // Trying it elsewhere has not used it up.
  expect(await placeAfter(browser.open(back))).toBe('/?sign-in=done')
})

test('another state than the one that was sent is refused', async () => {
  const browser = startBrowser(trial)
  const back = new URL(await browser.signInAt(provider, 's1'))
  back.searchParams.set('state', 'made-up')
  expect(await placeAfter(browser.open(back.href))).toBe('/?sign-in=expired')
  back.searchParams.delete('state')
  expect(await placeAfter(browser.open(back.href))).toBe('/?sign-in=expired')
})

test('the code of another attempt is refused: it was made for another secret', async () => {
  const browser = startBrowser(trial)
  const [first, second] = [
    new URL(await browser.signInAt(provider, 's1')),
    new URL(await browser.signInAt(provider, 's1')),
  ]
  first.searchParams.set('code', second.searchParams.get('code') ?? '')
  expect(await placeAfter(browser.open(first.href))).toBe('/?sign-in=failed')
  expect(await browser.session()).toBeNull()
  expect(trial.log.join()).not.toContain(second.searchParams.get('code'))
})

test('two tabs sign in beside each other', async () => {
  const browser = startBrowser(trial)
  const [first, second] = [await browser.signInAt(provider, 's1'), await browser.signInAt(provider, 's1')]
  const kept = new Map(browser.cookies)
  expect(await placeAfter(browser.open(first))).toBe('/?sign-in=done')
  for (const [name, value] of kept) browser.cookies.set(name, value)
  expect(await placeAfter(browser.open(second))).toBe('/?sign-in=done')
})

test('an attempt lasts ten minutes', async () => {
  const browser = startBrowser(trial)
  const back = await browser.signInAt(provider, 's1')
  trial.clock.now += 10 * 60_000
  expect(await placeAfter(browser.open(back))).toBe('/?sign-in=expired')
})

test('whoever turns back at the provider finds the page where they were', async () => {
  const browser = startBrowser(trial)
  const back = new URL(await browser.signInAt(provider, 's1', '/auth/oidc/start?to=/outages'))
  back.searchParams.delete('code')
  back.searchParams.set('error', 'access_denied')
  expect(await placeAfter(browser.open(back.href))).toBe('/outages?sign-in=declined')
})

test.each([
  'https://evil.test/',
  '//evil.test/',
  '/\\evil.test/',
  '/\t/evil.test/',
  '/.//evil.test/',
  '/x/..//evil.test/',
  'javascript:alert(1)',
  'data:text/html,x',
  '/auth/sign-out',
  '/admin/people',
  `/${'x'.repeat(600)}`,
])('nobody is sent to %j', async (to) => {
  const browser = startBrowser(trial)
  const back = await browser.signInAt(provider, 's1', `/auth/oidc/start?to=${encodeURIComponent(to)}`)
  expect(await placeAfter(browser.open(back))).toBe('/?sign-in=done')
})

test('the attempt’s cookie is out of reach of scripts, and behind HTTPS of this host only', async () => {
  const lineOf = async (answer: Promise<Response>) => (await answer).headers.get('set-cookie')
  expect(await lineOf(trial.get('/auth/oidc/start'))).toMatch(
    /^uptally-oidc=[\w-]{43}; Max-Age=600; Path=\/; HttpOnly; SameSite=Lax$/,
  )
  const https = startTrial({ oidc: provider.settings, origin: 'https://uptally.example.gov.uk' })
  const answer = https.get('/auth/oidc/start')
  expect(await lineOf(answer)).toMatch(/^__Host-uptally-oidc=.*; Path=\/; HttpOnly; Secure; SameSite=Lax$/)
  const asked = new URL((await placeAfter(answer)) ?? '').searchParams
  expect(asked.get('redirect_uri')).toBe('https://uptally.example.gov.uk/auth/oidc/back')
  expect(asked.get('code_challenge_method')).toBe('S256')
  for (const name of ['state', 'nonce', 'code_challenge']) expect(asked.get(name)).toMatch(/^[\w-]{43}$/)
  expect(asked.get('client_secret')).toBeNull()
})

test('an address may not start sign-ins without end', async () => {
  for (let time = 0; time < 100; time++) await trial.get('/auth/oidc/start')
  expect(await placeAfter(trial.get('/auth/oidc/start'))).toBe(`/?sign-in=too_often`)
})
