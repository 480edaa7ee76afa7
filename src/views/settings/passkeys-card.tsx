import { createResource, createSignal, For, type JSX, Show } from 'solid-js'
import { formatInstant } from '../../domain/format.ts'
import { type Passkey, passkeys, removePasskey, renamePasskey } from '../../sync/account.ts'
import { deviceLabel } from '../account/device-label.ts'
import { addPasskey, canUsePasskeys } from '../account/passkeys.ts'
import { createSending } from '../account/sending.ts'
import { useApp } from '../app/app-context.ts'
import { Button } from '../parts/control/button.tsx'
import { Field } from '../parts/form/field.tsx'
import { Form } from '../parts/form/form.tsx'
import { ConfirmDialog } from '../parts/notice/confirm-dialog.tsx'
import { Sheet } from '../parts/notice/sheet.tsx'
import { Card } from '../parts/show/card.tsx'
import { Row } from '../parts/show/row.tsx'
import { RowList } from '../parts/show/row-list.tsx'
import { Asked } from './asked.tsx'

const nameId = 'passkey-name'

/** What this person signs in with in place of their password. */
export function PasskeysCard(): JSX.Element {
  const [answer, { refetch }] = createResource(passkeys)
  return (
    <Card title="Passkeys">
      <div class="stack">
        <p>Sign in with your finger, your face or the PIN of your device instead of the password.</p>
        <Asked answer={answer.latest} what="Your list of passkeys" onRetry={refetch}>
          {(known) => (
            <>
              <PasskeyList passkeys={known().passkeys} onChanged={() => void refetch()} />
              <Show when={canUsePasskeys()} fallback={<p>This browser cannot add one here.</p>}>
                <AddPasskey onAdded={() => void refetch()} />
              </Show>
            </>
          )}
        </Asked>
      </div>
    </Card>
  )
}

function PasskeyList(props: { readonly passkeys: readonly Passkey[]; readonly onChanged: () => void }): JSX.Element {
  const { now, tell } = useApp()
  const [asked, setAsked] = createSignal<Passkey>()
  const [renamed, setRenamed] = createSignal<Passkey>()
  const [isBusy, setBusy] = createSignal(false)
  const remove = async (passkey: Passkey) => {
    setBusy(true)
    const answer = await removePasskey(passkey.id)
    setBusy(false)
    setAsked()
    tell(answer.ok ? `${passkey.name} no longer signs you in.` : answer.error.message)
    if (answer.ok) props.onChanged()
  }
  const usedWords = ({ createdAt, usedAt }: Passkey) =>
    usedAt === null
      ? `Added ${formatInstant(createdAt, now())}, not used yet`
      : `Last used ${formatInstant(usedAt, now())}`
  return (
    <>
      <RowList label="Passkeys">
        <For each={props.passkeys} fallback={<Row title={<span class="muted">None yet</span>} />}>
          {(passkey) => (
            <Row
              title={passkey.name}
              detail={usedWords(passkey)}
              aside={
                <div class="cluster">
                  <Button kind="quiet" onClick={() => setRenamed(passkey)}>
                    Rename<span class="visually-hidden"> {passkey.name}</span>
                  </Button>
                  <Button kind="quiet" onClick={() => setAsked(passkey)}>
                    Remove<span class="visually-hidden"> {passkey.name}</span>
                  </Button>
                </div>
              }
            />
          )}
        </For>
      </RowList>
      <Sheet open={renamed() !== undefined} title="Rename the passkey" onClose={() => setRenamed()}>
        <Show when={renamed()}>
          {(passkey) => (
            <RenamePasskey
              passkey={passkey()}
              onRenamed={() => {
                setRenamed()
                props.onChanged()
              }}
            />
          )}
        </Show>
      </Sheet>
      <ConfirmDialog
        open={asked() !== undefined}
        title={`Remove ${asked()?.name ?? ''}?`}
        confirmLabel="Remove"
        isDangerous
        busy={isBusy()}
        onConfirm={() => {
          const passkey = asked()
          if (passkey) void remove(passkey)
        }}
        onCancel={() => setAsked()}
      >
        <p>
          It will no longer sign you in. Your password still does. Your device may go on offering the passkey until you
          delete it there, too.
        </p>
      </ConfirmDialog>
    </>
  )
}

const newNameId = 'passkey-new-name'

function RenamePasskey(props: { readonly passkey: Passkey; readonly onRenamed: () => void }): JSX.Element {
  const [name, setName] = createSignal(props.passkey.name)
  const sending = createSending(() => newNameId)
  const save = async () => {
    if (!name().trim()) return sending.fail([{ fieldId: newNameId, message: 'Give the passkey a name' }])
    if (await sending.send(() => renamePasskey(props.passkey.id, name().trim()))) props.onRenamed()
  }
  return (
    <Form
      label="Rename the passkey"
      onSubmit={save}
      errors={sending.errors()}
      acts={
        <Button type="submit" kind="primary" busy={sending.isBusy()}>
          Save
        </Button>
      }
    >
      <Field
        id={newNameId}
        label="Name"
        maxLength={80}
        value={name()}
        onInput={setName}
        error={sending.errorOf(newNameId)}
      />
    </Form>
  )
}

function AddPasskey(props: { readonly onAdded: () => void }): JSX.Element {
  const { tell } = useApp()
  const [name, setName] = createSignal(deviceLabel())
  const sending = createSending(() => nameId)
  const add = async () => {
    if (!name().trim()) return sending.fail([{ fieldId: nameId, message: 'Give the passkey a name' }])
    const added = await sending.send(() => addPasskey(name().trim()))
    if (!added) return
    tell('Passkey added. It signs you in from now on.')
    props.onAdded()
  }
  return (
    <Form
      label="Add a passkey"
      onSubmit={add}
      errors={sending.errors()}
      acts={
        <Button type="submit" busy={sending.isBusy()}>
          Add a passkey
        </Button>
      }
    >
      <Field
        id={nameId}
        label="Name of the passkey"
        hint="So that you know it again: the device, or the key on your ring."
        maxLength={80}
        value={name()}
        onInput={setName}
        error={sending.errorOf(nameId)}
      />
    </Form>
  )
}
