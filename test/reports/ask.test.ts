import { expect, test } from 'vitest'
import { askReport, type ReportThread } from '../../src/reports/ask.ts'
import type { FromReports, ToReports } from '../../src/reports/question.ts'

/** A thread that does what it is told to by `answer`. */
function startThreads(answer: (message: ToReports, thread: ReportThread) => void) {
  const threads: { isEnded: boolean }[] = []
  const start = (): ReportThread => {
    const state = { isEnded: false }
    threads.push(state)
    const thread: ReportThread = {
      postMessage: (message) => queueMicrotask(() => answer(message, thread)),
      terminate: () => {
        state.isEnded = true
      },
      onmessage: null,
      onerror: null,
    }
    return thread
  }
  return { threads, start }
}
const tell = (thread: ReportThread, data: FromReports) => thread.onmessage?.({ data } as MessageEvent<FromReports>)
const question = { type: 'everything', asAt: 1 } as const
const file = { bytes: new Uint8Array(3), count: 2 }

test('a question opens a thread on the store, hears how far it is, and ends it with the answer', async () => {
  const asked: ToReports[] = []
  const { threads, start } = startThreads((message, thread) => {
    asked.push(message)
    tell(thread, { type: 'progress', done: 1, total: 4 })
    tell(thread, { type: 'answer', answer: file })
  })
  const steps: number[] = []
  const answer = await askReport('store-1', question, (done, total) => steps.push(done, total), start)
  expect(answer).toEqual(file)
  expect(asked).toEqual([{ storeName: 'store-1', question }])
  expect(steps).toEqual([1, 4])
  expect(threads).toEqual([{ isEnded: true }])
})

test('a file that cannot be made rejects with why, and leaves no thread behind', async () => {
  const failing = startThreads((_, thread) => tell(thread, { type: 'failure', message: 'the disk is full' }))
  await expect(askReport('s', question, () => {}, failing.start)).rejects.toThrow('the disk is full')
  const broken = startThreads((_, thread) => thread.onerror?.({ message: '' } as ErrorEvent))
  await expect(askReport('s', question, () => {}, broken.start)).rejects.toThrow('broke')
  expect([...failing.threads, ...broken.threads]).toEqual([{ isEnded: true }, { isEnded: true }])
})
