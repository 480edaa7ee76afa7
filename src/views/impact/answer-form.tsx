import { createSignal, type JSX, Show } from 'solid-js'
import type { AssumptionTopic } from '../../domain/assumption.ts'
import type { Recorded } from '../../domain/kinds.ts'
import { setAssumption } from '../../domain/mutations/keep-facts.ts'
import { useApp } from '../app/app-context.ts'
import { ChoiceGroup } from '../parts/form/choice-group.tsx'
import { Field } from '../parts/form/field.tsx'
import { SaveForm } from '../settings/save-form.tsx'
import { createSaving } from '../settings/saving.ts'
import { draftOfAnswer, exactly, readAnswer } from './answer-draft.ts'
import { useFactActs } from './fact-acts.ts'
import { shareSteps, topicWords } from './fact-words.ts'
import { readBoth, readSaid, type SaidDraft } from './said-draft.ts'
import { SaidFields } from './said-fields.tsx'

interface AnswerFormProps {
  readonly divisionId: string
  readonly topic: AssumptionTopic
  readonly systemId: string | null
  /** "E-mail"; empty where the topic is about no system. */
  readonly systemName: string
  readonly councils: readonly Recorded<'council'>[]
  /** All that is known of the subject. */
  readonly known: readonly Recorded<'assumption'>[]
  /** What holds today. */
  readonly current: Recorded<'assumption'> | undefined
  readonly said: SaidDraft
  readonly onDone: () => void
}

const stepOptions = [
  ...shareSteps.map(({ share, words }) => ({ value: String(share), label: words })),
  { value: exactly, label: 'Another share' },
]

/** One question, asked in words, for one council or several at once. */
export function AnswerForm(props: AnswerFormProps): JSX.Element {
  const { store } = useApp()
  const { undo } = useFactActs()
  // The form starts from what is recorded now and is not rewritten under the person's hands.
  const [answer, setAnswer] = createSignal(draftOfAnswer(props.current))
  const [said, setSaid] = createSignal(props.said)
  const saving = createSaving(() => 'answer-share')
  const words = () => topicWords[props.topic]
  const save = async () => {
    const read = readBoth(readAnswer(answer(), props.topic), readSaid(said()))
    if (!read.ok) return saving.fail(read.errors)
    const { divisionId, topic, systemId } = props
    const isOfThese = (fact: Recorded<'assumption'>) =>
      fact.topic === topic &&
      fact.systemId === systemId &&
      fact.from === read.value.from &&
      read.value.councilIds.includes(fact.councilId)
    const written = async () => (await store.reads.where('assumption', 'divisionId', divisionId)).filter(isOfThese)
    const takeBack = undo(props.known.filter(isOfThese), written)
    const args = { ...read.value, divisionId, topic, systemId }
    if (await saving.save(setAssumption, args, 'Saved on this device.', takeBack)) props.onDone()
  }
  return (
    <SaveForm label={words().title} saving={saving} onSave={save}>
      <ChoiceGroup
        id="answer-share"
        label={words().question(props.systemName)}
        hint={words().hint}
        value={answer().step}
        options={stepOptions}
        error={saving.errorOf('answer-share')}
        onChange={(step) => setAnswer({ ...answer(), step })}
      />
      <Show when={answer().step === exactly}>
        <Field
          id="answer-percent"
          label="Share, exactly"
          type="number"
          suffix="%"
          width="short"
          value={answer().percent}
          error={saving.errorOf('answer-percent')}
          onInput={(percent) => setAnswer({ ...answer(), percent })}
        />
      </Show>
      <Show when={props.topic === 'workaround'}>
        <Field
          id="answer-after"
          label="After how many minutes does it help?"
          type="number"
          suffix="minutes"
          width="short"
          value={answer().after}
          error={saving.errorOf('answer-after')}
          onInput={(after) => setAnswer({ ...answer(), after })}
        />
      </Show>
      <SaidFields draft={said()} onChange={setSaid} councils={props.councils} errorOf={saving.errorOf} />
    </SaveForm>
  )
}
