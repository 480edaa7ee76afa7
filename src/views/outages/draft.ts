// Text that somebody is typing, kept on this device until it is saved or taken back: a reload or a failed save loses none.
import type { Accessor } from 'solid-js'
import { createSignal } from 'solid-js'
import { useApp } from '../app/app-context.ts'

/** Signing out removes what is stored under it. */
export const draftPrefix = 'uptally-draft:'

export interface Draft {
  /** What was typed and not saved, or `saved()` while nothing was. */
  readonly text: Accessor<string>
  readonly setText: (text: string) => void
  readonly isChanged: Accessor<boolean>
  /** Once it is saved. */
  readonly clear: () => void
}

/** `name` tells this draft from all others of the person. */
export function createDraft(name: string, saved: Accessor<string> = () => ''): Draft {
  const { session } = useApp()
  const key = `${draftPrefix}${session.userId}:${name}`
  const [typed, setTyped] = createSignal<string | undefined>(kept(key))
  return {
    text: () => typed() ?? saved(),
    setText: (text) => {
      setTyped(text)
      keep(key, text === saved() ? undefined : text)
    },
    isChanged: () => (typed() ?? saved()) !== saved(),
    clear: () => {
      setTyped(undefined)
      keep(key, undefined)
    },
  }
}

// A browser may refuse localStorage altogether; a draft then lives as long as the page.
function kept(key: string): string | undefined {
  try {
    return localStorage.getItem(key) ?? undefined
  } catch {
    return undefined
  }
}

function keep(key: string, text: string | undefined): void {
  try {
    if (text === undefined) localStorage.removeItem(key)
    else localStorage.setItem(key, text)
  } catch {
    // See above.
  }
}
