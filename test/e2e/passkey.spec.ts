import { card, expectShared, person, signIn, toast } from './steps.ts'
import { expect, test } from './story.ts'

test('A person adds a passkey, signs out, and signs in with it', async ({ sample, newDevice }) => {
  const page = await newDevice(sample)
  const cdp = await page.context().newCDPSession(page)
  await cdp.send('WebAuthn.enable')
  const { authenticatorId } = await cdp.send('WebAuthn.addVirtualAuthenticator', {
    options: {
      protocol: 'ctap2',
      transport: 'internal',
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: true,
      automaticPresenceSimulation: true,
    },
  })
  await signIn(page, person.staff)
  await page.goto('/settings/account')
  const passkeys = card(page, 'Passkeys')
  await passkeys.getByLabel('Name of the passkey').fill('My phone')
  await passkeys.getByRole('button', { name: 'Add a passkey' }).click()
  await expect(toast(page)).toContainText('Passkey added.')
  await expect(passkeys.getByRole('list', { name: 'Passkeys' })).toContainText('My phone')

  await page.goto('/settings/device')
  await page.getByRole('button', { name: 'Sign out', exact: true }).click()
  await page.getByRole('button', { name: 'Sign in with a passkey' }).click()
  await expectShared(page)
  await page.goto('/settings/account')
  await expect(passkeys.getByText(/^Last used/)).toBeVisible()

  await passkeys.getByRole('button', { name: 'Remove My phone' }).click()
  await page.getByRole('alertdialog').getByRole('button', { name: 'Remove' }).click()
  await expect(passkeys.getByText('None yet')).toBeVisible()
  await page.goto('/settings/device')
  await page.getByRole('button', { name: 'Sign out', exact: true }).click()
  await page.getByRole('button', { name: 'Sign in with a passkey' }).click()
  await expect(page.getByText('This passkey is not known here.')).toBeVisible()
  await cdp.send('WebAuthn.removeVirtualAuthenticator', { authenticatorId })
})
