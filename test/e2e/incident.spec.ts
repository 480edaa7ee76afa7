import type { Page } from '@playwright/test'
import { card, expectShared, goOffline, goOnline, person, pressRaise, signIn, syncButton, toast } from './steps.ts'
import { expect, test } from './story.ts'

test('An officer raises an incident on a phone without a network in two fields; the desk answers and resolves it, and they see it', async ({
  sample,
  newDevice,
}) => {
  const sam = await newDevice(sample)
  const ben = await newDevice(sample, { viewport: { width: 1280, height: 800 }, hasTouch: false })
  await Promise.all([signIn(sam, person.staff), signIn(ben, person.ict)])

  await goOffline(sam)
  await raise(sam, 'The scanner in reception tears paper', 'Huntingdonshire District Council')
  await expect(sam.getByText('Not yet shared').first()).toBeVisible()
  const address = new URL(sam.url()).pathname
  await goOnline(sam)
  await expectShared(sam)
  await expect(sam.getByText('The desk has not begun yet.')).toBeVisible()

  await expectShared(ben)
  await ben.goto(address)
  await ben.getByRole('button', { name: 'Take it' }).click()
  await ben.getByRole('button', { name: 'Start work' }).click()
  await ben.getByLabel('Comment', { exact: true }).fill('Leave it off, please: a new roller comes today.')
  await ben.getByLabel('Minutes').fill('10')
  await ben.getByRole('button', { name: 'Add comment' }).click()
  await ben.getByRole('button', { name: 'Work note', exact: true }).click()
  await ben.getByLabel('Work note', { exact: true }).fill('Third roller this year')
  await ben.getByRole('button', { name: 'Add work note' }).click()
  await expect(sam.getByText('a new roller comes today')).toBeVisible()
  await sam.getByLabel('Reply').fill('It stays off until then.')
  await sam.getByRole('button', { name: 'Reply' }).click()
  await expect(ben.getByText('It stays off until then.')).toBeVisible()

  await ben.getByRole('button', { name: 'Resolve' }).click()
  const resolving = ben.getByRole('dialog', { name: 'Resolve' })
  await resolving.getByLabel('What was done?').fill('The roller is new')
  await resolving.getByRole('button', { name: 'Resolve' }).click()
  await expect(toast(ben)).toContainText('Resolved.')
  await expect(sam.getByText('The roller is new')).toBeVisible()
  await expect(sam.getByText('Resolved', { exact: true })).toBeVisible()
  await expect(sam.getByText('Third roller this year')).toHaveCount(0)
  await sam.goto('/incidents')
  await expect(sam.getByRole('link', { name: 'The scanner in reception tears paper' })).toBeVisible()
})

test('What an officer raised by mistake they take back, also once it is shared', async ({ sample, newDevice }) => {
  const sam = await newDevice(sample)
  await signIn(sam, person.staff)
  await raise(sam, 'Nothing at all', 'Cambridge City Council')
  // A pointer on it keeps it there, however busy the machine is.
  await toast(sam).getByRole('button', { name: 'Undo' }).hover()
  await expect(sam.getByText('The desk has not begun yet.')).toBeVisible()
  await toast(sam).getByRole('button', { name: 'Undo' }).click()
  await expect(sam.getByRole('heading', { level: 1, name: 'Incidents' })).toBeVisible()
  await expectShared(sam)
  await expect(sam.getByRole('link', { name: 'Nothing at all' })).toHaveCount(0)
})

test('A client officer escalates an incident of their council without a network, and the desk sees it above all else', async ({
  sample,
  newDevice,
}) => {
  const colin = await newDevice(sample)
  const ben = await newDevice(sample)
  await Promise.all([signIn(colin, person.client), signIn(ben, person.ict)])
  await raise(ben, 'Count sheets cannot be printed', 'Huntingdonshire District Council')
  await expectShared(ben)
  const address = new URL(ben.url()).pathname
  await expectShared(colin)
  await colin.goto(address)
  await expect(colin.getByRole('heading', { level: 1, name: 'Count sheets cannot be printed' })).toBeVisible()

  await goOffline(colin)
  await colin.getByRole('button', { name: 'Escalate' }).click()
  const escalating = colin.getByRole('dialog', { name: 'Escalate' })
  await escalating.getByText('Head of ICT').click()
  await escalating.getByLabel('Why does it need more attention?').fill('The count is tonight')
  await escalating.getByRole('button', { name: 'Escalate' }).click()
  await expect(colin.getByText('Escalated: Head of ICT').first()).toBeVisible()
  await goOnline(colin)
  await expectShared(colin)
  await expect(ben.getByText('The count is tonight').first()).toBeVisible()
  await expect(ben.getByText(/Colin Reeve/).first()).toBeVisible()
})

test('Two analysts set the priority of one incident without a network; both values are shown and one of them settles it', async ({
  sample,
  newDevice,
}) => {
  const asha = await newDevice(sample)
  const ben = await newDevice(sample)
  await Promise.all([signIn(asha, person.admin), signIn(ben, person.ict)])
  await raise(ben, 'Payroll run stops half way', 'Cambridge City Council')
  await expectShared(ben)
  const address = new URL(ben.url()).pathname
  await expectShared(asha)
  await asha.goto(address)
  await expect(asha.getByRole('button', { name: 'Change priority' })).toBeVisible()

  await Promise.all([goOffline(asha), goOffline(ben)])
  await setUrgency(asha, 'Critical')
  await setUrgency(ben, 'Low')
  await goOnline(asha)
  await expectShared(asha)
  await goOnline(ben)
  await expect(syncButton(ben)).toHaveAccessibleName(/^Needs you: 1/)

  const question = card(ben, 'Two people set this differently: Impact, urgency and priority')
  await expect(question).toContainText('Priority: 4')
  await expect(question).toContainText('Set by Ben Carter')
  await expect(question).toContainText('Priority: 2')
  await expect(question).toContainText('Set by Asha Patel')
  await question.getByRole('button', { name: /^Use this/ }).click()
  await expect(question).toHaveCount(0)
  await expectShared(ben)
  await expectShared(asha)
  for (const page of [asha, ben]) await expect(page.getByText('Priority 2High').first()).toBeVisible()
})

/** On the person's own screen, in two fields. */
async function raise(page: Page, title: string, council: string): Promise<void> {
  await page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'Incidents' }).click()
  await pressRaise(page)
  await page.getByLabel('What is wrong?').fill(title)
  await page.getByLabel('Council').selectOption({ label: council })
  await page.getByRole('button', { name: 'Save' }).click()
  await expect(page.getByRole('heading', { level: 1, name: title })).toBeVisible()
}

async function setUrgency(page: Page, urgency: string): Promise<void> {
  await page.getByRole('button', { name: 'Change priority' }).click()
  const sheet = page.getByRole('dialog', { name: 'Priority' })
  await sheet.getByRole('button', { name: urgency, exact: true }).click()
  await sheet.getByRole('button', { name: 'Save' }).click()
  await expect(sheet).toBeHidden()
}
