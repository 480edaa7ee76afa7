import type { JSX } from 'solid-js'
import { AnnouncerContext, createAnnouncer } from './announcer.ts'
import { ToastList } from './toast-list.tsx'
import { createToasts, ToastContext } from './toasts.ts'

/** Gives what is inside it toasts and the page's one live region. AppFrame brings it; a page without a frame wraps itself. */
export function Notices(props: { readonly children: JSX.Element }): JSX.Element {
  const announcer = createAnnouncer()
  const toasts = createToasts(announcer.announce)
  return (
    <AnnouncerContext.Provider value={announcer}>
      <ToastContext.Provider value={toasts}>
        {props.children}
        <ToastList toasts={toasts} />
        <div class="visually-hidden" role="status" aria-live="polite">
          {announcer.spoken()}
        </div>
      </ToastContext.Provider>
    </AnnouncerContext.Provider>
  )
}
