import type { Page } from '@playwright/test'
import { expectShared, person, toast } from './steps.ts'
import { expect, samplePassword, test } from './story.ts'

const desktop = { viewport: { width: 1280, height: 800 }, hasTouch: false }

test('With the keyboard alone somebody signs in, reports an outage and ends it', async ({ sample, newDevice }) => {
  const desk = await newDevice(sample, desktop)
  await signInByKeys(desk, person.ict)

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

test('With the keyboard alone a fee earner adds time to a matter and starts and stops a timer', async ({
  sample,
  newDevice,
}) => {
  const desk = await newDevice(sample, desktop)
  await signInByKeys(desk, 'owen.pritchard@sample.test')
  await tabTo(desk, 'Add time')
  await desk.keyboard.press('Enter')
  await expect(desk.getByRole('heading', { level: 1, name: 'Add time' })).toBeFocused()
  await tabTo(desk, 'Duration')
  await desk.keyboard.type('1.5')
  await tabTo(desk, 'Find another…')
  await desk.keyboard.press('Enter')
  await expect(
    desk.getByRole('dialog', { name: 'Find a matter' }).getByRole('combobox', { name: 'Matter' }),
  ).toBeFocused()
  await desk.keyboard.type('market hill: tree')
  await desk.keyboard.press('Enter')
  await expect(desk.getByRole('button', { name: 'Market Hill: tree order', pressed: true })).toBeVisible()
  await tabTo(desk, 'What was done')
  await desk.keyboard.type('Read the order.')
  await tabTo(desk, 'Save')
  await desk.keyboard.press('Enter')
  await expect(toast(desk)).toContainText('1 h 30 min recorded.')
  await expect(desk.getByRole('list', { name: 'Time on Today' })).toContainText('Market Hill: tree order')

  await tabTo(desk, 'Start timer')
  await desk.keyboard.press('Enter')
  await expect(desk.getByRole('region', { name: 'Running timer' })).toBeVisible()
  await tabTo(desk, 'Stop')
  await desk.keyboard.press('Enter')
  await expect(desk.getByRole('region', { name: 'Running timer' })).toBeHidden()
})

test("With the keyboard alone a manager reads Impact's table to its end, in a window as narrow as a phone", async ({
  sample,
  newDevice,
}) => {
  const page = await newDevice(sample, { viewport: { width: 390, height: 844 }, hasTouch: false })
  await signInByKeys(page, person.manager)
  await tabTo(page, 'Impact')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { level: 1, name: 'Impact' })).toBeFocused()
  await expect(page.getByRole('button', { name: 'Show as table' })).toBeVisible()
  await tabTo(page, 'Show as table')
  await page.keyboard.press('Enter')
  await tabTo(page, /^What outages cost by division and council/)
  const net = page.locator(':focus').getByRole('columnheader', { name: 'Net' })
  await expect(net).not.toBeInViewport()
  for (let pressed = 0; pressed < 20; pressed += 1) await page.keyboard.press('ArrowRight')
  await expect(net).toBeInViewport()
})

async function signInByKeys(page: Page, email: string): Promise<void> {
  await page.goto('/')
  await expect(page.getByLabel('E-mail')).toBeVisible()
  await tabTo(page, 'E-mail')
  await page.keyboard.type(email)
  await tabTo(page, 'Password')
  await page.keyboard.type(samplePassword)
  await page.keyboard.press('Enter')
  await expectShared(page)
}

/** Presses Tab, as people do, until what is so named has the focus, and sees that the focus shows. */
async function tabTo(page: Page, name: string | RegExp): Promise<void> {
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

async function hasName(page: Page, name: string | RegExp): Promise<boolean> {
  const named = { name, exact: true }
  const either = [page.getByRole('button', named), page.getByRole('link', named), page.getByRole('region', named)]
  for (const locator of [...either, page.getByLabel(name, { exact: true })])
    if ((await page.locator(':focus').and(locator).count()) > 0) return true
  return false
}
