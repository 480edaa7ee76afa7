import type { JSX } from 'solid-js'
import { classes } from '../classes.ts'
import type { Status } from './status.ts'
import { StatusShape } from './status-shape.tsx'
import './tag.css'

export interface TagProps {
  readonly status: Status
  /** The word, which carries the meaning: "Down". */
  readonly children: JSX.Element
  /** Without the tinted ground, for dense rows. */
  readonly plain?: boolean | undefined
}

/** A status: word, shape and colour. For a neutral label (a kind, a count) use Badge. */
export function Tag(props: TagProps): JSX.Element {
  return (
    <span class={classes('tag', `tag--${props.status}`, props.plain && 'tag--plain')}>
      <StatusShape status={props.status} />
      <span>{props.children}</span>
    </span>
  )
}
