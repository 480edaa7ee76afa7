import { readFile } from 'node:fs/promises'
import type { Page } from '@playwright/test'
import { unzipSync } from 'fflate'
import { expectShared, goOffline, person, setUpCode, signIn, toast } from './steps.ts'
import { expect, test } from './story.ts'

/** The path and name of what a tap saves. */
async function saved(page: Page, tap: () => Promise<void>): Promise<{ path: string; name: string }> {
  const download = page.waitForEvent('download')
  await tap()
  const file = await download
  return { path: await file.path(), name: file.suggestedFilename() }
}

test('A client officer exports the council’s whole data without a network, and an empty server takes it over', async ({
  sample,
  server,
  newDevice,
}) => {
  const old = await newDevice(sample)
  await signIn(old, person.client)
  await old.goto('/settings/device')
  await goOffline(old)
  await old.reload()
  const councils = old.getByRole('list', { name: 'Councils to export' })
  await expect(councils.getByRole('listitem')).toHaveCount(1)
  const { path, name } = await saved(old, () =>
    councils.getByRole('button', { name: /^Export Huntingdonshire/ }).click(),
  )
  expect(name).toMatch(/^uptally-\d{4}-\d\d-\d\d-huntingdonshire\.zip$/)
  await expect(toast(old)).toContainText('of Huntingdonshire exported.')
  const files = unzipSync(await readFile(path))
  expect(Object.keys(files)).toEqual(expect.arrayContaining(['README.txt', 'records.json', 'csv/incidents.csv']))

  const fresh = await newDevice(server)
  await fresh.goto('/')
  await fresh.getByLabel('Set-up code').fill(setUpCode(server))
  await fresh.getByRole('button', { name: 'Take over data' }).click()
  await fresh.getByLabel('Your name').fill('Nia Rees')
  await fresh.getByLabel('E-mail').fill('nia@hunts.test')
  await fresh.getByLabel('Password').fill('a long pass phrase')
  await fresh.getByRole('button', { name: 'Sign in and go on' }).click()
  await expect(fresh.getByRole('heading', { level: 1, name: 'Take in an export' })).toBeVisible()
  const chooser = fresh.waitForEvent('filechooser')
  await fresh.getByRole('button', { name: 'Choose a file' }).click()
  await (await chooser).setFiles(path)
  await fresh.getByRole('button', { name: 'Take in' }).click()
  await expect(fresh.getByRole('alert').filter({ hasText: /\d records added, 0 records here already/ })).toBeVisible({
    timeout: 90_000,
  })
  await expectShared(fresh)
  await fresh.goto('/settings/councils')
  await expect(fresh.getByRole('list', { name: 'Councils' }).getByRole('listitem')).toHaveCount(1)
})

test('The list of outages is saved as it is filtered, as each kind of file', async ({ sample, newDevice }) => {
  const page = await newDevice(sample)
  await signIn(page, person.staff)
  await page.goto('/outages')
  const past = page.getByRole('region', { name: 'Past outages' })
  await past.getByLabel('Search past outages').fill('e-mail')
  const count = Number.parseInt((await past.getByRole('status').textContent()) ?? '', 10)
  for (const [kind, beginning] of [
    ['CSV', '\ufeffTitle,Systems,Start,End,'],
    ['JSON', '{"format":"uptally-export"'],
    ['ODS', 'PK\u0003\u0004'],
  ] as const) {
    await past.getByRole('button', { name: 'Export' }).click()
    const file = await saved(page, () => page.getByRole('button', { name: kind, exact: true }).click())
    expect(file.name).toMatch(new RegExp(`^uptally-\\d{4}-\\d\\d-\\d\\d-outages\\.${kind.toLowerCase()}$`))
    const bytes = await readFile(file.path)
    expect(bytes.subarray(0, new TextEncoder().encode(beginning).length).toString()).toBe(beginning)
    await expect(toast(page)).toContainText(`${count} outages exported.`)
  }
})
