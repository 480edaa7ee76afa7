import type { JSX } from 'solid-js'
import type { Priority } from '../../domain/incident-words.ts'
import { priorityWords } from './incident-words.ts'
import './priority-mark.css'

/** A priority as number and word, in a colour that says nothing more. */
export function PriorityMark(props: { readonly priority: Priority }): JSX.Element {
  return (
    <span class={`priority priority--${props.priority}`}>
      <span class="visually-hidden">Priority </span>
      <span class="priority__number">{props.priority}</span>
      {priorityWords[props.priority]}
    </span>
  )
}
