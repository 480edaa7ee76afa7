import type { Page } from '@playwright/test'
import { expectShared, person, reportOutage, signIn } from './steps.ts'
import { expect, test } from './story.ts'

test('What one tab records another shows at once, and both listen to the server through one stream', async ({
  sample,
  newDevice,
}) => {
  const first = await newDevice(sample)
  const streams = openStreams(first)
  await signIn(first, person.ict)
  await expect.poll(() => streams.size).toBe(1)

  const second = await first.context().newPage()
  await second.clock.install()
  await second.goto('/outages')
  await expect(second.getByRole('list', { name: 'Open outages' })).toContainText('Telephony')
  await reportOutage(first, 'Environmental health system', 'Slow')
  await expect(second.getByRole('list', { name: 'Open outages' })).toContainText('Environmental health system')

  // Long enough for a tab that waits for its turn to lose patience.
  await second.clock.fastForward('00:10')
  await expectShared(second)
  await expect.poll(() => streams.size).toBe(1)

  await first.close()
  await reportOutage(second, 'Leisure bookings', 'Slow')
  await expectShared(second)
  await expect.poll(() => streams.size).toBe(1)
})

/** The event streams that tabs of this browser hold open now. */
function openStreams(page: Page): ReadonlySet<object> {
  const open = new Set<object>()
  page.context().on('request', (request) => {
    if (request.url().endsWith('/sync/v1/events')) open.add(request)
  })
  const close = (request: object) => {
    open.delete(request)
  }
  page.context().on('requestfailed', close)
  page.context().on('requestfinished', close)
  return open
}
