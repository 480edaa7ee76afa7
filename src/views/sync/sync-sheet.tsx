import { createResource, For, type JSX, Show } from 'solid-js'
import { counted, formatWhen } from '../../domain/format.ts'
import type { Session } from '../../domain/wire.ts'
import { unsentOps } from '../../store/unsent.ts'
import { authState } from '../../sync/account.ts'
import type { SyncStatus } from '../../sync/status.ts'
import { ElsewhereSignIn } from '../account/elsewhere-sign-in.tsx'
import { PasskeySignIn } from '../account/passkey-sign-in.tsx'
import { SignInForm } from '../account/sign-in-form.tsx'
import { useApp } from '../app/app-context.ts'
import { createLive } from '../app/live.ts'
import { Button } from '../parts/control/button.tsx'
import { LinkButton } from '../parts/control/link-button.tsx'
import { Banner } from '../parts/notice/banner.tsx'
import { Progress } from '../parts/notice/progress.tsx'
import { Sheet } from '../parts/notice/sheet.tsx'
import { Row } from '../parts/show/row.tsx'
import { RowList } from '../parts/show/row-list.tsx'
import { deedOf } from './deed-words.ts'
import { DifferenceNote } from './difference-note.tsx'
import { InstallHint } from './install-hint.tsx'
import { opSubject } from './op-subject.ts'
import { StorageUse } from './storage-use.tsx'
import { syncSentence } from './sync-words.ts'

interface SyncSheetProps {
  readonly open: boolean
  readonly onClose: () => void
}

const mostShown = 20

export function SyncSheet(props: SyncSheetProps): JSX.Element {
  const { syncStatus, syncNow, now } = useApp()
  const isEnded = () => syncStatus().state === 'session_ended'
  return (
    <Sheet
      open={props.open}
      title="What is shared"
      onClose={() => props.onClose()}
      footer={
        isEnded() ? undefined : syncStatus().state === 'upgrade' ? (
          <Button kind="primary" icon="sync" wide onClick={() => location.reload()}>
            Reload
          </Button>
        ) : (
          <Button
            kind="primary"
            icon="sync"
            wide
            busy={syncStatus().state === 'sending'}
            onClick={() => void syncNow()}
          >
            Sync now
          </Button>
        )
      }
    >
      <div class="stack">
        <p role="status">{syncSentence(syncStatus(), now())}</p>
        <Show when={troubleOf(syncStatus())}>{(trouble) => <p class="muted">{trouble()}</p>}</Show>
        <Show when={syncStatus().progress}>
          {(progress) => (
            <Progress
              label="Receiving"
              done={progress().done}
              total={progress().total}
              detail={`${counted(progress().done, 'record')} of ${counted(progress().total, 'record')}`}
            />
          )}
        </Show>
        <Show when={isEnded()}>
          <SignInAgain onDone={() => props.onClose()} />
        </Show>
        <Show when={syncStatus().needsCount > 0}>
          <Banner
            tone="warn"
            title={`${counted(syncStatus().needsCount, 'change')} to decide`}
            action={
              <LinkButton href="/changes" onClick={() => props.onClose()}>
                Look at them
              </LinkButton>
            }
          />
        </Show>
        <DifferenceNote />
        <UnsentList />
        <StorageUse />
        <InstallHint />
      </div>
    </Sheet>
  )
}

/** Offline is normal and needs few words. */
function troubleOf({ state, lastError }: SyncStatus): string | undefined {
  if (lastError === undefined || state === 'session_ended' || state === 'upgrade') return undefined
  if (lastError === 'offline') return 'There was no network at the last try. It goes on by itself.'
  if (lastError === 'device') return 'This device could not store what came. Free some space on it, then sync again.'
  if (lastError === 'behind')
    return 'The server runs an earlier version of Uptally than the one that recorded what waits. It is kept here, and sent by itself once the server is up to date.'
  return 'The server could not answer at the last try. It is asked again by itself.'
}

/** In place: nothing on the page is lost, and what waits is sent. */
function SignInAgain(props: { readonly onDone: () => void }): JSX.Element {
  const { session, syncNow } = useApp()
  const done = (next: Session) => {
    if (next.userId !== session.userId) return location.assign('/')
    void syncNow()
    props.onDone()
  }
  // A server that cannot be reached shows itself when somebody signs in.
  const [elsewhere] = createResource(async () => {
    const state = await authState()
    return { name: state.ok ? state.oidc : undefined }
  })
  return (
    <>
      <SignInForm email={session.email} onSignedIn={done} />
      <PasskeySignIn person={session.userId} onSignedIn={done} />
      <ElsewhereSignIn name={elsewhere.latest?.name} person={session.userId} />
    </>
  )
}

function UnsentList(): JSX.Element {
  const { store, now } = useApp()
  const unsent = createLive(() => () => unsentOps(store, mostShown))
  return (
    <Show when={unsent()?.count ? unsent() : undefined}>
      {(waiting) => (
        <section class="stack stack--tight">
          <h3>Not yet at the server</h3>
          <RowList label="Not yet at the server">
            <For each={waiting().ops}>
              {(op) => {
                const subject = opSubject(op.text)
                return (
                  <Row
                    title={deedOf(op.name)}
                    detail={[subject, formatWhen(op.at, now())].filter(Boolean).join(', ')}
                  />
                )
              }}
            </For>
          </RowList>
          <Show when={waiting().count > mostShown}>
            <p class="muted">and {counted(waiting().count - mostShown, 'more change')}</p>
          </Show>
        </section>
      )}
    </Show>
  )
}
