import type { Page } from '@playwright/test'
import { entriesToday, expectInstalled, expectShared, goOffline, goOnline, signIn, syncButton, toast } from './steps.ts'
import { expect, startSample, test } from './story.ts'

test('A timer started without a network outlives a reload, and all that was recorded then is seen, and stopped, elsewhere', async ({
  sample,
  newDevice,
}) => {
  const phone = await newDevice(sample)
  await signIn(phone, 'grace.mbeki@sample.test')
  await goOffline(phone)
  await phone.getByRole('button', { name: 'Start timer' }).tap()
  await expect(toast(phone)).toContainText('Timer started. Saved on this phone.')
  await expect(runningTimer(phone)).toBeVisible()
  await phone.reload()
  await phone.waitForTimeout(1100)
  await runningTimer(phone).getByRole('button', { name: 'Stop' }).tap()
  await expect(toast(phone)).toContainText('Stopped: under a minute. Saved on this phone.')
  await expect(runningTimer(phone)).toBeHidden()

  await addTime(phone, '1.5 lease of the boat house')
  await expect(toast(phone)).toContainText('1 h 30 min recorded. Saved on this phone.')
  await phone
    .getByRole('button', { name: /^Again ?, 1 h 30 min/ })
    .first()
    .tap()
  await expect(toast(phone)).toContainText('1 h 30 min recorded today.')
  await expect(lengths(phone, '1:30')).toHaveCount(2)
  await toast(phone).getByRole('button', { name: 'Undo' }).last().tap()
  await expect(lengths(phone, '1:30')).toHaveCount(1)
  await phone
    .getByRole('button', { name: /^Again ?, 1 h 30 min/ })
    .first()
    .tap()
  await expect(lengths(phone, '1:30')).toHaveCount(2)
  await phone.getByRole('button', { name: 'Start timer' }).tap()
  await expect(runningTimer(phone)).toBeVisible()
  await expect(syncButton(phone)).toHaveAccessibleName(/^\d changes on this phone/)

  await goOnline(phone)
  await expectShared(phone)
  const desk = await newDevice(sample, { viewport: { width: 1280, height: 900 } })
  await signIn(desk, 'grace.mbeki@sample.test')
  await desk.goto('/time')
  await expect(lengths(desk, '1:30')).toHaveCount(2)
  await lengths(desk, '1:30').first().getByRole('link').click()
  await expect(desk.getByText('lease of the boat house')).toBeVisible()
  await expect(runningTimer(desk)).toBeVisible()
  await runningTimer(desk).getByRole('button', { name: 'Stop' }).click()
  await expect(runningTimer(desk)).toBeHidden()
  await expectShared(desk)
  await expect(runningTimer(phone)).toBeHidden()
})

test('A timer that was forgotten for twelve hours is asked about, stops when its person says, and is never dropped', async ({
  sample,
  newDevice,
}) => {
  const phone = await newDevice(sample)
  await phone.clock.install({ time: Date.now() - 12 * 3_600_000 })
  await signIn(phone, 'carys.bevan@sample.test')
  await phone.getByRole('button', { name: 'Start timer' }).tap()
  await expect(runningTimer(phone)).toBeVisible()
  await phone.clock.fastForward('12:00:00')
  await expect(runningTimer(phone)).toContainText('Still working?')
  await phone.reload()
  await runningTimer(phone).getByRole('button', { name: 'Stop' }).tap()
  const sheet = phone.getByRole('dialog', { name: 'Still working?' })
  await expect(sheet).toContainText('Nothing is thrown away')
  await sheet.getByRole('button', { name: 'It is still running' }).tap()
  await expect(runningTimer(phone)).not.toContainText('Still working?')
  await expect(runningTimer(phone)).toContainText('12:0')

  await phone.clock.fastForward('10:01:00')
  await runningTimer(phone).getByRole('button', { name: 'Still working?' }).tap()
  await sheet.getByRole('button', { name: /^Ten hours in/ }).tap()
  await expect(toast(phone)).toContainText('Stopped: 10 h (e).')
  await expect(runningTimer(phone)).toBeHidden()
  await expectShared(phone)
})

test('While the server is dead a timer goes on; it is stopped then, and shared once the server is back', async ({
  newDevice,
}) => {
  const server = await startSample()
  try {
    const phone = await newDevice(server)
    await signIn(phone, 'owen.pritchard@sample.test')
    await expectInstalled(phone)
    await phone.getByRole('button', { name: 'Start timer' }).tap()
    // What was shared before the tap is not what the tap records.
    await expect(runningTimer(phone)).toBeVisible()
    await expectShared(phone)
    await server.kill()
    await phone.reload()
    await expect(runningTimer(phone)).toBeVisible()
    await phone.waitForTimeout(1100)
    await runningTimer(phone).getByRole('button', { name: 'Stop' }).tap()
    await expect(toast(phone)).toContainText('Saved on this phone.')
    await expect(syncButton(phone)).toHaveAccessibleName(/^1 change on this phone/)

    await server.start()
    await syncButton(phone).tap()
    await phone.getByRole('dialog', { name: 'What is shared' }).getByRole('button', { name: 'Sync now' }).tap()
    await expectShared(phone)
    const desk = await newDevice(server)
    await signIn(desk, 'owen.pritchard@sample.test')
    await expect(runningTimer(desk)).toBeHidden()
    await desk.goto('/time')
    await expect(entriesToday(desk)).toHaveCount(1)
  } finally {
    await server.remove()
  }
})

const runningTimer = (page: Page) => page.getByRole('region', { name: /^Running timer/ })

/** Of today, each with so much time. */
const lengths = (page: Page, clock: string) =>
  page
    .getByRole('list', { name: 'Time on Today' })
    .getByRole('listitem')
    .filter({ has: page.getByText(clock, { exact: true }) })

async function addTime(page: Page, line: string): Promise<void> {
  await page.getByRole('link', { name: 'Add time' }).first().tap()
  await page.getByLabel('Duration').fill(line)
  await page.getByRole('button', { name: 'Save', exact: true }).tap()
  await expect(page.getByRole('heading', { level: 1, name: 'Time' })).toBeVisible()
}
