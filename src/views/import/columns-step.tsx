import { createMemo, For, type JSX, Show } from 'solid-js'
import type { LogField } from '../../intake/incident-log.ts'
import { ErrorSummary, type FormError } from '../parts/form/error-summary.tsx'
import { Field } from '../parts/form/field.tsx'
import { Select } from '../parts/form/select.tsx'
import { Card } from '../parts/show/card.tsx'
import { Disclosure } from '../parts/show/disclosure.tsx'
import { columnFieldId, unusedColumns } from './log-choices.ts'
import type { StepOf } from './log-steps.ts'
import { chiefFields, fieldWords, logFields } from './log-words.ts'
import { StepHead } from './step-head.tsx'

interface ColumnsStepProps {
  readonly step: StepOf<'columns'>
  readonly onColumn: (field: LogField, index: number | undefined) => void
  readonly onSource: (source: string) => void
}

const none: readonly FormError[] = []
const notThere = ''

/** Which column is what. */
export function ColumnsStep(props: ColumnsStepProps): JSX.Element {
  const at = () => props.step.at
  const others = logFields.filter((field) => !chiefFields.includes(field))
  const taken = () => others.filter((field) => at().mapping[field] !== undefined).length
  const unused = createMemo(() => unusedColumns(at().look, at().mapping))
  return (
    <div class="stack">
      <StepHead title="What its columns are" place={3}>
        <p>What was found by the columns’ names is chosen already. A column left out is not read.</p>
      </StepHead>
      <ErrorSummary errors={props.step.errors ?? none} />
      <Card>
        <div class="stack">
          <div class="grid">
            <For each={chiefFields}>{(field) => <Column {...props} field={field} />}</For>
          </div>
          <Disclosure summary={`More columns (${taken()} of ${others.length} chosen)`}>
            <div class="grid">
              <For each={others}>{(field) => <Column {...props} field={field} />}</For>
            </div>
          </Disclosure>
        </div>
      </Card>
      <Show when={unused().length > 0}>
        <p class="muted">Not read: {unused().join(', ')}.</p>
      </Show>
      <Field
        label="Name of the desk it comes from (optional)"
        value={at().source === at().look.source ? '' : at().source}
        onInput={props.onSource}
        hint="Only where two desks write the same columns and use the same numbers. A later file must have the same name here."
        maxLength={200}
      />
    </div>
  )
}

function Column(props: ColumnsStepProps & { readonly field: LogField }): JSX.Element {
  const columns = () => props.step.at.look.columns
  const index = () => props.step.at.mapping[props.field]
  const samples = () => columns().find((column) => column.index === index())?.samples ?? []
  const options = createMemo(() => [
    { value: notThere, label: 'Not in this file' },
    ...columns().map((column) => ({ value: String(column.index), label: column.name })),
  ])
  return (
    <Select
      id={columnFieldId(props.field)}
      label={fieldWords[props.field]}
      error={props.step.errors?.find(({ fieldId }) => fieldId === columnFieldId(props.field))?.message}
      value={index() === undefined ? notThere : String(index())}
      options={options()}
      hint={samples().length > 0 ? samples().join(' · ') : undefined}
      onChange={(chosen) => props.onColumn(props.field, chosen === notThere ? undefined : Number(chosen))}
    />
  )
}
