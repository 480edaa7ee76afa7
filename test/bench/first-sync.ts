// A device that nobody has used: from "Sign in" to the first usable screen and to everything being here, beside the limit:
// fetching and parsing the same answers in the same page, storing nothing.
import type { Page } from '@playwright/test'
import { stateFlags } from '../../src/domain/incident-words.ts'
import { schemaNumber } from '../../src/domain/schema-number.ts'
import { protocol, pullLimit } from '../../src/domain/wire.ts'
import { type MadeIncident, madeIncident } from '../desk/made-incidents.ts'
import { fillSignIn, newDevice, openOutages, pressSignIn, seenAt, startSample, upToDate, watchFor } from './device.ts'
import { fillDesk } from './fill-desk.ts'
import { tell, tellRatio, times } from './measure.ts'

const runs = 5

/** Who sees what there is of systems and outages, and who sees the time of all fee earners beside it. */
const people = ['admin@sample.test', 'practice@sample.test']

export async function bench(origin: string): Promise<void> {
  for (const email of people) await benchOf(origin, email)
  await benchLongDesk()
}

const incidentCount = 20_768
const openCount = 250
const longRuns = 3
/** The last one, of the highest priority: the list begins with it. */
const newest = `[aria-label="Incidents"] a[href="/incidents/${madeIncident(incidentCount - 1).id}"]`

/** A desk with a year of incidents, opened on its list: with what is going on ahead of history, and without. */
async function benchLongDesk(): Promise<void> {
  const server = await startSample()
  try {
    await fillDesk(server.origin, 'ict@sample.test', incidentCount, stateOf)
    for (const isHotFirst of [true, false]) {
      console.log(`  ${incidentCount} incidents, ${isHotFirst ? 'what is going on first' : 'in the order of versions'}`)
      const all = await times(longRuns, () => longDesk(server.origin, isHotFirst))
      const shown = tell(
        'sign-in to the newest open incident shown',
        all.map((each) => each.shown),
      )
      const whole = tell(
        'sign-in to "Up to date"',
        all.map((each) => each.whole),
      )
      tellRatio('newest open incident shown, of the whole', shown, whole)
    }
  } finally {
    await server.remove()
  }
}

/** What is open was changed last; all before is history. */
function stateOf(n: number): Partial<MadeIncident> {
  const state = n < incidentCount - openCount ? 'closed' : 'in_progress'
  const isNewest = n === incidentCount - 1
  const now = Date.now()
  return { state, flags: stateFlags[state], ...(isNewest ? { priority: 1, raisedAt: now, stateAt: now } : {}) }
}

async function longDesk(origin: string, isHotFirst: boolean): Promise<{ shown: number; whole: number }> {
  const { page, remove } = await newDevice(origin)
  try {
    page.setDefaultTimeout(600_000)
    if (!isHotFirst)
      await page.route('**/sync/v1/pull', (route) => {
        const { hot: _, ...asked } = route.request().postDataJSON() as Record<string, unknown>
        return route.continue({ postData: JSON.stringify(asked) })
      })
    await watchFor(page, { shown: newest, whole: upToDate })
    await fillSignIn(page, 'ict@sample.test', '/incidents')
    const from = await page.evaluate(() => performance.now())
    await pressSignIn(page)
    const { shown, whole } = await seenAt(page, ['shown', 'whole'])
    return { shown: shown - from, whole: whole - from }
  } finally {
    await remove()
  }
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
