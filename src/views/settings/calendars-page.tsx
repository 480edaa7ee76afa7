import { useNavigate, useSearchParams } from '@solidjs/router'
import { createMemo, For, type JSX, Show } from 'solid-js'
import { counted } from '../../domain/format.ts'
import type { Recorded } from '../../domain/kinds.ts'
import { removals } from '../../domain/mutations/keep-catalogue.ts'
import { useApp } from '../app/app-context.ts'
import { createLive } from '../app/live.ts'
import { IconButton } from '../parts/control/icon-button.tsx'
import { LinkButton } from '../parts/control/link-button.tsx'
import { Page } from '../parts/frame/page.tsx'
import { Banner } from '../parts/notice/banner.tsx'
import { EmptyState } from '../parts/notice/empty-state.tsx'
import { Skeleton } from '../parts/notice/skeleton.tsx'
import { Card } from '../parts/show/card.tsx'
import { Row } from '../parts/show/row.tsx'
import { RowList } from '../parts/show/row-list.tsx'
import { RecordConflicts } from '../sync/record-conflicts.tsx'
import { AllowedOnly } from './allowed-only.tsx'
import { newCalendar, weekWords } from './calendar-draft.ts'
import { CalendarEditor } from './calendar-editor.tsx'
import { createSaving } from './saving.ts'

export function CalendarsPage(): JSX.Element {
  return (
    <AllowedOnly roles={['admin']} title="Calendars" deed="change the calendars">
      <Calendars />
    </AllowedOnly>
  )
}

/** The list; with `?edit=` the editor of one, or of a new one. */
function Calendars(): JSX.Element {
  const { newId } = useApp()
  const navigate = useNavigate()
  const [search] = useSearchParams<{ edit?: string }>()
  const calendars = createLive(() => (reads) => reads.all('calendar'))
  const done = () => navigate('/settings/calendars')
  // Keyed by id alone, so that a row arriving by sync does not empty the form.
  const editedId = createMemo(() => (calendars() === undefined ? undefined : search.edit))
  return (
    <Show when={editedId()} keyed fallback={<CalendarList calendars={calendars()} />}>
      {(id) => {
        const known = calendars()?.find((calendar) => calendar.id === id)
        return (
          <CalendarEditor
            id={known?.id ?? newId()}
            before={known ?? newCalendar}
            isNew={known === undefined}
            onDone={done}
          />
        )
      }}
    </Show>
  )
}

function CalendarList(props: { readonly calendars: readonly Recorded<'calendar'>[] | undefined }): JSX.Element {
  const saving = createSaving(() => 'calendars')
  const uses = createLive(() => async (reads) => {
    const [divisions, systems] = await Promise.all([reads.all('division'), reads.all('system')])
    return [
      ...divisions.map(({ calendarId }) => [calendarId]),
      ...systems.map(({ agreements }) => agreements.map(({ calendarId }) => calendarId)),
    ]
  })
  const useCount = (id: string) => (uses() ?? []).filter((calendarIds) => calendarIds.includes(id)).length
  const remove = ({ id, name }: Recorded<'calendar'>) =>
    saving.save(removals.calendar, { id }, `Calendar "${name}" removed.`)
  const detail = (calendar: Recorded<'calendar'>) => {
    const closed = calendar.observesHolidays && !calendar.isAlwaysOpen ? ', closed on holidays' : ''
    return `${weekWords(calendar)}${closed}. Used by ${counted(useCount(calendar.id), 'system or division', 'systems and divisions')}.`
  }
  return (
    <Page
      title="Calendars"
      lead="The hours a service is agreed for. Availability and lost working time are counted in them."
      back={{ href: '/settings', label: 'Settings' }}
      actions={
        <LinkButton href="/settings/calendars?edit=new" icon="plus">
          Add a calendar
        </LinkButton>
      }
    >
      <RecordConflicts kinds={['calendar']} />
      <For each={saving.errors()}>
        {({ message }) => (
          <Banner tone="error" isResult>
            {message}
          </Banner>
        )}
      </For>
      <Show when={props.calendars} fallback={<Skeleton shape="rows" />}>
        {(calendars) => (
          <Show
            when={calendars().length > 0}
            fallback={<EmptyState title="Calendars would be listed here" icon="calendar" />}
          >
            <Card flush>
              <RowList label="Calendars">
                <For each={calendars()}>
                  {(calendar) => (
                    <Row
                      title={calendar.name}
                      detail={detail(calendar)}
                      href={`/settings/calendars?edit=${calendar.id}`}
                      aside={
                        <Show when={uses() && useCount(calendar.id) === 0}>
                          <IconButton icon="bin" label={`Remove ${calendar.name}`} onClick={() => remove(calendar)} />
                        </Show>
                      }
                    />
                  )}
                </For>
              </RowList>
            </Card>
          </Show>
        )}
      </Show>
    </Page>
  )
}
