import { expectShared, reportOutage, setUp, setUpCode } from './steps.ts'
import { expect, test } from './story.ts'

test('An empty server is set up with the printed code, somebody is invited by a link, and a role decides what they may do', async ({
  server,
  newDevice,
}) => {
  const phone = await newDevice(server)
  await phone.goto('/')
  await phone.getByLabel('Set-up code').fill('AAAA-AAAA-AAAA')
  await phone.getByRole('button', { name: 'Explore the sample' }).click()
  await expect(phone.getByRole('alert').filter({ hasText: /code/i })).toBeVisible()
  await expect(phone.getByLabel('Set-up code')).toHaveValue('AAAA-AAAA-AAAA')

  await setUp(phone, setUpCode(server))
  await phone.getByRole('link', { name: 'Add a system' }).click()
  await phone.getByLabel('Name', { exact: true }).fill('Parking permits')
  await phone.getByRole('button', { name: 'Save', exact: true }).click()
  await expect(phone.getByRole('heading', { level: 1, name: 'Parking permits' })).toBeVisible()
  await reportOutage(phone, 'Parking permits', 'Partly down')
  await expectShared(phone)

  await phone.goto('/settings/people')
  await phone.getByRole('button', { name: 'Invite somebody' }).click()
  await phone.getByLabel('Name', { exact: true }).fill('Nia Rees')
  await phone.getByLabel('E-mail').fill('nia@rivers.test')
  await phone.getByRole('button', { name: 'Make a link' }).click()
  const link = await phone.getByLabel('Link', { exact: true }).inputValue()
  expect(link).toContain(`${server.origin}/accept#`)

  const other = await newDevice(server)
  await other.goto(link)
  await other.getByLabel('Password').fill('another pass phrase')
  await other.getByRole('button', { name: 'Save and sign in' }).click()
  await expectShared(other)
  expect(other.url()).toBe(`${server.origin}/`)
  await other.getByRole('list', { name: 'Open outages' }).getByRole('link', { name: 'Parking permits' }).click()
  await expect(other.getByText('Tell ICT what is missing or wrong here.')).toBeVisible()
  await expect(other.getByRole('button', { name: 'Restored' })).toHaveCount(0)
  await expect(other.getByRole('link', { name: 'Report outage' })).toHaveCount(0)
  await other.goto('/outages/report')
  await expect(other.getByText('Only ICT can report an outage')).toBeVisible()
  await other.goto('/settings/people')
  await expect(other.getByRole('button', { name: 'Invite somebody' })).toHaveCount(0)

  const late = await newDevice(server)
  await late.goto(link)
  await late.getByLabel('Password').fill('a third pass phrase')
  await late.getByRole('button', { name: 'Save and sign in' }).click()
  await expect(late.getByRole('alert').filter({ hasText: /link/ })).toBeVisible()
})
