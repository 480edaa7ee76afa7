// Photos and files: taken on a phone without a network, seen elsewhere, kept there, removed and brought back.
import type { Locator, Page } from '@playwright/test'
import { expectNoFault } from './faults.ts'
import { visit } from './places.ts'
import { card, expectShared, goOffline, goOnline, person, reportOutage, signIn, toast } from './steps.ts'
import { expect, test } from './story.ts'

// A trace would hold axe itself, for every page anew.
test.use({ trace: 'off' })

test('An officer raises an incident with a photo without a network; the desk sees it small enough, keeps it without a network, and removes it with an Undo', async ({
  sample,
  newDevice,
}) => {
  const sam = await newDevice(sample)
  const ben = await newDevice(sample)
  await Promise.all([signIn(sam, person.staff), signIn(ben, person.ict)])

  await goOffline(sam)
  await sam.goto('/incidents/new')
  const photo = await photoFrom(sam)
  expect(photo.byteLength).toBeGreaterThan(1_000_000)
  await choose(sam, 'IMG_2041.jpg', 'image/jpeg', photo)
  await expectPicture(picturesOn(sam), { width: 1600, height: 1200 })
  await sam.getByLabel('What is wrong?').fill('The lamp over the stairs is broken')
  await sam.getByLabel('Council').selectOption('Cambridge City Council')
  await sam.getByRole('button', { name: 'Save', exact: true }).click()
  await expect(card(sam, 'Photos and files')).toContainText('On this device only until it is sent.')
  const address = new URL(sam.url()).pathname
  await sam.reload()
  await expectPicture(picturesOn(sam), { width: 1600, height: 1200 })
  await goOnline(sam)
  await expectShared(sam)

  await expectShared(ben)
  await ben.goto(address)
  await expectPicture(picturesOn(ben), { width: 1600, height: 1200 })
  await goOffline(ben)
  await ben.reload()
  await expectPicture(picturesOn(ben), { width: 1600, height: 1200 })
  await files(ben)
    .getByRole('button', { name: /^IMG_2041\.jpg/ })
    .click()
  const inFull = ben.getByRole('dialog', { name: 'IMG_2041.jpg' })
  await expectPicture(inFull.getByRole('img', { name: 'IMG_2041.jpg' }), { width: 1600, height: 1200 })
  await expect(inFull).toContainText('added by Sam')
  await expect(inFull.getByRole('button', { name: 'Save to this device' })).toBeVisible()
  await ben.keyboard.press('Escape')

  await ben.getByRole('button', { name: 'Remove IMG_2041.jpg' }).click()
  await expect(picturesOn(ben)).toHaveCount(0)
  await toast(ben).getByRole('button', { name: 'Undo' }).click()
  await expectPicture(picturesOn(ben), { width: 1600, height: 1200 })
  await goOnline(ben)
  await expectShared(ben)
  await ben.reload()
  await expectPicture(picturesOn(ben), { width: 1600, height: 1200 })
})

