import type { Page } from '@playwright/test'
import { copyBuild } from './next-build.ts'
import {
  expectInstalled,
  expectShared,
  goOffline,
  goOnline,
  person,
  reportOutage,
  signIn,
  syncButton,
} from './steps.ts'
import { expect, startSample, test } from './story.ts'

test('An update waits to be asked, keeps unsent work, typed text and the pages of the desk, and begins without a network', async ({
  newDevice,
}) => {
  const build = await copyBuild()
  const server = await startSample(build.script)
  try {
    const phone = await newDevice(server)
    await signIn(phone, person.ict)
    await expectInstalled(phone)
    await phone.context().route('**/sync/**', (route) => route.abort())
    await reportOutage(phone, 'Websites')
    await expect(syncButton(phone)).toHaveAccessibleName(/^1 change on this phone/)
    await phone.getByLabel('What happened?').fill('The supplier sees it too')

    await server.stop()
    await build.replace()
    await server.start()
    await expect(phone.getByText('A new version is ready')).toHaveCount(0)
    await lookForUpdate(phone)
    await expect(phone.getByText('A new version is ready')).toBeVisible()
    expect(await scriptOf(phone)).not.toContain('.next.')
    // From here on the new version has what it brought by itself.
    await goOffline(phone)
    await phone.getByRole('button', { name: 'Update now' }).click()
    await expect.poll(() => scriptOf(phone)).toContain('.next.')
    await expect(phone.getByText('Uptally is up to date. Your text is kept')).toBeVisible()
    await expect(phone.getByLabel('What happened?')).toHaveValue('The supplier sees it too')
    await expect(syncButton(phone)).toHaveAccessibleName(/^1 change on this phone/)

    const { pathname } = new URL(phone.url())
    await phone.close()
    const reopened = await phone.context().newPage()
    await reopened.goto(pathname)
    await expect(reopened.getByRole('heading', { level: 1, name: 'Websites' })).toBeVisible()
    await expect(reopened.getByLabel('What happened?')).toHaveValue('The supplier sees it too')
    await reopened.goto('/incidents')
    await reopened.getByRole('list', { name: 'Incidents' }).getByRole('link').first().click()
    await expect(reopened.getByRole('button', { name: 'Change category' })).toBeVisible()
    await reopened.goto('/help')
    await expect(reopened.getByRole('heading', { level: 1, name: 'Help' })).toBeVisible()

    await goOnline(reopened)
    await reopened.context().unroute('**/sync/**')
    await expectShared(reopened)
  } finally {
    await server.remove()
    await build.remove()
  }
})

/** As the app does every hour, and the browser whenever the app is opened. */
const lookForUpdate = (page: Page): Promise<void> =>
  page.evaluate(async () => {
    const registration = await navigator.serviceWorker.ready
    await registration.update()
  })

const scriptOf = (page: Page): Promise<string> =>
  page.evaluate(() => document.querySelector<HTMLScriptElement>('script[type=module]')?.src ?? '').catch(() => '')
