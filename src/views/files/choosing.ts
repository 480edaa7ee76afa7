// Files that a person chooses: read one after the other, and why some were not taken.
import type { Accessor } from 'solid-js'
import { createSignal } from 'solid-js'
import { type Prepared, prepareFile } from './prepare.ts'

export interface Choosing {
  readonly choose: (files: readonly File[]) => void
  readonly isReading: Accessor<boolean>
  readonly problems: Accessor<readonly string[]>
}

/** `onRead` gets what was read, and hands back why some of it was not kept after all. */
export function createChoosing(onRead: (read: readonly Prepared[]) => Promise<readonly string[]>): Choosing {
  const [waiting, setWaiting] = createSignal(0)
  const [problems, setProblems] = createSignal<readonly string[]>([])
  let last: Promise<unknown> = Promise.resolve()
  const take = async (files: readonly File[]) => {
    const read: Prepared[] = []
    const found: string[] = []
    // A phone has room for one large picture at a time.
    for (const file of files) {
      const outcome = await prepareFile(file)
      if (typeof outcome === 'string') found.push(outcome)
      else read.push(outcome)
    }
    const refused = read.length > 0 ? await onRead(read) : []
    setProblems([...found, ...refused])
  }
  return {
    isReading: () => waiting() > 0,
    problems,
    choose: (files) => {
      setWaiting((count) => count + 1)
      setProblems([])
      last = last.then(() => take(files)).finally(() => setWaiting((count) => count - 1))
    },
  }
}
