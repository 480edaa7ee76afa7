// The page's side of a thread that answers questions: see thread.ts.
import type { FromThread, ToThread } from './thread.ts'

/** Questions are asked without `now`: the door adds it when it asks, and asks again as time passes. */
export interface Door<Question extends { readonly type: keyof Answers }, Answers> {
  /** One answer. Rejects when it could not be worked out, with a sentence for the log. */
  ask<Q extends Question>(question: Q): Promise<Answers[Q['type']]>
  /**
   * The answer now, when records change, and every minute. Hands back how to stop, which also takes back a question
   * under way.
   */
  watchAnswer<Q extends Question>(
    question: Q,
    onAnswer: (answer: Answers[Q['type']]) => void,
    onError: (error: Error) => void,
  ): () => void
  /** Ends the thread; questions under way are never answered. */
  stop(): void
}

/** What of a Worker is used. */
export interface Thread<Question> {
  postMessage(message: ToThread<Question & { readonly now: number }>): void
  terminate(): void
  onmessage: ((event: MessageEvent<FromThread>) => void) | null
  onerror: ((event: ErrorEvent) => void) | null
}

export interface DoorOptions<Question> {
  readonly storeName: string
  readonly now: () => number
  readonly startThread: () => Thread<Question>
}

interface Asked {
  readonly resolve: (answer: never) => void
  readonly reject: (error: Error) => void
}

const minuteMs = 60_000

/** The thread is started by the first question, and anew by the next one after it broke. The caller stops it. */
export function createDoor<Question extends { readonly type: keyof Answers }, Answers>({
  storeName,
  now,
  startThread,
}: DoorOptions<Question>): Door<Question, Answers> {
  const asked = new Map<number, Asked>()
  const watched = new Set<() => void>()
  const askAgain = () => {
    for (const again of watched) again()
  }
  let thread: Thread<Question> | undefined
  let timer: ReturnType<typeof setInterval> | undefined
  let lastId = 0

  const receive = (message: FromThread) => {
    if (message.type === 'changed') return askAgain()
    const waiting = asked.get(message.id)
    asked.delete(message.id)
    if (message.type === 'answer') waiting?.resolve(message.answer as never)
    else waiting?.reject(new Error(message.message))
  }
  const end = () => {
    thread?.terminate()
    thread = undefined
  }
  const running = (): Thread<Question> => {
    if (thread) return thread
    thread = startThread()
    thread.onmessage = (event) => receive(event.data)
    thread.onerror = (event) => {
      end()
      const lost = [...asked.values()]
      asked.clear()
      for (const { reject } of lost) reject(new Error(event.message || 'the thread broke'))
    }
    thread.postMessage({ type: 'open', storeName })
    return thread
  }
  const post = (question: Question, waiting: Asked): number => {
    lastId += 1
    asked.set(lastId, waiting)
    running().postMessage({ type: 'ask', id: lastId, question: { ...question, now: now() } })
    return lastId
  }
  const cancel = (id: number) => {
    if (asked.delete(id)) thread?.postMessage({ type: 'cancel', id })
  }

  return {
    ask: (question) => new Promise((resolve, reject) => post(question, { resolve, reject })),
    watchAnswer: (question, onAnswer, onError) => {
      let id: number | undefined
      // A newer question takes the place of the older one: answers never come out of order.
      const again = () => {
        if (id !== undefined) cancel(id)
        id = post(question, { resolve: onAnswer, reject: onError })
      }
      watched.add(again)
      timer ??= setInterval(askAgain, minuteMs)
      again()
      return () => {
        watched.delete(again)
        if (id !== undefined) cancel(id)
        if (watched.size > 0) return
        clearInterval(timer)
        timer = undefined
      }
    },
    stop: () => {
      clearInterval(timer)
      timer = undefined
      watched.clear()
      asked.clear()
      end()
    },
  }
}
