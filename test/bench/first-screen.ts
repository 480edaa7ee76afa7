// The first screen: of a first visit, which is the sign-in page, and of a repeat visit without a network, which is the start page.
import type { Page } from '@playwright/test'
import { newDevice, openOutages, seenAt, signIn, watchFor } from './device.ts'
import { tell, times } from './measure.ts'

const runs = 9
const emailField = 'input[type=email]'

export async function bench(origin: string): Promise<void> {
  const fresh = await times(runs, () => firstVisit(origin))
  tell(
    'first visit: first contentful paint',
    fresh.map(({ paint }) => paint),
  )
  tell(
    'first visit: sign-in page usable',
    fresh.map(({ usable }) => usable),
  )
  const repeat = await repeatVisits(origin)
  tell(
    'offline: first contentful paint',
    repeat.map(({ paint }) => paint),
  )
  tell(
    'offline: start page with open outages',
    repeat.map(({ usable }) => usable),
  )
}

async function firstVisit(origin: string) {
  const { page, remove } = await newDevice(origin)
  try {
    await watchFor(page, { usable: emailField })
    return await visit(page)
  } finally {
    await remove()
  }
}

async function repeatVisits(origin: string) {
  const { context, page, remove } = await newDevice(origin)
  try {
    await signIn(page)
    await context.setOffline(true)
    await watchFor(page, { usable: openOutages })
    return await times(runs, async () => {
      const seen = await visit(page)
      if (!seen.isFromWorker) throw new Error('the page did not come from the service worker')
      return seen
    })
  } finally {
    await remove()
  }
}

async function visit(page: Page) {
  await page.goto('/')
  const { usable } = await seenAt(page, ['usable'])
  await page.waitForFunction(() => performance.getEntriesByName('first-contentful-paint').length > 0)
  const rest = await page.evaluate(() => {
    const [navigation] = performance.getEntriesByType('navigation') as PerformanceNavigationTiming[]
    const paint = performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? Number.NaN
    return { paint, isFromWorker: (navigation?.workerStart ?? 0) > 0 }
  })
  return { usable, ...rest }
}
