import type { Page } from '@playwright/test'
import { expectShared, goOffline, goOnline, person, reportOutage, signIn, syncButton, toast } from './steps.ts'
import { expect, test } from './story.ts'

test('An outage is reported in three taps without a network, outlives its tab, and reaches another person', async ({
  sample,
  newDevice,
}) => {
  const phone = await newDevice(sample)
  await signIn(phone, person.ict)
  await goOffline(phone)

  await phone.getByRole('link', { name: 'Report outage' }).tap()
  await phone.getByRole('option', { name: 'Websites' }).tap()
  await phone.getByRole('button', { name: 'Down', exact: true }).tap()
  await expect(toast(phone)).toContainText('Reported: Websites is down. Saved on this phone.')

  await killTab(phone)
  const reopened = await phone.context().newPage()
  await reopened.goto(sample.origin)
  await expect(syncButton(reopened)).toHaveAccessibleName(/^1 change on this phone/)
  await reopened.getByRole('list', { name: 'Open outages' }).getByRole('link', { name: 'Websites' }).tap()
  await reopened.getByRole('button', { name: 'Restored', exact: true }).tap()
  await expect(toast(reopened)).toContainText('Restored')
  await expect(syncButton(reopened)).toHaveAccessibleName(/^2 changes on this phone/)

  await goOnline(reopened)
  await expectShared(reopened)

  const desk = await newDevice(sample, { viewport: { width: 1280, height: 800 } })
  await signIn(desk, person.manager)
  await desk.goto(new URL(reopened.url()).pathname)
  await expect(desk.getByRole('heading', { level: 1, name: 'Websites' })).toBeVisible()
  await expect(desk.getByRole('paragraph').filter({ hasText: /^Restored$/ })).toBeVisible()
})

test('Undo takes a report back', async ({ sample, newDevice }) => {
  const phone = await newDevice(sample)
  await signIn(phone, person.ict)
  await reportOutage(phone, 'Payroll', 'Slow')
  await toast(phone).getByRole('button', { name: 'Undo' }).tap()
  await expect(phone.getByRole('heading', { level: 1, name: 'Outages' })).toBeVisible()
  await expect(phone.getByRole('list', { name: 'Open outages' })).not.toContainText('Payroll')
  await expectShared(phone)

  const other = await newDevice(sample)
  await signIn(other, person.manager)
  await other.getByRole('link', { name: 'Outages' }).tap()
  await expect(other.getByRole('list', { name: 'Open outages' })).toContainText('Telephony')
  await expect(other.getByRole('list', { name: 'Open outages' })).not.toContainText('Payroll')
})

/** As the operating system does when it needs the memory. */
async function killTab(page: Page): Promise<void> {
  const gone = page.waitForEvent('crash')
  const session = await page.context().newCDPSession(page)
  void session.send('Page.crash').catch(() => {})
  await gone
  await page.close()
}
