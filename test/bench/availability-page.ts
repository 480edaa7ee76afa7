// The availability page over the sample's eighteen months: how long until every system's figure is shown, and the longest
// time for which the page could not answer a finger meanwhile.
import { addDays, addMonths } from '../../src/domain/local-date.ts'
import { sampleSystems } from '../../src/server/sample/systems.ts'
import { newDevice, seenAt, signIn, watchFor } from './device.ts'
import { tell, times } from './measure.ts'

const runs = 9

export async function bench(origin: string): Promise<void> {
  const { page, remove } = await newDevice(origin)
  try {
    await signIn(page)
    const today = new Date().toISOString().slice(0, 10)
    const period = new URLSearchParams({ period: 'custom', from: addMonths(today, -18), to: addDays(today, 1) })
    for (const view of ['days', 'table']) {
      const last = view === 'table' ? 'tbody tr' : '.system-row'
      await watchFor(page, { [view]: `${last}:nth-child(${sampleSystems.length})` })
      const seen = await times(runs, async () => {
        await page.goto(`/availability?${period}&view=${view}`)
        const shown = (await seenAt(page, [view]))[view] ?? Number.NaN
        return { shown, block: await page.evaluate(longestBlock) }
      })
      tell(
        `${view}: navigation to ${sampleSystems.length} figures`,
        seen.map(({ shown }) => shown),
      )
      tell(
        `${view}: longest block (0: none over 50 ms)`,
        seen.map(({ block }) => block),
      )
    }
  } finally {
    await remove()
  }
}

/** Runs in the page: tasks over 50 ms since the navigation; the observer tells of no shorter ones. */
function longestBlock(): Promise<number> {
  return new Promise((resolve) => {
    const blocks: number[] = []
    const observer = new PerformanceObserver((list) =>
      blocks.push(...list.getEntries().map(({ duration }) => duration)),
    )
    observer.observe({ type: 'longtask', buffered: true })
    setTimeout(() => resolve(Math.max(0, ...blocks)), 200)
  })
}
