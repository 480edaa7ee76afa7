import type { JSX } from 'solid-js'
import { createSignal } from 'solid-js'
import { HOUR_MS } from '../../domain/duration.ts'
import type { Level } from '../../domain/level.ts'
import { levels } from '../../domain/level.ts'
import type { SystemChoice } from '../../store/outages.ts'
import { useApp } from '../app/app-context.ts'
import { Button } from '../parts/control/button.tsx'
import { ChoiceGroup } from '../parts/form/choice-group.tsx'
import { DateTimeField } from '../parts/form/date-time-field.tsx'
import { Form } from '../parts/form/form.tsx'
import { levelOptions } from './outage-words.ts'
import { ProblemNote } from './problem-note.tsx'
import { createReporting } from './reporting.ts'
import { createTimesForm } from './times-form.ts'
import { TimesWarnings } from './times-warnings.tsx'

/** An outage that is over: level, start and end in one step. */
export function PastReport(props: { readonly choice: SystemChoice }): JSX.Element {
  const { store, now } = useApp()
  const { report, problem } = createReporting()
  const [level, setLevel] = createSignal<Level>(levels[0])
  const openedAt = store.now()
  const times = createTimesForm({ startAt: openedAt - HOUR_MS, endAt: openedAt })
  const save = () => {
    const read = times.read()
    if (read) void report(props.choice, { level: level(), startAt: read.startAt, endAt: read.endAt ?? now() })
  }
  return (
    <Form
      label={`A past outage of ${props.choice.system.name}`}
      onSubmit={save}
      errors={times.errors()}
      acts={
        <Button type="submit" kind="primary">
          Save
        </Button>
      }
    >
      <ProblemNote problem={problem()} />
      <ChoiceGroup
        label={`How was ${props.choice.system.name}?`}
        value={level()}
        options={levelOptions}
        onChange={setLevel}
      />
      <DateTimeField
        label="Start"
        hasTime
        value={times.typed().start}
        onInput={times.setStart}
        {...times.field('start')}
      />
      <DateTimeField label="End" hasTime value={times.typed().end} onInput={times.setEnd} {...times.field('end')} />
      <TimesWarnings form={times} />
    </Form>
  )
}
