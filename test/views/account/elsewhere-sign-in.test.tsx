import { afterEach, expect, test } from 'vitest'
import { comesSignedIn, ElsewhereSignIn } from '../../../src/views/account/elsewhere-sign-in.tsx'
import { find, show } from '../parts/render.ts'

afterEach(() => history.replaceState(null, '', '/'))

const text = () => document.body.textContent ?? ''
const open = (path: string, name: string | undefined = 'Sign in with your council account', person?: string) => {
  history.replaceState(null, '', path)
  show(() => <ElsewhereSignIn name={name} person={person} />)
}
const asked = () => new URL((find('a') as HTMLAnchorElement).href)

test('the button leads to the provider and back to this page, outside the app’s router', () => {
  open('/outages?open=1', undefined, 'p1')
  expect(find('a').textContent).toBe('Sign in with your council account')
  expect(find('a').getAttribute('rel')).toBe('external')
  expect(asked().pathname).toBe('/auth/oidc/start')
  expect(asked().searchParams.get('to')).toBe('/outages?open=1')
  expect(asked().searchParams.get('person')).toBe('p1')
  expect(text()).not.toContain('You are not signed in')
})

test('what went wrong is said, and does not come back with the next try', () => {
  open('/outages?open=1&sign-in=unknown')
  expect(text()).toContain('There is no account here for you yet.')
  expect(asked().searchParams.get('to')).toBe('/outages?open=1')
})

test('a word that is not ours shows no text of its own', () => {
  open(`/?sign-in=${encodeURIComponent('<b>Ring 0900</b>')}`)
  expect(text()).toContain('could not be checked')
  expect(text()).not.toContain('0900')
})

test('without a provider there is no button', () => {
  history.replaceState(null, '', '/')
  show(() => <ElsewhereSignIn name={undefined} />)
  expect(document.querySelector('a')).toBeNull()
})

test('who has just signed in there is taken in once, and the address becomes a usual one', () => {
  history.replaceState(null, '', '/outages?open=1&sign-in=done')
  expect(comesSignedIn()).toBe(true)
  expect(location.pathname + location.search).toBe('/outages?open=1')
  expect(comesSignedIn()).toBe(false)
})
