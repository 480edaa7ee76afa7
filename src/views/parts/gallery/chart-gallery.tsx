import { For, type JSX } from 'solid-js'
import { BarStrip } from '../chart/bar-strip.tsx'
import { ChartFigure } from '../chart/chart-figure.tsx'
import { Button } from '../control/button.tsx'
import { Card } from '../show/card.tsx'
import { type Status, statuses } from '../show/status.ts'
import { Table } from '../show/table.tsx'
import './chart-gallery.css'

const dayCount = 90
const statusOn = (day: number): Status =>
  day % 13 === 5 ? (statuses[day % 7] ?? 'ok') : day % 7 > 4 ? 'unknown' : 'ok'
const bars = Array.from({ length: dayCount }, (_, day) => ({
  status: statusOn(day),
  text: `Day ${day + 1}: ${statusOn(day)}`,
}))
const unwell = bars.filter((bar) => bar.status !== 'ok' && bar.status !== 'unknown')
const series = [3, 5, 4, 8, 6, 2].map((count, index) => ({ name: `Series ${index + 1}`, count, token: index + 1 }))

export function ChartGallery(): JSX.Element {
  return (
    <>
      <Card title="Ninety days">
        <BarStrip
          label="Ninety days of the example"
          bars={bars}
          sentence={`${unwell.length} of the last ${dayCount} days were not well.`}
          listItems={unwell.map((bar) => bar.text)}
          startLabel="Day 1"
          endLabel="Day 90"
        />
      </Card>
      <Card>
        <ChartFigure
          title="Series 4 is twice as high as series 3"
          subtitle="Count by series, example numbers"
          chart={<Columns />}
          table={
            <Table
              caption="Count by series"
              columns={[
                { key: 'name', label: 'Series', isRowHeader: true, cell: (row) => row.name },
                { key: 'count', label: 'Count', isNumber: true, cell: (row) => row.count },
              ]}
              rows={series}
            />
          }
          note="Made up for this page."
          actions={
            <Button kind="quiet" icon="export">
              CSV
            </Button>
          }
        />
      </Card>
    </>
  )
}

function Columns(): JSX.Element {
  return (
    <svg width="100%" height="224" aria-hidden="true">
      <For each={series}>
        {(row, index) => (
          <rect
            class={`chart-gallery__bar--${row.token}`}
            x={`${index() * 16.6 + 2}%`}
            width="12%"
            y={`${100 - row.count * 12}%`}
            height={`${row.count * 12}%`}
          />
        )}
      </For>
    </svg>
  )
}
