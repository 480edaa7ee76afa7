// Text that somebody is typing, kept on this device until it is saved: a reload or a failed save loses none of it.
import type { Accessor } from 'solid-js'
import { createSignal } from 'solid-js'
import { clearDraft, readDraft, saveDraft } from '../../store/drafts.ts'
import { useApp } from '../app/app-context.ts'

export interface Draft {
  /** What was typed and not saved, or `saved()` while nothing was. */
  readonly text: Accessor<string>
  readonly setText: (text: string) => void
  readonly isChanged: Accessor<boolean>
  /** Once it is saved. */
  readonly clear: () => void
}

/** `key` tells this draft from all others. */
export function createDraft(key: string, saved: Accessor<string> = () => ''): Draft {
  const { store } = useApp()
  const [typed, setTyped] = createSignal<string>()
  readDraft(store, key).then((kept) => {
    if (typeof kept === 'string' && typed() === undefined) setTyped(kept)
  }, ignore)
  return {
    text: () => typed() ?? saved(),
    setText: (text) => {
      setTyped(text)
      const kept = text === saved() ? clearDraft(store, key) : saveDraft(store, key, text)
      kept.catch(ignore)
    },
    isChanged: () => (typed() ?? saved()) !== saved(),
    clear: () => {
      setTyped(undefined)
      clearDraft(store, key).catch(ignore)
    },
  }
}

// A draft that cannot be kept lives as long as the page: no reason to stop anyone from typing.
const ignore = () => {}
