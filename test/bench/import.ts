// A service desk's log of the size of a real one, through the page: read, saved on the device without a network, sent, and
// fetched by a second device. The longest task is how long a tap may have to wait.
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { makeLog } from '../fixtures/incident-log.ts'
import { type Device, newDevice, signIn, startSample } from './device.ts'
import { tell } from './measure.ts'

const desk = 'ict@sample.test'
const longMs = 30 * 60_000

export async function bench(): Promise<void> {
  const server = await startSample()
  const folder = await mkdtemp(join(tmpdir(), 'uptally-log-'))
  try {
    const file = join(folder, 'log.csv')
    await writeFile(file, [...makeLog().parts()].join(''))
    const first = await openDevice(server.origin)
    await importOn(first, file)
    await share(first)
    await second(server.origin)
    await undo(first)
    await first.remove()
  } finally {
    await server.remove()
    await rm(folder, { recursive: true, force: true })
  }
}

/** A device that tells of the tasks of its main thread. */
async function openDevice(origin: string): Promise<Device> {
  const device = await newDevice(origin)
  device.page.setDefaultTimeout(longMs)
  await device.page.addInitScript(() => {
    window.tasks = []
    const keep = (list: PerformanceObserverEntryList) => {
      for (const { duration } of list.getEntries()) window.tasks.push(duration)
    }
    new PerformanceObserver(keep).observe({ type: 'longtask', buffered: true })
  })
  return device
}

declare global {
  interface Window {
    tasks: number[]
  }
}

/** Prints how long the work took, the longest task meanwhile (tasks under 50 ms are not told), and the page's memory. */
async function timed(page: Page, name: string, work: () => Promise<unknown>): Promise<void> {
  await page.evaluate(() => {
    window.tasks = []
  })
  const start = performance.now()
  await work()
  const ms = performance.now() - start
  const { longest, heap } = await page.evaluate(() => ({
    longest: Math.max(0, ...window.tasks),
    heap: (performance as Performance & { memory?: { usedJSHeapSize: number } }).memory?.usedJSHeapSize ?? Number.NaN,
  }))
  tell(name, [ms])
  tell(`${name}: longest task`, [longest])
  tell(`${name}: page's memory after it`, [heap / 1e6], 'MB')
}

const step = (page: Page, name: string) => page.getByRole('heading', { level: 2, name, exact: true }).waitFor()

async function importOn({ page, context }: Device, file: string): Promise<void> {
  await signIn(page, desk)
  await page.goto('/import/incidents')
  await page.getByLabel('File', { exact: true }).waitFor()
  await context.setOffline(true)
  await timed(page, 'looking at the file', async () => {
    await page.getByLabel('File', { exact: true }).setInputFiles(file)
    await step(page, 'How the file is written')
  })
  await page.getByRole('button', { name: 'Continue' }).click()
  await timed(page, 'reading it', async () => {
    await page.getByRole('button', { name: 'Read the file' }).click()
    await step(page, 'What its words mean')
  })
  await page.getByLabel('Where the file names no council of ours').selectOption({ index: 1 })
  await timed(page, 'comparing it with what is here', async () => {
    await page.getByRole('button', { name: 'See the outcome' }).click()
    await step(page, 'What would be imported')
  })
  await timed(page, 'saving it on the device', async () => {
    await page.getByRole('button', { name: /^Import \d/ }).click()
    await page.getByText('saved on this device').waitFor()
  })
  const { ops, letters } = await page.evaluate(held, true)
  tell('ops that wait', [ops], 'ops')
  tell('their texts', [letters / 1e6], 'MB')
}

/** Until the server has it all, and the device has it back. */
async function share({ page, context }: Device): Promise<void> {
  await timed(page, 'sending it, and having it back', async () => {
    await context.setOffline(false)
    for (let left = 1; left > 0; await page.waitForTimeout(500)) {
      const { ops, open } = await page.evaluate(held, false)
      left = ops + open
    }
  })
}

async function second(origin: string): Promise<void> {
  const device = await openDevice(origin)
  await timed(device.page, 'sign-in to "Up to date" on a second device', async () => {
    await signIn(device.page, desk)
  })
  await device.remove()
}

async function undo({ page }: Device): Promise<void> {
  await timed(page, 'taking it back', async () => {
    await page.getByRole('button', { name: 'Undo this import' }).click()
    await page.getByText('taken back').waitFor()
  })
}

interface Held {
  readonly ops: number
  /** Of their texts; NaN unless they are to be weighed, for that reads them all. */
  readonly letters: number
  /** Sent, and not yet come back. */
  readonly open: number
}

/** Runs in the page: what of the person's own is on its way. */
async function held(isWeighed: boolean): Promise<Held> {
  const done = <T>(request: IDBRequest<T>) =>
    new Promise<T>((resolve, reject) => {
      request.onsuccess = () => resolve(request.result)
      request.onerror = () => reject(request.error)
    })
  const found = { ops: 0, letters: isWeighed ? 0 : Number.NaN, open: 0 }
  for (const { name } of await indexedDB.databases()) {
    const database = await done(indexedDB.open(name ?? ''))
    if (database.objectStoreNames.contains('outbox')) {
      const tables = database.transaction(['outbox', 'sent'])
      const waiting = tables.objectStore('outbox')
      found.ops += await done(waiting.count())
      found.open += await done(tables.objectStore('sent').index('isOpen').count(1))
      for (let after = 0; isWeighed; ) {
        const [op] = await done(waiting.getAll(IDBKeyRange.lowerBound(after, true), 1))
        if (!op) break
        found.letters += op.text.length
        after = op.mid
      }
    }
    database.close()
  }
  return found
}
