import { createSignal, type JSX } from 'solid-js'
import { addDays } from '../../domain/local-date.ts'
import type { Period } from '../../domain/period.ts'
import { Button } from '../parts/control/button.tsx'
import { DateTimeField } from '../parts/form/date-time-field.tsx'
import type { FormError } from '../parts/form/error-summary.tsx'
import { Form } from '../parts/form/form.tsx'
import { readTypedMoment, type TypedMoment, type TypedPart, typedMoment } from '../parts/form/typed-date.ts'

interface OtherDatesProps {
  /** What the fields hold at first; its end is not included, the last day typed is. */
  readonly period: Period
  readonly onChoose: (period: Period) => void
}

interface Trouble extends FormError {
  readonly field: 'first' | 'last'
  readonly part: TypedPart
}

export function OtherDates(props: OtherDatesProps): JSX.Element {
  const [first, setFirst] = createSignal(typedMoment(props.period.from))
  const [last, setLast] = createSignal(typedMoment(addDays(props.period.to, -1)))
  const [troubles, setTroubles] = createSignal<readonly Trouble[]>([])
  const troubleOf = (field: Trouble['field']) => troubles().find((trouble) => trouble.field === field)
  const show = () => {
    const [from, through] = [readDay(first(), 'first'), readDay(last(), 'last')]
    const found = [from, through].flatMap((read) => ('trouble' in read ? [read.trouble] : []))
    if ('trouble' in from || 'trouble' in through) return setTroubles(found)
    if (through.date < from.date)
      return setTroubles([troubleAt('last', 'day', 'The last day must not precede the first day')])
    setTroubles([])
    props.onChoose({ from: from.date, to: addDays(through.date, 1) })
  }
  return (
    <Form
      label="Other dates"
      onSubmit={show}
      errors={troubles()}
      acts={<Button type="submit">Show these dates</Button>}
    >
      <div class="period-picker__dates">
        <DateTimeField
          id="period-first"
          label="First day"
          value={first()}
          onInput={setFirst}
          error={troubleOf('first')?.message}
          errorPart={troubleOf('first')?.part}
        />
        <DateTimeField
          id="period-last"
          label="Last day"
          value={last()}
          onInput={setLast}
          error={troubleOf('last')?.message}
          errorPart={troubleOf('last')?.part}
        />
      </div>
    </Form>
  )
}

const troubleAt = (field: Trouble['field'], part: TypedPart, message: string): Trouble => ({
  field,
  part,
  message,
  fieldId: `period-${field}-${part}`,
})

function readDay(typed: TypedMoment, field: Trouble['field']): { date: string } | { trouble: Trouble } {
  const read = readTypedMoment(typed, false)
  if ('date' in read) return { date: read.date }
  const name = field === 'first' ? 'First day' : 'Last day'
  const message = read.problem === 'missing' ? `${name} must have a ${read.part}` : `${name} must be a real date`
  return { trouble: troubleAt(field, read.part, message) }
}
