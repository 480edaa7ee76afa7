import { createSignal, For, type JSX, onCleanup, onMount, Show } from 'solid-js'
import { Workbox } from 'workbox-window'
import { Button } from '../parts/control/button.tsx'
import { Banner } from '../parts/notice/banner.tsx'
import { Disclosure } from '../parts/show/disclosure.tsx'
import { LostNotice } from './lost-notice.tsx'
import { collectTypedText, dropKeptText, keepTypedText, keptText } from './typed-text.ts'

const hourMs = 3_600_000

/** Says that a new version waits. It starts on a tap, or by itself the next time the app is opened; never in between. */
export function UpdateNotice(): JSX.Element {
  const [update, setUpdate] = createSignal<() => void>()
  const [kept, setKept] = createSignal(keptText(sessionStorage))
  const reload = () => {
    try {
      keepTypedText(collectTypedText(document), sessionStorage)
    } catch {
      // Without room for the text the page stays as it is: nothing typed is lost.
      return
    }
    location.reload()
  }
  onMount(() => {
    if (!import.meta.env.PROD || !('serviceWorker' in navigator)) return
    const worker = new Workbox('/service-worker.js')
    let isAsked = false
    let wasServed = Boolean(navigator.serviceWorker.controller)
    worker.addEventListener('waiting', () =>
      setUpdate(() => () => {
        isAsked = true
        worker.messageSkipWaiting()
      }),
    )
    // Another window may have started the new version: then this one is offered a reload, and not reloaded. The first
    // version that a device ever gets changes nothing.
    worker.addEventListener('controlling', () => {
      if (isAsked) reload()
      else if (wasServed) setUpdate(() => reload)
      wasServed = true
    })
    const look = () => void worker.update().catch(() => {})
    void worker.register().catch(() => {})
    const timer = setInterval(look, hourMs)
    onCleanup(() => clearInterval(timer))
  })
  const dismissKept = () => {
    dropKeptText(sessionStorage)
    setKept([])
  }
  return (
    <>
      <LostNotice />
      <Show when={update()}>
        {(start) => (
          <Banner
            title="A new version is ready"
            action={<Button onClick={() => start()()}>Update now</Button>}
            onDismiss={() => setUpdate()}
          >
            <p>It starts now, or the next time you open Uptally. What you recorded stays.</p>
          </Banner>
        )}
      </Show>
      <Show when={kept().length > 0}>
        <Banner tone="good" title="Uptally is up to date. Your text is kept" onDismiss={dismissKept}>
          <Disclosure summary="Show what you had typed">
            <dl class="stack stack--tight">
              <For each={kept()}>
                {({ label, text }) => (
                  <div>
                    <dt class="muted">{label}</dt>
                    <dd>{text}</dd>
                  </div>
                )}
              </For>
            </dl>
          </Disclosure>
        </Banner>
      </Show>
    </>
  )
}
