// The app of a signed-in person: bars, routes, and what every screen stands on.
import { Route, Router, useLocation } from '@solidjs/router'
import type { JSX, ParentProps } from 'solid-js'
import { ErrorBoundary, For, lazy, onCleanup, onMount, Suspense } from 'solid-js'
import { hasRole } from '../../domain/access.ts'
import { Button } from '../parts/control/button.tsx'
import { AppFrame } from '../parts/frame/app-frame.tsx'
import { ErrorState } from '../parts/notice/error-state.tsx'
import { Skeleton } from '../parts/notice/skeleton.tsx'
import { SyncButton } from '../sync/sync-button.tsx'
import type { App } from './app-context.ts'
import { AppContext, useApp } from './app-context.ts'
import { createLive } from './live.ts'
import { navItems } from './navigation.ts'
import { signedInRoutes } from './routes.tsx'
import { SampleMark } from './sample-mark.tsx'

const UpdateNotice = lazy(async () => ({ default: (await import('../sync/update-notice.tsx')).UpdateNotice }))

export function SignedIn(props: { readonly app: App }): JSX.Element {
  return (
    <AppContext.Provider value={props.app}>
      <Router root={Frame}>
        <For each={signedInRoutes}>{(route) => <Route path={route.path} component={route.component} />}</For>
      </Router>
    </AppContext.Provider>
  )
}

function Frame(props: ParentProps): JSX.Element {
  const { session, syncNow } = useApp()
  const location = useLocation()
  const openCount = createLive(() => async (reads) => {
    const outages = await reads.all('outage')
    return outages.filter((outage) => outage.endAt === null).length
  })
  const press = (event: KeyboardEvent) => {
    if (!(event.ctrlKey || event.metaKey) || event.key !== 's') return
    event.preventDefault()
    syncNow()
  }
  onMount(() => document.addEventListener('keydown', press))
  onCleanup(() => document.removeEventListener('keydown', press))
  const mayReport = hasRole(session, 'ict')
  return (
    <AppFrame
      name="Uptally"
      items={navItems(session, openCount() ?? 0)}
      path={location.pathname}
      primary={mayReport ? { href: '/outages/report', label: 'Report outage' } : undefined}
      status={<SyncButton />}
    >
      <SampleMark />
      <Suspense>
        <UpdateNotice />
      </Suspense>
      <ErrorBoundary fallback={(error, reset) => <Broken error={error} reset={reset} />}>
        <Suspense fallback={<Skeleton />}>{props.children}</Suspense>
      </ErrorBoundary>
    </AppFrame>
  )
}

function Broken(props: { readonly error: unknown; readonly reset: () => void }): JSX.Element {
  const isMissingCode = () => /dynamically imported module|importing a module script/i.test(String(props.error))
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
