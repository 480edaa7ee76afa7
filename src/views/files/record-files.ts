// The files of one record, as they change, and what a person does with them.
import type { Accessor } from 'solid-js'
import { createSignal } from 'solid-js'
import type { Recorded } from '../../domain/kinds.ts'
import type { Refusal } from '../../domain/mutation.ts'
import { removeAttachment } from '../../domain/mutations/attach.ts'
import { fileBytes, type NewFile, waitingFiles } from '../../store/files.ts'
import { useApp } from '../app/app-context.ts'
import { createLive } from '../app/live.ts'
import { createAct } from '../outages/act.ts'
import { savedHere } from '../outages/saved-here.ts'
import { type Choosing, createChoosing } from './choosing.ts'
import { countedFiles } from './file-words.ts'
import { keepFiles, takeBack } from './keep-files.ts'

export type Attached = Recorded<'attachment'>

export interface AttachedFile {
  readonly file: Attached
  /** Who added it. */
  readonly by: string
  /** Not all of it has been sent. */
  readonly isWaiting: boolean
}

/** By id, oldest first; undefined until they have been read. */
export function createFilesOf(recordId: Accessor<string>): Accessor<ReadonlyMap<string, AttachedFile> | undefined> {
  const { store } = useApp()
  return createLive(() => {
    const id = recordId()
    return async (reads) => {
      const [files, pending, waiting] = await Promise.all([
        reads.where('attachment', 'ofId', id),
        reads.pendingIds(),
        waitingFiles(store),
      ])
      const people = await Promise.all(files.map(({ addedById }) => reads.get('person', addedById)))
      const shown = files.map((file, at): AttachedFile => {
        const isWaiting = pending.has(file.id) || waiting.has(file.id)
        return { file, by: people[at]?.name ?? 'Somebody', isWaiting }
      })
      return new Map(shown.sort(oldestFirst).map((one) => [one.file.id, one]))
    }
  })
}

const oldestFirst = ({ file: a }: AttachedFile, { file: b }: AttachedFile) =>
  a.addedAt - b.addedAt || (a.id < b.id ? -1 : 1)

/** Files that are chosen are kept at once, and told with an Undo. */
export function createAdding(of: Accessor<NewFile['of']>): Choosing {
  const { store, tell } = useApp()
  return createChoosing(async (read) => {
    const { kept, problems } = await keepFiles(store, of(), read)
    const ids = kept.map(({ id }) => id)
    const undo = () => takeBack(store, ids).catch(() => tell('This device could not undo it. It stays as it is.'))
    if (kept.length > 0) tell(`${countedFiles(kept.map(({ file }) => file))} added. ${savedHere()}`, undo)
    return problems
  })
}

export interface Removing {
  /** With an Undo where the file is here; else it is asked first. */
  readonly ask: (file: Attached) => Promise<void>
  readonly asked: Accessor<Attached | undefined>
  readonly confirm: () => void
  readonly cancel: () => void
  readonly problem: Accessor<Refusal | undefined>
}

export function createRemoving(of: Accessor<NewFile['of']>, onRemoved: () => void): Removing {
  const { store, tell } = useApp()
  const { act, problem } = createAct()
  const [asked, setAsked] = createSignal<Attached>()
  const remove = async (file: Attached, bytes?: Uint8Array<ArrayBuffer>) => {
    const record = of()
    if (!(await act(removeAttachment, { id: file.id }))) return
    // What is taken away is deleted for good: an Undo adds the same again.
    const putBack = async (lost: Uint8Array<ArrayBuffer>) => {
      const { problems } = await keepFiles(store, record, [{ ...file, bytes: lost, isUnread: false }])
      if (problems.length > 0) tell(problems.join(' '))
    }
    tell(`${file.name} removed.`, bytes && (() => void putBack(bytes)))
    onRemoved()
  }
  return {
    problem,
    asked,
    ask: async (file) => {
      const bytes = await fileBytes(store, file).catch(() => 'not_here' as const)
      if (bytes === 'not_here') setAsked(file)
      else await remove(file, bytes)
    },
    confirm: () => {
      const file = asked()
      setAsked(undefined)
      if (file) void remove(file)
    },
    cancel: () => setAsked(undefined),
  }
}
