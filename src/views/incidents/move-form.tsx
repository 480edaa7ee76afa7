import type { JSX } from 'solid-js'
import { createSignal, Show } from 'solid-js'
import type { IncidentState } from '../../domain/incident-words.ts'
import type { Recorded } from '../../domain/kinds.ts'
import { addComment, addWorkNote } from '../../domain/mutations/tell-incident.ts'
import { createAct } from '../outages/act.ts'
import { createDraft } from '../outages/draft.ts'
import { ProblemNote } from '../outages/problem-note.tsx'
import { Button } from '../parts/control/button.tsx'
import type { FormError } from '../parts/form/error-summary.tsx'
import { Form } from '../parts/form/form.tsx'
import { TextArea } from '../parts/form/text-area.tsx'
import { stateWord } from './incident-words.ts'
import { moveLabel, moveQuestions } from './moves.ts'
import { createWork } from './work.ts'

interface MoveFormProps {
  readonly incident: Recorded<'incident'>
  readonly to: IncidentState
  readonly onDone: () => void
}

const textId = 'move-text'

/** A move that says something: what was done, why it is cancelled, what is waited for. */
export function MoveForm(props: MoveFormProps): JSX.Element {
  const { id: incidentId, councilId, resolution } = props.incident
  const { work, problem, isBusy } = createWork(() => props.incident)
  const { act, problem: notSaid, isBusy: isSaying } = createAct()
  const question = () => moveQuestions[props.to]
  const isEnd = () => question()?.missing !== undefined
  const text = createDraft(`${incidentId}:move:${props.to}`, () => (props.to === 'resolved' ? resolution : ''))
  const [errors, setErrors] = createSignal<readonly FormError[]>([])

  const save = async () => {
    const said = text.text().trim()
    const { missing } = question() ?? {}
    setErrors(missing !== undefined && said === '' ? [{ fieldId: textId, message: missing }] : [])
    if (errors().length > 0) return
    if (!isEnd() && said !== '') {
      const telling = props.to === 'waiting_requester' ? addComment : addWorkNote
      if (!(await act(telling, { incidentId, councilId, text: said, minutes: 0 }))) return
      // Said once: should the move itself fail, it is not said a second time.
      text.clear()
    }
    const move = isEnd() ? { state: props.to, resolution: said } : { state: props.to }
    if (!(await work({ move }, `${stateWord(props.to)}.`))) return
    text.clear()
    props.onDone()
  }
  return (
    <div data-has-draft>
      <Form
        label={moveLabel(props.incident.state, props.to)}
        onSubmit={() => void save()}
        errors={errors()}
        acts={
          <Button type="submit" kind="primary" busy={isBusy() || isSaying()}>
            {moveLabel(props.incident.state, props.to)}
          </Button>
        }
      >
        <ProblemNote problem={notSaid() ?? problem()} />
        <Show when={question()}>
          {(asked) => (
            <TextArea
              id={textId}
              label={asked().label}
              hint={asked().hint}
              rows={4}
              maxLength={8000}
              value={text.text()}
              onInput={text.setText}
              error={errors()[0]?.message}
            />
          )}
        </Show>
      </Form>
    </div>
  )
}
