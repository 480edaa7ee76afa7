import { goOffline, person, reportOutage, signIn, syncButton } from './steps.ts'
import { expect, test } from './story.ts'

test('A lost phone is wiped from elsewhere: it says who asked and what was not sent, and keeps nothing', async ({
  sample,
  newDevice,
}) => {
  const phone = await newDevice(sample)
  await signIn(phone, person.ict)
  await goOffline(phone)
  await reportOutage(phone, 'Housing system')
  await expect(syncButton(phone)).toHaveAccessibleName(/^1 change on this phone/)

  const desk = await newDevice(sample, { viewport: { width: 1280, height: 800 } })
  await signIn(desk, person.admin)
  await desk.goto('/settings/people')
  await desk.getByRole('button', { name: 'Change Ben Carter' }).click()
  const sheet = desk.getByRole('dialog', { name: 'Ben Carter' })
  await sheet
    .getByRole('button', { name: /^Wipe and sign out / })
    .first()
    .click()
  await desk.getByRole('button', { name: 'Wipe and sign out there' }).click()
  await expect(sheet.getByText('To be wiped')).toBeVisible()

  await phone.context().setOffline(false)
  await expect(phone.getByText('Uptally’s records were removed from this device')).toBeVisible()
  await expect(phone.getByText(/asked for it .* 1 change that had not been sent went with them\./)).toBeVisible()
  await expect(phone.getByRole('button', { name: 'Sign in', exact: true })).toBeVisible()
  expect(await phone.evaluate(async () => (await indexedDB.databases()).map(({ name }) => name))).toEqual([])
  await phone.reload()
  await expect(phone.getByText('Uptally’s records were removed from this device')).toBeVisible()

  await signIn(phone, person.ict)
  await expect(phone.getByText('Uptally’s records were removed from this device')).toBeHidden()
})
