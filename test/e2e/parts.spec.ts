import type { Page } from '@playwright/test'
import { deskPages, mainPages, visit } from './places.ts'
import { person, signIn, toast } from './steps.ts'
import { expect, test } from './story.ts'

const widths = { phone: { width: 390, height: 844 }, desktop: { width: 1280, height: 900 } }

test('The page of all parts fits both widths, light and dark', async ({ sample, newDevice }, testInfo) => {
  const page = await newDevice(sample)
  await signIn(page, person.staff)
  for (const [width, viewport] of Object.entries(widths)) {
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.setViewportSize(viewport)
      await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
      await visit(page, '/parts')
      await page.screenshot({ path: testInfo.outputPath(`parts-${width}-${colorScheme}.png`), fullPage: true })
      expect(await sidewaysPixels(page), `${width}, ${colorScheme}`).toBe(0)
    }
  }
})

test('At 320 pixels and with wide text spacing an outage is reported, and no main page nor page of the desk scrolls sideways', async ({
  sample,
  newDevice,
}) => {
  const page = await newDevice(sample, { viewport: { width: 320, height: 640 } })
  await signIn(page, person.admin)
  for (const path of [...mainPages, ...deskPages]) {
    await visit(page, path)
    expect(await sidewaysPixels(page), path).toBe(0)
    await spaceText(page)
    expect(await sidewaysPixels(page), `${path}, spaced`).toBe(0)
  }
  await visit(page, '/outages/report')
  await spaceText(page)
  await page.getByRole('option', { name: 'File shares' }).tap()
  await page.getByRole('button', { name: 'Partly down' }).tap()
  await expect(page.getByRole('heading', { level: 1, name: 'File shares' })).toBeVisible()
  expect(await sidewaysPixels(page), 'an outage, spaced').toBe(0)
  await page.getByRole('button', { name: 'Restored', exact: true }).tap()
  await expect(toast(page)).toContainText('Restored')
})

const sidewaysPixels = (page: Page): Promise<number> =>
  page.evaluate(() => {
    const { scrollWidth, clientWidth } = document.documentElement
    return Math.max(scrollWidth, document.body.scrollWidth) - clientWidth
  })

/** What WCAG 1.4.12 lets people set; through the object model, as the content policy takes no style element. */
const spaceText = (page: Page): Promise<void> =>
  page.evaluate(() => {
    const sheet = new CSSStyleSheet()
    sheet.replaceSync(
      '* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important } p { margin-bottom: 2em !important }',
    )
    document.adoptedStyleSheets.push(sheet)
  })
