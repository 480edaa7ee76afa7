import { createMemo, createSignal, For, type JSX, Show } from 'solid-js'
import { counted, formatDay } from '../../domain/format.ts'
import type { Recorded } from '../../domain/kinds.ts'
import { removals, saves } from '../../domain/mutations/keep-catalogue.ts'
import { mutate } from '../../store/mutate.ts'
import { useApp } from '../app/app-context.ts'
import { createLive } from '../app/live.ts'
import { Button } from '../parts/control/button.tsx'
import { IconButton } from '../parts/control/icon-button.tsx'
import { Page } from '../parts/frame/page.tsx'
import { Banner } from '../parts/notice/banner.tsx'
import { EmptyState } from '../parts/notice/empty-state.tsx'
import { Skeleton } from '../parts/notice/skeleton.tsx'
import { Card } from '../parts/show/card.tsx'
import { Disclosure } from '../parts/show/disclosure.tsx'
import { Row } from '../parts/show/row.tsx'
import { RowList } from '../parts/show/row-list.tsx'
import { RecordConflicts } from '../sync/record-conflicts.tsx'
import { AllowedOnly } from './allowed-only.tsx'
import { HolidayForm } from './holiday-form.tsx'
import { createSaving } from './saving.ts'

type HolidayRow = Recorded<'holiday'>

export function HolidaysPage(): JSX.Element {
  return (
    <AllowedOnly roles={['admin']} title="Holidays" deed="change the holidays">
      <Holidays />
    </AllowedOnly>
  )
}

function Holidays(): JSX.Element {
  const { now } = useApp()
  const [isAdding, setAdding] = createSignal(false)
  const holidays = createLive(() => async (reads) => {
    const all = await reads.all('holiday')
    return all.sort((a, b) => a.on.localeCompare(b.on))
  })
  const thisYear = createMemo(() => new Date(now()).getFullYear())
  const yearOf = ({ on }: HolidayRow) => Number(on.slice(0, 4))
  // What is to come first, then back through the past.
  const years = createMemo(() => {
    const all = [...new Set((holidays() ?? []).map(yearOf))]
    return [...all.filter((year) => year >= thisYear()), ...all.filter((year) => year < thisYear()).reverse()]
  })
  const daysOf = (year: number) => (holidays() ?? []).filter((holiday) => yearOf(holiday) === year)
  return (
    <Page
      title="Holidays"
      lead="Dated days on which calendars that observe holidays are closed. They are data, so a royal occasion is one more line."
      back={{ href: '/settings', label: 'Settings' }}
      actions={
        <Button icon="plus" onClick={() => setAdding(true)}>
          Add a holiday
        </Button>
      }
    >
      <RecordConflicts kinds={['holiday']} />
      <HolidayForm open={isAdding()} known={holidays() ?? []} onClose={() => setAdding(false)} />
      <Show when={holidays()} fallback={<Skeleton shape="rows" />}>
        <div class="stack stack--tight">
          <For
            each={years()}
            fallback={
              <EmptyState title="Holidays would be listed here" icon="calendar">
                Without them every weekday counts as a working day.
              </EmptyState>
            }
          >
            {(year) => (
              <Disclosure
                summary={`${year}: ${counted(daysOf(year).length, 'day')}`}
                open={year >= thisYear() && year <= thisYear() + 1}
              >
                <HolidayYear year={year} days={daysOf(year)} />
              </Disclosure>
            )}
          </For>
        </div>
      </Show>
    </Page>
  )
}

function HolidayYear(props: { readonly year: number; readonly days: readonly HolidayRow[] }): JSX.Element {
  const { store, now, newId } = useApp()
  const saving = createSaving(() => 'holidays')
  // A removed record keeps its id for its history: putting the day back makes a new one.
  const putBack = ({ on, name, source }: HolidayRow) =>
    void mutate(store, saves.holiday, { id: newId(), doc: { on, name, source } })
  const remove = (holiday: HolidayRow) =>
    saving.save(removals.holiday, { id: holiday.id }, `${holiday.name} removed.`, () => putBack(holiday))
  const day = ({ on }: HolidayRow) => formatDay(Date.parse(`${on}T12:00:00Z`), now())
  return (
    <Card flush>
      <For each={saving.errors()}>
        {({ message }) => (
          <Banner tone="error" isResult>
            {message}
          </Banner>
        )}
      </For>
      <RowList label={`Holidays in ${props.year}`}>
        <For each={props.days}>
          {(holiday) => (
            <Row
              title={`${day(holiday)}: ${holiday.name}`}
              detail={holiday.source ? `Source: ${holiday.source}` : 'No source given'}
              aside={
                <IconButton
                  icon="bin"
                  label={`Remove ${holiday.name}, ${day(holiday)}`}
                  onClick={() => remove(holiday)}
                />
              }
            />
          )}
        </For>
      </RowList>
    </Card>
  )
}
