// What each role does and reads of incidents while there is no network. Raising and escalating are in incident.spec.ts.
import type { Page } from '@playwright/test'
import { card, expectShared, goOffline, goOnline, person, pressRaise, signIn, syncButton, toast } from './steps.ts'
import { expect, test } from './story.ts'

test('Without a network ICT works a queue: what is raised and nobody has is taken, noted, resolved and gone from it', async ({
  sample,
  newDevice,
}) => {
  const ben = await newDevice(sample)
  await signIn(ben, person.ict)
  await goOffline(ben)
  const title = 'Lift display shows yesterday'
  await raise(ben, title, 'South Cambridgeshire District Council')
  await ben.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'Incidents' }).click()
  const queues = ben.getByRole('navigation', { name: 'Queues and saved searches' })
  await queues.getByRole('link', { name: /^Unassigned/ }).click()
  await ben.getByRole('link', { name: title }).click()

  await ben.getByRole('button', { name: 'Take it' }).click()
  await ben.getByRole('button', { name: 'Start work' }).click()
  await ben.getByRole('button', { name: 'Work note', exact: true }).click()
  await ben.getByLabel('Work note', { exact: true }).fill('Its clock has no battery')
  await ben.getByLabel('Minutes').fill('15')
  await ben.getByRole('button', { name: 'Add work note' }).click()
  await expect(card(ben, 'Comments and work notes')).toContainText('Its clock has no battery')
  await ben.getByRole('link', { name: 'Incidents' }).first().click()
  await expect(ben.getByRole('heading', { level: 1, name: 'Incidents' })).toBeVisible()
  await queues.getByRole('link', { name: /^Mine/ }).click()
  await ben.getByRole('link', { name: title }).click()
  await ben.getByRole('button', { name: 'Resolve' }).click()
  const resolving = ben.getByRole('dialog', { name: 'Resolve' })
  await resolving.getByLabel('What was done?').fill('New battery')
  await resolving.getByRole('button', { name: 'Resolve' }).click()
  await expect(toast(ben)).toContainText('Resolved.')

  await ben.goto('/incidents?q=assignee:me+state:open')
  await expect(ben.getByRole('heading', { level: 1, name: 'Incidents' })).toBeVisible()
  await expect(queues.getByRole('link', { name: /^Mine/ })).toHaveAttribute('aria-current', 'page')
  await expect(ben.getByRole('link', { name: title })).toHaveCount(0)
  await expect(syncButton(ben)).toHaveAccessibleName(/^\d+ changes on this phone/)
  await goOnline(ben)
  await expectShared(ben)
})

test('Without a network staff read what the desk answered, reply to it, and find both after a start', async ({
  sample,
  newDevice,
}) => {
  const sam = await newDevice(sample)
  await signIn(sam, person.staff)
  await goOffline(sam)
  await sam.goto('/incidents')
  await sam
    .getByRole('list', { name: 'Open' })
    .getByRole('link', { name: 'Repairs cannot be booked for next week' })
    .click()
  const replies = card(sam, 'Replies')
  await expect(replies.getByRole('listitem')).not.toHaveCount(0)
  await expect(replies).not.toContainText('Nothing has been said yet.')
  await sam.getByLabel('Reply').fill('All of Tuesday is grey, and Wednesday too.')
  await sam.getByRole('button', { name: 'Reply' }).click()
  await expect(replies.getByRole('listitem').last()).toContainText('Not yet shared')
  await sam.reload()
  await expect(replies.getByRole('listitem').last()).toContainText('All of Tuesday is grey')
  await goOnline(sam)
  await expectShared(sam)
  await expect(replies).not.toContainText('Not yet shared')
})

test('Without a network a fee earner raises an incident and finds it among what they raised', async ({
  sample,
  newDevice,
}) => {
  const phone = await newDevice(sample)
  await signIn(phone, person.legal)
  await goOffline(phone)
  await phone.goto('/incidents')
  const title = 'Bundle prints without its index'
  await pressRaise(phone)
  await fillRaise(phone, title, 'Cambridge City Council')
  await phone.goto('/incidents')
  await expect(phone.getByRole('link', { name: title })).toBeVisible()
  await goOnline(phone)
  await expectShared(phone)
  await phone.getByRole('link', { name: title }).click()
  await expect(phone.getByText('The desk has not begun yet.')).toBeVisible()
})

test('Without a network a manager reads the list of every council and its demand, and changes nothing', async ({
  sample,
  newDevice,
}) => {
  const desk = await newDevice(sample, { viewport: { width: 1280, height: 900 } })
  await signIn(desk, person.manager)
  await goOffline(desk)
  await desk.goto('/incidents')
  await desk.getByRole('link', { name: /^Escalated/ }).click()
  const rows = desk.getByRole('list', { name: 'Incidents' })
  await expect(rows).toContainText(/Escalated/)
  await expect(desk.getByRole('button', { name: /^Select all/ })).toHaveCount(0)
  await rows.getByRole('link').first().click()
  await expect(desk.getByText('Only the desk changes an incident. Your role reads it.')).toBeVisible()
  await expect(card(desk, 'History').getByRole('listitem').last()).toContainText('Raised')
  for (const name of ['Take it', 'Resolve', 'Escalate', 'Add comment', 'Change priority'])
    await expect(desk.getByRole('button', { name })).toHaveCount(0)

  await desk.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'Demand' }).click()
  await expect(card(desk, 'By council')).toContainText('Huntingdonshire')
  await expect(card(desk, 'By council')).toContainText('Cambridge')
})

test('Without a network a client officer finds the incidents of their council, and of no other', async ({
  sample,
  newDevice,
}) => {
  const desk = await newDevice(sample, { viewport: { width: 1280, height: 900 } })
  await signIn(desk, person.client)
  await goOffline(desk)
  await desk.goto('/incidents?q=')
  const said = desk.getByRole('status').filter({ hasText: /^\d+ incidents$/ })
  await expect(said).toBeVisible()
  const all = (await said.textContent()) ?? ''
  await desk.getByLabel('Search incidents').fill('council:Huntingdonshire')
  await expect(desk).toHaveURL(/q=council/)
  await expect(said).toHaveText(all)
  await desk.getByRole('list', { name: 'Incidents' }).getByRole('link').first().click()
  await expect(desk.getByText('The desk changes an incident; you can comment on it')).toBeVisible()
})

/** From the navigation. */
async function raise(page: Page, title: string, council: string): Promise<void> {
  await page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'Incidents' }).click()
  await pressRaise(page)
  await fillRaise(page, title, council)
}

async function fillRaise(page: Page, title: string, council: string): Promise<void> {
  await page.getByLabel('What is wrong?').fill(title)
  await page.getByLabel('Council').selectOption({ label: council })
  await page.getByRole('button', { name: 'Save' }).click()
  await expect(page.getByRole('heading', { level: 1, name: title })).toBeVisible()
}
