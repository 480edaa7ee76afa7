import { createResource, createSignal, For, type JSX, Show } from 'solid-js'
import { counted, formatInstant } from '../../domain/format.ts'
import { putThrough, type SetAside, setAsideChanges } from '../../sync/account.ts'
import { createSending } from '../account/sending.ts'
import { useApp } from '../app/app-context.ts'
import { Button } from '../parts/control/button.tsx'
import { LinkButton } from '../parts/control/link-button.tsx'
import { Page } from '../parts/frame/page.tsx'
import { Banner } from '../parts/notice/banner.tsx'
import { EmptyState } from '../parts/notice/empty-state.tsx'
import { Card } from '../parts/show/card.tsx'
import { deedOf } from '../sync/deed-words.ts'
import { AllowedOnly } from './allowed-only.tsx'
import { Asked } from './asked.tsx'

/** Changes that people had made when their role for them was taken away. */
export function SetAsidePage(): JSX.Element {
  return (
    <AllowedOnly roles={['admin']} title="Changes set aside" deed="put changes through">
      <SetAsideList />
    </AllowedOnly>
  )
}

function SetAsideList(): JSX.Element {
  const { now, syncNow, tell } = useApp()
  const [answer, { refetch }] = createResource(setAsideChanges)
  const sending = createSending(() => 'set-aside')
  const [sent, setSent] = createSignal<SetAside>()
  const put = async (change: SetAside) => {
    setSent(change)
    if (!(await sending.send(() => putThrough(change)))) return
    tell(`Put through for ${change.person}.`)
    await refetch()
    void syncNow()
  }
  return (
    <Page
      title="Changes set aside"
      narrow
      back={{ href: '/settings', label: 'Settings' }}
      lead="Made on a device before it heard that the role was taken away. Nobody else sees what they say."
    >
      <For each={sending.errors()}>
        {({ message }) => (
          <Banner tone="error" isResult>
            {message}
          </Banner>
        )}
      </For>
      <Asked answer={answer.latest} what="The list of changes" onRetry={refetch}>
        {(known) => (
          <Show
            when={known().changes.length > 0}
            fallback={
              <EmptyState
                title="Nothing is set aside"
                icon="check"
                action={<LinkButton href="/settings">Go to settings</LinkButton>}
              >
                If somebody's role is taken away while changes are on their way, they are kept here.
              </EmptyState>
            }
          >
            <p>
              {counted(known().changes.length, 'change')}. To put one through, give its author the role for it again
              under People.
            </p>
            <For each={known().changes}>
              {(change) => (
                <Card title={`${deedOf(change.name)}: ${change.person}`}>
                  <div class="stack">
                    <p class="muted">
                      Done {formatInstant(change.at, now())}, received {formatInstant(change.receivedAt, now())}.
                    </p>
                    <div>
                      <Button busy={sending.isBusy() && sent() === change} onClick={() => void put(change)}>
                        Put through
                      </Button>
                    </div>
                  </div>
                </Card>
              )}
            </For>
          </Show>
        )}
      </Asked>
    </Page>
  )
}
