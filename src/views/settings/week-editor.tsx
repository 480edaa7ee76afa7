import { Index, type JSX, Show } from 'solid-js'
import { Button } from '../parts/control/button.tsx'
import { IconButton } from '../parts/control/icon-button.tsx'
import { Field } from '../parts/form/field.tsx'
import { type CalendarDraft, type SpanDraft, spanFieldId, weekdays } from './calendar-draft.ts'
import './week-editor.css'

interface WeekEditorProps {
  readonly week: CalendarDraft['week']
  readonly onInput: (week: CalendarDraft['week']) => void
  readonly errorOf: (fieldId: string) => string | undefined
}

/** Spans of hours for each day of the week. */
export function WeekEditor(props: WeekEditorProps): JSX.Element {
  const spansOf = (weekday: string) => props.week[weekday] ?? []
  const setDay = (weekday: string, spans: readonly SpanDraft[]) => props.onInput({ ...props.week, [weekday]: spans })
  const copyMonday = () => {
    const copies = ['2', '3', '4', '5'].map((weekday) => [weekday, spansOf('1')] as const)
    props.onInput({ ...props.week, ...Object.fromEntries(copies) })
  }
  return (
    <div class="week-editor">
      {weekdays.map(({ key, name }) => (
        <fieldset class="week-editor__day" id={`hours-${key}`}>
          <legend class="visually-hidden">{name}</legend>
          <span class="week-editor__name" aria-hidden="true">
            {name}
          </span>
          <div class="stack stack--tight">
            <Index each={spansOf(key)} fallback={<span class="muted">Closed</span>}>
              {(span, index) => (
                <SpanFields
                  day={name}
                  id={spanFieldId(key, index)}
                  span={span()}
                  error={props.errorOf(spanFieldId(key, index))}
                  onInput={(next) => setDay(key, spansOf(key).with(index, next))}
                  onRemove={() => setDay(key, spansOf(key).toSpliced(index, 1))}
                />
              )}
            </Index>
            <div class="cluster">
              <Button kind="quiet" icon="plus" onClick={() => setDay(key, [...spansOf(key), { from: '', to: '' }])}>
                Add hours<span class="visually-hidden"> on {name}</span>
              </Button>
              <Show when={key === '1'}>
                <Button kind="quiet" onClick={copyMonday}>
                  Copy to Friday
                </Button>
              </Show>
            </div>
          </div>
        </fieldset>
      ))}
    </div>
  )
}

interface SpanFieldsProps {
  readonly day: string
  readonly id: string
  readonly span: SpanDraft
  readonly error: string | undefined
  readonly onInput: (span: SpanDraft) => void
  readonly onRemove: () => void
}

function SpanFields(props: SpanFieldsProps): JSX.Element {
  return (
    <div>
      <Show when={props.error}>
        <p class="field__error">{props.error}</p>
      </Show>
      <div class="week-editor__span">
        <Field
          id={props.id}
          label={`${props.day} from`}
          hideLabel
          value={props.span.from}
          placeholder="08:30"
          onInput={(from) => props.onInput({ ...props.span, from })}
        />
        <span>to</span>
        <Field
          label={`${props.day} to`}
          hideLabel
          value={props.span.to}
          placeholder="17:00"
          onInput={(to) => props.onInput({ ...props.span, to })}
        />
        <IconButton icon="cross" label={`Remove these hours on ${props.day}`} onClick={() => props.onRemove()} />
      </div>
    </div>
  )
}
