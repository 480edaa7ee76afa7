// What each role does and reads while there is no network, and what is not on their device at all.
import type { Page } from '@playwright/test'
import { keptRows } from './held.ts'
import { card, expectShared, goOffline, goOnline, person, signIn, syncButton, toast } from './steps.ts'
import { expect, test } from './story.ts'

const desktop = { viewport: { width: 1280, height: 900 } }

test('Without a network ICT records an outage and reads the working hours that it cost, and no pounds', async ({
  sample,
  newDevice,
}) => {
  const phone = await newDevice(sample)
  await signIn(phone, person.ict)
  await goOffline(phone)
  await open(phone, '/outages/report?past=1', 'Enter a past outage')
  await phone.getByRole('option', { name: 'Planning system' }).tap()
  await phone
    .getByRole('group', { name: /^How was / })
    .getByText('Down', { exact: true })
    .tap()
  await fillMoment(phone, 'Start', lateMorning('10:00'))
  await fillMoment(phone, 'End', lateMorning('11:30'))
  await phone.getByRole('button', { name: 'Save', exact: true }).tap()
  await expect(phone.getByRole('heading', { level: 1, name: 'Planning system' })).toBeVisible()
  const cost = card(phone, 'What it costs')
  await expect(cost).toContainText(/About [\d,]+\.\d lost working hours\./)
  await cost.getByText('By division', { exact: true }).tap()
  await expect(cost.getByRole('list', { name: 'By division' })).toContainText(/Planning.*[\d,.]+ h/)
  await expect(phone.locator('main')).not.toContainText('£')

  await open(phone, '/impact', 'Impact')
  await expect(card(phone, 'By division')).toContainText('Planning')
  await expect(phone.locator('main')).not.toContainText('£')
  await expect(syncButton(phone)).toHaveAccessibleName(/^1 change on this phone/)
  await goOnline(phone)
  await expectShared(phone)
  // Not among the pages that ICT's devices keep.
  await open(phone, '/legal', 'Legal')
  await expect(phone.getByText(/^Only .* can read the legal team’s figures$/)).toBeVisible()
})

test('Without a network a manager reads Impact and Legal, and what they assume changes the figure', async ({
  sample,
  newDevice,
}) => {
  const desk = await newDevice(sample, desktop)
  await signIn(desk, person.manager)
  // What few people change comes with the network the first time.
  await open(desk, '/impact/facts', 'What is assumed')
  await goOffline(desk)
  const main = desk.getByRole('navigation', { name: 'Main' })
  await main.getByRole('link', { name: 'Legal' }).click()
  const both = card(desk, 'Billable time against target')
  await expect(both).toContainText(/As it was\s*\d+(\.\d)?%/)
  await expect(both).toContainText(/Without outages, (measured|modelled)\s*\d+(\.\d)?%/)

  await main.getByRole('link', { name: 'Impact' }).click()
  const planning = desk.getByRole('list', { name: 'By division' }).getByRole('listitem').filter({ hasText: 'Planning' })
  await expect(planning).toContainText('£')
  const before = await planning.textContent()
  await desk.getByRole('link', { name: 'What is assumed' }).click()
  await desk.getByRole('combobox', { name: 'Division' }).selectOption('Planning')
  await desk.getByRole('button', { name: 'Change Planning system' }).click()
  const sheet = desk.getByRole('dialog', { name: 'Planning' })
  await sheet.getByRole('radio', { name: 'None' }).check()
  const from = sheet.getByRole('group', { name: 'Holds from' })
  for (const [part, text] of Object.entries(financialYear())) await from.getByLabel(part).fill(text)
  await sheet.getByRole('button', { name: 'Save', exact: true }).click()
  await expect(toast(desk)).toContainText('Saved on this device.')

  await desk.reload()
  await main.getByRole('link', { name: 'Impact' }).click()
  await expect(planning).toContainText('£')
  await expect.poll(async () => hoursIn(await planning.textContent())).toBeLessThan(hoursIn(before) * 0.9)
  await expect(syncButton(desk)).toHaveAccessibleName(/^1 change on this/)
})

