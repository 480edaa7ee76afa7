import type { Page } from '@playwright/test'
import { expectShared, person, signIn, toast } from './steps.ts'
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

test('With the keyboard alone an analyst searches, steps through the list, selects, opens an incident and resolves it', async ({
  sample,
  newDevice,
}) => {
  const desk = await newDevice(sample, desktop)
  await signInByKeys(desk, person.ict)
  await tabTo(desk, 'Incidents')
  await desk.keyboard.press('Enter')
  await expect(desk.getByRole('heading', { level: 1, name: 'Incidents' })).toBeFocused()
  const rows = desk.getByRole('list', { name: 'Incidents' })
  const row = (place: number) => rows.locator(`[aria-posinset="${place}"]`).getByRole('link')
  await expect(row(1)).toBeVisible()
  await desk.keyboard.press('/')
  await expect(desk.getByLabel('Search incidents')).toBeFocused()
  await desk.keyboard.type('x marks nothing')
  await expect(desk.getByText('No incident fits this search')).toBeVisible()
  await tabTo(desk, 'Clear search')
  await desk.keyboard.press('Enter')
  await desk.keyboard.type('state:new assignee:none')
  await expect(desk).toHaveURL(/q=state%3Anew\+assignee/)
  await tabTo(desk, 'Save this search')

  for (const [key, place] of [
    ['j', 1],
    ['j', 2],
    ['k', 1],
  ] as const) {
    await desk.keyboard.press(key)
    await expect(row(place)).toBeFocused()
  }
  await desk.keyboard.press('x')
  await expect(desk.getByText('1 selected')).toBeVisible()
  await expect(row(1)).toBeFocused()
  await desk.keyboard.press('x')
  await expect(desk.getByText('1 selected')).toBeHidden()
  const title = (await row(1).textContent()) ?? ''
  await desk.keyboard.press('Enter')
  await expect(desk.getByRole('heading', { level: 1, name: title })).toBeFocused()

  for (const name of ['Take it', 'Start work', 'Resolve']) {
    await expect(desk.getByRole('button', { name, exact: true })).toBeVisible()
    await tabTo(desk, name)
    await desk.keyboard.press('Enter')
  }
  const resolving = desk.getByRole('dialog', { name: 'Resolve' })
  await expect(resolving).toBeVisible()
  await tabTo(desk, 'What was done?')
  await desk.keyboard.type('Put right')
  await tabTo(desk, 'Resolve')
  await desk.keyboard.press('Enter')
  await expect(toast(desk)).toContainText('Resolved.')
  await expect(resolving).toBeHidden()
  await tabTo(desk, 'Close')
})

test('Single keys that are switched off on a device do nothing there', async ({ sample, newDevice }) => {
  const desk = await newDevice(sample, desktop)
  await signIn(desk, person.ict)
  await desk.goto('/incidents')
  const [row, search] = [desk.locator('[aria-posinset="1"]').getByRole('link'), desk.getByLabel('Search incidents')]
  await expect(row).toBeVisible()
  await desk.keyboard.press('j')
  await expect(row).toBeFocused()
  await desk.keyboard.press('/')
  await expect(search).toBeFocused()

  await desk.goto('/settings/device')
  await desk.getByRole('checkbox', { name: /^Single keys on the list of incidents/ }).uncheck()
  await desk.goto('/incidents')
  await expect(row).toBeVisible()
  for (const key of ['j', '/', 'x', '?']) {
    await desk.keyboard.press(key)
    await expect(row).not.toBeFocused()
    await expect(search).not.toBeFocused()
  }
  await expect(desk.getByRole('dialog')).toHaveCount(0)
  await expect(desk.getByText('1 selected')).toHaveCount(0)
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
