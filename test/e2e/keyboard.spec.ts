import type { Page } from '@playwright/test'
import { expectShared, person, toast } from './steps.ts'
import { expect, samplePassword, test } from './story.ts'

test('With the keyboard alone somebody signs in, reports an outage and ends it', async ({ sample, newDevice }) => {
  const desk = await newDevice(sample, { viewport: { width: 1280, height: 800 }, hasTouch: false })
  await desk.goto('/')
  await expect(desk.getByLabel('E-mail')).toBeVisible()
  await tabTo(desk, 'E-mail')
  await desk.keyboard.type(person.ict)
  await tabTo(desk, 'Password')
  await desk.keyboard.type(samplePassword)
  await desk.keyboard.press('Enter')
  await expectShared(desk)

  await tabTo(desk, 'Report outage')
  await desk.keyboard.press('Enter')
  await expect(desk.getByRole('combobox', { name: 'Which system?' })).toBeVisible()
  await tabTo(desk, 'Which system?')
  await desk.keyboard.type('electoral')
  await desk.keyboard.press('Enter')
  await expect(desk.getByRole('button', { name: 'Partly down' })).toBeVisible()
  await tabTo(desk, 'Partly down')
  await desk.keyboard.press('Enter')
  await expect(desk.getByRole('heading', { level: 1, name: 'Electoral register' })).toBeFocused()
  await tabTo(desk, 'Restored')
  await desk.keyboard.press('Enter')
  await expect(toast(desk)).toContainText('Restored')
  await expect(desk.getByRole('button', { name: 'Reopen' })).toBeVisible()
})

/** Presses Tab, as people do, until what is so named has the focus, and sees that the focus shows. */
async function tabTo(page: Page, name: string): Promise<void> {
  for (let pressed = 0; pressed < 60; pressed += 1) {
    const focused = page.locator(':focus')
    if ((await focused.count()) > 0 && (await hasName(page, name))) {
      await expect(focused).toBeInViewport()
      await expect(focused, `the focus on ${name} shows`).not.toHaveCSS('outline-style', 'none')
      return
    }
    await page.keyboard.press('Tab')
  }
  throw new Error(`Tab never reaches "${name}"`)
}

const hasName = async (page: Page, name: string): Promise<boolean> =>
  (await page
    .locator(':focus')
    .and(page.getByRole('button', { name, exact: true }))
    .count()) > 0 ||
  (await page
    .locator(':focus')
    .and(page.getByRole('link', { name, exact: true }))
    .count()) > 0 ||
  (await page
    .locator(':focus')
    .and(page.getByLabel(name, { exact: true }))
    .count()) > 0
