import type { JSX } from 'solid-js'
import { createSignal, Show } from 'solid-js'
import type { Level } from '../../domain/level.ts'
import { defaultLoss } from '../../domain/level.ts'
import { correctOutage } from '../../domain/mutations/correct-outage.ts'
import type { OutageStory } from '../../store/outage-story.ts'
import { useApp } from '../app/app-context.ts'
import { Button } from '../parts/control/button.tsx'
import { Checkbox } from '../parts/form/checkbox.tsx'
import { ChoiceGroup } from '../parts/form/choice-group.tsx'
import { DateTimeField } from '../parts/form/date-time-field.tsx'
import type { FormError } from '../parts/form/error-summary.tsx'
import { Field } from '../parts/form/field.tsx'
import { Form } from '../parts/form/form.tsx'
import { TextArea } from '../parts/form/text-area.tsx'
import { createAct } from './act.ts'
import { createDraft } from './draft.ts'
import { elapsedWords } from './elapsed-words.ts'
import { levelOptions } from './outage-words.ts'
import { ProblemNote } from './problem-note.tsx'
import { savedHere } from './saved-here.ts'
import { createTimesForm } from './times-form.ts'
import { TimesWarnings } from './times-warnings.tsx'

const lossId = 'correction-loss'
const reasonId = 'correction-reason'

/** Start, end, level and share lost as they were after all, with the reason, and what it does to the minutes. */
export function CorrectionForm(props: { readonly story: OutageStory; readonly onSaved: () => void }): JSX.Element {
  const { store, now, tell } = useApp()
  const { act, problem, isBusy } = createAct()
  const { id: outageId, ...recorded } = props.story.outage
  const [hasEnd, setHasEnd] = createSignal(recorded.endAt !== null)
  const times = createTimesForm({ startAt: recorded.startAt, endAt: recorded.endAt ?? store.now() }, hasEnd)
  const [level, setLevel] = createSignal<Level>(recorded.level)
  const [lossText, setLossText] = createSignal(percentText(recorded.loss))
  const [isOneLevel, setOneLevel] = createSignal(false)
  const reason = createDraft(`${outageId}:correction`)
  const [mistakes, setMistakes] = createSignal<readonly FormError[]>([])
  const errorOf = (id: string) => mistakes().find((mistake) => mistake.fieldId === id)?.message
  const chooseLevel = (next: Level) => {
    setLevel(next)
    setLossText(percentText(defaultLoss[next]))
  }
  const save = async () => {
    const read = times.read()
    const loss = readPercent(lossText())
    const wrong = [
      ...times.errors(),
      ...(loss === undefined ? [{ fieldId: lossId, message: 'The share lost must be a number from 0 to 100.' }] : []),
      ...(reason.text().trim() === '' ? [{ fieldId: reasonId, message: 'Say why the record changes.' }] : []),
    ]
    setMistakes(wrong)
    if (wrong.length > 0 || !read || loss === undefined) return
    const args = { outageId, ...read, level: level(), loss, isOneLevel: isOneLevel(), reason: reason.text() }
    if (!(await act(correctOutage, args))) return
    reason.clear()
    tell(`Corrected. Every figure follows. ${savedHere()}`)
    props.onSaved()
  }

  return (
    <Form
      label="Correct this record"
      onSubmit={save}
      errors={mistakes()}
      acts={
        <Button type="submit" kind="primary" busy={isBusy()}>
          Save correction
        </Button>
      }
    >
      <ProblemNote problem={problem()} />
      <DateTimeField
        label="Start"
        hasTime
        value={times.typed().start}
        onInput={times.setStart}
        {...times.field('start')}
      />
      <Checkbox label="It has ended" checked={hasEnd()} onChange={setHasEnd} />
      <Show when={hasEnd()}>
        <DateTimeField label="End" hasTime value={times.typed().end} onInput={times.setEnd} {...times.field('end')} />
      </Show>
      <TimesWarnings form={times} />
      <ChoiceGroup label="Level" value={level()} options={levelOptions} onChange={chooseLevel} />
      <Field
        id={lossId}
        label="Share of the service lost"
        type="number"
        suffix="%"
        width="short"
        value={lossText()}
        onInput={setLossText}
        error={errorOf(lossId)}
      />
      <Show when={props.story.segments.length > 0}>
        <Checkbox
          label="One level throughout"
          hint="The changes on the way are taken out: this level held from start to end."
          checked={isOneLevel()}
          onChange={setOneLevel}
        />
      </Show>
      <TextArea
        id={reasonId}
        label="Why does the record change?"
        rows={2}
        maxLength={8000}
        value={reason.text()}
        onInput={reason.setText}
        error={errorOf(reasonId)}
      />
      <Show when={times.current()}>
        {(next) => (
          <p role="status">
            Elapsed time as recorded: {elapsedWords(recorded.startAt, recorded.endAt, now())}. As corrected:{' '}
            <strong>{elapsedWords(next().startAt, next().endAt, now())}</strong>.
          </p>
        )}
      </Show>
    </Form>
  )
}

const percentText = (share: number) => String(Math.round(share * 10_000) / 100)

/** "40", "40 %" and "12,5" as a share of 1; undefined when it is no percentage. */
function readPercent(text: string): number | undefined {
  const number = Number(text.replace('%', '').replace(',', '.').trim() || Number.NaN)
  return number >= 0 && number <= 100 ? number / 100 : undefined
}
