import { children, type JSX, Show } from 'solid-js'
import { Icon } from '../control/icon.tsx'
import './row-list.css'

export interface RowProps {
  readonly title: JSX.Element
  /** A second, quieter line. */
  readonly detail?: JSX.Element
  /** Before the text: a status shape or an icon. */
  readonly mark?: JSX.Element
  /** After the text: a tag, a number, a button. */
  readonly aside?: JSX.Element
  /** Makes the whole row a link. Buttons in the aside still work. */
  readonly href?: string | undefined
}

/** One line of a RowList. */
export function Row(props: RowProps): JSX.Element {
  // Each made once: asking whether it is there must not build it a second time.
  const mark = children(() => props.mark)
  const detail = children(() => props.detail)
  const aside = children(() => props.aside)
  return (
    <li class="row" classList={{ 'row--link': props.href !== undefined }}>
      <Show when={mark()}>
        <span class="row__mark">{mark()}</span>
      </Show>
      <div class="row__text">
        <Show when={props.href} fallback={<span class="row__title">{props.title}</span>}>
          {(href) => (
            <a class="row__title row__link" href={href()}>
              {props.title}
            </a>
          )}
        </Show>
        <Show when={detail()}>
          <span class="row__detail">{detail()}</span>
        </Show>
      </div>
      <Show when={aside()}>
        <div class="row__aside">{aside()}</div>
      </Show>
      <Show when={props.href}>
        <Icon name="chevron-right" size={16} />
      </Show>
    </li>
  )
}
