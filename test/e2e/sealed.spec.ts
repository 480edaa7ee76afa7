// What was not sent when a person signs out, or when the browser throws the records away.
import type { Page } from '@playwright/test'
import { card, expectInstalled, expectShared, person, reportOutage, signIn, syncButton } from './steps.ts'
import { expect, startSample, test } from './story.ts'

const passphrase = 'four words in a row'

test('Whoever signs out while the server is dead takes along what was not sent, sealed, and puts it back later', async ({
  newDevice,
}) => {
  const server = await startSample()
  try {
    const phone = await newDevice(server)
    await signIn(phone, person.ict)
    await expectInstalled(phone)
    await server.kill()
    await reportOutage(phone, 'Websites')
    const path = await signOutSealed(phone)
    await server.start()
    await signIn(phone, person.ict)
    const open = phone.getByRole('list', { name: 'Open outages' })
    await expect(open).not.toContainText('Websites')

    await phone.goto('/changes')
    const putBack = card(phone, 'Put back what was not sent')
    await putBack.getByLabel('File of what was not sent').setInputFiles(path)
    await putBack.getByLabel('Passphrase of the file').fill('another one entirely')
    await putBack.getByRole('button', { name: 'Open and put back' }).click()
    await expect(putBack.getByRole('alert')).toContainText('does not open this file')
    await putBack.getByLabel('Passphrase of the file').fill(passphrase)
    await putBack.getByRole('button', { name: 'Open and put back' }).click()
    await expect(putBack.getByRole('alert')).toContainText('1 change put back.')
    await expectShared(phone)
    await putBack.getByLabel('File of what was not sent').setInputFiles(path)
    await putBack.getByLabel('Passphrase of the file').fill(passphrase)
    await putBack.getByRole('button', { name: 'Open and put back' }).click()
    await expect(putBack.getByRole('alert')).toContainText('0 changes put back. 1 change here already.')

    const other = await newDevice(server)
    await signIn(other, person.manager)
    await expect(other.getByRole('list', { name: 'Open outages' })).toContainText('Websites')
  } finally {
    await server.remove()
  }
})

test('When the browser has thrown the records away, the next start says so and has what the server has', async ({
  sample,
  newDevice,
}) => {
  const phone = await newDevice(sample)
  await signIn(phone, person.ict)
  // A page of the same origin without the app: nothing holds the records.
  await phone.goto('/health')
  await phone.evaluate(async () => {
    for (const { name } of await indexedDB.databases())
      await new Promise((resolve, reject) => {
        const removal = indexedDB.deleteDatabase(name ?? '')
        removal.onsuccess = resolve
        removal.onerror = reject
      })
  })
  await phone.goto('/')
  const notice = phone.getByText("The browser had removed Uptally's records from this device")
  await expect(notice).toBeVisible()
  await expect(phone.getByText('Nothing was waiting to be sent.')).toBeVisible()
  await expectShared(phone)
  await expect(phone.getByRole('list', { name: 'Open outages' })).toContainText('Telephony')
  await phone.getByRole('button', { name: 'Dismiss' }).click()
  await phone.reload()
  await expectShared(phone)
  await expect(notice).toHaveCount(0)
})

/** The path of the file. */
async function signOutSealed(phone: Page): Promise<string> {
  await phone.goto('/settings/device')
  await expect(syncButton(phone)).toHaveAccessibleName(/^1 change on this phone/)
  await card(phone, 'Sign out').getByRole('button', { name: 'Sign out' }).click()
  const dialog = phone.getByRole('alertdialog', { name: '1 change not at the server' })
  await expect(dialog.getByRole('button', { name: 'Sign out without them' })).toBeVisible()
  await dialog.getByLabel('Passphrase', { exact: true }).fill(passphrase)
  await dialog.getByLabel('Passphrase again').fill(passphrase)
  const download = phone.waitForEvent('download')
  await dialog.getByRole('button', { name: 'Save them to a sealed file' }).click()
  const path = await (await download).path()
  await dialog.getByRole('button', { name: 'Sign out', exact: true }).click()
  await expect(phone.getByText('The server cannot be reached')).toBeVisible()
  return path
}
