import { For, type JSX, Show } from 'solid-js'
import { IconButton } from '../control/icon-button.tsx'
import type { Toasts } from './toasts.ts'
import './toast.css'

/** Rendered once, by Notices. Announced by the page's live region, so it is none itself. */
export function ToastList(props: { readonly toasts: Toasts }): JSX.Element {
  return (
    <section
      class="toasts"
      aria-label="Just done"
      hidden={props.toasts.items().length === 0}
      onPointerEnter={() => props.toasts.pause()}
      onPointerLeave={() => props.toasts.resume()}
      onFocusIn={() => props.toasts.pause()}
      onFocusOut={() => props.toasts.resume()}
    >
      <For each={props.toasts.items()}>
        {(toast) => (
          <div class="toast">
            <span class="toast__message">{toast.message}</span>
            <Show when={toast.onUndo}>
              <button type="button" class="toast__undo" onClick={() => props.toasts.undo(toast.id)}>
                Undo
              </button>
            </Show>
            <IconButton icon="cross" label="Close message" onClick={() => props.toasts.dismiss(toast.id)} />
          </div>
        )}
      </For>
    </section>
  )
}
