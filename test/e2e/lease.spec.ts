// A lawyer's device that has not reached the server for longer than the lease.
import type { Page } from '@playwright/test'
import { heldOn } from './held.ts'
import { expectShared, goOffline, goOnline, person, signIn, syncButton } from './steps.ts'
import { expect, test } from './story.ts'

const matter = 'Dispute between two partner authorities'
const [first, second] = ['Quillfennel advice on standing', 'Brambleworth note of the call']
const locked = /^Locked since .+\. Connect once to read what you wrote; recording time goes on\.$/

test('When the lease ends without a network, what a lawyer wrote is locked, time is recorded, and contact opens it', async ({
  sample,
  newDevice,
}) => {
  const phone = await newDevice(sample, { viewport: { width: 390, height: 844 } })
  await signIn(phone, person.legal)
  await addTime(phone, first)
  await expectShared(phone)
  await expect(phone.getByText(first)).toBeVisible()
  await expect.poll(() => whereHeld(phone, first)).toEqual([])
  const entry = new URL(phone.url()).pathname

  await goOffline(phone)
  await phone.clock.setSystemTime(Date.now() + 60 * 3_600_000)
  await phone.reload()
  await expect(phone.getByText(first)).toBeVisible()
  await phone.clock.setSystemTime(Date.now() + 73 * 3_600_000)
  await expect(phone.getByText(locked)).toBeVisible({ timeout: 30_000 })
  await phone.reload()
  await expect(phone.getByText(locked)).toBeVisible()
  await expect(phone.getByText(first)).toHaveCount(0)
  await expect(phone.getByRole('button', { name: 'Change it' })).toHaveCount(0)

  await addTime(phone, second)
  await expect(phone.getByText(second)).toBeVisible()
  await expect(syncButton(phone)).toHaveAccessibleName(/^1 change on this phone/)
  expect(await whereHeld(phone, second)).toEqual(['IndexedDB k_narrative', 'IndexedDB outbox'])
  await goOnline(phone)
  await expectShared(phone)
  await expect(phone.getByText(second)).toBeVisible()
  await phone.goto(entry)
  await expect(phone.getByText(first)).toBeVisible()
  for (const words of [first, second]) expect(await whereHeld(phone, words)).toEqual([])
})

/** Ends on the entry's own page. */
async function addTime(phone: Page, words: string): Promise<void> {
  await phone.goto('/matters')
  await phone.getByRole('link', { name: matter }).click()
  await phone.getByRole('link', { name: 'Add time' }).click()
  await phone.getByLabel('Duration').fill('1.5')
  await phone.getByLabel('What was done').fill(words)
  await phone.getByRole('button', { name: 'Save', exact: true }).click()
  await phone.getByRole('list', { name: 'Time on Today' }).getByRole('link', { name: matter }).first().click()
}

/** The tables in which a text lies open. */
const whereHeld = async (phone: Page, words: string): Promise<string[]> =>
  (await heldOn(phone))
    .filter(({ where, bytes }) => where.startsWith('IndexedDB') && bytes.includes(words))
    .map(({ where }) => where)
    .sort()
