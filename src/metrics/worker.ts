// The thread of its own in which figures are computed: it reads this device's store, writes nothing, and never holds up a
// tap.
import { openToRead } from '../store/store.ts'
import { watch } from '../store/watch.ts'
import { gatherRecords } from './availability-records.ts'
import { answerTo, type Question } from './question.ts'
import { type FromThread, makeThread, type ToThread } from './thread.ts'

const receive = makeThread({
  follow: (name, onRecords, onError) => {
    const fail = (error: unknown) => {
      onError(error)
      // A store that was lost is not followed any more: the thread breaks, and the door starts another.
      setTimeout(() => {
        throw error
      }, 100)
    }
    openToRead(name).then((store) => watch(store, gatherRecords, onRecords, fail), fail)
  },
  answerTo,
  send: (message: FromThread) => self.postMessage(message),
  later: (work) => setTimeout(work),
})

self.onmessage = (event: MessageEvent<ToThread<Question>>) => receive(event.data)
