// A device that nobody has used: from "Sign in" to the first usable screen and to everything being here, beside the limit:
// fetching and parsing the same answers in the same page, storing nothing.
import type { Page } from '@playwright/test'
import { schemaNumber } from '../../src/domain/schema-number.ts'
import { protocol, pullLimit } from '../../src/domain/wire.ts'
import { fillSignIn, newDevice, openOutages, pressSignIn, seenAt, upToDate, watchFor } from './device.ts'
import { tell, tellRatio, times } from './measure.ts'

const runs = 5

/** Who sees what there is of systems and outages, and who sees the time of all fee earners beside it. */
const people = ['admin@sample.test', 'practice@sample.test']

export async function bench(origin: string): Promise<void> {
  for (const email of people) await benchOf(origin, email)
}

async function benchOf(origin: string, email: string): Promise<void> {
  console.log(`  ${email}`)
  const all = await times(runs, () => oneDevice(origin, email))
  const of = (name: keyof (typeof all)[number]) => all.map((each) => each[name])
  tell('sign-in answered (password check)', of('answered'))
  tell('sign-in to open outages shown', of('usable'))
  tell('sign-in to "Up to date"', of('shared'))
  const limit = tell('limit: fetch and parse of the same', of('limit'))
  tell('rows', of('rows'), 'rows')
  const synced = tell('answered to "Up to date"', of('synced'))
  tell(
    'rows stored and shown a second',
    all.map(({ rows, synced }) => (1000 * rows) / synced),
    'rows/s',
  )
  tellRatio('answered to "Up to date", of the limit', synced, limit)
}

async function oneDevice(origin: string, email: string) {
  const { page, remove } = await newDevice(origin)
  try {
    await watchFor(page, { usable: openOutages, shared: upToDate })
    await fillSignIn(page, email)
    await page.evaluate(() => {
      addEventListener('submit', () => performance.mark('pressed'), { capture: true, once: true })
    })
    await pressSignIn(page)
    const seen = await seenAt(page, ['usable', 'shared'])
    const { pressed, answered } = await page.evaluate(() => {
      const isSignIn = ({ name }: PerformanceEntry) => name.endsWith('/auth/sign-in')
      const request = performance.getEntriesByType('resource').find(isSignIn) as PerformanceResourceTiming | undefined
      const mark = performance.getEntriesByName('pressed')[0]
      return { pressed: mark?.startTime ?? Number.NaN, answered: request?.responseEnd ?? Number.NaN }
    })
    const limit = await fetchAndParse(page)
    return {
      answered: answered - pressed,
      usable: seen.usable - pressed,
      shared: seen.shared - pressed,
      synced: seen.shared - answered,
      limit: limit.ms,
      rows: limit.rows,
    }
  } finally {
    await remove()
  }
}

const fetchAndParse = (page: Page): Promise<{ ms: number; rows: number }> =>
  page.evaluate(pullAll, { x: protocol, schema: schemaNumber, limit: pullLimit, build: Math.floor(Date.now() / 1000) })

/** Runs in the page. */
async function pullAll(fixed: Record<string, unknown>): Promise<{ ms: number; rows: number }> {
  const { db } = await (await fetch('/auth/state')).json()
  const client = '019a0000-0000-7000-8000-000000000000'
  let rows = 0
  const start = performance.now()
  for (let asked = { cursors: {}, more: true }; asked.more; ) {
    const response = await fetch('/sync/v1/pull', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ ...fixed, db, client, cursors: asked.cursors }),
    })
    const lines = (await response.text()).trimEnd().split('\n')
    const values = lines.map((line) => JSON.parse(line))
    if (!response.ok || !values.at(-1)?.end) throw new Error('the pull was refused or cut short')
    rows += values.length - 2
    asked = values.at(-1)
  }
  return { ms: performance.now() - start, rows }
}
