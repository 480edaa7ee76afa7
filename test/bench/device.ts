// A device as a person has it: Chromium with a profile on disk that nobody has used before.
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type BrowserContext, type BrowserContextOptions, chromium, type Page } from '@playwright/test'
import { chromiumArgs, findChromium } from '../chromium.js'
import { type RunningServer, startServer } from '../e2e/server.ts'

export const samplePassword = 'sample-password-1'

/** The real server over the sample. */
export const startSample = (): Promise<RunningServer> =>
  startServer({ args: ['--sample'], env: { UPTALLY_SAMPLE_PASSWORD: samplePassword } })

export interface Device {
  readonly context: BrowserContext
  readonly page: Page
  /** Where other tools find this browser. */
  debuggingPort(): Promise<number>
  /** Ends the browser and removes its profile. */
  remove(): Promise<void>
}

const phone = { viewport: { width: 390, height: 844 }, hasTouch: true } as const

export async function newDevice(origin: string, options: BrowserContextOptions = phone): Promise<Device> {
  const executablePath = findChromium()
  if (!executablePath) throw new Error('This needs Chromium: install it, or name one in UPTALLY_CHROMIUM.')
  const profile = await mkdtemp(join(tmpdir(), 'uptally-profile-'))
  const context = await chromium.launchPersistentContext(profile, {
    executablePath,
    args: [...chromiumArgs, '--remote-debugging-port=0'],
    baseURL: origin,
    locale: 'en-GB',
    timezoneId: 'Europe/London',
    ...options,
  })
  const page = context.pages()[0] ?? (await context.newPage())
  return {
    context,
    page,
    debuggingPort: async () => Number((await readFile(join(profile, 'DevToolsActivePort'), 'utf8')).split('\n')[0]),
    remove: async () => {
      await context.close()
      await rm(profile, { recursive: true, force: true, maxRetries: 5 })
    },
  }
}

export const openOutages = '[aria-label="Open outages"] a'
export const upToDate = 'button[aria-label^="Up to date"]'

/** On the sign-in page, all filled in. */
export async function fillSignIn(page: Page, email = 'admin@sample.test', path = '/'): Promise<void> {
  await page.goto(path)
  await page.getByLabel('E-mail').fill(email)
  await page.getByLabel('Password').fill(samplePassword)
}

export const pressSignIn = (page: Page): Promise<void> =>
  page.getByRole('button', { name: 'Sign in', exact: true }).click()

/** Signs in and waits until the records and the app itself are on the device. */
export async function signIn(page: Page, email?: string): Promise<void> {
  await fillSignIn(page, email)
  await pressSignIn(page)
  await page.locator(upToDate).waitFor()
  await page.evaluate(async () => {
    const { active } = await navigator.serviceWorker.ready
    if (active?.state === 'activated') return
    await new Promise((resolve) => active?.addEventListener('statechange', resolve, { once: true }))
  })
}

/** When something was first on the screen, by the page's own clock (ms since its navigation), for all pages from now on. */
export async function watchFor(page: Page, selectors: Readonly<Record<string, string>>): Promise<void> {
  await page.addInitScript(watch, selectors)
}

/** Waits for all of them. */
export async function seenAt<Name extends string>(page: Page, names: readonly Name[]): Promise<Record<Name, number>> {
  await page.waitForFunction((wanted) => wanted.every((name) => name in window.seenAt), names as readonly string[])
  return page.evaluate(() => window.seenAt) as Promise<Record<Name, number>>
}

declare global {
  interface Window {
    seenAt: Record<string, number>
  }
}

/** Runs in the page. Looks once a frame; what it finds is on the screen when the next frame begins. */
function watch(selectors: Readonly<Record<string, string>>): void {
  window.seenAt = {}
  const look = () => {
    const found = Object.keys(selectors).filter((name) => document.querySelector(selectors[name] ?? ''))
    requestAnimationFrame((now) => {
      for (const name of found) window.seenAt[name] ??= now
      look()
    })
  }
  look()
}
