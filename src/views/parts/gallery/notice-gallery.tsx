import { createSignal, type JSX } from 'solid-js'
import { Button } from '../control/button.tsx'
import { Field } from '../form/field.tsx'
import { Banner } from '../notice/banner.tsx'
import { ConfirmDialog } from '../notice/confirm-dialog.tsx'
import { EmptyState } from '../notice/empty-state.tsx'
import { ErrorState } from '../notice/error-state.tsx'
import { Progress } from '../notice/progress.tsx'
import { Sheet } from '../notice/sheet.tsx'
import { Skeleton } from '../notice/skeleton.tsx'
import { useToasts } from '../notice/toasts.ts'
import { Card } from '../show/card.tsx'

export function NoticeGallery(): JSX.Element {
  return (
    <>
      <Banner tone="info" title="A new version is ready" action={<Button>Use it now</Button>}>
        It also starts by itself the next time.
      </Banner>
      <Banner tone="good" onDismiss={() => {}}>
        Everything is shared.
      </Banner>
      <Banner tone="warn" title="The end is before the start" action={<Button>Swap them</Button>}>
        It is kept as it is, and counts as nothing until it is mended.
      </Banner>
      <Banner tone="error" title="This change was not accepted">
        It is safe here. Edit it, or send it to someone who may make it.
      </Banner>
      <div class="grid">
        <Card>
          <EmptyState icon="ticket" title="What you lead will be here." action={<Button icon="plus">Add one</Button>}>
            Nothing is open at the moment.
          </EmptyState>
        </Card>
        <Card>
          <ErrorState title="This list could not be read." action={<Button icon="sync">Try again</Button>}>
            What you have entered is safe.
          </ErrorState>
        </Card>
        <Card title="Loading">
          <div class="stack">
            <Skeleton />
            <Skeleton shape="rows" count={2} />
            <Skeleton shape="figure" count={1} />
          </div>
        </Card>
        <Card title="Progress">
          <Progress
            label="Reading the file"
            done={1200}
            total={4000}
            detail="1,200 of 4,000 rows"
            onCancel={() => {}}
          />
        </Card>
      </div>
      <Floating />
    </>
  )
}

function Floating(): JSX.Element {
  const toasts = useToasts()
  const [open, setOpen] = createSignal<'sheet' | 'confirm'>()
  const [text, setText] = createSignal('')
  const close = () => setOpen(undefined)
  return (
    <div class="cluster">
      <Button onClick={() => setOpen('sheet')}>Open a sheet</Button>
      <Button onClick={() => setOpen('confirm')}>Ask first</Button>
      <Button onClick={() => toasts.show('Saved on this phone.', () => setText(''))}>Show a toast</Button>
      <Sheet
        open={open() === 'sheet'}
        title="A side matter"
        onClose={close}
        footer={
          <Button kind="primary" onClick={close}>
            Save
          </Button>
        }
      >
        <div class="stack">
          <p>It is about the page behind it.</p>
          <Field label="A word" value={text()} onInput={setText} />
        </div>
      </Sheet>
      <ConfirmDialog
        open={open() === 'confirm'}
        title="Withdraw this report?"
        confirmLabel="Withdraw"
        isDangerous
        onConfirm={close}
        onCancel={close}
      >
        Those who have read it are told. It cannot be published again under the same number.
      </ConfirmDialog>
    </div>
  )
}
