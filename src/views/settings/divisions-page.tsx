import { createSignal, type JSX, Show } from 'solid-js'
import { formatCount } from '../../domain/format.ts'
import { headCountOn } from '../../domain/head-count.ts'
import type { Recorded } from '../../domain/kinds.ts'
import type { Division } from '../../domain/partnership.ts'
import { DEFAULT_ZONE, localDateAt, zoneOf } from '../../domain/zone.ts'
import { catalogue } from '../../store/catalogue.ts'
import { useApp } from '../app/app-context.ts'
import { createLive } from '../app/live.ts'
import { Button } from '../parts/control/button.tsx'
import { IconButton } from '../parts/control/icon-button.tsx'
import { Page } from '../parts/frame/page.tsx'
import { EmptyState } from '../parts/notice/empty-state.tsx'
import { Sheet } from '../parts/notice/sheet.tsx'
import { Skeleton } from '../parts/notice/skeleton.tsx'
import type { Column } from '../parts/show/table.tsx'
import { Table } from '../parts/show/table.tsx'
import { RecordConflicts } from '../sync/record-conflicts.tsx'
import { AllowedOnly } from './allowed-only.tsx'
import { DivisionForm } from './division-form.tsx'
import { RemoveDivision } from './remove-division.tsx'

export function DivisionsPage(): JSX.Element {
  return (
    <AllowedOnly roles={['manager', 'admin']} title="Divisions" deed="change divisions and head counts">
      <Divisions />
    </AllowedOnly>
  )
}

interface Edited {
  readonly id: string
  readonly before: Division
}

function Divisions(): JSX.Element {
  const { newId, now } = useApp()
  const [edited, setEdited] = createSignal<Edited>()
  const known = createLive(() => async (reads) => {
    const { divisions, councils } = await catalogue(reads)
    const calendars = await reads.all('calendar')
    return { divisions: [...divisions.values()], councils: [...councils.values()], calendars }
  })
  const today = () => localDateAt(zoneOf(DEFAULT_ZONE), now())
  const add = () => {
    const calendarId = known()?.calendars[0]?.id ?? ''
    setEdited({ id: newId(), before: { name: '', calendarId, headCounts: [] } })
  }
  const columns = (councils: readonly Recorded<'council'>[]): Column<Recorded<'division'>>[] => [
    { key: 'name', label: 'Division', cell: ({ name }) => name, isRowHeader: true, sortBy: ({ name }) => name },
    ...councils.map((council) => ({
      key: council.id,
      label: council.shortName,
      isNumber: true,
      cell: (division: Recorded<'division'>) => formatCount(headCountOn(division, council.id, today())),
    })),
    {
      key: 'acts',
      label: 'Change',
      cell: (division) => (
        <IconButton
          icon="edit"
          label={`Change ${division.name}`}
          onClick={() => setEdited({ id: division.id, before: docOf(division) })}
        />
      ),
    },
  ]
  return (
    <Page
      title="Divisions"
      lead="Who works where. Head counts say how many people an outage touches, and what it cost in working time."
      back={{ href: '/settings', label: 'Settings' }}
      actions={
        <Button icon="plus" onClick={add}>
          Add a division
        </Button>
      }
    >
      <RecordConflicts kinds={['division']} />
      <Show when={known()} fallback={<Skeleton shape="rows" />}>
        {(all) => (
          <>
            <Show
              when={all().divisions.length > 0}
              fallback={<EmptyState title="Divisions and their head counts would be listed here" icon="people" />}
            >
              <Table
                caption="People by division and council, today"
                columns={columns(all().councils)}
                rows={all().divisions}
              />
            </Show>
            <Sheet
              open={edited() !== undefined}
              title={edited()?.before.name || 'Add a division'}
              onClose={() => setEdited()}
            >
              <Show when={edited()} keyed>
                {({ id, before }) => (
                  <div class="stack">
                    <DivisionForm
                      id={id}
                      before={before}
                      councils={all().councils}
                      calendars={all().calendars}
                      today={today()}
                      onDone={() => setEdited()}
                    />
                    <Show when={before.name !== ''}>
                      <RemoveDivision id={id} name={before.name} onDone={() => setEdited()} />
                    </Show>
                  </div>
                )}
              </Show>
            </Sheet>
          </>
        )}
      </Show>
    </Page>
  )
}

const docOf = ({ name, calendarId, headCounts }: Division): Division => ({ name, calendarId, headCounts })
