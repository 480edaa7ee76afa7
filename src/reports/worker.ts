// The thread of its own in which files are made and read: it reads this device's store and writes nothing.
import { openToRead } from '../store/store.ts'
import { answerReport } from './answer.ts'
import type { FromReports, ToReports } from './question.ts'

const send = (message: FromReports) => self.postMessage(message)

self.onmessage = async ({ data: { storeName, question } }: MessageEvent<ToReports>) => {
  try {
    const store = await openToRead(storeName, 'all')
    const answer = await answerReport(store.reads, question, (done, total) => send({ type: 'progress', done, total }))
    send({ type: 'answer', answer })
  } catch (error) {
    send({ type: 'failure', message: error instanceof Error ? error.message : String(error) })
  }
}
