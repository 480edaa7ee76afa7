// Which incidents are chosen, seen or not.
import type { Accessor } from 'solid-js'
import { createSignal } from 'solid-js'

export interface Selection {
  readonly ids: Accessor<ReadonlySet<string>>
  readonly has: (id: string | undefined) => boolean
  readonly toggle: (id: string) => void
  readonly set: (ids: Iterable<string>) => void
  readonly clear: () => void
}

export function createSelection(): Selection {
  const [ids, setIds] = createSignal<ReadonlySet<string>>(new Set())
  return {
    ids,
    has: (id) => id !== undefined && ids().has(id),
    toggle: (id) => {
      const next = new Set(ids())
      if (!next.delete(id)) next.add(id)
      setIds(next)
    },
    set: (chosen) => setIds(new Set(chosen)),
    clear: () => setIds(new Set<string>()),
  }
}
