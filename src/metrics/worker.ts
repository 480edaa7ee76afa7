// The thread of its own in which figures are computed: it reads this device's store, writes nothing, and never holds up a
// tap.
import { openStore } from '../store/store.ts'
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
    openStore({ name, personId: '', access: nobody, now: never, newId: never }).then(
      (store) => watch(store, gatherRecords, onRecords, fail),
      fail,
    )
  },
  answerTo,
  send: (message: FromThread) => self.postMessage(message),
  later: (work) => setTimeout(work),
})

/** Writing asks for these, and this thread writes nothing. */
const nobody = () => ({ userId: '', grants: [] })
function never(): never {
  throw new Error('the metrics thread only reads')
}

self.onmessage = (event: MessageEvent<ToThread<Question>>) => receive(event.data)
