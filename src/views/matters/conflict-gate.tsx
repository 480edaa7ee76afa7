// Before a matter is saved: its parties are searched for, and a possible conflict is told once before it may go on.
import { createSignal, type JSX, Show } from 'solid-js'
import type { Recorded } from '../../domain/kinds.ts'
import { Banner } from '../parts/notice/banner.tsx'
import { type ConflictAnswer, type Searched, searchConflicts } from './conflict-search.ts'
import { possibleConflict } from './matter-words.ts'

interface Known {
  /** Without the matter itself. */
  readonly matters: readonly Recorded<'matter'>[]
  readonly councils: readonly Recorded<'council'>[]
}

export interface ConflictGate {
  /** `possible` stops the first time; asked again with the same parties it lets through. */
  readonly ask: (known: Known) => Promise<ConflictAnswer>
  readonly isTold: () => boolean
}

export function createConflictGate(current: () => Searched): ConflictGate {
  const [toldFor, setToldFor] = createSignal<string>()
  const keyOf = (searched: Searched) => JSON.stringify([searched.councilId, searched.names])
  return {
    isTold: () => toldFor() === keyOf(current()),
    ask: async ({ matters, councils }) => {
      const searched = current()
      if (toldFor() === keyOf(searched)) return 'none'
      const answer = await searchConflicts(searched, matters, councils)
      if (answer === 'possible') setToldFor(keyOf(searched))
      return answer
    },
  }
}

export function ConflictNote(props: { readonly gate: ConflictGate }): JSX.Element {
  return (
    <Show when={props.gate.isTold()}>
      <Banner tone="warn" isResult title={possibleConflict}>
        It can be saved all the same, once that is cleared.
      </Banner>
    </Show>
  )
}
