import { createSignal, For, type JSX, Show } from 'solid-js'
import { counted, formatCount } from '../../domain/format.ts'
import { isKindName } from '../../domain/kind-names.ts'
import { removeSample } from '../../sync/account.ts'
import { createSending } from '../account/sending.ts'
import { useApp } from '../app/app-context.ts'
import { createLive } from '../app/live.ts'
import { Button } from '../parts/control/button.tsx'
import { LinkButton } from '../parts/control/link-button.tsx'
import { Page } from '../parts/frame/page.tsx'
import { Banner } from '../parts/notice/banner.tsx'
import { ConfirmDialog } from '../parts/notice/confirm-dialog.tsx'
import { EmptyState } from '../parts/notice/empty-state.tsx'
import { Card } from '../parts/show/card.tsx'
import { AllowedOnly } from './allowed-only.tsx'
import { kindWords } from './kind-words.ts'

export function SamplePage(): JSX.Element {
  return (
    <AllowedOnly roles={['admin']} title="Sample data" deed="remove the sample">
      <Sample />
    </AllowedOnly>
  )
}

type Removed = Extract<Awaited<ReturnType<typeof removeSample>>, { ok: true }>

function Sample(): JSX.Element {
  const { syncNow } = useApp()
  const isSample = createLive(() => async (reads) => (await reads.all('partnership')).some((each) => each.isSample))
  const [isAsking, setAsking] = createSignal(false)
  const [removed, setRemoved] = createSignal<Removed>()
  const sending = createSending(() => 'sample')
  const remove = async () => {
    const answer = await sending.send(removeSample)
    setAsking(false)
    if (!answer) return
    setRemoved(answer)
    void syncNow()
  }
  return (
    <Page title="Sample data" narrow back={{ href: '/settings', label: 'Settings' }}>
      <For each={sending.errors()}>
        {({ message }) => (
          <Banner tone="error" isResult>
            {message}
          </Banner>
        )}
      </For>
      <Show when={removed()}>{(answer) => <Result answer={answer()} />}</Show>
      <Show
        when={isSample() || removed()}
        fallback={
          <EmptyState
            title="There is no sample here"
            action={<LinkButton href="/settings">Go to settings</LinkButton>}
          />
        }
      >
        <Show when={!removed()}>
          <Card title="Remove the sample">
            <div class="stack">
              <p>Removes the records and accounts that came with the sample. It needs a network.</p>
              <p>
                What people have added or changed since stays: outages you reported, systems you added, and sample
                records that somebody has worked on. Afterwards this page lists what remains.
              </p>
              <div>
                <Button icon="bin" onClick={() => setAsking(true)}>
                  Remove the sample
                </Button>
              </div>
            </div>
          </Card>
        </Show>
      </Show>
      <ConfirmDialog
        open={isAsking()}
        title="Remove the sample?"
        confirmLabel="Remove"
        isDangerous
        busy={sending.isBusy()}
        onConfirm={() => void remove()}
        onCancel={() => setAsking(false)}
      >
        <p>
          Sample accounts can no longer sign in. If you are signed in with one of them, make your own account first.
        </p>
      </ConfirmDialog>
    </Page>
  )
}

function Result(props: { readonly answer: Removed }): JSX.Element {
  const name = (kind: string) => (isKindName(kind) ? kindWords[kind] : kind)
  return (
    <Banner tone="good" isResult title={`${counted(props.answer.removed, 'sample record')} removed`}>
      <Show when={props.answer.remains.length > 0} fallback={<p>Nothing else is here.</p>}>
        <p>What remains, because somebody added or changed it:</p>
        <ul>
          <For each={props.answer.remains}>
            {({ kind, count }) => (
              <li>
                {name(kind)}: {formatCount(count)}
              </li>
            )}
          </For>
        </ul>
      </Show>
    </Banner>
  )
}
