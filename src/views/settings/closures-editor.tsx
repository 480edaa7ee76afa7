import { createSignal, For, type JSX } from 'solid-js'
import type { CalendarRecord } from '../../domain/calendar-record.ts'
import { formatDate } from '../../domain/format.ts'
import { Button } from '../parts/control/button.tsx'
import { IconButton } from '../parts/control/icon-button.tsx'
import { DateTimeField } from '../parts/form/date-time-field.tsx'
import { readTypedMoment } from '../parts/form/typed-date.ts'
import { Disclosure } from '../parts/show/disclosure.tsx'
import { Row } from '../parts/show/row.tsx'
import { RowList } from '../parts/show/row-list.tsx'

type Closures = CalendarRecord['closures']

interface ClosuresEditorProps {
  readonly closures: Closures
  readonly onInput: (closures: Closures) => void
}

const blank = { day: '', month: '', year: '', time: '' }

/** "24 December 2026 to 1 January 2027"; one day is told once. */
const closureWords = ({ from, through }: Closures[number]) =>
  from === through ? formatDate(from) : `${formatDate(from)} to ${formatDate(through)}`

/** Days on which this calendar is closed besides the holidays. */
export function ClosuresEditor(props: ClosuresEditorProps): JSX.Element {
  const [from, setFrom] = createSignal(blank)
  const [through, setThrough] = createSignal(blank)
  const [error, setError] = createSignal<string>()
  const add = () => {
    const first = readTypedMoment(from(), false)
    const isOneDay = Object.values(through()).every((part) => part.trim() === '')
    const last = isOneDay ? first : readTypedMoment(through(), false)
    if ('problem' in first || 'problem' in last) return setError('A closure needs real dates')
    if (last.date < first.date) return setError('The last day must be the first day or a later one')
    setError(undefined)
    props.onInput([...props.closures, { from: first.date, through: last.date }])
    setFrom(blank)
    setThrough(blank)
  }
  return (
    <div class="stack" id="closures">
      <RowList label="Closures">
        <For each={props.closures} fallback={<Row title={<span class="muted">No closures</span>} />}>
          {(closure, index) => (
            <Row
              title={closureWords(closure)}
              aside={
                <IconButton
                  icon="bin"
                  label={`Remove ${closureWords(closure)}`}
                  onClick={() => props.onInput(props.closures.toSpliced(index(), 1))}
                />
              }
            />
          )}
        </For>
      </RowList>
      <Disclosure summary="Add a closure">
        <div class="stack">
          <DateTimeField id="closure-from" label="First day" value={from()} onInput={setFrom} error={error()} />
          <DateTimeField
            id="closure-through"
            label="Last day"
            hint="Empty for one day only"
            value={through()}
            onInput={setThrough}
          />
          <div>
            <Button icon="plus" onClick={add}>
              Add closure
            </Button>
          </div>
        </div>
      </Disclosure>
    </div>
  )
}
