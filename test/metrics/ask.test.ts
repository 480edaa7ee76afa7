import { afterEach, describe, expect, test, vi } from 'vitest'
import { createAsk, type MetricsThread } from '../../src/metrics/ask.ts'
import type { MetricsRecords } from '../../src/metrics/availability-records.ts'
import { answerTo, type PageQuestion, type Question } from '../../src/metrics/question.ts'
import { makeThread } from '../../src/metrics/thread.ts'
import { at, hits, outage, records, system } from './made-records.ts'

const states = { type: 'states' } as const
const november = { period: { from: '2026-11-01', to: '2026-12-01' }, councilId: null }
const ofAll: PageQuestion = { type: 'availability', ...november }
const now = () => at('2026-11-10T12:00:00Z')

const well = records({ systems: [system('mail')] })
const hit = records({
  systems: [system('mail')],
  outages: [outage('o', '2026-11-10T11:00:00Z', null)],
  affected: [hits('o', 'mail')],
})

/** The thread's real work in this thread, with records that the test hands in. */
function makeDevice(given?: MetricsRecords) {
  let deliver: (records: MetricsRecords) => void = () => {}
  const threads: MetricsThread[] = []
  let answerCount = 0
  const startThread = (): MetricsThread => {
    let receive: ReturnType<typeof makeThread<Question, MetricsRecords>> | undefined
    const thread: MetricsThread = {
      onmessage: null,
      onerror: null,
      postMessage: (message) => receive?.(message),
      terminate: () => {
        receive = undefined
      },
    }
    receive = makeThread<Question, MetricsRecords>({
      answerTo,
      follow: (_name, onRecords) => {
        deliver = onRecords
        if (given) onRecords(given)
      },
      send: (data) => {
        if (data.type === 'answer') answerCount += 1
        queueMicrotask(() => receive && thread.onmessage?.({ data } as MessageEvent))
      },
      later: (work) => setTimeout(work),
    })
    threads.push(thread)
    return thread
  }
  const door = createAsk({ storeName: 'a store', now, startThread })
  return { door, threads, deliver: (read: MetricsRecords) => deliver(read), answerCount: () => answerCount }
}

const settled = () => new Promise((resolve) => setTimeout(resolve, 20))
afterEach(() => vi.useRealTimers())

describe('asking', () => {
  test('a question waits until the records have been read', async () => {
    const { door, deliver } = makeDevice()
    const answer = door.ask(states)
    deliver(hit)
    expect(await answer).toMatchObject([{ systemId: 'mail', level: 'down' }])
    door.stop()
  })

  test('a question that cannot be answered is refused alone; the ones beside it and after it are answered', async () => {
    const broken = { ...november, period: { from: 'no date', to: '2026-12-01' } }
    const { door, threads } = makeDevice(well)
    const [bad, good] = await Promise.allSettled([door.ask({ ...broken, type: 'availability' }), door.ask(ofAll)])
    expect([bad.status, good.status]).toEqual(['rejected', 'fulfilled'])
    expect(await door.ask(states)).toHaveLength(1)
    expect(threads).toHaveLength(1)
    door.stop()
  })

  test('when the thread breaks, what was asked is refused, and the next question starts another', async () => {
    const { door, threads, deliver } = makeDevice()
    const lost = door.ask(states)
    threads[0]?.onerror?.({ message: 'out of memory' } as ErrorEvent)
    await expect(lost).rejects.toThrow('out of memory')
    const answer = door.ask(states)
    deliver(well)
    expect(await answer).toHaveLength(1)
    expect(threads).toHaveLength(2)
    door.stop()
  })
})

describe('watching', () => {
  test('the answer comes anew when records have changed', async () => {
    const { door, deliver } = makeDevice(well)
    const levels: unknown[] = []
    const stop = door.watchAnswer(
      states,
      (answer) => levels.push(answer[0]?.level),
      () => {},
    )
    await settled()
    deliver(hit)
    await settled()
    expect(levels).toEqual([null, 'down'])
    stop()
    deliver(well)
    await settled()
    expect(levels).toEqual([null, 'down'])
    door.stop()
  })

  test('a question taken back before its turn is not worked out', async () => {
    const { door, answerCount } = makeDevice(well)
    const stops = [1, 2, 3].map(() =>
      door.watchAnswer(
        ofAll,
        () => {},
        () => {},
      ),
    )
    for (const stop of stops.slice(1)) stop()
    await settled()
    expect(answerCount()).toBe(1)
    door.stop()
  })

  test('as time passes the answer comes anew every minute, and no longer once nobody watches', async () => {
    vi.useFakeTimers()
    const { door, answerCount } = makeDevice(hit)
    const stop = door.watchAnswer(
      states,
      () => {},
      () => {},
    )
    await vi.advanceTimersByTimeAsync(125_000)
    expect(answerCount()).toBe(3)
    stop()
    await vi.advanceTimersByTimeAsync(125_000)
    expect(answerCount()).toBe(3)
    door.stop()
  })
})
