// An incident that somebody is typing, kept on this device until it is raised: a reload or a failed save loses none of it.
import type { Accessor } from 'solid-js'
import { createSignal } from 'solid-js'
import { clearDraft, readDraft, saveDraft } from '../../store/drafts.ts'
import { useApp } from '../app/app-context.ts'
import { keptRaiseDraft, type RaiseDraft } from './raise-draft.ts'

export interface KeptDraft {
  readonly draft: Accessor<RaiseDraft>
  readonly change: (changes: Partial<RaiseDraft>) => void
  readonly isChanged: Accessor<boolean>
  /** Once it is raised, or to begin anew. */
  readonly clear: () => void
}

// A draft that cannot be kept lives as long as the page: no reason to stop anyone from typing.
const ignore = () => {}

/** `key` tells this draft from all others. A kept one whose council is not among `councilIds` any more asks for it again. */
export function createKeptDraft(key: string, first: RaiseDraft, councilIds: readonly string[]): KeptDraft {
  const { store } = useApp()
  const [typed, setTyped] = createSignal<RaiseDraft>()
  readDraft(store, key).then((found) => {
    const kept = keptRaiseDraft(found, first)
    if (!kept || typed() !== undefined) return
    setTyped(councilIds.includes(kept.councilId) ? kept : { ...kept, councilId: first.councilId })
  }, ignore)
  const draft = () => typed() ?? first
  return {
    draft,
    isChanged: () => typed() !== undefined,
    change: (changes) => {
      const next = { ...draft(), ...changes }
      setTyped(next)
      saveDraft(store, key, next).catch(ignore)
    },
    clear: () => {
      setTyped(undefined)
      clearDraft(store, key).catch(ignore)
    },
  }
}
