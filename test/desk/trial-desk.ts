// The desk's thread over a store to try, in this thread, with the page's door to it.
import { onTestFinished } from 'vitest'
import { answerTo, type DeskRecords } from '../../src/desk/answer-to.ts'
import { createDesk, type Desk, type DeskThread } from '../../src/desk/ask.ts'
import { type DeskSource, followDesk } from '../../src/desk/follow-desk.ts'
import type { AskedQuestion, DeskMe, DeskSort, IncidentRow } from '../../src/desk/question.ts'
import { type FromThread, makeThread } from '../../src/metrics/thread.ts'
import { follow, inParts } from '../../src/store/follow.ts'
import type { Store } from '../../src/store/store.ts'
import { clock, personId } from '../store/trial-store.ts'

export const me: DeskMe = { personId, teamIds: [] }
export const newestFirst: DeskSort = { by: 'raisedAt', isDescending: true }

export const sourceOf = (store: Store): DeskSource => ({
  reads: store.reads,
  eachPart: (take) => inParts(store, 'incident', 100, take),
  follow: (kinds, onChange) => follow(store, kinds, onChange),
})

/** What the page takes for the desk's thread. */
export function threadOver(source: DeskSource): DeskThread {
  let stop = () => {}
  let isOver = false
  const thread: DeskThread = {
    onmessage: null,
    onerror: null,
    postMessage: (message) => receive(message),
    terminate: () => {
      isOver = true
      stop()
    },
  }
  const receive = makeThread<AskedQuestion, DeskRecords>({
    follow: (_name, onDesk, onError) => {
      stop = followDesk(source, onDesk, onError)
    },
    answerTo,
    send: (data: FromThread) => queueMicrotask(() => isOver || thread.onmessage?.({ data } as MessageEvent)),
    later: (work) => setTimeout(work),
  })
  return thread
}

export function openDesk(source: DeskSource): Desk {
  const startThread = () => threadOver(source)
  const desk = createDesk({ storeName: 'trial', now: () => clock.now, startThread })
  onTestFinished(() => desk.stop())
  return desk
}

export interface Listed {
  readonly total: number
  readonly rows: readonly IncidentRow[]
  readonly problems: readonly string[]
}

export const list = (desk: Desk, query: string, sort = newestFirst): Promise<Listed> =>
  desk.ask({ type: 'list', query, sort, offset: 0, limit: 1000, me })
