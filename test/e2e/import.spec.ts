import { readFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import type { Page } from '@playwright/test'
import { card, expectShared, person, signIn } from './steps.ts'
import { expect, test } from './story.ts'

const fixture = fileURLToPath(new URL('../fixtures/intake/jenkins-posts.json', import.meta.url))
const postCount = 12
const broken = {
  'draft.md': '---\ntitle: Not yet\ndate: 2022-01-05 10:00:00\ndraft: true\nseverity: down\n---\n',
  'no-date.md': '---\ntitle: Some day\nseverity: down\n---\n',
  'no-date-either.md': '---\ntitle: Rubbish\ndate: the day before\nseverity: down\n---\n',
}

test('Posts of another tool are looked at, imported after a yes, and add nothing the second time', async ({
  sample,
  newDevice,
}) => {
  const posts = Object.entries(JSON.parse(await readFile(fixture, 'utf8')) as Record<string, string>).slice(
    0,
    postCount,
  )
  const files = [...posts, ...Object.entries(broken)].map(([name, text]) => ({
    name,
    mimeType: 'text/markdown',
    buffer: Buffer.from(text),
  }))
  const desk = await newDevice(sample, { viewport: { width: 1280, height: 900 } })
  await signIn(desk, person.ict)
  await readFiles(desk, files)

  const summary = card(desk, 'What would be imported')
  await expect(summary.getByText('Refused').locator('xpath=following-sibling::*')).toHaveText('3')
  await desk.getByText('Refused: 3 entries, and why').click()
  const refused = desk.getByRole('list', { name: 'Refused entries' })
  await expect(refused).toContainText('draft.mdIt is a draft: its own site does not show it.')
  for (const name of ['no-date.md', 'no-date-either.md'])
    await expect(refused.getByRole('listitem').filter({ hasText: new RegExp(`^${name}.+\\.$`) })).toBeVisible()
  await expect(desk.getByRole('listitem').filter({ hasText: /^get\.jenkins\.io issues/ })).toContainText('Down')

  await desk.getByRole('button', { name: `Import ${postCount} records` }).click()
  await expect(desk.getByText(`${postCount} records saved on this device.`)).toBeVisible()
  await expectShared(desk)

  await readFiles(desk, files)
  await expect(summary.getByText('Here already').locator('xpath=following-sibling::*')).toHaveText(String(postCount))
  await expect(desk.getByRole('button', { name: 'Import 0 records' })).toBeDisabled()

  const phone = await newDevice(sample)
  await signIn(phone, person.manager)
  await phone.goto('/outages')
  await phone.getByLabel('Search past outages').fill('get.jenkins.io issues')
  await phone.getByRole('link', { name: 'get.jenkins.io issues' }).click()
  await expect(phone.getByRole('heading', { level: 1, name: 'get.jenkins.io issues' })).toBeVisible()
})

async function readFiles(page: Page, files: { name: string; mimeType: string; buffer: Buffer }[]): Promise<void> {
  await page.goto('/import')
  await page.getByLabel('Files').setInputFiles(files)
  await page.getByRole('button', { name: 'Read the files' }).click()
  await expect(page.getByRole('heading', { name: 'What would be imported' })).toBeVisible()
}
