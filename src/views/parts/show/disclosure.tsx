import type { JSX } from 'solid-js'
import { Icon } from '../control/icon.tsx'
import './disclosure.css'

export interface DisclosureProps {
  /** What is inside, so that one need not open it to find out. */
  readonly summary: JSX.Element
  readonly open?: boolean | undefined
  readonly children: JSX.Element
}

/** More, for those who want it. Never for what everyone needs. */
export function Disclosure(props: DisclosureProps): JSX.Element {
  return (
    <details class="disclosure" open={props.open}>
      <summary class="disclosure__summary">
        <Icon name="chevron-right" size={16} />
        {props.summary}
      </summary>
      <div class="disclosure__body">{props.children}</div>
    </details>
  )
}