test("A client officer reads their council's figures without a network, and holds nothing of other councils or of Legal", async ({
  sample,
  newDevice,
}) => {
  const all = await newDevice(sample)
  await signIn(all, person.manager)
  const everything = await keptRows(all)

  const desk = await newDevice(sample, desktop)
  await signIn(desk, person.client)
  await goOffline(desk)
  await open(desk, '/impact', 'Impact')
  await expect(desk.getByText(/Huntingdonshire/).first()).toBeVisible()
  await expect(desk.getByRole('list', { name: 'By division' })).toContainText('£')
  await desk.getByRole('button', { name: 'Show as table' }).click()
  const councils = await desk
    .getByRole('region', { name: /^What outages cost/ })
    .locator('tbody td:nth-child(2)')
    .allInnerTexts()
  expect([...new Set(councils)]).toEqual(['Huntingdonshire'])
  await expect(desk.locator('main')).not.toContainText(/Cambridge|South Cambs/)
  await open(desk, '/legal', 'Legal')
  await expect(card(desk, 'Hours for Huntingdonshire District Council')).toContainText(/Total\s*[\d,]+\.\d/)
  await expect(desk.locator('main')).not.toContainText(/Cambridge City|South Cambridgeshire/)

  const own = await desk.evaluate(() => JSON.parse(localStorage.getItem('uptally-session') ?? '{}').grants[0].on)
  const held = await keptRows(desk)
  const isOthers = (scope = '') =>
    /^(desk|notes|facts|figures|board):/.test(scope) &&
    !['desk:shared', 'notes:shared'].includes(scope) &&
    !scope.endsWith(own)
  for (const scope of [`desk:${own}`, `facts:${own}`, `figures:${own}`])
    expect(
      held.filter((row) => row.scope === scope),
      scope,
    ).not.toEqual([])
  expect(held.filter(({ scope }) => isOthers(scope))).toEqual([])
  expect(held.filter(({ scope }) => /^(legal|matter|time|notes):/.test(scope ?? ''))).toEqual([])

  const hidden = everything.filter(({ scope }) => isOthers(scope))
  for (const name of ['desk', 'facts', 'figures'])
    expect(
      hidden.filter(({ scope }) => scope?.startsWith(`${name}:`)).length,
      `${name} of other councils`,
    ).toBeGreaterThan(0)
  const whole = held.map(({ text }) => text).join('\n')
  const ids = hidden.flatMap(({ scope, text }) => [scope ?? '', (JSON.parse(text) as { id: string }).id])
  expect(ids.filter((id) => whole.includes(id))).toEqual([])
})

test('Without a network a practice manager reads the figures of the practice, person by person', async ({
  sample,
  newDevice,
}) => {
  const desk = await newDevice(sample, desktop)
  await signIn(desk, person.practice)
  await goOffline(desk)
  await open(desk, '/legal', 'Legal')
  await desk.getByRole('link', { name: 'Practice' }).click()
  await expect(desk.getByRole('row', { name: /^Leila Okafor/ })).toContainText(/[\d.]+ of [\d.]+/)
  await expect(desk.getByRole('row', { name: /^Team/ })).toContainText('%')
  await desk.getByRole('link', { name: 'Rates' }).click()
  await expect(desk.getByRole('row').or(desk.getByRole('listitem')).filter({ hasText: '£104' }).first()).toBeVisible()
  await desk.getByRole('link', { name: 'Posts' }).click()
  await expect(desk.locator('main')).toContainText('Leila Okafor')
})

test('Staff see neither what outages cost nor the work of Legal, and their device holds nothing of either', async ({
  sample,
  newDevice,
}) => {
  const desk = await newDevice(sample, desktop)
  await signIn(desk, person.staff)
  await desk.goto('/impact/facts')
  await expect(desk.getByText(/^Only .* see what is assumed/)).toBeVisible()
  const main = desk.getByRole('navigation', { name: 'Main' })
  await expect(main.getByRole('link', { name: 'Availability' })).toBeVisible()
  for (const name of ['Impact', 'Legal', 'Time', 'Matters'])
    await expect(main.getByRole('link', { name })).toHaveCount(0)
  for (const path of ['/impact', '/legal', '/legal/practice', '/time', '/time/new', '/matters', '/matters/new']) {
    await desk.goto(path)
    await expect(desk.getByText(/^Only .* (can|see) /), path).toBeVisible()
    await expect(desk.locator('main')).not.toContainText('£')
  }
  // Beside what is everybody's there is only what they follow.
  const scopes = (await keptRows(desk)).flatMap(({ scope }) => scope?.replace(/^user:.*/, 'user') ?? [])
  expect(new Set(scopes)).toEqual(new Set(['catalogue', 'desk:shared', 'user']))
})

/** As from a bookmark. */
async function open(page: Page, path: string, title: string): Promise<void> {
  await page.goto(path)
  await expect(page.getByRole('heading', { level: 1, name: title })).toBeVisible()
}

async function fillMoment(page: Page, label: string, parts: Readonly<Record<string, string>>): Promise<void> {
  const moment = page.getByRole('group', { name: label, exact: true })
  for (const [part, text] of Object.entries(parts)) await moment.getByLabel(part).fill(text)
}

/** Of the latest day, a week ago or before, that is no holiday: from Tuesday to Thursday and not about Christmas. */
function lateMorning(time: string): Record<string, string> {
  const day = new Date(Date.now() - 7 * 86_400_000)
  const isOrdinary = () => [2, 3, 4].includes(day.getDay()) && !/-(12-2[4-9]|12-3|01-0[1-2])/.test(day.toISOString())
  while (!isOrdinary()) day.setDate(day.getDate() - 1)
  return { Day: String(day.getDate()), Month: String(day.getMonth() + 1), Year: String(day.getFullYear()), Time: time }
}

/** The first of April last. */
function financialYear(): Record<string, string> {
  const now = new Date()
  return { Day: '1', Month: '4', Year: String(now.getFullYear() - (now.getMonth() < 3 ? 1 : 0)) }
}

const hoursIn = (row: string | null): number => Number(/([\d,]+\.\d) h/.exec(row ?? '')?.[1]?.replaceAll(',', ''))
