import type { JSX } from 'solid-js'
import { createSignal, Show } from 'solid-js'
import type { Recorded } from '../../domain/kinds.ts'
import { addComment, addWorkNote } from '../../domain/mutations/tell-incident.ts'
import { useApp } from '../app/app-context.ts'
import { createAct } from '../outages/act.ts'
import { createDraft } from '../outages/draft.ts'
import { ProblemNote } from '../outages/problem-note.tsx'
import { savedHere } from '../outages/saved-here.ts'
import { Button } from '../parts/control/button.tsx'
import { Icon } from '../parts/control/icon.tsx'
import { Chips } from '../parts/form/chips.tsx'
import type { FormError } from '../parts/form/error-summary.tsx'
import { Field } from '../parts/form/field.tsx'
import { Form } from '../parts/form/form.tsx'
import { TextArea } from '../parts/form/text-area.tsx'
import { minutesProblem, readMinutes } from './talk.ts'
import './incident-page.css'

type Kind = 'comment' | 'note'

/** Who speaks: work notes and minutes are the desk's. */
export type Voice = 'desk' | 'council' | 'requester'

interface SayFormProps {
  readonly incident: Pick<Recorded<'incident'>, 'id' | 'councilId'>
  readonly voice: Voice
}

const kinds = [
  { value: 'comment', label: 'Comment' },
  { value: 'note', label: 'Work note' },
] as const

interface Words {
  readonly label: string
  readonly hint: string
  readonly button: string
}

const wordsOf: Readonly<Record<Kind | 'reply', Words>> = {
  comment: { label: 'Comment', hint: 'The requester reads this.', button: 'Add comment' },
  note: { label: 'Work note', hint: 'Only the desk reads this. It never leaves it.', button: 'Add work note' },
  reply: { label: 'Reply', hint: 'The desk reads this.', button: 'Reply' },
}

const [textId, minutesId] = ['say-text', 'say-minutes']

/** A comment or a work note, each with a draft of its own, so that a note never becomes a comment by one wrong tap. */
export function SayForm(props: SayFormProps): JSX.Element {
  const { tell } = useApp()
  const { act, problem, isBusy } = createAct()
  const [kind, setKind] = createSignal<Kind>('comment')
  const { id: incidentId, councilId } = props.incident
  const drafts = { comment: createDraft(`${incidentId}:comment`), note: createDraft(`${incidentId}:note`) }
  const minutes = createDraft(`${incidentId}:minutes`)
  const [errors, setErrors] = createSignal<readonly FormError[]>([])
  const errorOf = (id: string) => errors().find(({ fieldId }) => fieldId === id)?.message
  const isNote = () => kind() === 'note'
  const isDesk = () => props.voice === 'desk'
  const words = () => wordsOf[props.voice === 'requester' ? 'reply' : kind()]
  const draft = () => drafts[kind()]

  const save = async () => {
    const [text, spent] = [draft().text().trim(), readMinutes(minutes.text())]
    const isEmpty = text === '' && !(isNote() && spent)
    const empty = isNote() ? 'Write something, or say how long it took' : 'Write something first'
    setErrors([
      ...(isEmpty ? [{ fieldId: textId, message: empty }] : []),
      ...(spent === undefined ? [{ fieldId: minutesId, message: minutesProblem }] : []),
    ])
    if (errors().length > 0 || spent === undefined) return
    const said = { incidentId, councilId, text, minutes: spent }
    if (!(await act(isNote() ? addWorkNote : addComment, said))) return
    draft().clear()
    minutes.clear()
    tell(`${words().label} added. ${savedHere()}`)
  }
  const choose = (next: Kind) => {
    setErrors([])
    setKind(next)
  }
  return (
    <div data-has-draft class={isNote() ? 'say say--note' : 'say'}>
      <Form
        label="Say something"
        onSubmit={() => void save()}
        errors={errors()}
        acts={
          <Button type="submit" icon={isNote() ? 'lock' : undefined} busy={isBusy()}>
            {words().button}
          </Button>
        }
      >
        <ProblemNote problem={problem()} />
        <Show when={isDesk()}>
          <Chips
            label="Who reads it?"
            hideLabel
            single
            options={kinds}
            values={[kind()]}
            onChange={([chosen]) => chosen && choose(chosen)}
          />
        </Show>
        <Show when={isNote()}>
          <p class="say__desk">
            <Icon name="lock" size={16} /> For the desk alone
          </p>
        </Show>
        <TextArea
          id={textId}
          label={words().label}
          hint={words().hint}
          rows={3}
          maxLength={8000}
          value={draft().text()}
          onInput={draft().setText}
          error={errorOf(textId)}
        />
        <Show when={isDesk()}>
          <Field
            id={minutesId}
            label="Minutes"
            type="number"
            width="short"
            value={minutes.text()}
            onInput={minutes.setText}
            error={errorOf(minutesId)}
          />
        </Show>
      </Form>
    </div>
  )
}
