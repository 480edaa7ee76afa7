// Browser entry: builds the context (clock, ids, person), opens the store, starts sync, renders.
import './views/parts/base.css'
import { createSignal } from 'solid-js'
import { render } from 'solid-js/web'
import { makeId } from './domain/identity.ts'
import type { Session } from './domain/wire.ts'
import { deleteStore, openStore } from './store/store.ts'
import type { Sync } from './sync/loop.ts'
import { forgetSession, rememberedSession, rememberSession, storeName } from './sync/remembered.ts'
import type { SyncStatus } from './sync/status.ts'
import { allowThreads } from './trusted-types.ts'
import type { PageTrouble } from './views/app/app-context.ts'
import { AppRoot } from './views/app/app-root.tsx'
import { applyTheme } from './views/parts/frame/theme.ts'
import { readTheme } from './views/settings/theme-choice.ts'

allowThreads({
  ...('trustedTypes' in window ? { trustedTypes: window.trustedTypes as never } : {}),
  origin: location.origin,
})

applyTheme(readTheme(localStorage))

const readNow = () => Date.now()
const newId = (at = readNow()) => makeId(at, crypto.getRandomValues(new Uint8Array(10)))

/** Being named behind a wall is no other role: matters come and go without the page being loaded anew. */
const rolesOf = (grants: Session['grants']) => JSON.stringify(grants.filter(({ on }) => !on?.startsWith('matter:')))

/** Another tab keeps this device's records from being opened. */
const [isBlocked, setBlocked] = createSignal(false)

async function open(signedIn: Session) {
  rememberSession(localStorage, signedIn)
  let session = signedIn
  const access = () => ({ userId: session.userId, grants: session.grants })
  const store = await openStore({
    name: storeName(session),
    personId: session.userId,
    access,
    now: readNow,
    newId,
    onBlocked: () => setBlocked(true),
  })
  const [trouble, setTrouble] = createSignal<PageTrouble>()
  store.onTrouble((why) => {
    // Signed out in another tab: there is nothing left here to show.
    if (why === 'removed') location.assign('/')
    else setTrouble(why)
  })
  const onGrants = (grants: Session['grants']) => {
    if (JSON.stringify(grants) === JSON.stringify(session.grants)) return
    const isOtherRole = rolesOf(grants) !== rolesOf(session.grants)
    session = { ...session, grants }
    rememberSession(localStorage, session)
    if (isOtherRole) setTrouble((why) => why ?? 'roles_changed')
  }
  // Sharing comes after the first screen, which needs only what is here.
  const starting = import('./sync/browser-sync.ts').then(
    ({ startBrowserSync }): Sync => startBrowserSync({ store, session, onGrants, remove, build: __BUILD__ }),
  )
  const remove = async () => {
    ;(await starting).stop()
    store.close()
    forgetSession(localStorage)
    await deleteStore(store.name)
  }
  const leave = async () => {
    await remove()
    location.assign('/')
  }
  const subscribeStatus = (listener: (status: SyncStatus) => void) => {
    let isOver = false
    let stop = () => {}
    void starting.then((sync) => {
      if (!isOver) stop = sync.subscribe(listener)
    })
    return () => {
      isOver = true
      stop()
    }
  }
  const syncNow = async () => (await starting).syncNow()
  return { store, session, readNow, newId, subscribeStatus, syncNow, trouble, leave }
}

const root = document.getElementById('app')
if (!root) throw new Error('the page has no place for the app')
render(
  () => (
    <AppRoot
      session={rememberedSession(localStorage)}
      open={open}
      isBlocked={isBlocked}
      nameOf={storeName}
      readNow={readNow}
    />
  ),
  root,
)
