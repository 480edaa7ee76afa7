import { beforeEach, expect, test } from 'vitest'
import type { User } from '../../../src/server/database/port.ts'
import { goodPassword, origin, startTrial, type Trial } from '../trial.ts'
import { providerOfTest, startBrowser } from './browser.ts'
import type { StartedProvider } from './provider.ts'

let provider: StartedProvider
let trial: Trial
beforeEach(async () => {
  provider = await providerOfTest()
  trial = startTrial({ oidc: provider.settings })
})

/** As an administrator has made it: nobody has come yet. */
async function invited(email: string, more: Partial<User> = {}): Promise<string> {
  const id = trial.newId()
  const user = { id, email, name: 'Ada', passwordHash: null, grants: [], isDisabled: false, isSample: false, ...more }
  await trial.database.write((statements) => statements.saveUser(user))
  return id
}
const verified = (email: string) => ({ email, email_verified: true })
const refusedWith = (code: string) => `${origin}/?sign-in=${code}`

test('somebody who was invited signs in by their verified address, in any case', async () => {
  const id = await invited('ada@council.test')
  await provider.says('s1', verified('Ada@Council.test'))
  const browser = startBrowser(trial)
  expect(await browser.signIn(provider, 's1', '/auth/oidc/start?to=/outages?open=1')).toBe(
    `${origin}/outages?open=1&sign-in=done`,
  )
  expect(await browser.session()).toMatchObject({ userId: id, email: 'ada@council.test' })
  expect([...browser.cookies.keys()].filter((key) => key.includes('oidc'))).toEqual([])
})

test('afterwards it is who they are at the provider that counts, whatever their address has become', async () => {
  const id = await invited('ada@council.test')
  await provider.says('s1', verified('ada@council.test'))
  await startBrowser(trial).signIn(provider, 's1')
  await provider.says('s1', { email: 'ada.new@council.test', email_verified: false })
  const browser = startBrowser(trial)
  await browser.signIn(provider, 's1')
  expect(await browser.session()).toMatchObject({ userId: id })
})

test('somebody whom nobody has invited is refused, and no account is made', async () => {
  await provider.says('s1', verified('stranger@council.test'))
  const browser = startBrowser(trial)
  expect(await browser.signIn(provider, 's1')).toBe(refusedWith('unknown'))
  expect(await browser.session()).toBeNull()
  expect(await trial.database.read((statements) => statements.users())).toEqual([])
})

test('an address that the provider does not call verified opens nothing', async () => {
  await invited('ada@council.test')
  for (const claims of [{ email_verified: false }, {}]) {
    await provider.says('s1', { email: 'ada@council.test', ...claims })
    expect(await startBrowser(trial).signIn(provider, 's1')).toBe(refusedWith('unverified'))
  }
})

test('a trusted provider may say nothing of it, but not that an address is unverified', async () => {
  trial = startTrial({ oidc: { ...provider.settings, isEmailTrusted: true } })
  await invited('ada@council.test')
  await provider.says('s1', { email: 'ada@council.test', email_verified: false })
  expect(await startBrowser(trial).signIn(provider, 's1')).toBe(refusedWith('unverified'))
  await provider.says('s1', { email: 'ada@council.test' })
  expect(await startBrowser(trial).signIn(provider, 's1')).toBe(refusedWith('done'))
})

test('a disabled account is refused, the first time and when it is known', async () => {
  const id = await invited('ada@council.test', { isDisabled: true })
  await provider.says('s1', verified('ada@council.test'))
  expect(await startBrowser(trial).signIn(provider, 's1')).toBe(refusedWith('disabled'))
  await invited('ada@council.test', { id })
  expect(await startBrowser(trial).signIn(provider, 's1')).toBe(refusedWith('done'))
  await invited('ada@council.test', { id, isDisabled: true })
  const browser = startBrowser(trial)
  expect(await browser.signIn(provider, 's1')).toBe(refusedWith('disabled'))
  expect(await browser.session()).toBeNull()
})

test('an address that the provider hands on to a newcomer does not open its former holder’s account', async () => {
  await invited('ada@council.test')
  for (const subject of ['s1', 's2']) await provider.says(subject, verified('ada@council.test'))
  await startBrowser(trial).signIn(provider, 's1')
  const browser = startBrowser(trial)
  expect(await browser.signIn(provider, 's2')).toBe(refusedWith('taken'))
  expect(await browser.session()).toBeNull()
})

test('a link from an administrator lets somebody in who has become another one at the provider', async () => {
  const [id, admin] = [await invited('ada@council.test'), await trial.person('admin')]
  for (const subject of ['s1', 's2']) await provider.says(subject, verified('ada@council.test'))
  await startBrowser(trial).signIn(provider, 's1')
  await trial.post('/admin/people/reset', { id }, admin.cookie)
  expect(await startBrowser(trial).signIn(provider, 's2')).toBe(refusedWith('done'))
  expect(await startBrowser(trial).signIn(provider, 's1')).toBe(refusedWith('taken'))
})

test('a device that holds somebody’s records is not opened to another person', async () => {
  const [id, other] = [await invited('ada@council.test'), await invited('bo@council.test')]
  await provider.says('s1', verified('ada@council.test'))
  const browser = startBrowser(trial)
  expect(await browser.signIn(provider, 's1', `/auth/oidc/start?to=/&person=${other}`)).toBe(
    refusedWith('other_person'),
  )
  expect(await browser.session()).toBeNull()
  expect(await browser.signIn(provider, 's1', `/auth/oidc/start?to=/outages&person=${id}`)).toBe(`${origin}/outages`)
  expect(await browser.session()).toMatchObject({ userId: id })
})

test('who came by the provider counts as having come, and is not invited anew', async () => {
  const [id, admin] = [await invited('ada@council.test'), await trial.person('admin')]
  await provider.says('s1', verified('ada@council.test'))
  await startBrowser(trial).signIn(provider, 's1')
  const list = (await (await trial.get('/admin/people', admin.cookie)).json()) as { people: { id: string }[] }
  expect(list.people.find((person) => person.id === id)).toMatchObject({ hasSignedIn: true })
  const invitation = { name: 'Ada', email: 'ada@council.test', grants: [] }
  expect((await trial.post('/admin/people/invite', invitation, admin.cookie)).status).toBe(409)
})

test('a provider that is down is said so, and holds up neither the server nor passwords', async () => {
  await provider.stop()
  const person = await trial.person('staff')
  const browser = startBrowser(trial)
  const answer = await browser.open(`${origin}/auth/oidc/start?to=/outages`)
  expect(answer.headers.get('location')).toBe('/outages?sign-in=unreachable')
  const body = { email: `${person.userId}@trial.test`, password: goodPassword }
  expect((await trial.post('/auth/sign-in', body)).status).toBe(200)
})

test('a provider that goes down on the way is said so', async () => {
  await provider.says('s1', verified('ada@council.test'))
  const browser = startBrowser(trial)
  const back = await browser.signInAt(provider, 's1')
  await provider.stop()
  expect((await browser.open(back)).headers.get('location')).toBe('/?sign-in=unreachable')
})

test('the page learns what the button says, and without a provider there is none', async () => {
  expect(await (await trial.get('/auth/state')).json()).toMatchObject({ oidc: 'Sign in with your council account' })
  const without = startTrial()
  expect(await (await without.get('/auth/state')).json()).not.toHaveProperty('oidc')
  expect((await without.get('/auth/oidc/start')).status).toBe(404)
})
