import { createSignal, type JSX, Show } from 'solid-js'
import { formatInstant } from '../../domain/format.ts'
import { discardParked, keptElsewhereCode, type ParkedOp, retryParked } from '../../store/parked.ts'
import { useApp } from '../app/app-context.ts'
import { Button } from '../parts/control/button.tsx'
import { ConfirmDialog } from '../parts/notice/confirm-dialog.tsx'
import { Card } from '../parts/show/card.tsx'
import { deedOf } from './deed-words.ts'
import { downloadText } from './download.ts'
import { opSubject } from './op-subject.ts'

/** A change that was not accepted: the reason, and the ways on. */
export function RefusedCard(props: { readonly op: ParkedOp }): JSX.Element {
  const { store, now, syncNow, tell } = useApp()
  const title = () => [deedOf(props.op.name), opSubject(props.op.text)].filter(Boolean).join(': ')
  const isElsewhere = () => props.op.code === keptElsewhereCode
  const [isAsking, setAsking] = createSignal(false)
  const [trouble, setTrouble] = createSignal<string>()
  const attempt = async (deed: () => Promise<void>, said: string) => {
    try {
      await deed()
      tell(said)
    } catch {
      setTrouble('This device could not do it. The change is still here: try again.')
    }
  }
  const retry = () =>
    attempt(async () => {
      await retryParked(store, props.op.id)
      void syncNow()
    }, 'It will be sent again.')
  const discard = async () => {
    setAsking(false)
    const said = isElsewhere() ? 'The note is gone. The server keeps the change.' : 'The change is discarded.'
    await attempt(() => discardParked(store, props.op.id), said)
  }
  const download = () => {
    const { name, at, code, message, text } = props.op
    const change = { deed: name, at: new Date(at).toISOString(), code, message, op: text }
    downloadText(`uptally-change-${props.op.id}.json`, 'application/json', `${JSON.stringify(change, null, 1)}\n`)
  }
  return (
    <Card title={title()} tone="attention">
      <div class="stack">
        <p>{props.op.message}</p>
        <p class="muted small">
          You did this {formatInstant(props.op.at, now())}.{isElsewhere() ? '' : ' It is kept on this device only.'}
        </p>
        <Show
          when={!isElsewhere()}
          fallback={
            <div>
              <Button onClick={() => void discard()}>Seen</Button>
            </div>
          }
        >
          <div class="cluster">
            <Button onClick={() => void retry()}>Try again</Button>
            <Button icon="export" onClick={download}>
              Download
            </Button>
            <Button kind="quiet" icon="bin" onClick={() => setAsking(true)}>
              Discard
            </Button>
          </div>
        </Show>
        <Show when={trouble()}>{(text) => <p class="field__error">{text()}</p>}</Show>
        <ConfirmDialog
          open={isAsking()}
          title="Discard this change?"
          confirmLabel="Discard"
          isDangerous
          onConfirm={() => void discard()}
          onCancel={() => setAsking(false)}
        >
          <p>It was never shared, so it is gone for good. Download it first if somebody may need it.</p>
        </ConfirmDialog>
      </div>
    </Card>
  )
}
