import { createSignal, For, type JSX, Show } from 'solid-js'
import { formatDate } from '../../domain/format.ts'
import type { Recorded } from '../../domain/kinds.ts'
import { saves } from '../../domain/mutations/keep-catalogue.ts'
import type { Division } from '../../domain/partnership.ts'
import { Button } from '../parts/control/button.tsx'
import { IconButton } from '../parts/control/icon-button.tsx'
import { DateTimeField } from '../parts/form/date-time-field.tsx'
import { Field } from '../parts/form/field.tsx'
import { Form } from '../parts/form/form.tsx'
import { Select } from '../parts/form/select.tsx'
import { typedMoment } from '../parts/form/typed-date.ts'
import { Disclosure } from '../parts/show/disclosure.tsx'
import { Row } from '../parts/show/row.tsx'
import { RowList } from '../parts/show/row-list.tsx'
import { countFieldId, countsFromId, countsOn, readCounts, totalPeople } from './head-counts.ts'
import { createSaving } from './saving.ts'

interface DivisionFormProps {
  readonly id: string
  readonly before: Division
  readonly councils: readonly Recorded<'council'>[]
  readonly calendars: readonly Recorded<'calendar'>[]
  /** Today's local date, YYYY-MM-DD. */
  readonly today: string
  readonly onDone: () => void
}

export function DivisionForm(props: DivisionFormProps): JSX.Element {
  // The form starts from what is recorded now and is not rewritten under the person's hands.
  const { before, today } = props
  const now = countsOn(before.headCounts, today)
  const [name, setName] = createSignal(before.name)
  const [calendarId, setCalendarId] = createSignal(before.calendarId)
  const [kept, setKept] = createSignal(before.headCounts)
  const [from, setFrom] = createSignal(typedMoment(today))
  const shown = props.councils.map(({ id }) => [id, String(now?.people[id] ?? 0)] as const)
  const [people, setPeople] = createSignal<Readonly<Record<string, string>>>(Object.fromEntries(shown))
  // Without a change to a number there is nothing to record from a date on.
  const hasNewCounts = () => now === undefined || shown.some(([id, count]) => people()[id] !== count)
  const saving = createSaving(() => 'division-name')
  const councilName = (id: string) => props.councils.find((council) => council.id === id)?.name ?? 'a council'
  const dateError = () =>
    ['day', 'month', 'year'].map((part) => saving.errorOf(`${countsFromId}-${part}`)).find(Boolean)

  const save = async () => {
    const read = hasNewCounts()
      ? readCounts({ from: from(), people: people() }, kept(), councilName)
      : { ok: true as const, headCounts: kept() }
    const missing = name().trim() ? [] : [{ fieldId: 'division-name', message: 'Give the division a name' }]
    if (!read.ok || missing.length > 0) return saving.fail([...missing, ...(read.ok ? [] : read.errors)])
    const doc = { name: name().trim(), calendarId: calendarId(), headCounts: read.headCounts }
    if (await saving.save(saves.division, { id: props.id, doc }, `${doc.name} saved on this device.`)) props.onDone()
  }
  return (
    <Form
      onSubmit={save}
      errors={saving.errors()}
      acts={
        <Button type="submit" kind="primary" busy={saving.isBusy()}>
          Save
        </Button>
      }
    >
      <Field
        id="division-name"
        label="Name"
        value={name()}
        onInput={setName}
        maxLength={120}
        error={saving.errorOf('division-name')}
      />
      <Select
        label="Working hours"
        value={calendarId()}
        options={props.calendars.map((calendar) => ({ value: calendar.id, label: calendar.name }))}
        onChange={setCalendarId}
      />
      <DateTimeField
        id={countsFromId}
        label="Head counts from"
        hint="Days before it keep the counts they had"
        value={from()}
        onInput={setFrom}
        error={dateError()}
      />
      <For each={props.councils}>
        {(council) => (
          <Field
            id={countFieldId(council.id)}
            label={council.name}
            type="number"
            width="short"
            suffix="people"
            value={people()[council.id] ?? ''}
            onInput={(typed) => setPeople({ ...people(), [council.id]: typed })}
            error={saving.errorOf(countFieldId(council.id))}
          />
        )}
      </For>
      <Show when={kept().length > 0}>
        <Disclosure summary="Recorded head counts">
          <RowList label="Recorded head counts">
            <For each={kept()}>
              {(entry) => (
                <Row
                  title={`From ${formatDate(entry.from)}`}
                  detail={`${totalPeople(entry)} people`}
                  aside={
                    <IconButton
                      icon="bin"
                      label={`Remove the counts from ${formatDate(entry.from)}`}
                      onClick={() => setKept(kept().filter((each) => each !== entry))}
                    />
                  }
                />
              )}
            </For>
          </RowList>
        </Disclosure>
      </Show>
    </Form>
  )
}
