// Every page of the app as an administrator finds it.
import type { Page } from '@playwright/test'
import { expect } from './story.ts'

export const mainPages = [
  '/',
  '/outages',
  '/outages/report',
  '/systems',
  '/availability',
  '/impact',
  '/settings',
  '/help',
] as const

export const otherPages = [
  '/outages/report?past=1',
  '/outages/planned/new',
  '/systems/new',
  '/impact/facts',
  '/import',
  '/changes',
  '/settings/device',
  '/settings/account',
  '/settings/take-in',
  '/settings/people',
  '/settings/councils',
  '/settings/divisions',
  '/settings/calendars',
  '/settings/holidays',
  '/settings/set-aside',
  '/settings/audit',
  '/settings/privacy',
  '/settings/sample',
  '/help/accessibility',
  '/parts',
  '/nowhere',
] as const

/** As whoever works at the desk finds them. */
export const deskPages = [
  '/incidents',
  '/incidents/new',
  '/incidents/settings',
  '/demand',
  '/import/incidents',
] as const

/** As whoever heads the legal practice finds them. */
export const legalPages = [
  '/time',
  '/time/new',
  '/matters',
  '/matters/new',
  '/legal',
  '/legal/practice?part=time',
  '/legal/practice?part=posts',
  '/legal/practice?part=rates',
  '/legal/practice?part=level',
  '/legal/practice?part=team',
] as const

/** Goes there and waits until it shows what it is for. */
export async function visit(page: Page, path: string): Promise<void> {
  await page.goto(path)
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
  // The page of all parts shows skeletons for ever.
  if (path !== '/parts') await expect(page.locator('main .skeleton').filter({ visible: true })).toHaveCount(0)
}
