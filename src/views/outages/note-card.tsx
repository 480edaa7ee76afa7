import type { JSX } from 'solid-js'
import { createSignal } from 'solid-js'
import { addNote } from '../../domain/mutations/tell-outage.ts'
import { useApp } from '../app/app-context.ts'
import { Button } from '../parts/control/button.tsx'
import { Chips } from '../parts/form/chips.tsx'
import type { FormError } from '../parts/form/error-summary.tsx'
import { Form } from '../parts/form/form.tsx'
import { TextArea } from '../parts/form/text-area.tsx'
import { Card } from '../parts/show/card.tsx'
import { createAct } from './act.ts'
import { createDraft } from './draft.ts'
import { ProblemNote } from './problem-note.tsx'

const kinds = [
  { value: 'note', label: 'Note for colleagues' },
  { value: 'update', label: 'Update for readers' },
] as const
type NoteKind = (typeof kinds)[number]['value']

const textId = 'note-text'

/** A line for the story: for colleagues, or written for readers. */
export function NoteCard(props: { readonly outageId: string }): JSX.Element {
  const { tell } = useApp()
  const { act, problem, isBusy } = createAct()
  const [kind, setKind] = createSignal<NoteKind>('note')
  const text = createDraft(`${props.outageId}:note`)
  const onText = () => problem()?.field === 'text'
  const errors = (): readonly FormError[] => {
    const refusal = problem()
    return refusal && onText() ? [{ fieldId: textId, message: refusal.message }] : []
  }
  const save = async () => {
    const isForReaders = kind() === 'update'
    if (!(await act(addNote, { outageId: props.outageId, text: text.text(), isForReaders }))) return
    text.clear()
    tell(isForReaders ? 'Update added.' : 'Note added.')
  }
  return (
    <Card title="Add note">
      <Form
        label="Add note"
        onSubmit={save}
        errors={errors()}
        acts={
          <Button type="submit" busy={isBusy()}>
            Add note
          </Button>
        }
      >
        <ProblemNote problem={onText() ? undefined : problem()} />
        <Chips
          label="For whom?"
          hideLabel
          options={kinds}
          values={[kind()]}
          onChange={([chosen]) => chosen && setKind(chosen)}
          single
        />
        <TextArea
          id={textId}
          label="What happened?"
          rows={2}
          maxLength={8000}
          value={text.text()}
          onInput={text.setText}
          error={onText() ? problem()?.message : undefined}
        />
      </Form>
    </Card>
  )
}
