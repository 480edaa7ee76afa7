// The list of incidents with as many on the device as a year of a real log: what the page's own thread does for each act,
// at the machine's speed and at a quarter of it, and what it holds in memory after scrolling. The limit is 100 ms an act.
import type { CDPSession, Page } from '@playwright/test'
import { newDevice, signIn, startSample } from './device.ts'
import { fillDesk } from './fill-desk.ts'
import { spreadOf, tell, tellRatio } from './measure.ts'

const email = 'ict@sample.test'
const incidentCount = 20_768
const runs = 5
const screens = 50
const limitMs = 100

export async function bench(): Promise<void> {
  const server = await startSample()
  try {
    await fillDesk(server.origin, email, incidentCount)
    const { page, context, remove } = await newDevice(server.origin)
    try {
      page.setDefaultTimeout(600_000)
      await keepTasks(page)
      await signIn(page, email)
      const cdp = await context.newCDPSession(page)
      // Its processor time: what else the machine does is not counted.
      await cdp.send('Performance.enable', { timeDomain: 'threadTicks' })
      for (const rate of [1, 4]) {
        console.log(`  -- main thread, ${rate === 1 ? "at the machine's speed" : `${rate} times slower`}`)
        await cdp.send('Emulation.setCPUThrottlingRate', { rate })
        await benchOf(page, cdp)
      }
      await cdp.send('Emulation.setCPUThrottlingRate', { rate: 1 })
      await benchHeap(page, cdp)
    } finally {
      await remove()
    }
  } finally {
    await server.remove()
  }
}

async function benchOf(page: Page, cdp: CDPSession): Promise<void> {
  const main = page.getByRole('navigation', { name: 'Main' })
  const queues = page.getByRole('navigation', { name: 'Queues and saved searches' })
  // Without Playwright's own looking about, which the main thread would do too.
  const toMain = (name: string) => () => main.getByRole('link', { name }).dispatchEvent('click')
  const toQueue = (name: RegExp) => () => queues.getByRole('link', { name }).dispatchEvent('click')
  await page.goto('/incidents')
  await listed(page)
  const acts: Readonly<Record<string, readonly [before: () => Promise<void>, act: () => Promise<void>]>> = {
    'nothing: what measuring costs': [toMain('Incidents'), async () => {}],
    'open the list': [toMain('Start'), toMain('Incidents')],
    'all of them': [toQueue(/^All open/), toQueue(/^Everything/)],
    'a queue': [toQueue(/^Everything/), toQueue(/^Unassigned/)],
    'a search by two words': [
      toQueue(/^Everything/),
      () => page.getByLabel('Search incidents').fill('printer lost', { force: true }),
    ],
  }
  for (const [name, [before, act]] of Object.entries(acts)) {
    const done: Work[] = []
    for (let run = 0; run < runs; run++) {
      await before()
      done.push(
        await workOf(page, cdp, async () => {
          await act()
          await listed(page)
        }),
      )
    }
    tellWork(name, done)
  }
  await toQueue(/^Everything/)()
  const plain = await workOf(page, cdp, () => page.evaluate(putUpPlainly, screens))
  const scrolled = await workOf(page, cdp, () => page.evaluate(scroll, { screens, isDown: true }))
  tell('scroll: a screen', [scrolled.total / screens])
  tell('scroll: longest task of all (0: none over 50)', [scrolled.longest])
  tellRatio('  of putting up the same rows plainly', scrolled.total, plain.total)
}

/** Memory before and after going through the list, each after the page's rubbish is collected. */
async function benchHeap(page: Page, cdp: CDPSession): Promise<void> {
  console.log('  -- memory of the page')
  await page.goto('/incidents?q=')
  await listed(page)
  const before = await heldBy(cdp)
  await page.evaluate(scroll, { screens, isDown: true })
  const once = await heldBy(cdp)
  for (const isDown of [false, true]) await page.evaluate(scroll, { screens: 5 * screens, isDown })
  const after = await heldBy(cdp)
  for (const [name, held] of Object.entries({
    'at first': before,
    [`after ${screens} screens`]: once,
    [`after ${11 * screens}`]: after,
  })) {
    tell(`heap ${name}`, [held.heap], 'MB')
    tell(`nodes ${name}`, [held.nodes], '')
  }
  tellRatio('heap at the end, of the first', after.heap, before.heap)
}

