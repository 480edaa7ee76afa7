// The bytes of a file as a page uses them: read when they come to this device, shown by an address that is given back.
import type { Accessor } from 'solid-js'
import { createEffect, createMemo, createSignal, onCleanup, untrack } from 'solid-js'
import type { Recorded } from '../../domain/kinds.ts'
import { type Fetched, fetchFile } from '../../sync/files.ts'
import { useApp } from '../app/app-context.ts'
import { fileKind, isShownPicture } from './file-kind.ts'

/** The address of the picture that these bytes are; undefined while there are none, and for what is no picture. */
export function createPicture(bytes: Accessor<Uint8Array<ArrayBuffer> | undefined>): Accessor<string | undefined> {
  const [address, setAddress] = createSignal<string>()
  createEffect(() => {
    const shown = bytes()
    const type = shown && fileKind(shown).type
    if (!shown || !type || !isShownPicture(type)) {
      setAddress(undefined)
      return
    }
    const made = URL.createObjectURL(new Blob([shown], { type }))
    setAddress(made)
    onCleanup(() => URL.revokeObjectURL(made))
  })
  return address
}

/**
 * What there is of a file: undefined until it is known, and while it is not wanted. What is not on this device is fetched,
 * and asked for again whenever the server has been reached.
 */
export function createFetched(
  file: Recorded<'attachment'>,
  isWanted: Accessor<boolean>,
): Accessor<Fetched | undefined> {
  const { store, syncStatus } = useApp()
  const [found, setFound] = createSignal<Fetched>()
  const reachedAt = createMemo(() => syncStatus().lastSyncedAt)
  createEffect(() => {
    reachedAt()
    if (!isWanted() || untrack(found) instanceof Uint8Array) return
    fetchFile(store, file).then(setFound, () => setFound('offline'))
  })
  return found
}
