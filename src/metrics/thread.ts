// A thread that answers questions, one at a time: the runtime around it is a worker.ts, the page's side of it door.ts.

/** To the thread: the store to read, a question, or word that an answer is not wanted any more. */
export type ToThread<Question> =
  | { readonly type: 'open'; readonly storeName: string }
  | { readonly type: 'ask'; readonly id: number; readonly question: Question }
  | { readonly type: 'cancel'; readonly id: number }

/** From the thread: an answer, why there is none, or that records have changed since the last answers. */
export type FromThread =
  | { readonly type: 'answer'; readonly id: number; readonly answer: unknown }
  | { readonly type: 'failure'; readonly id: number; readonly message: string }
  | { readonly type: 'changed' }

export interface ThreadParts<Question, Records> {
  /** Reads the records now and whenever they change. */
  readonly follow: (storeName: string, onRecords: (records: Records) => void, onError: (error: unknown) => void) => void
  /** While a promised answer is on its way, others are worked out. */
  readonly answerTo: (question: Question, records: Records) => unknown
  readonly send: (message: FromThread) => void
  /** Lets waiting messages in before the next piece of work. */
  readonly later: (work: () => void) => void
}

/** Questions wait for the records; each is answered apart, so that one which fails leaves the others alone. */
export function makeThread<Question, Records>({
  follow,
  answerTo,
  send,
  later,
}: ThreadParts<Question, Records>): (message: ToThread<Question>) => void {
  const waiting = new Map<number, Question>()
  let records: Records | undefined
  let failure: string | undefined
  let isScheduled = false

  const next = () => {
    isScheduled = false
    const [first] = waiting
    if (!first) return
    if (!records && failure === undefined) return
    const [id, question] = first
    waiting.delete(id)
    answer(id, question)
    schedule()
  }
  const schedule = () => {
    if (isScheduled || waiting.size === 0) return
    isScheduled = true
    later(next)
  }
  const answer = (id: number, question: Question) => {
    const succeed = (found: unknown) => send({ type: 'answer', id, answer: found })
    const fail = (error: unknown) => send({ type: 'failure', id, message: messageOf(error) })
    if (!records) return fail(failure ?? 'nothing was read')
    try {
      const found = answerTo(question, records)
      if (found instanceof Promise) found.then(succeed).catch(fail)
      else succeed(found)
    } catch (error) {
      fail(error)
    }
  }
  const onRecords = (read: Records) => {
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
