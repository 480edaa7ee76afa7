import { For, type JSX } from 'solid-js'
import { Button } from '../control/button.tsx'
import { IconButton } from '../control/icon-button.tsx'
import { Badge } from '../show/badge.tsx'
import { Card } from '../show/card.tsx'
import { Disclosure } from '../show/disclosure.tsx'
import { Figure } from '../show/figure.tsx'
import { Row } from '../show/row.tsx'
import { RowList } from '../show/row-list.tsx'
import { type Status, statuses } from '../show/status.ts'
import { StatusShape } from '../show/status-shape.tsx'
import { SummaryList } from '../show/summary-list.tsx'
import { type Column, Table } from '../show/table.tsx'
import { Tag } from '../show/tag.tsx'

const words: Record<Status, string> = {
  down: 'Down',
  partial: 'Partly down',
  slow: 'Slow',
  risk: 'At risk',
  ok: 'Working',
  planned: 'Planned',
  unknown: 'Not known',
}

interface Line {
  readonly name: string
  readonly status: Status
  readonly count: number
  readonly hours: number | undefined
}

const lines: readonly Line[] = [
  { name: 'First thing', status: 'down', count: 12, hours: 1204.5 },
  { name: 'Second thing with a long name', status: 'ok', count: 3, hours: 8.25 },
  { name: 'Third thing', status: 'unknown', count: 0, hours: undefined },
]

const columns: readonly Column<Line>[] = [
  { key: 'name', label: 'Name', isRowHeader: true, cell: (line) => line.name, sortBy: (line) => line.name },
  {
    key: 'status',
    label: 'State',
    cell: (line) => (
      <Tag status={line.status} plain>
        {words[line.status]}
      </Tag>
    ),
  },
  { key: 'count', label: 'Count', isNumber: true, cell: (line) => line.count, sortBy: (line) => line.count },
  {
    key: 'hours',
    label: 'Hours',
    isNumber: true,
    cell: (line) => line.hours?.toFixed(2) ?? 'Not known',
    sortBy: (line) => line.hours,
  },
]

export function ShowGallery(): JSX.Element {
  return (
    <>
      <Figures />
      <Card title="Tags">
        <div class="stack">
          <div class="cluster">
            <For each={statuses}>{(status) => <Tag status={status}>{words[status]}</Tag>}</For>
          </div>
          <div class="cluster">
            <For each={statuses}>
              {(status) => (
                <Tag status={status} plain>
                  {words[status]}
                </Tag>
              )}
            </For>
          </div>
          <div class="cluster">
            <Badge>Not yet shared</Badge>
            <Badge tone="accent">3</Badge>
          </div>
        </div>
      </Card>
      <div class="grid">
        <Rows />
        <Card title="Facts" actions={<Button kind="quiet">Change</Button>}>
          <SummaryList
            rows={[
              { key: 'Owner', value: 'Somebody' },
              { key: 'Kept since', value: 'Tue 10 Nov, 10:05', action: <Button kind="quiet">Change</Button> },
              { key: 'A value that wraps', value: 'Text that is long enough to need a second line on a phone.' },
            ]}
          />
          <Disclosure summary="What else is known">
            <p>Nothing more.</p>
          </Disclosure>
        </Card>
      </div>
      <Card title="Table">
        <Table
          caption="Three things and their hours"
          columns={columns}
          rows={lines}
          sortedBy={{ key: 'hours', isDescending: true }}
          totals={{ name: 'All', count: 15, hours: '1,212.75' }}
        />
      </Card>
      <Card title="Table without rows" flush>
        <Table caption="Nothing" hideCaption columns={columns} rows={[]} empty="No things yet." />
      </Card>
      <Card title="Table to compare across" flush>
        <Table caption="Things side by side" hideCaption narrow="scroll" columns={columns} rows={lines} />
      </Card>
    </>
  )
}

function Figures(): JSX.Element {
  return (
    <div class="grid">
      <Card>
        <Figure
          label="Share of time"
          value="99.87"
          unit="%"
          status="ok"
          basis="Of 1,204 agreed hours, 1 April to 30 June"
          details={<p>1,204 hours less 94 minutes.</p>}
        />
      </Card>
      <Card tone="attention">
        <Figure
          label="Lost hours"
          value="1,204.5"
          unit="hours"
          status="down"
          basis="14 records; likely 1,100 to 1,320"
        />
      </Card>
      <Card>
        <Figure label="Cost" value="£38,120" basis="At the rates of April 2026" />
      </Card>
      <Card>
        <Figure label="Time to mend" value={undefined} basis="Nothing has been restored in this time" />
      </Card>
      <Card>
        <Figure label="This week" value="31.4" unit="hours" size="small" basis="Of 37 hours" />
      </Card>
    </div>
  )
}

function Rows(): JSX.Element {
  return (
    <Card
      title="Rows"
      flush
      actions={
        <Button kind="quiet" icon="filter">
          Filter
        </Button>
      }
    >
      <RowList label="Things">
        <Row
          href="/parts/1"
          mark={<StatusShape status="down" size={20} />}
          title="First thing"
          detail="Down for 1 h 12 min, 30 people"
          aside={<Tag status="down">Down</Tag>}
        />
        <Row
          href="/parts/2"
          mark={<StatusShape status="ok" size={20} />}
          title="Second thing with a name that is longer than its row"
          detail="Working"
          aside={<IconButton icon="star" label="Star second thing" pressed />}
        />
        <Row title="Third thing, which is no link" aside="12.4 h" />
      </RowList>
    </Card>
  )
}
