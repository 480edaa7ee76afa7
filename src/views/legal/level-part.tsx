import { createMemo, For, type JSX, Show } from 'solid-js'
import { counted, formatCount } from '../../domain/format.ts'
import { type Allocation, type Allocations, allocations } from '../../metrics/practice-figures.ts'
import { entriesOfDays } from '../../store/counted-entries.ts'
import { createLive } from '../app/live.ts'
import type { Address } from '../availability/page-address.ts'
import { periodName } from '../availability/period-choice.ts'
import { PeriodPicker } from '../availability/period-picker.tsx'
import { matterTypeLabels } from '../matters/matter-words.ts'
import { ChartFigure } from '../parts/chart/chart-figure.tsx'
import { EmptyState } from '../parts/notice/empty-state.tsx'
import { Skeleton } from '../parts/notice/skeleton.tsx'
import { Card } from '../parts/show/card.tsx'
import { type Column, Table } from '../parts/show/table.tsx'
import { percentInColumn, percentWords } from './legal-words.ts'
import type { TeamPractice } from './practice-reads.ts'
import './level.css'

interface LevelPartProps {
  readonly all: TeamPractice
  readonly address: Address
}

/** At which level work is done, against the grade that each matter wants. */
export function LevelPart(props: LevelPartProps): JSX.Element {
  const period = () => props.address.choice().period
  const entries = createLive(() => {
    const { from, to } = period()
    return (reads) => entriesOfDays(reads, from, to)
  })
  const found = createMemo(() => {
    const read = entries()
    const own = read?.filter(({ teamId }) => teamId === props.all.team.id)
    return own && allocations(own, props.all.matters)
  })
  return (
    <>
      <PeriodPicker address={props.address} councils={[]} />
      <Show when={found()} fallback={<Skeleton shape="chart" />}>
        {(all) => (
          <Show
            when={all().rows.length > 0}
            fallback={
              <EmptyState title={`No units on work with a wanted grade in ${periodName(period())}`} icon="chart">
                Each matter can say which grade it wants. Its chargeable units are then compared with who did them.
              </EmptyState>
            }
          >
            <Card title={`Level of work, ${periodName(period())}`}>
              <LevelFigure found={all()} />
            </Card>
          </Show>
        )}
      </Show>
    </>
  )
}

const steps = ['above', 'at', 'below'] as const
const stepLabels = { above: 'Above the grade wanted', at: 'At it', below: 'Below it' } as const
const unitsAt = (row: Allocation, step: (typeof steps)[number]) =>
  ({ above: row.aboveUnits, at: row.atUnits, below: row.belowUnits })[step]
const allUnits = (row: Allocation) => row.aboveUnits + row.atUnits + row.belowUnits
const shareAt = (row: Allocation, step: (typeof steps)[number]) => (100 * unitsAt(row, step)) / (allUnits(row) || 1)

function LevelFigure(props: { readonly found: Allocations }): JSX.Element {
  const total = createMemo(() => totalOf(props.found.rows))
  return (
    <ChartFigure
      title={`${percentWords(shareAt(total(), 'at'))} of units were done at the grade wanted, ${percentWords(shareAt(total(), 'above'))} above it`}
      subtitle="Share of chargeable units by type of work"
      legend={
        <For each={steps}>{(step) => <span class={`level-key level-key--${step}`}>{stepLabels[step]}</span>}</For>
      }
      chart={<Bars rows={props.found.rows} />}
      table={
        <Table
          caption="Units by level, by type of work"
          narrow="scroll"
          columns={columns}
          rows={props.found.rows}
          totals={{ type: 'All types', ...cells(total()) }}
        />
      }
      note={
        <Show when={props.found.leftOutUnits > 0}>
          {counted(props.found.leftOutUnits, 'unit')} left out: on no matter, on one that wants no grade or is not on
          this device, or of somebody without a grade that day.
        </Show>
      }
    />
  )
}

function Bars(props: { readonly rows: readonly Allocation[] }): JSX.Element {
  const width = (element: HTMLElement, percent: number) => element.style.setProperty('width', `${percent}%`)
  return (
    <ul class="level-bars">
      <For each={props.rows}>
        {(row) => (
          <li class="level-bars__row">
            <span>{matterTypeLabels[row.type]}</span>
            <span class="level-bars__bar">
              <For each={steps.filter((step) => unitsAt(row, step) > 0)}>
                {(step) => (
                  <span
                    class={`level-bars__part level-bars__part--${step}`}
                    ref={(element) => width(element, shareAt(row, step))}
                  />
                )}
              </For>
            </span>
          </li>
        )}
      </For>
    </ul>
  )
}

function totalOf(rows: readonly Allocation[]): Allocation {
  const sum = (step: (typeof steps)[number]) => rows.reduce((units, row) => units + unitsAt(row, step), 0)
  return { type: 'advice', aboveUnits: sum('above'), atUnits: sum('at'), belowUnits: sum('below') }
}

const cells = (row: Allocation) => ({
  units: formatCount(allUnits(row)),
  ...Object.fromEntries(
    steps.map((step) => [step, `${percentInColumn(shareAt(row, step))} (${formatCount(unitsAt(row, step))})`]),
  ),
})

const columns: readonly Column<Allocation>[] = [
  { key: 'type', label: 'Type of work', isRowHeader: true, cell: ({ type }) => matterTypeLabels[type] },
  ...steps.map((step) => ({
    key: step,
    label: stepLabels[step],
    isNumber: true,
    cell: (row: Allocation) => `${percentInColumn(shareAt(row, step))} (${formatCount(unitsAt(row, step))})`,
  })),
  { key: 'units', label: 'Units', isNumber: true, cell: (row) => formatCount(allUnits(row)) },
]
