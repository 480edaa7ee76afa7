import type { JSX } from 'solid-js'
import { createSignal, For } from 'solid-js'
import { counted, formatWhen } from '../../domain/format.ts'
import { incidentReference } from '../../domain/incident-words.ts'
import { useApp } from '../app/app-context.ts'
import { Button } from '../parts/control/button.tsx'
import { Checkbox } from '../parts/form/checkbox.tsx'
import type { FormError } from '../parts/form/error-summary.tsx'
import { Form } from '../parts/form/form.tsx'
import { TextArea } from '../parts/form/text-area.tsx'
import { bulkRunOf } from './bulk-run.ts'
import type { Child } from './outage-children.ts'

interface ResolveChildrenProps {
  /** What the outage is called. */
  readonly title: string
  readonly endAt: number
  readonly open: readonly Child[]
  readonly onDone: () => void
}

const textId = 'resolve-text'
const listId = 'resolve-list'

/** Which are over with the outage, and what their requesters read. One with a question of its own is left out until it is ticked. */
export function ResolveChildren(props: ResolveChildrenProps): JSX.Element {
  const { store, now, tell } = useApp()
  // The list is as it was when it was opened: nothing moves under the finger.
  const children = props.open
  const [chosen, setChosen] = createSignal<ReadonlySet<string>>(
    new Set(children.flatMap(({ incident, question }) => (question === undefined ? incident.id : []))),
  )
  const [text, setText] = createSignal(`The outage of ${props.title} ended at ${formatWhen(props.endAt, now())}.`)
  const [errors, setErrors] = createSignal<readonly FormError[]>([])
  const toggle = (id: string, isOn: boolean) =>
    setChosen(new Set(isOn ? [...chosen(), id] : [...chosen()].filter((each) => each !== id)))
  const save = () => {
    const resolution = text().trim()
    setErrors([
      ...(resolution === '' ? [{ fieldId: textId, message: 'Say what was done: the requesters read it' }] : []),
      ...(chosen().size === 0 ? [{ fieldId: listId, message: 'Tick at least one' }] : []),
    ])
    const run = bulkRunOf(store)
    if (run.progress())
      setErrors([{ fieldId: textId, message: 'Other incidents are being changed: let that end first' }])
    if (errors().length > 0) return
    void run.change([...chosen()], { move: { state: 'resolved', resolution } }, tell)
    props.onDone()
  }
  return (
    <Form
      label="Resolve them with the outage"
      onSubmit={save}
      errors={errors()}
      acts={
        <Button type="submit" kind="primary" icon="check">
          Resolve {counted(chosen().size, 'incident')}
        </Button>
      }
    >
      <TextArea
        id={textId}
        label="What was done?"
        hint="Each requester reads this."
        rows={3}
        maxLength={8000}
        value={text()}
        onInput={setText}
        error={errors().find(({ fieldId }) => fieldId === textId)?.message}
      />
      <fieldset class="field field--group" id={listId}>
        <legend class="field__legend">Which are over with it?</legend>
        <For each={children}>
          {({ incident, question }) => (
            <Checkbox
              label={incident.title}
              hint={[incidentReference(incident), question].filter(Boolean).join('. ')}
              checked={chosen().has(incident.id)}
              onChange={(isOn) => toggle(incident.id, isOn)}
            />
          )}
        </For>
      </fieldset>
    </Form>
  )
}
