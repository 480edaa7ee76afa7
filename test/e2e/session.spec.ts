import { goOffline, person, reportOutage, signIn, syncButton, toast } from './steps.ts'
import { expect, samplePassword, test } from './story.ts'

test('A device that was signed out elsewhere keeps its changes, and shares them once somebody signs in again', async ({
  sample,
  newDevice,
}) => {
  const phone = await newDevice(sample)
  await signIn(phone, person.ict)
  await goOffline(phone)
  await reportOutage(phone, 'Housing system')
  await phone.getByRole('button', { name: 'Restored', exact: true }).tap()
  await expect(syncButton(phone)).toHaveAccessibleName(/^2 changes on this phone/)

  const desk = await newDevice(sample, { viewport: { width: 1280, height: 800 } })
  await signIn(desk, person.admin)
  await desk.goto('/settings/people')
  await desk.getByRole('button', { name: 'Change Ben Carter' }).click()
  const sheet = desk.getByRole('dialog', { name: 'Ben Carter' })
  const signOuts = sheet.getByRole('button', { name: /^Sign out / })
  await expect(signOuts.first()).toBeVisible()
  while ((await signOuts.count()) > 0) {
    const left = (await signOuts.count()) - 1
    await signOuts.first().click()
    await expect(signOuts).toHaveCount(left)
  }

  await phone.context().setOffline(false)
  await expect(syncButton(phone)).toHaveAccessibleName(/^Session ended: 2 changes safe on this phone/)
  await reportOutage(phone, 'Finance ledger', 'Slow')
  await expect(toast(phone)).toContainText('Saved on this phone.')
  await expect(syncButton(phone)).toHaveAccessibleName(/^Session ended: 3 changes safe on this phone/)

  await syncButton(phone).tap()
  await phone.getByLabel('Password').fill(samplePassword)
  await phone.getByRole('button', { name: 'Sign in', exact: true }).tap()
  await expect(syncButton(phone)).toHaveAccessibleName(/^Up to date/)
  await desk.goto('/outages')
  await expect(desk.getByRole('list', { name: 'Open outages' })).toContainText('Finance ledger')
})
