import { type JSX, Show } from 'solid-js'
import { Icon } from '../control/icon.tsx'
import { IconButton } from '../control/icon-button.tsx'
import type { IconName } from '../control/icon-paths.ts'
import './file-list.css'

interface FileListProps {
  readonly label: string
  readonly children: JSX.Element
}

/** Files with what is known of each: FileRows. */
export function FileList(props: FileListProps): JSX.Element {
  return (
    <ul class="file-list" aria-label={props.label}>
      {props.children}
    </ul>
  )
}

export interface FileRowProps {
  readonly name: string
  /** Its size, and who added it. */
  readonly detail: JSX.Element
  /** What is not as ever: "On this phone only until it is sent". */
  readonly note?: string | undefined
  /** The address of the picture, where it is one and is here. */
  readonly picture?: string | undefined
  /** In place of a picture. */
  readonly icon?: IconName | undefined
  readonly onOpen?: (() => void) | undefined
  readonly onRemove?: (() => void) | undefined
}

/** A thumbnail or an icon, the name, and what to do with it. */
export function FileRow(props: FileRowProps): JSX.Element {
  return (
    <li class="file">
      <Show when={props.onOpen} fallback={<Inside {...props} />}>
        {(open) => (
          <button type="button" class="file__open" onClick={() => open()()}>
            <Inside {...props} />
          </button>
        )}
      </Show>
      <Show when={props.onRemove}>
        {(remove) => <IconButton icon="bin" label={`Remove ${props.name}`} onClick={() => remove()()} />}
      </Show>
    </li>
  )
}

function Inside(props: FileRowProps): JSX.Element {
  return (
    <span class="file__inside">
      <span class="file__mark">
        {/* The name stands beside it: said twice it would only be longer. */}
        <Show when={props.picture} fallback={<Icon name={props.icon ?? 'file'} size={24} />}>
          {(address) => <img class="file__picture" src={address()} alt="" />}
        </Show>
      </span>
      <span class="file__text">
        <span class="file__name">{props.name}</span>
        <span class="file__detail">{props.detail}</span>
        <Show when={props.note}>{(note) => <span class="file__note">{note()}</span>}</Show>
      </span>
    </span>
  )
}