test('Where photos and files are shown and added axe finds no fault, light or dark, and nothing scrolls sideways', async ({
  sample,
  newDevice,
}, testInfo) => {
  const ben = await newDevice(sample)
  const hannah = await newDevice(sample)
  await Promise.all([signIn(ben, person.ict), signIn(hannah, 'hannah.weiss@sample.test')])
  const look = async (page: Page, name: string) => {
    await expectNoFault(page, name)
    for (const [width, viewport] of Object.entries({
      phone: { width: 390, height: 844 },
      desktop: { width: 1280, height: 800 },
    })) {
      await page.setViewportSize(viewport)
      for (const colorScheme of ['light', 'dark'] as const) {
        await page.emulateMedia({ colorScheme })
        await page.screenshot({ path: testInfo.outputPath(`${name}-${width}-${colorScheme}.png`), fullPage: true })
      }
      expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth), name).toBeLessThanOrEqual(0)
    }
    await page.setViewportSize({ width: 390, height: 844 })
  }
  await visit(ben, '/incidents/new')
  const photo = await photoFrom(ben)
  await choose(ben, 'IMG_2041.jpg', 'image/jpeg', photo)
  await choose(ben, 'A supplier report with a name that is long enough to wrap.pdf', 'application/pdf', pdf)
  await choose(ben, 'recording.mp4', 'video/mp4', Buffer.alloc(6_000_000, 1))
  await expect(ben.getByText('recording.mp4 is too large')).toBeVisible()
  await expect(files(ben).getByRole('listitem')).toHaveCount(2)
  await look(ben, 'raising')
  await ben.getByLabel('What is wrong?').fill('The door of the server room stays open')
  await ben.getByLabel('Council').selectOption('Cambridge City Council')
  await ben.getByRole('button', { name: 'Save', exact: true }).click()
  await expectShared(ben)
  await expect(files(ben).getByRole('listitem')).toHaveCount(2)
  await expect(files(ben)).not.toContainText('until it is sent')
  await look(ben, 'incident')
  for (const name of [/^IMG_2041/, /^A supplier report/]) {
    await files(ben).getByRole('button', { name }).click()
    await expect(ben.getByRole('dialog').getByRole('button', { name: 'Save to this device' })).toBeVisible()
    await look(ben, `in full ${name.source.slice(1)}`)
    await ben.keyboard.press('Escape')
  }

  await reportOutage(ben, 'Waste rounds')
  await choose(ben, 'rack.jpg', 'image/jpeg', photo)
  await expect(files(ben)).toContainText('rack.jpg')
  await look(ben, 'outage')

  await visit(hannah, '/matters')
  await hannah.getByRole('link', { name: 'Mill Lane: highways agreement' }).click()
  await choose(hannah, 'plan.jpg', 'image/jpeg', photo)
  await expectShared(hannah)
  await expectPicture(picturesOn(hannah), { width: 1600, height: 1200 })
  await look(hannah, 'matter')
})

const pdf = Buffer.from('%PDF-1.4\n%%EOF\n')
const files = (page: Page) => page.getByRole('list', { name: 'Photos and files' })
const picturesOn = (page: Page) => files(page).locator('img')

async function choose(page: Page, name: string, mimeType: string, buffer: Buffer): Promise<void> {
  await expect(page.getByRole('button', { name: 'Add photo or file' })).toBeVisible()
  await page.locator('input[type=file]').setInputFiles({ name, mimeType, buffer })
}

/** Of 12 million points, drawn by the browser itself; with grain, so that it is as large as a camera's. */
async function photoFrom(page: Page): Promise<Buffer> {
  const base64 = await page.evaluate(() => {
    const canvas = Object.assign(document.createElement('canvas'), { width: 4000, height: 3000 })
    const context = canvas.getContext('2d')
    if (!context) throw new Error('this browser draws nothing')
    const shade = context.createLinearGradient(0, 0, 4000, 3000)
    for (const [at, colour] of ['#27506b', '#d9a441', '#7b2d26'].entries()) shade.addColorStop(at / 2, colour)
    context.fillStyle = shade
    context.fillRect(0, 0, 4000, 3000)
    for (let n = 0; n < 60_000; n++) {
      context.fillStyle = `hsl(${n % 360} 60% ${30 + (n % 40)}%)`
      context.fillRect((n * 7919) % 4000, (n * 104_729) % 3000, 9, 9)
    }
    return canvas.toDataURL('image/jpeg', 0.95).replace(/^[^,]*,/, '')
  })
  return Buffer.from(base64, 'base64')
}

const expectPicture = (image: Locator, size: { width: number; height: number }) =>
  expect
    .poll(
      () => image.evaluate((shown: HTMLImageElement) => ({ width: shown.naturalWidth, height: shown.naturalHeight })),
      { timeout: 30_000 },
    )
    .toEqual(size)
