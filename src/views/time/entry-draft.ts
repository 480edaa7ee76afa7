// Time that somebody is typing, kept on this device until it is saved. Its words lie under a key that names the matter, or
// the team where there is none: they go when the right to read them goes, and with everything else at sign-out.
import type { Accessor } from 'solid-js'
import { createSignal } from 'solid-js'
import { clearDraft, readDraft, saveDraft } from '../../store/drafts.ts'
import { useApp } from '../app/app-context.ts'
import type { TypedEntry } from './typed-entry.ts'

export interface EntryDraft {
  readonly typed: Accessor<TypedEntry>
  readonly change: (part: Partial<TypedEntry>) => void
  /** Whether something was typed that is not saved. */
  readonly isChanged: Accessor<boolean>
  /** Once it is saved, or to begin anew. */
  readonly clear: () => void
}

const ignore = () => {}

/** `key` tells this piece of time from all others; `first` is what it begins with. */
export function createEntryDraft(key: string, teamId: string, first: TypedEntry): EntryDraft {
  const { store } = useApp()
  const [typed, setTyped] = createSignal(first)
  let isTouched = false
  const plainKey = `time:${key}`
  const wordsKey = ({ work }: TypedEntry) => `time:${key}:${teamId}:${work.matterId ?? 'none'}`
  const restore = async () => {
    const plain = await readDraft(store, plainKey)
    if (!isPlain(plain)) return
    const kept = { ...first, ...plain, line: '', narrative: '' }
    const words = await readDraft(store, wordsKey(kept))
    if (!isTouched) setTyped({ ...kept, ...(isWords(words) ? words : {}) })
  }
  restore().catch(ignore)
  return {
    typed,
    isChanged: () => JSON.stringify(typed()) !== JSON.stringify(first),
    change: (part) => {
      isTouched = true
      const before = typed()
      const next = { ...before, ...part }
      setTyped(next)
      const { line, narrative, ...plain } = next
      // A draft that cannot be kept lives as long as the page: no reason to stop anyone from typing.
      if (wordsKey(before) !== wordsKey(next)) clearDraft(store, wordsKey(before)).catch(ignore)
      saveDraft(store, wordsKey(next), { line, narrative }).catch(ignore)
      saveDraft(store, plainKey, plain).catch(ignore)
    },
    clear: () => {
      isTouched = true
      clearDraft(store, plainKey).catch(ignore)
      clearDraft(store, wordsKey(typed())).catch(ignore)
      setTyped(first)
    },
  }
}

// Written by this page alone, perhaps by an earlier version of it.
const isPlain = (kept: unknown): kept is Omit<TypedEntry, 'line' | 'narrative'> =>
  typeof kept === 'object' && kept !== null && ['day', 'date', 'folds', 'work'].every((field) => field in kept)
const isWords = (kept: unknown): kept is Pick<TypedEntry, 'line' | 'narrative'> =>
  typeof kept === 'object' && kept !== null && 'line' in kept && 'narrative' in kept
