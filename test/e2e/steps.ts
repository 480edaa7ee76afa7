// What people do in more than one story.
import type { Page } from '@playwright/test'
import { expect, samplePassword } from './story.ts'

export const person = {
  admin: 'admin@sample.test',
  ict: 'ict@sample.test',
  client: 'client@sample.test',
  manager: 'manager@sample.test',
  staff: 'staff@sample.test',
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
  expect(syncButton(page)).toHaveAccessibleName(/^Up to date/, { timeout: 15_000 })

export const syncButton = (page: Page) => page.getByRole('button', { name: /Show what is shared$/ })

/** The app itself is on the device: it starts and goes on without a network. */
export async function expectInstalled(page: Page): Promise<void> {
  await page.evaluate(async () => {
    const { active } = await navigator.serviceWorker.ready
    if (active?.state === 'activated') return
    await new Promise((resolve) => active?.addEventListener('statechange', resolve, { once: true }))
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

/** A group of things under a title of its own. */
export const card = (page: Page, title: string) =>
  page.locator('section').filter({ has: page.getByRole('heading', { level: 2, name: title }) })
