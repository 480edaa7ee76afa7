// Where in a list the keyboard is. It follows its incident when rows above come or go.
import type { Accessor } from 'solid-js'
import { createEffect, createSignal, on, untrack } from 'solid-js'
import type { IncidentRow } from '../../desk/question.ts'
import type { ListRows } from './list-rows.ts'

export interface ListPosition {
  /** The row's number from 0; -1: none. */
  readonly active: Accessor<number>
  readonly setActive: (index: number) => void
  /** Where the focus is to go; undefined when it is there. */
  readonly goal: Accessor<number | undefined>
  readonly arrive: () => void
  readonly goTo: (index: number) => void
  readonly activeRow: () => IncidentRow | undefined
  readonly reset: () => void
}

export function createPosition(rows: ListRows): ListPosition {
  const [active, setIndex] = createSignal(-1)
  const [goal, setGoal] = createSignal<number>()
  let activeRow: IncidentRow | undefined

  const setActive = (index: number) => {
    activeRow = untrack(() => rows.rowAt(index)) ?? (index === untrack(active) ? activeRow : undefined)
    setIndex(index)
  }
  createEffect(
    on(rows.page, (page) => {
      const index = active()
      if (!page || index < 0) return
      const there = rows.rowAt(index)
      const at = activeRow ? page.rows.findIndex(({ id }) => id === activeRow?.id) : -1
      if (at < 0 || there?.id === activeRow?.id) {
        activeRow = there ?? activeRow
        return
      }
      const hadFocus = document.activeElement?.closest('.incident-list') != null
      setActive(page.offset + at)
      if (hadFocus) setGoal(page.offset + at)
    }),
  )
  return {
    active,
    setActive,
    goal,
    arrive: () => setGoal(undefined),
    goTo: (index) => {
      setActive(index)
      setGoal(index)
    },
    activeRow: () => activeRow,
    reset: () => {
      activeRow = undefined
      setIndex(-1)
      setGoal(undefined)
    },
  }
}
