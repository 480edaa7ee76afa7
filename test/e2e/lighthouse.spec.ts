import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { chromium } from '@playwright/test'
import lighthouse from 'lighthouse'
import { chromiumArgs } from '../chromium.js'
import { freePort } from './server.ts'
import { person, signIn } from './steps.ts'
import { expect, test } from './story.ts'

test.use({ trace: 'off' })

test('Lighthouse finds nothing wrong with the accessibility of the sign-in and the start page, and little else', async ({
  sample,
  launchOptions,
}) => {
  test.setTimeout(120_000)
  const port = await freePort()
  const profile = await mkdtemp(join(tmpdir(), 'uptally-lighthouse-'))
  // Lighthouse opens a tab of its own, which has only the profile in common with ours.
  const browser = await chromium.launchPersistentContext(profile, {
    ...launchOptions,
    args: [...chromiumArgs, `--remote-debugging-port=${port}`],
    baseURL: sample.origin,
  })
  try {
    await expectGood(`${sample.origin}/sign-in`, port)
    const page = await browser.newPage()
    await signIn(page, person.ict)
    await expectGood(`${sample.origin}/`, port)
    // What it looked at was the start page, for the profile is still signed in.
    await page.reload()
    await expect(page.getByRole('heading', { level: 1, name: 'Start' })).toBeVisible()
  } finally {
    await browser.close()
    await rm(profile, { recursive: true, force: true })
  }
})

async function expectGood(url: string, port: number): Promise<void> {
  const flags = {
    port,
    disableStorageReset: true,
    onlyCategories: ['accessibility', 'best-practices'],
    throttlingMethod: 'provided',
    logLevel: 'error',
  } as const
  const result = await lighthouse(url, { ...flags, onlyCategories: [...flags.onlyCategories] })
  if (!result) throw new Error(`Lighthouse says nothing of ${url}`)
  const { audits, categories, finalDisplayedUrl } = result.lhr
  expect(finalDisplayedUrl).toBe(url)
  const failed = Object.values(audits).flatMap(({ id, score, scoreDisplayMode, title }) =>
    score !== null && score < 1 && scoreDisplayMode !== 'informative' ? [`${id}: ${title}`] : [],
  )
  const scoreOf = (name: string) => (categories[name]?.score ?? 0) * 100
  expect(scoreOf('accessibility'), `${url}\n${failed.join('\n')}`).toBe(100)
  expect(scoreOf('best-practices'), `${url}\n${failed.join('\n')}`).toBeGreaterThanOrEqual(95)
}
