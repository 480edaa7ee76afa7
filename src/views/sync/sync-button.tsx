import {
  createEffect,
  createMemo,
  createSignal,
  ErrorBoundary,
  type JSX,
  lazy,
  onCleanup,
  onMount,
  Show,
  Suspense,
} from 'solid-js'
import { useApp } from '../app/app-context.ts'
import { Icon } from '../parts/control/icon.tsx'
import type { IconName } from '../parts/control/icon-paths.ts'
import { deviceWord } from './device-word.ts'
import './install-prompt.ts'
import './sync-button.css'
import { syncWords } from './sync-words.ts'

const SyncSheet = lazy(async () => ({ default: (await import('./sync-sheet.tsx')).SyncSheet }))

const slowMs = 1000

/** The state of what is not yet shared, in words; opens the sheet with the detail. */
export function SyncButton(): JSX.Element {
  const { syncStatus } = useApp()
  const [isOpen, setOpen] = createSignal(false)
  const [wasOpened, setWasOpened] = createSignal(false)
  const [isSlow, setSlow] = createSignal(false)
  // A memo: each page of a long pull tells anew, and must not start the second again.
  const isBusy = createMemo(() => ['sending', 'receiving'].includes(syncStatus().state))
  createEffect(() => {
    if (!isBusy()) return
    const timer = setTimeout(() => setSlow(true), slowMs)
    onCleanup(() => {
      clearTimeout(timer)
      setSlow(false)
    })
  })
  const words = () => syncWords(syncStatus(), isSlow(), deviceWord())
  const isCalm = () => words().text === 'Up to date'
  const icon = (): IconName => {
    if (words().tone === 'attention') return 'warning'
    if (isCalm()) return 'check'
    return isSlow() && isBusy() ? 'sync' : 'cloud-off'
  }
  const open = () => {
    setWasOpened(true)
    setOpen(true)
  }
  // Back from the identity provider with a refusal: it is told where somebody asked to sign in again.
  onMount(() => {
    const word = new URLSearchParams(location.search).get('sign-in')
    if (word !== null && word !== 'done') open()
  })
  return (
    <>
      <button
        type="button"
        class={`sync-button sync-button--${words().tone}`}
        classList={{ 'sync-button--calm': isCalm() }}
        aria-label={`${words().text}. Show what is shared`}
        aria-haspopup="dialog"
        onClick={open}
      >
        <Icon name={icon()} />
        <span class="sync-button__text">{words().text}</span>
      </button>
      <Show when={wasOpened()}>
        <ErrorBoundary fallback={<p role="alert">Open this again when there is a network.</p>}>
          <Suspense>
            <SyncSheet open={isOpen()} onClose={() => setOpen(false)} />
          </Suspense>
        </ErrorBoundary>
      </Show>
    </>
  )
}