/** Main-thread ms; `total` is everything. */
interface Spent {
  readonly total: number
  readonly script: number
  readonly layout: number
}

interface Work extends Spent {
  readonly longest: number
}

/** What the main thread does from here until it has nothing more to do after the work. */
async function workOf(page: Page, cdp: CDPSession, work: () => Promise<unknown>): Promise<Work> {
  const before = await settled(cdp)
  await page.evaluate(() => {
    window.longTasks = []
  })
  await work()
  const after = await settled(cdp)
  const longest = await page.evaluate(() => Math.max(0, ...window.longTasks))
  const since = (part: keyof Spent) => after[part] - before[part]
  return { total: since('total'), script: since('script'), layout: since('layout'), longest }
}

function tellWork(name: string, done: readonly Work[]): void {
  const total = tell(
    name,
    done.map((work) => work.total),
  )
  tellRatio('  of the limit', total, limitMs)
  const middle = (part: keyof Spent) => spreadOf(done.map((work) => work[part])).median.toFixed(0)
  const { max: longest } = spreadOf(done.map((work) => work.longest))
  console.log(
    `    script ${middle('script')} ms, styles and layout ${middle('layout')} ms; longest task ${longest.toFixed(0)} ms (0: none over 50)`,
  )
}

const metricsOf = async (cdp: CDPSession): Promise<ReadonlyMap<string, number>> => {
  const { metrics } = await cdp.send('Performance.getMetrics')
  return new Map(metrics.map(({ name, value }) => [name, value]))
}

/** Main-thread ms so far, once a fifth of a second brought hardly any. */
async function settled(cdp: CDPSession): Promise<Spent> {
  let last = Number.NEGATIVE_INFINITY
  for (;;) {
    const metrics = await metricsOf(cdp)
    const ms = (name: string) => 1000 * (metrics.get(name) ?? Number.NaN)
    const total = ms('TaskDuration')
    if (!(total - last > 5))
      return { total, script: ms('ScriptDuration'), layout: ms('LayoutDuration') + ms('RecalcStyleDuration') }
    last = total
    await new Promise((resolve) => setTimeout(resolve, 200))
  }
}

async function heldBy(cdp: CDPSession): Promise<{ heap: number; nodes: number }> {
  await settled(cdp)
  await cdp.send('HeapProfiler.collectGarbage')
  const metrics = await metricsOf(cdp)
  return { heap: (metrics.get('JSHeapUsedSize') ?? Number.NaN) / 1e6, nodes: metrics.get('Nodes') ?? Number.NaN }
}

/** Rows are there, and none is still coming. */
const listed = (page: Page) =>
  page.waitForFunction(
    () =>
      document.querySelector('.incident-list a') !== null && document.querySelector('.incident-list__coming') === null,
  )

declare global {
  interface Window {
    longTasks: number[]
  }
}

async function keepTasks(page: Page): Promise<void> {
  await page.addInitScript(() => {
    window.longTasks = []
    const keep = (list: PerformanceObserverEntryList) => {
      for (const { duration } of list.getEntries()) window.longTasks.push(duration)
    }
    new PerformanceObserver(keep).observe({ type: 'longtask', buffered: true })
  })
}

/** Runs in the page: goes on by a screen as soon as the rows of this one are there. */
async function scroll({ screens, isDown }: { screens: number; isDown: boolean }): Promise<void> {
  const frame = () => new Promise((resolve) => requestAnimationFrame(resolve))
  for (let screen = 0; screen < screens; screen++) {
    scrollBy(0, isDown ? innerHeight : -innerHeight)
    do await frame()
    while (document.querySelector('.incident-list__coming') !== null)
  }
}

/** Runs in the page: as many rows as it shows are made from scratch and laid out, as often. */
async function putUpPlainly(screens: number): Promise<void> {
  const list = document.querySelector('.incident-list')
  for (let screen = 0; screen < screens; screen++) {
    const copy = list?.cloneNode(true) as HTMLElement
    document.body.append(copy)
    await new Promise((resolve) => requestAnimationFrame(resolve))
    copy.remove()
  }
}
