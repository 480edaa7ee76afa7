// The pictures in the README, taken of the sample with its two open outages: node test/pictures/take.js
import { prepare, root } from '../../src/server/prepare.js'

const phone = { viewport: { width: 390, height: 844 }, deviceScaleFactor: 2, hasTouch: true, colorScheme: 'light' }
const desktop = { viewport: { width: 1280, height: 800 }, colorScheme: 'light' }

async function takePhone(page, picture) {
  await page.getByRole('list', { name: 'Open outages' }).getByRole('link').nth(1).waitFor()
  await picture('phone-start')
  await page.getByRole('link', { name: 'Report outage' }).tap()
  await page.getByRole('option', { name: 'Telephony' }).waitFor()
  await picture('phone-report')
  await page.goto('/')
  await page.getByRole('list', { name: 'Open outages' }).getByRole('link', { name: 'Telephony' }).tap()
  await page.getByRole('button', { name: 'Restored', exact: true }).waitFor()
  await picture('phone-outage')
}

async function takeDesktop(page, picture) {
  await page.goto('/availability?period=quarter')
  await page.locator('.system-row').first().waitFor()
  await picture('desktop-availability')
}

async function takeDesk(page, picture) {
  await page.goto('/incidents')
  await page.getByRole('list', { name: 'Incidents' }).getByRole('link').nth(3).waitFor()
  await picture('phone-incidents')
  await page.goto('/incidents?q=state:escalated')
  await page.getByRole('list', { name: 'Incidents' }).getByRole('link').first().tap()
  await page.getByRole('heading', { name: 'Comments and work notes' }).waitFor()
  await picture('phone-incident')
  await page.goto('/incidents/new')
  await page.getByLabel('What is wrong?').fill('The scanner in the post room sends nothing')
  await page.getByLabel('Council').selectOption({ index: 1 })
  await picture('phone-raise')
}

async function takeDeskDesktop(page, picture) {
  await page.goto('/incidents')
  await page.getByRole('list', { name: 'Incidents' }).getByRole('link').nth(3).waitFor()
  await picture('desktop-incidents')
  await page.goto('/demand')
  await page.getByText('Month by month').waitFor()
  await page.locator('canvas').first().waitFor()
  await picture('desktop-demand')
}

async function takeImpact(page, picture) {
  await page.goto('/impact')
  await page
    .getByRole('link', { name: /Planning/ })
    .first()
    .waitFor()
  await picture('desktop-impact')
}

async function takePractice(page, picture) {
  await page.goto('/legal')
  await page.getByText('of target').first().waitFor()
  await picture('phone-legal')
  await page.goto('/impact')
  await page
    .getByRole('link', { name: /Planning/ })
    .first()
    .tap()
  await page.getByRole('heading', { name: 'By system' }).evaluate((heading) => heading.scrollIntoView())
  await picture('phone-division')
  await page.goto('/time')
  await page.getByRole('button', { name: 'Again' }).first().waitFor()
  await page.getByRole('button', { name: 'Start timer' }).first().tap()
  await page.getByRole('button', { name: 'Stop' }).first().waitFor()
  await page.getByRole('button', { name: 'Close message' }).tap()
  await page.getByRole('heading', { name: 'Recent' }).evaluate((heading) => heading.scrollIntoView({ block: 'center' }))
  await picture('phone-time')
}

async function take() {
  await prepare(() => undefined)
  const { runnerImport } = await import('vite')
  const { newDevice, signIn, startSample } = (await runnerImport(`${root}test/bench/device.ts`)).module
  const server = await startSample()
  try {
    for (const [options, who, takePictures] of [
      [phone, 'ict', takePhone],
      [desktop, 'ict', takeDesktop],
      [phone, 'ict', takeDesk],
      [desktop, 'manager', takeDeskDesktop],
      [desktop, 'manager', takeImpact],
      [phone, 'practice', takePractice],
    ]) {
      const device = await newDevice(server.origin, { ...options, reducedMotion: 'reduce' })
      try {
        await signIn(device.page, `${who}@sample.test`)
        await takePictures(device.page, async (name) => {
          await device.page.evaluate(() => document.fonts.ready)
          await device.page.screenshot({ path: `${root}test/pictures/${name}.png`, caret: 'hide' })
        })
      } finally {
        await device.remove()
      }
    }
  } finally {
    await server.remove()
  }
}

await take()
