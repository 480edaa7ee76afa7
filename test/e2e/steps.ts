// What people do in more than one story.
import type { Page } from '@playwright/test'
import type { RunningServer } from './server.ts'
import { expect, samplePassword } from './story.ts'

export const person = {
  admin: 'admin@sample.test',
  ict: 'ict@sample.test',
  client: 'client@sample.test',
  manager: 'manager@sample.test',
  staff: 'staff@sample.test',
  /** A fee earner. */
  legal: 'legal@sample.test',
  /** Heads the legal practice, and is a manager. */
  practice: 'practice@sample.test',
} as const

/** Signs in on the start page and waits until the device holds what the server has. */
export async function signIn(page: Page, email: string, password = samplePassword): Promise<void> {
  await page.goto('/')
  await page.getByLabel('E-mail').fill(email)
  await page.getByLabel('Password').fill(password)
  await page.getByRole('button', { name: 'Sign in', exact: true }).click()
  await expectShared(page)
}

/** Nothing waits on this device, and it holds what the server knew a moment ago. */
export const expectShared = (page: Page): Promise<void> =>
  expect(syncButton(page)).toHaveAccessibleName(/^Up to date/, { timeout: 50_000 })

export const syncButton = (page: Page) => page.getByRole('button', { name: /Show what is shared$/ })

/** On the list of incidents; the round button of the page before goes when that page has its own. */
export async function pressRaise(page: Page): Promise<void> {
  await expect(page.getByRole('heading', { level: 1, name: 'Incidents' })).toBeVisible()
  await page.getByRole('link', { name: 'Raise incident' }).filter({ visible: true }).first().click()
}

/** The app itself is on the device, with the pages of the person's work: it starts and goes on without a network. */
export async function expectInstalled(page: Page): Promise<void> {
  await page.evaluate(async () => {
    const { active } = await navigator.serviceWorker.ready
    if (!active) return
    if (active.state !== 'activated')
      await new Promise((resolve) => active.addEventListener('statechange', resolve, { once: true }))
    const { port1, port2 } = new MessageChannel()
    await new Promise((resolve) => {
      port1.onmessage = resolve
      active.postMessage({ type: 'KEEP_PACKS', packs: [] }, [port2])
    })
  })
}

/** Once the app is on the device, which the first minute sees to. */
export async function goOffline(page: Page): Promise<void> {
  await expectInstalled(page)
  await page.context().setOffline(true)
}
export const goOnline = (page: Page): Promise<void> => page.context().setOffline(false)

/** From any page, to the outage's own page. */
export async function reportOutage(page: Page, system: string, level = 'Down'): Promise<void> {
  // A phone's page that has an act of its own leaves no room for the other one.
  await page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'Start' }).click()
  await page.getByRole('link', { name: 'Report outage' }).click()
  await page.getByRole('option', { name: system }).click()
  await page.getByRole('button', { name: level, exact: true }).click()
  await expect(page.getByRole('heading', { level: 1, name: system })).toBeVisible()
}

/** The toast that tells what was just done. */
export const toast = (page: Page) => page.getByRole('region', { name: 'Just done' })

/** The path of what "Download all" saves. */
export async function downloadAll(page: Page): Promise<string> {
  await page.goto('/settings/device')
  const download = page.waitForEvent('download')
  await page.getByRole('button', { name: 'Download all (JSON)' }).click()
  await expect(toast(page)).toContainText('records exported.')
  return (await download).path()
}

/** What was recorded today; in the morning gaps stand among it, with links of their own. */
export const entriesToday = (page: Page) =>
  page.getByRole('list', { name: 'Time on Today' }).locator('a[href^="/time/entries/"]')

/** A group of things under a title of its own. */
export const card = (page: Page, title: string) =>
  page.locator('section').filter({ has: page.getByRole('heading', { level: 2, name: title }) })

/** What the server printed at its start over an empty database. */
export function setUpCode(server: RunningServer): string {
  const code = /Set-up code .*: (\S+)/.exec(server.output())?.[1]
  if (!code) throw new Error(`No set-up code was printed:\n${server.output()}`)
  return code
}

/** Sets up a partnership of two councils on an empty server; ends on the start page of its administrator. */
export async function setUp(page: Page, code: string): Promise<void> {
  await page.goto('/set-up')
  await page.getByLabel('Name of the partnership').fill('Three Rivers Shared Services')
  await page.getByLabel('Council 1', { exact: true }).fill('Ashby Borough Council')
  await page.getByLabel('Council 2', { exact: true }).fill('Brook District Council')
  await page.getByLabel('Ashby Borough Council, people').first().fill('30')
  await page.getByLabel('Your name').fill('Ada Moss')
  await page.getByLabel('E-mail').fill('ada@rivers.test')
  await page.getByLabel('Password').fill('a long pass phrase')
  await page.getByLabel('Set-up code').fill(code)
  await page.getByRole('button', { name: 'Set up and sign in' }).click()
  await expectShared(page)
}
