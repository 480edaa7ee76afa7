// The page's door to the metrics thread.
import type { AnswerTo, FromThread, PageQuestion, ToThread } from './question.ts'

export interface Ask {
  /** One answer. Rejects when the figure could not be computed, with a sentence for the log. */
  ask<Q extends PageQuestion>(question: Q): Promise<AnswerTo<Q>>
  /**
   * The answer now, when records change, and every minute. Hands back how to stop, which also takes back a question
   * under way.
   */
  watchAnswer<Q extends PageQuestion>(
    question: Q,
    onAnswer: (answer: AnswerTo<Q>) => void,
    onError: (error: Error) => void,
  ): () => void
  /** Ends the thread; questions under way are never answered. */
  stop(): void
}

/** What of a Worker is used. */
export interface Thread {
  postMessage(message: ToThread): void
  terminate(): void
  onmessage: ((event: MessageEvent<FromThread>) => void) | null
  onerror: ((event: ErrorEvent) => void) | null
}

export interface AskOptions {
  readonly storeName: string
  readonly now: () => number
  readonly startThread?: () => Thread
}

interface Asked {
  readonly resolve: (answer: never) => void
  readonly reject: (error: Error) => void
}

const minuteMs = 60_000
const startWorker = (): Thread => new Worker(new URL('./worker.ts', import.meta.url), { type: 'module' })

/** The thread is started by the first question, and anew by the next one after it broke. The caller stops it. */
export function createAsk({ storeName, now, startThread = startWorker }: AskOptions): Ask {
  const asked = new Map<number, Asked>()
  const watched = new Set<() => void>()
  const askAgain = () => {
    for (const again of watched) again()
  }
  let thread: Thread | undefined
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
  const running = (): Thread => {
    if (thread) return thread
    thread = startThread()
    thread.onmessage = (event) => receive(event.data)
    thread.onerror = (event) => {
      end()
      const lost = [...asked.values()]
      asked.clear()
      for (const { reject } of lost) reject(new Error(event.message || 'the metrics thread broke'))
    }
    thread.postMessage({ type: 'open', storeName })
    return thread
  }
  const post = (question: PageQuestion, waiting: Asked): number => {
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
