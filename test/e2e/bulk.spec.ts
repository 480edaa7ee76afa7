// Many incidents changed at once, while somebody else changes one of them.
import type { Page } from '@playwright/test'
import { card, expectInstalled, expectShared, goOffline, goOnline, person, signIn, syncButton, toast } from './steps.ts'
import { expect, test } from './story.ts'

const query = 'council:Huntingdonshire'
const list = (search: string) => `/incidents?${new URLSearchParams({ q: search })}`

test('Changed together without a network: all are saved but what a colleague changed meanwhile, which shows both values; one Undo takes it back', async ({
  sample,
  newDevice,
}) => {
  const asha = await newDevice(sample, { viewport: { width: 1280, height: 800 }, hasTouch: false })
  const ben = await newDevice(sample)
  await Promise.all([signIn(asha, person.admin), signIn(ben, person.ict)])
  await Promise.all([asha.goto(list(query)), ben.goto(list(query))])
  const total = await foundIn(asha)
  expect(total, 'more than a page of the list holds').toBeGreaterThan(150)
  await expectInstalled(ben)
  await ben.getByRole('list', { name: 'Incidents' }).getByRole('link').first().click()
  const { pathname } = new URL(ben.url())

  await goOffline(asha)
  await asha.getByRole('button', { name: `Select all ${total}` }).click()
  await asha.getByRole('button', { name: 'Change selected' }).click()
  const changing = asha.getByRole('dialog', { name: `Change selected (${total})` })
  await changing.getByLabel('What shall change?').selectOption('Category')
  await changing.getByLabel('Category', { exact: true }).fill('Quillfeather review')
  await changing.getByRole('button', { name: 'See what changes' }).click()
  await expect(changing.getByRole('listitem').first()).toContainText(
    /^\d+ incidents: category .+ to Quillfeather review$/,
  )
  await changing.getByRole('button', { name: `Change ${total} incidents` }).click()
  await expect(toast(asha)).toContainText(`${total} incidents changed.`)
  // What is under the keyboard or the pointer stays.
  await toast(asha).getByRole('button', { name: 'Undo' }).focus()

  await ben.getByRole('button', { name: 'Change category' }).click()
  const category = ben.getByRole('dialog', { name: 'Category' })
  await category.getByRole('textbox', { name: 'Category' }).fill('Marrowgate move')
  await category.getByRole('button', { name: 'Save' }).click()
  await expect(category).toBeHidden()
  await expectShared(ben)

  await goOnline(asha)
  await expect(syncButton(asha)).toHaveAccessibleName(/^Needs you: 1/, { timeout: 60_000 })
  const question = card(ben, 'Two people set this differently: Category')
  await expect(question).toContainText(/Quillfeather review.*Set by Asha Patel/)
  await expect(question).toContainText(/Marrowgate move.*Set by Ben Carter/)
  await question
    .locator('section')
    .filter({ hasText: 'Marrowgate move' })
    .getByRole('button', { name: /^(Keep|Use) this/ })
    .click()
  await expect(question).toHaveCount(0)
  await expectShared(ben)

  await ben.goto(list('Quillfeather'))
  expect(await foundIn(ben), 'all others are saved').toBe(total - 1)
  await ben.getByRole('list', { name: 'Incidents' }).getByRole('link').first().click()
  const history = card(ben, 'History').getByRole('listitem').first()
  await expect(history).toContainText(/Category: Quillfeather review.*Asha Patel/)

  await expectShared(asha)
  await toast(asha).getByRole('button', { name: 'Undo' }).click()
  const told = `${total - 1} incidents as before. 1 has been changed again since and stays.`
  await expect(toast(asha)).toContainText(told)
  await expect(history).toContainText(/^Change taken back.*, was Quillfeather review.*Asha Patel/)
  await expectShared(asha)
  await ben.goto(list('Quillfeather'))
  await expect(ben.getByText('No incident fits this search')).toBeVisible()
  await ben.goto(pathname)
  await expect(card(ben, 'Facts')).toContainText('Marrowgate move')
})

/** How many the search of this page finds. */
async function foundIn(page: Page): Promise<number> {
  const said = page.getByRole('status').filter({ hasText: /^\d+ incidents?$/ })
  await expect(said).toBeVisible()
  return Number.parseInt((await said.textContent()) ?? '', 10)
}
