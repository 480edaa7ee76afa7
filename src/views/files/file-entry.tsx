import type { JSX } from 'solid-js'
import { createMemo, createSignal } from 'solid-js'
import { formatInstant } from '../../domain/format.ts'
import type { Recorded } from '../../domain/kinds.ts'
import { useApp } from '../app/app-context.ts'
import { FileRow } from '../parts/file/file-list.tsx'
import { FileView } from '../parts/file/file-view.tsx'
import { downloadBytes } from '../sync/download.ts'
import { createFetched, createPicture } from './file-bytes.ts'
import { fileSize, fileStates } from './file-words.ts'

interface FileEntryProps {
  /** What is told of a file never changes. */
  readonly file: Recorded<'attachment'>
  /** Who added it. */
  readonly by: string
  /** Not all of it has been sent. */
  readonly isWaiting: boolean
  /** undefined: not by this person. */
  readonly onRemove: (() => void) | undefined
}

/** A file of a record: a line, and in full when it is tapped. */
export function FileEntry(props: FileEntryProps): JSX.Element {
  const { now, store, syncStatus } = useApp()
  const [isOpen, setOpen] = createSignal(false)
  const isPicture = () => props.file.width !== null
  /** As all that is legal and shared, when the lease has ended: asked for again as the clock moves on. */
  const isLocked = createMemo(() => now() > 0 && props.file.teamId !== null && !props.isWaiting && store.isLocked())
  // A picture is fetched to be shown, anything else when somebody asks for it.
  const found = createFetched(props.file, () => !isLocked() && (isPicture() || isOpen()))
  const bytes = () => {
    const known = found()
    return known instanceof Uint8Array && !isLocked() ? known : undefined
  }
  const picture = createPicture(bytes)
  const state = () => {
    if (props.isWaiting) return syncStatus().state === 'sending' ? fileStates.sending : fileStates.waiting
    if (isLocked()) return fileStates.locked
    const known = found()
    return typeof known === 'string' ? fileStates[known] : undefined
  }
  const seen = () => [state(), bytes() && !picture() ? fileStates.notShown : undefined].filter(Boolean).join(' ')
  const added = () => `${props.by}, ${formatInstant(props.file.addedAt, now())}`
  const save = () => {
    const whole = bytes()
    if (whole) downloadBytes(props.file.name, props.file.type, whole)
  }
  return (
    <>
      <FileRow
        name={props.file.name}
        detail={`${fileSize(props.file.size)} · ${added()}`}
        note={state()}
        picture={picture()}
        icon={isPicture() ? 'camera' : 'file'}
        onOpen={() => setOpen(true)}
        onRemove={props.onRemove}
      />
      <FileView
        open={isOpen()}
        name={props.file.name}
        picture={picture()}
        detail={`${fileSize(props.file.size)}, added by ${added()}`}
        note={seen()}
        onSave={bytes() ? save : undefined}
        onClose={() => setOpen(false)}
      />
    </>
  )
}
