// The thread of its own that holds the desk's incidents: it reads this device's store, writes nothing, and never holds up
// a tap.

import { type FromThread, makeThread, type ToThread } from '../metrics/thread.ts'
import { follow, inParts } from '../store/follow.ts'
import { openToRead, type Store, withDatabase } from '../store/store.ts'
import { answerTo, type DeskRecords } from './answer-to.ts'
import { type DeskSource, followDesk } from './follow-desk.ts'
import type { AskedQuestion } from './question.ts'

const partLength = 1000

const receive = makeThread<AskedQuestion, DeskRecords>({
  follow: (name, onDesk, onError) => {
    const fail = (error: unknown) => {
      onError(error)
      // A store that was lost is not followed any more: the thread breaks, and the door starts another.
      setTimeout(() => {
        throw error
      }, 100)
    }
    openToRead(name).then((store) => followDesk(sourceOf(store), onDesk, fail), fail)
  },
  answerTo,
  send: (message: FromThread) => self.postMessage(message),
  later: (work) => setTimeout(work),
})

const sourceOf = (store: Store): DeskSource => ({
  reads: {
    all: (kind) => withDatabase(store, () => store.reads.all(kind)),
    many: (kind, ids) => withDatabase(store, () => store.reads.many(kind, ids)),
    pendingIds: () => withDatabase(store, () => store.reads.pendingIds()),
  },
  eachPart: (take) => inParts(store, 'incident', partLength, take),
  follow: (kinds, onChange) => follow(store, kinds, onChange),
})

self.onmessage = (event: MessageEvent<ToThread<AskedQuestion>>) => receive(event.data)
