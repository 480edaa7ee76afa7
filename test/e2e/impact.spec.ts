import type { Locator, Page } from '@playwright/test'
import { card, expectShared, goOffline, person, signIn, syncButton, toast } from './steps.ts'
import { expect, test } from './story.ts'

const phone = { viewport: { width: 390, height: 844 } }
const bar = (page: Page, name: string) =>
  page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name, exact: true })

test('What an outage cost one division is two taps away, without a network, and its parts add up to the penny', async ({
  sample,
  newDevice,
}) => {
  const page = await newDevice(sample, phone)
  await signIn(page, person.manager)
  await goOffline(page)
  await bar(page, 'Impact').click()
  await card(page, 'By division').getByRole('link', { name: 'Planning' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Planning' })).toBeVisible()
  const mail = card(page, 'By system').getByRole('listitem').filter({ hasText: 'Document store' })
  await expect(mail).toContainText(/[\d,]+\.\d h\s*£[\d,]+/)
  await expect(page.getByText('times its share', { exact: true })).toBeVisible()

  await page.getByRole('link', { name: 'Impact', exact: true }).first().click()
  await page.getByRole('button', { name: 'Show as table' }).click()
  const rows = await cellsOf(page)
  const total = rows.pop() ?? []
  expect(rows.length).toBe(36)
  expect(rows.reduce((sum, cells) => sum + penceOf(cells[5]), 0)).toBe(penceOf(total[5]))
  expect(rows.reduce((sum, cells) => sum + penceOf(cells[6]), 0)).toBe(penceOf(total[6]))
  expect(penceOf(total[5])).toBeGreaterThan(penceOf(total[6]))
})

test('A try-out changes the figure, saves nothing, and one tap leads back', async ({ sample, newDevice }) => {
  const page = await newDevice(sample, phone)
  await signIn(page, person.manager)
  await page.goto('/impact')
  await expectShared(page)
  await page.getByRole('button', { name: 'What if' }).click()
  await page.getByRole('combobox', { name: 'Which dependency is removed?' }).fill('Document store')
  await page.getByRole('option', { name: 'Document store needs Virtual servers' }).click()
  const mark = page.getByRole('alert').filter({ hasText: 'A try-out: nothing of it is saved' })
  await expect(mark).toContainText('Document store no longer needs Virtual servers')
  // Outages are running: what is recorded grows while the page is looked at.
  await expect(async () => expect(pounds(await grossOf(page))).toBeLessThan(await insteadOf(mark))).toPass()
  const recorded = await insteadOf(mark)
  await expect(syncButton(page)).toHaveAccessibleName(/^Up to date/)
  await page.getByRole('button', { name: 'Back to what is recorded' }).click()
  await expect(mark).toBeHidden()
  await expect(async () => expect(pounds(await grossOf(page))).toBeGreaterThanOrEqual(recorded)).toPass()
})

test('A manager answers for days gone by: what holds today stays, the history tells both, and Undo takes it back', async ({
  sample,
  newDevice,
}) => {
  const page = await newDevice(sample, phone)
  await signIn(page, person.manager)
  await page.goto('/settings')
  await page.getByRole('link', { name: 'What is assumed' }).click()
  await page.getByLabel('Division').selectOption('Planning')
  const network = page.getByRole('listitem').filter({ hasText: 'Council network' })
  await expect(network).toContainText('Half of the work stops')
  await network.getByRole('button', { name: 'Change Council network' }).click()
  const sheet = page.getByRole('dialog', { name: 'Planning' })
  await sheet.getByLabel('None').check()
  await sheet.getByLabel('Year').first().fill('2020')
  await sheet.getByRole('button', { name: 'South Cambs' }).click()
  await sheet.getByLabel('Note').fill('Asked at the team meeting')
  await sheet.getByRole('button', { name: 'Save' }).click()
  // An answer for days before the one that holds changes nothing of today.
  await expect(toast(page)).toContainText('Saved on this device.')
  await expect(network).toHaveText(/Half of the work stops/)
  await network.getByRole('button').click()
  await sheet.getByText(/^What was said: 2$/).click()
  await expect(
    sheet.getByText(/Cambridge and Huntingdonshire, from .* 2020\. Asked on .*, set by Mair Hughes\. Asked at/),
  ).toBeVisible()
  await sheet.getByRole('button', { name: 'Close' }).click()
  await toast(page).getByRole('button', { name: 'Undo' }).click()
  // What was saved goes from the list, which may be drawn anew under a press.
  await expect(async () => {
    if (!(await sheet.isVisible())) await network.getByRole('button').click()
    await expect(sheet.getByText(/^What was said: 1$/)).toBeVisible({ timeout: 3000 })
  }).toPass()
})

test('ICT sees the hours, no pounds, and who sees them', async ({ sample, newDevice }) => {
  const page = await newDevice(sample, { viewport: { width: 1280, height: 800 } })
  await signIn(page, person.ict)
  await bar(page, 'Impact').click()
  await expect(page.getByText("Pounds are shown to managers and to each council's client officer.")).toBeVisible()
  await expect(card(page, 'By division').getByRole('listitem').first()).toContainText(/[\d,]+\.\d h/)
  await expect(page.locator('main')).not.toContainText('£')
})

/** The table behind the bars, its totals last. */
const cellsOf = (page: Page): Promise<string[][]> =>
  page
    .getByRole('figure')
    .locator('tbody tr, tfoot tr')
    .evaluateAll((rows) => rows.map((row) => [...row.children].map((cell) => cell.textContent ?? '')))

const penceOf = (cell = ''): number => Math.round(Number(cell.replace(/[£,]/g, '')) * 100)
const pounds = (figure: string): number => Number(figure.replace(/[£,]/g, ''))

/** What the mark of a try-out says is recorded, in pounds. */
const insteadOf = async (mark: Locator): Promise<number> =>
  pounds(/£[\d,.]+ instead of (£[\d,]+(\.\d\d)?)/.exec((await mark.textContent()) ?? '')?.[1] ?? '')

const grossOf = async (page: Page): Promise<string> =>
  (await page.locator('.figure').filter({ hasText: 'Cost, gross' }).locator('.figure__number').textContent()) ?? ''
