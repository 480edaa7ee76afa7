import { startProvider } from '../server/oidc/provider.ts'
import { startServer } from './server.ts'
import { expectShared, goOffline, goOnline } from './steps.ts'
import { expect, test } from './story.ts'

test('A person signs in with their council account, and works without a network from then on', async ({
  newDevice,
}) => {
  const provider = await startProvider()
  const { issuer, clientId, clientSecret, name } = provider.settings
  const env = {
    UPTALLY_OIDC_ISSUER: issuer,
    UPTALLY_OIDC_CLIENT_ID: clientId,
    UPTALLY_OIDC_CLIENT_SECRET: clientSecret,
    UPTALLY_OIDC_NAME: name,
  }
  const server = await startServer({ args: ['--sample'], env })
  try {
    await provider.serve(`${server.origin}/auth/oidc/back`)
    await provider.says('stranger', { email: 'stranger@council.test', email_verified: true })
    await provider.says('officer', { email: 'staff@sample.test', email_verified: true })
    const atProvider = async (login: string) => {
      await page.getByRole('link', { name }).click()
      await page.getByPlaceholder('Enter any login').fill(login)
      await page.getByPlaceholder('and password').fill('any')
      await page.getByRole('button', { name: 'Sign-in' }).click()
      await page.getByRole('button', { name: 'Continue' }).click()
    }

    const page = await newDevice(server)
    await page.goto('/')
    await atProvider('stranger')
    await expect(page.getByText('There is no account here for you yet.')).toBeVisible()

    // Somebody else's turn at this device.
    await page.context().clearCookies()
    await page.goto('/outages')
    await atProvider('officer')
    await expectShared(page)
    expect(new URL(page.url()).pathname + new URL(page.url()).search).toBe('/outages')

    await goOffline(page)
    await page.reload()
    await expect(page.getByRole('heading', { level: 1, name: 'Outages' })).toBeVisible()
    await goOnline(page)

    // By now the device itself answers for every page, but not for the way out and back, where it is still known.
    await page.goto('/settings/device')
    await page.getByRole('button', { name: 'Sign out', exact: true }).click()
    await page.getByRole('link', { name }).click()
    await expectShared(page)
  } finally {
    await server.remove()
    await provider.stop()
  }
})
