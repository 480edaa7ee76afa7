import { createMemo, createSignal, For, type JSX, Show } from 'solid-js'
import { counted, formatCount, formatDay } from '../../domain/format.ts'
import type { CountedValue, TableField } from '../../intake/incident-log.ts'
import { useApp } from '../app/app-context.ts'
import { Button } from '../parts/control/button.tsx'
import { ErrorSummary, type FormError } from '../parts/form/error-summary.tsx'
import { Select } from '../parts/form/select.tsx'
import { Banner } from '../parts/notice/banner.tsx'
import { Card } from '../parts/show/card.tsx'
import { Disclosure } from '../parts/show/disclosure.tsx'
import { councilFieldId } from './log-choices.ts'
import type { StepOf } from './log-steps.ts'
import { fixedMeanings, meaningOf, tableFields, tableWords } from './log-words.ts'
import { StepHead } from './step-head.tsx'

export interface Named {
  readonly id: string
  readonly name: string
}

interface ValuesStepProps {
  readonly step: StepOf<'values'>
  readonly councils: readonly Named[]
  readonly systems: readonly Named[]
  readonly onMeaning: (field: TableField, value: string, meaning: string | number | null) => void
  readonly onCouncilForOthers: (councilId: string) => void
}

/** What the file's words mean here. Only the council must be said; the rest is proposed. */
export function ValuesStep(props: ValuesStepProps): JSX.Element {
  const at = () => props.step.at
  const summary = () => at().summary
  const { now } = useApp()
  const day = (instant: number) => formatDay(instant, now())
  return (
    <div class="stack">
      <StepHead title="What its words mean" place={4}>
        <p>
          {counted(summary().incidents, 'incident')} in {counted(summary().rows, 'row')}
          <Show when={summary().raised}>
            {(raised) => `, raised from ${day(raised().first)} to ${day(raised().last)}`}
          </Show>
          {summary().isEventLog ? '. Several rows of one incident become its history.' : '.'}
        </p>
      </StepHead>
      <ErrorSummary errors={props.step.errors ?? none} />
      <Show when={summary().notes.length > 0}>
        <Banner title="Read with a remark">
          <ul>
            <For each={summary().notes}>{(note) => <li>{note}</li>}</For>
          </ul>
        </Banner>
      </Show>
      <Card title="Whose incidents they are">
        <Select
          id={councilFieldId}
          error={props.step.errors?.[0]?.message}
          label={summary().values.council.length > 0 ? 'Where the file names no council of ours' : 'Council'}
          value={at().tables.councilForOthers ?? undefined}
          options={props.councils.map(({ id, name }) => ({ value: id, label: name }))}
          hint="Without a council an incident is refused."
          onChange={props.onCouncilForOthers}
        />
      </Card>
      <For each={tableFields.filter((field) => summary().values[field].length > 0)}>
        {(field) => <Meanings {...props} field={field} />}
      </For>
    </div>
  )
}

const none: readonly FormError[] = []
const shownAtFirst = 30

function Meanings(props: ValuesStepProps & { readonly field: TableField }): JSX.Element {
  const values = () => props.step.at.summary.values[props.field]
  const table = (): Readonly<Record<string, string | number | null>> => props.step.at.tables[props.field]
  const open = () => values().filter(({ value }) => (table()[value] ?? null) === null).length
  const [shown, setShown] = createSignal(shownAtFirst)
  const options = createMemo(() => {
    const named = props.field === 'council' ? props.councils : props.systems
    const meanings = fixedMeanings[props.field] ?? named.map(({ id, name }) => ({ value: id, label: name }))
    return [{ value: '', label: tableWords[props.field].none }, ...meanings]
  })
  /** What needs no answer stays folded: a name of a system, places that are no councils. */
  const isAsked = () => {
    if (props.field === 'system' || values().length > shownAtFirst) return false
    return open() > 0 && (props.field !== 'council' || open() < values().length)
  }
  const summary = () =>
    `${tableWords[props.field].title}: ${counted(values().length, 'value')}${open() > 0 ? `, ${formatCount(open())} without a meaning here` : ''}`
  return (
    <Card>
      <Disclosure summary={summary()} open={isAsked()}>
        <div class="grid">
          <For each={values().slice(0, shown())}>
            {(value) => (
              <Select
                label={labelOf(value)}
                value={String(table()[value.value] ?? '')}
                options={options()}
                onChange={(chosen) => props.onMeaning(props.field, value.value, meaningOf(props.field, chosen))}
              />
            )}
          </For>
        </div>
        <Show when={values().length > shown()}>
          <Button onClick={() => setShown(shown() + 100)}>
            Show more ({formatCount(values().length - shown())} left)
          </Button>
        </Show>
      </Disclosure>
    </Card>
  )
}

const labelOf = ({ value, count }: CountedValue) =>
  `${value} (${count === 0 ? 'only in the past' : counted(count, 'incident')})`
