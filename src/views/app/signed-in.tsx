// The app of a signed-in person: bars, routes, and what every screen stands on.
import { Route, Router, useLocation } from '@solidjs/router'
import type { JSX, ParentProps } from 'solid-js'
import { createEffect, createSignal, ErrorBoundary, For, lazy, on, onCleanup, onMount, Show, Suspense } from 'solid-js'
import { hasRole } from '../../domain/access.ts'
import type { SyncStatus } from '../../sync/status.ts'
import { unknownStatus } from '../../sync/status.ts'
import { Button } from '../parts/control/button.tsx'
import { AppFrame } from '../parts/frame/app-frame.tsx'
import { ErrorState } from '../parts/notice/error-state.tsx'
import { Skeleton } from '../parts/notice/skeleton.tsx'
import { useToasts } from '../parts/notice/toasts.ts'
import { SyncButton } from '../sync/sync-button.tsx'
import type { App, Opened } from './app-context.ts'
import { AppContext, useApp } from './app-context.ts'
import { ArrivingMark } from './arriving-mark.tsx'
import { createClock } from './clock.ts'
import { createLive } from './live.ts'
import { navItems } from './navigation.ts'
import { keepPacks } from './packs.ts'
import { preloadFirstActs, signedInRoutes } from './routes.tsx'
import { SampleMark } from './sample-mark.tsx'

const TroubleNotice = lazy(async () => ({ default: (await import('../sync/trouble-notice.tsx')).TroubleNotice }))
const TimerBar = lazy(async () => ({ default: (await import('../time/timer-bar.tsx')).TimerBar }))
const UpdateNotice = lazy(async () => ({ default: (await import('../sync/update-notice.tsx')).UpdateNotice }))
const MatterErrands = lazy(async () => ({ default: (await import('../matters/matter-errands.tsx')).MatterErrands }))

/** Whoever does not report outages asks the desk. */
const raise = { href: '/incidents/new', label: 'Raise incident' }
const report = { href: '/outages/report', label: 'Report outage' }

export function SignedIn(props: { readonly opened: Opened }): JSX.Element {
  const { subscribeStatus, readNow, ...rest } = props.opened
  const [syncStatus, setSyncStatus] = createSignal<SyncStatus>(unknownStatus)
  onCleanup(subscribeStatus(setSyncStatus))
  // The toasts belong to the frame, which stands inside this context: it hands its voice back.
  let show: App['tell'] = () => {}
  const tell: App['tell'] = (message, undo) => show(message, undo)
  const app: App = { ...rest, now: createClock(readNow), syncStatus, tell }
  const voice = (frameShow: App['tell']) => {
    show = frameShow
  }
  return (
    <AppContext.Provider value={app}>
      <Router root={(frame) => <Frame {...frame} voice={voice} />}>
        <For each={signedInRoutes}>{(route) => <Route path={route.path} component={route.component} />}</For>
      </Router>
    </AppContext.Provider>
  )
}

interface FrameProps extends ParentProps {
  readonly voice: (show: App['tell']) => void
}

/** Inside the frame's notices: lets the context speak through them. */
function Voice(props: FrameProps): JSX.Element {
  props.voice(useToasts().show)
  return props.children
}

function Frame(props: FrameProps): JSX.Element {
  const { session, syncNow, trouble } = useApp()
  const location = useLocation()
  const openCount = createLive(() => async (reads) => {
    const outages = await reads.all('outage')
    return outages.filter((outage) => outage.endAt === null).length
  })
  const press = (event: KeyboardEvent) => {
    if (!(event.ctrlKey || event.metaKey) || event.key !== 's') return
    event.preventDefault()
    void syncNow()
  }
  onMount(preloadFirstActs)
  onMount(() => void keepPacks(session))
  onMount(() => document.addEventListener('keydown', press))
  onCleanup(() => document.removeEventListener('keydown', press))
  const mayReport = hasRole(session, 'ict')
  const mayKeepTime = hasRole(session, 'legal') || hasRole(session, 'practice_manager')
  return (
    <AppFrame
      name="Uptally"
      items={navItems(session, openCount() ?? 0)}
      path={location.pathname}
      primary={mayReport && location.pathname !== '/incidents' ? report : raise}
      status={<SyncButton />}
    >
      <Show when={mayKeepTime}>
        <Suspense>
          <TimerBar />
        </Suspense>
      </Show>
      <Voice voice={props.voice}>
        <SampleMark />
        <ArrivingMark />
      </Voice>
      <Suspense>
        <Show when={trouble()}>{(why) => <TroubleNotice trouble={why()} />}</Show>
        <UpdateNotice />
        <Show when={hasRole(session, 'legal')}>
          <MatterErrands />
        </Show>
      </Suspense>
      <ErrorBoundary fallback={(error, reset) => <Broken error={error} reset={reset} />}>
        <Suspense fallback={<Skeleton />}>{props.children}</Suspense>
      </ErrorBoundary>
    </AppFrame>
  )
}

function Broken(props: { readonly error: unknown; readonly reset: () => void }): JSX.Element {
  const { syncStatus } = useApp()
  const location = useLocation()
  // Another page is not broken because this one is; and damaged records may have been fetched anew.
  const mayBeWhole = () => [location.pathname, syncStatus().lastSyncedAt]
  createEffect(on(mayBeWhole, props.reset, { defer: true }))
  const isMissingCode = () => /dynamically imported module|importing a module script|preload/i.test(String(props.error))
  return (
    <ErrorState
      title={isMissingCode() ? 'This page is not on this device yet' : 'This page could not be shown'}
      action={<Button onClick={() => props.reset()}>Try again</Button>}
    >
      {isMissingCode()
        ? 'It is loaded the first time with a network, and then works without. Nothing is lost.'
        : 'What you recorded is safe on this device. Try again, or go to another page and come back.'}
    </ErrorState>
  )
}
