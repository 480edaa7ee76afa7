import { createSignal, type JSX, Show } from 'solid-js'
import { readUnsent } from '../../store/unsent-file.ts'
import { useApp } from '../app/app-context.ts'
import { Button } from '../parts/control/button.tsx'
import { Field } from '../parts/form/field.tsx'
import { saveSealed } from '../sync/unsent-file.ts'

const shortest = 12

/** Saves what was not sent as a file that only a passphrase opens. */
export function SealForm(props: { readonly onSaved: () => void }): JSX.Element {
  const { store, session, now } = useApp()
  const [passphrase, setPassphrase] = createSignal('')
  const [again, setAgain] = createSignal('')
  const [error, setError] = createSignal<string>()
  const [isBusy, setBusy] = createSignal(false)
  const save = async () => {
    if (passphrase().length < shortest) return setError(`Enter a passphrase of ${shortest} characters or more`)
    if (passphrase() !== again()) return setError('Enter the same passphrase twice')
    setError()
    setBusy(true)
    try {
      const of = { db: session.db, personId: session.userId, now: now() }
      const file = await readUnsent(store.name, of)
      if (!file) throw new Error('nothing is stored here')
      await saveSealed(file, passphrase())
      props.onSaved()
    } catch {
      setError('This browser could not make the file. Cancel and stay signed in: nothing is lost.')
    } finally {
      setBusy(false)
    }
  }
  return (
    <form
      class="stack"
      aria-label="Save them to a sealed file"
      onSubmit={(event) => {
        event.preventDefault()
        void save()
      }}
    >
      <Field
        label="Passphrase"
        type="password"
        autocomplete="new-password"
        hint={`${shortest} characters or more. Without it nobody can open the file, nor can we.`}
        value={passphrase()}
        onInput={setPassphrase}
      />
      <Field label="Passphrase again" type="password" autocomplete="new-password" value={again()} onInput={setAgain} />
      <Show when={error()}>
        {(text) => (
          <p class="field__error" role="alert">
            {text()}
          </p>
        )}
      </Show>
      <div>
        <Button type="submit" icon="export" busy={isBusy()}>
          Save them to a sealed file
        </Button>
      </div>
    </form>
  )
}
