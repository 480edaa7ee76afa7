// A browser without a screen: it keeps cookies and follows links, to the server under trial and to the provider.
import { onTestFinished } from 'vitest'
import { origin, type Trial } from '../trial.ts'
import { type StartedProvider, startProvider } from './provider.ts'

/** For one test. */
export async function providerOfTest(): Promise<StartedProvider> {
  const provider = await startProvider()
  onTestFinished(provider.stop)
  await provider.serve(`${origin}/auth/oidc/back`)
  return provider
}

export interface Browser {
  readonly cookies: Map<string, string>
  /** One request, without following where it sends. */
  open(address: string, form?: Record<string, string>): Promise<Response>
  /** The way to the provider and, as this subject, through its pages: the address at which it sends people back. */
  signInAt(provider: StartedProvider, subject: string, start?: string): Promise<string>
  /** All the way: where the server's last answer sends the browser. */
  signIn(provider: StartedProvider, subject: string, start?: string): Promise<string>
  session(): Promise<{ userId: string } | null>
}

export function startBrowser(trial: Trial): Browser {
  const cookies = new Map<string, string>()
  /** Ports share cookies, hosts do not. */
  const keyOf = (address: string, name: string) => `${new URL(address).hostname} ${name}`
  const browser: Browser = {
    cookies,
    open: async (address, form) => {
      const host = keyOf(address, '')
      const cookie = [...cookies]
        .filter(([key]) => key.startsWith(host))
        .map(([key, value]) => `${key.slice(host.length)}=${value}`)
      const request = new Request(address, {
        redirect: 'manual',
        headers: { cookie: cookie.join('; '), accept: 'text/html' },
        ...(form && { method: 'POST', body: new URLSearchParams(form) }),
      })
      const response = await (address.startsWith(origin) ? trial.handler(request) : fetch(request))
      for (const line of response.headers.getSetCookie()) {
        const [pair = ''] = line.split(';')
        const [name = '', value = ''] = [pair.slice(0, pair.indexOf('=')), pair.slice(pair.indexOf('=') + 1)]
        if (value === '') cookies.delete(keyOf(address, name))
        else cookies.set(keyOf(address, name), value)
      }
      return response
    },
    signInAt: async (provider, subject, start = '/auth/oidc/start?to=/') => {
      let address = placeOf(await browser.open(origin + start), origin)
      for (let step = 0; step < 20 && !address.startsWith(origin); step++) {
        const page = await browser.open(address)
        const text = await page.text()
        if (page.status !== 200) address = placeOf(page, provider.settings.issuer)
        else {
          // The provider's own pages: a form that asks who it is, then one that asks for consent.
          const action = /action="([^"]+)"/.exec(text)?.[1] ?? address
          const prompt = /name="prompt" value="([^"]+)"/.exec(text)?.[1] ?? ''
          address = placeOf(
            await browser.open(action, { prompt, login: subject, password: 'any' }),
            provider.settings.issuer,
          )
        }
      }
      return address
    },
    signIn: async (provider, subject, start) =>
      placeOf(await browser.open(await browser.signInAt(provider, subject, start)), origin),
    session: async () => {
      const state = await browser.open(`${origin}/auth/state`)
      return ((await state.json()) as { session: { userId: string } | null }).session
    },
  }
  return browser
}

function placeOf(response: Response, from: string): string {
  const place = response.headers.get('location')
  if (place === null) throw new Error(`${response.status} sends nowhere`)
  return new URL(place, from).href
}
