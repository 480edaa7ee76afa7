import type { Locator, Page } from '@playwright/test'
import { card, expectShared, goOffline, goOnline, person, reportOutage, signIn, syncButton, toast } from './steps.ts'
import { expect, test } from './story.ts'

test('Two people end one outage at different times without a network; one of them settles it and both agree', async ({
  sample,
  newDevice,
}) => {
  const asha = await newDevice(sample)
  const ben = await newDevice(sample)
  await Promise.all([signIn(asha, person.admin), signIn(ben, person.ict)])
  await reportOutage(asha, 'Committee papers')
  await asha.getByRole('button', { name: /^30 min ago/ }).click()
  await expect(toast(asha)).toContainText('Started')
  await expectShared(asha)
  const address = new URL(asha.url()).pathname
  await openFromList(ben, 'Committee papers')
  // Later than it started, as both know it: else Ben would be asked whether it ended before it began.
  await expect(ben.getByText(/^Since .*, for 3\d min$/)).toBeVisible()

  await Promise.all([goOffline(asha), goOffline(ben)])
  await endEarlier(asha, /^15 min ago/)
  await endEarlier(ben, /^5 min ago/)
  await goOnline(asha)
  await expectShared(asha)
  await goOnline(ben)
  await expect(syncButton(ben)).toHaveAccessibleName(/^Needs you: 1/)

  const question = card(ben, 'Two people set this differently: Start and end')
  const [shown, other] = [side(question, 'Shows now'), side(question, 'The other value')]
  await expect(shown).toContainText(/Lasts 25 min.*Set by Ben Carter \(Service desk\)/)
  await expect(other).toContainText(/Lasts 15 min.*Set by Asha Patel \(ICT service\)/)
  // What each makes of the month's figure, worked out on this device.
  for (const each of [shown, other])
    await expect(each).toContainText(/Committee papers: [\d.]+% available, [\d,]+ min down/, { timeout: 30_000 })
  await expect(question).toContainText(/As at .*, in agreed hours of/)
  await other.getByRole('button', { name: /^Use this/ }).focus()
  await ben.keyboard.press('Enter')
  await expect(question).toHaveCount(0)
  await expectShared(ben)
  await expect(ben.getByText(/, 15 min$/)).toBeVisible()

  expect(new URL(asha.url()).pathname).toBe(address)
  await expectShared(asha)
  await expect(asha.getByText(/, 15 min$/)).toBeVisible()
  await expect(asha.getByText(/^Two people set this differently/)).toHaveCount(0)
})

const side = (question: Locator, title: string) =>
  question.locator('section').filter({ has: question.page().getByRole('heading', { level: 3, name: title }) })

async function openFromList(page: Page, system: string): Promise<void> {
  await page.getByRole('list', { name: 'Open outages' }).getByRole('link', { name: system }).click()
  await expect(page.getByRole('heading', { level: 1, name: system })).toBeVisible()
}

async function endEarlier(page: Page, when: RegExp): Promise<void> {
  await page.getByRole('button', { name: 'Earlier…' }).click()
  await page.getByRole('dialog', { name: 'When was it restored?' }).getByRole('button', { name: when }).click()
  await expect(toast(page)).toContainText('Restored')
}
