import type { JSX } from 'solid-js'
import { createSignal, Show } from 'solid-js'
import { cellsOn } from '../../domain/desk-settings.ts'
import { type ImpactSize, type Priority, priorities, type Urgency } from '../../domain/incident-words.ts'
import type { Recorded } from '../../domain/kinds.ts'
import { useApp } from '../app/app-context.ts'
import { createLive } from '../app/live.ts'
import { createDraft } from '../outages/draft.ts'
import { dateOf } from '../outages/moment.ts'
import { ProblemNote } from '../outages/problem-note.tsx'
import { Button } from '../parts/control/button.tsx'
import { Chips } from '../parts/form/chips.tsx'
import type { FormError } from '../parts/form/error-summary.tsx'
import { Form } from '../parts/form/form.tsx'
import { TextArea } from '../parts/form/text-area.tsx'
import { priorityLabel } from './incident-words.ts'
import { PriorityChoice } from './priority-choice.tsx'
import { createWork } from './work.ts'

interface PriorityFormProps {
  readonly incident: Recorded<'incident'>
  readonly onDone: () => void
}

const reasonId = 'priority-reason'
type ByHand = 'table' | `${Priority}`

/** Impact and urgency as the table of today reads them, or another priority with a reason: both values are kept. */
export function PriorityForm(props: PriorityFormProps): JSX.Element {
  const { store } = useApp()
  const { work, problem, isBusy } = createWork(() => props.incident)
  const { id, impact: impactBefore, urgency: urgencyBefore, priority, matrixPriority } = props.incident
  const matrices = createLive(() => (reads) => reads.all('priority_matrix'))
  const [impact, setImpact] = createSignal<ImpactSize>(impactBefore)
  const [urgency, setUrgency] = createSignal<Urgency>(urgencyBefore)
  const [byHand, setByHand] = createSignal<ByHand>(priority === matrixPriority ? 'table' : `${priority}`)
  const reason = createDraft(`${id}:priority`, () => props.incident.overrideReason)
  const [errors, setErrors] = createSignal<readonly FormError[]>([])
  // What was given on its day stands while neither is changed, whatever the table says by now.
  const isSame = () => impact() === impactBefore && urgency() === urgencyBefore
  const gives = () => (isSame() ? matrixPriority : cellsOn(matrices() ?? [], dateOf(store.now()))[impact()][urgency()])
  const counts = (): Priority => priorities.find((each) => `${each}` === byHand()) ?? gives()
  const isOverride = () => counts() !== gives()
  const options = () => [
    { value: 'table' as const, label: `As the table gives: ${gives()}` },
    ...priorities
      .filter((each) => each !== gives())
      .map((each) => ({ value: `${each}` as const, label: priorityLabel(each) })),
  ]

  const save = async () => {
    const isMissing = isOverride() && reason.text().trim() === ''
    setErrors(
      isMissing ? [{ fieldId: reasonId, message: 'Say why the priority is another than impact and urgency give' }] : [],
    )
    if (isMissing) return
    const overrideReason = isOverride() ? reason.text().trim() : ''
    const prioritise = {
      ...{ impact: impact(), urgency: urgency() },
      ...{ matrixPriority: gives(), priority: counts(), overrideReason },
    }
    if (!(await work({ prioritise }, `Priority ${priorityLabel(counts())}.`))) return
    reason.clear()
    props.onDone()
  }
  return (
    <div data-has-draft>
      <Form
        label="Priority"
        onSubmit={() => void save()}
        errors={errors()}
        acts={
          <Button type="submit" kind="primary" busy={isBusy() || matrices() === undefined}>
            Save
          </Button>
        }
      >
        <ProblemNote problem={problem()} />
        <PriorityChoice
          impact={impact()}
          urgency={urgency()}
          gives={gives()}
          onChange={(changes) => {
            if (changes.impact) setImpact(changes.impact)
            if (changes.urgency) setUrgency(changes.urgency)
          }}
        />
        <Chips
          label="Which counts?"
          single
          options={options()}
          values={[isOverride() ? byHand() : 'table']}
          onChange={([chosen]) => chosen && setByHand(chosen)}
        />
        <Show when={isOverride()}>
          <TextArea
            id={reasonId}
            label="Why another priority?"
            hint={`The table gives ${priorityLabel(gives())}; both are kept.`}
            rows={2}
            maxLength={500}
            value={reason.text()}
            onInput={reason.setText}
            error={errors()[0]?.message}
          />
        </Show>
      </Form>
    </div>
  )
}
