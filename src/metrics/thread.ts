// The metrics thread's work, one question at a time: the runtime around it is worker.ts.
import type { MetricsRecords } from './availability-records.ts'
import type { FromThread, Question, ToThread } from './question.ts'
import { answerTo } from './question.ts'

export interface ThreadParts {
  /** Reads the records now and whenever they change. */
  readonly follow: (
    storeName: string,
    onRecords: (records: MetricsRecords) => void,
    onError: (error: unknown) => void,
  ) => void
  readonly send: (message: FromThread) => void
  /** Lets waiting messages in before the next piece of work. */
  readonly later: (work: () => void) => void
}

/** Questions wait for the records; each is answered apart, so that one which fails leaves the others alone. */
export function makeThread({ follow, send, later }: ThreadParts): (message: ToThread) => void {
  const waiting = new Map<number, Question>()
  let records: MetricsRecords | undefined
  let failure: string | undefined
  let isScheduled = false

  const next = () => {
    isScheduled = false
    const [first] = waiting
    if (!first) return
    if (!records && failure === undefined) return
    const [id, question] = first
    waiting.delete(id)
    send(answered(id, question))
    schedule()
  }
  const schedule = () => {
    if (isScheduled || waiting.size === 0) return
    isScheduled = true
    later(next)
  }
  const answered = (id: number, question: Question): FromThread => {
    if (!records) return { type: 'failure', id, message: failure ?? 'nothing was read' }
    try {
      return { type: 'answer', id, answer: answerTo(question, records) }
    } catch (error) {
      return { type: 'failure', id, message: messageOf(error) }
    }
  }
  const onRecords = (read: MetricsRecords) => {
    const isFirst = records === undefined
    records = read
    failure = undefined
    if (!isFirst) send({ type: 'changed' })
    schedule()
  }
  const onError = (error: unknown) => {
    failure = messageOf(error)
    schedule()
  }
  return (message) => {
    if (message.type === 'open') follow(message.storeName, onRecords, onError)
    else if (message.type === 'cancel') waiting.delete(message.id)
    else {
      waiting.set(message.id, message.question)
      schedule()
    }
  }
}

const messageOf = (error: unknown): string => (error instanceof Error ? error.message : String(error))
