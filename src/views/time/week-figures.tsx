import type { JSX } from 'solid-js'
import { createSignal, For, Show } from 'solid-js'
import { counted, formatFigure, formatPence } from '../../domain/format.ts'
import type { Recorded } from '../../domain/kinds.ts'
import type { LocalDate } from '../../domain/local-date.ts'
import { type OwnDay, type OwnWeek, performance } from '../../metrics/own-time.ts'
import type { MatterChoices } from '../../store/time.ts'
import { Button } from '../parts/control/button.tsx'
import { Disclosure } from '../parts/show/disclosure.tsx'
import { Figure } from '../parts/show/figure.tsx'
import { type Column, Table } from '../parts/show/table.tsx'
import { clockWords, timeWords, unitsWords, workTitle } from './time-words.ts'
import { dayName, shortDay } from './week-words.ts'

interface WeekFiguresProps {
  readonly week: OwnWeek
  readonly matters: MatterChoices
  readonly today: LocalDate
}

/** The week's totals, how far they can be trusted, and what rounding and missing rates do to them. */
export function WeekFigures(props: WeekFiguresProps): JSX.Element {
  const [isTable, setTable] = createSignal(false)
  const percent = (value: number | null) => (value === null ? undefined : formatFigure(value, 0))
  const target = () => props.week.targetSeconds
  return (
    <>
      <Show when={isTable()}>
        <DaysTable week={props.week} />
      </Show>
      <div class="cluster cluster--apart">
        <p class="week__key">
          <span>Strong: chargeable</span>
          <span>Faint: other time</span>
          <span>Line: target of the day</span>
          <span>Hatched: nothing recorded</span>
        </p>
        <Button kind="quiet" aria-pressed={isTable()} onClick={() => setTable(!isTable())}>
          Show as table
        </Button>
      </div>
      <div class="week-figures">
        <Figure
          size="small"
          label="Chargeable"
          value={clockWords(props.week.chargeableSeconds)}
          unit="h"
          basis={targetWords(props.week)}
        />
        <Figure
          size="small"
          label="All time"
          value={clockWords(props.week.seconds)}
          unit="h"
          basis="recorded this week"
        />
        <Show when={props.week.completenessPercent !== null}>
          <Figure
            size="small"
            label="Completeness"
            value={percent(props.week.completenessPercent)}
            unit="%"
            basis="recorded, of contract hours of the days that are over"
          />
          <Figure
            size="small"
            label="Utilisation"
            value={percent(props.week.utilisationPercent)}
            unit="%"
            basis="chargeable, of the same hours"
          />
        </Show>
      </div>
      <Show when={target() !== null && props.week.completenessPercent === null}>
        <p class="muted small">Completeness and utilisation come when a working day of this week is over.</p>
      </Show>
      <Show when={target() === null}>
        <p class="muted small">You have no post in this week, so there is no target. Your practice manager adds it.</p>
      </Show>
      <Billing week={props.week} matters={props.matters} today={props.today} />
    </>
  )
}

function targetWords(week: OwnWeek): string {
  if (week.targetSeconds === null) return 'no target'
  const share = performance(week)
  return `of ${timeWords(week.targetSeconds)} target${share === null ? '' : ` (${formatFigure(share, 0)}%)`}`
}

function Billing(props: WeekFiguresProps): JSX.Element {
  const billing = () => props.week.billing
  const gain = () => billing().unitSeconds - billing().seconds
  const gainWords = () =>
    gain() === 0
      ? 'Rounding changes nothing.'
      : `${timeWords(Math.abs(gain()))} ${gain() > 0 ? 'more' : 'less'} by rounding to units.`
  return (
    <Show when={billing().units > 0}>
      <p class="small">
        Chargeable: {timeWords(billing().seconds)} recorded, {unitsWords(billing().units)} (
        {timeWords(billing().unitSeconds)}). {gainWords()}
        <Show when={billing().valuePence > 0}> Value {formatPence(billing().valuePence)}.</Show>
      </p>
      <Show when={billing().unpriced.length > 0}>
        <Disclosure
          summary={`${counted(billing().unpriced.length, 'entry has', 'entries have')} no rate, so the value leaves ${
            billing().unpriced.length === 1 ? 'it' : 'them'
          } out`}
        >
          <ul class="stack stack--tight">
            <For each={billing().unpriced}>
              {(entry) => <UnpricedEntry entry={entry} matters={props.matters} today={props.today} />}
            </For>
          </ul>
          <p class="muted small">A practice manager sets the rates. Correcting an entry then finds its rate.</p>
        </Disclosure>
      </Show>
    </Show>
  )
}

interface UnpricedEntryProps {
  readonly entry: Recorded<'entry'>
  readonly matters: MatterChoices
  readonly today: LocalDate
}

const UnpricedEntry = (props: UnpricedEntryProps): JSX.Element => (
  <li>
    <a href={`/time/entries/${props.entry.id}`}>
      {dayName(props.entry.workedOn, props.today)}: {workTitle(props.entry, props.matters)},{' '}
      {timeWords(props.entry.seconds)}
    </a>
  </li>
)

function DaysTable(props: { readonly week: OwnWeek }): JSX.Element {
  const columns: readonly Column<OwnDay>[] = [
    { key: 'day', label: 'Day', isRowHeader: true, cell: ({ on }) => shortDay(on) },
    { key: 'all', label: 'All', isNumber: true, cell: (day) => recordedWords(day) },
    { key: 'chargeable', label: 'Chargeable', isNumber: true, cell: (day) => clockWords(day.chargeableSeconds) },
    {
      key: 'target',
      label: 'Target',
      isNumber: true,
      cell: ({ terms }) => (terms ? clockWords(terms.targetSeconds) : '–'),
    },
    {
      key: 'contract',
      label: 'Contract',
      isNumber: true,
      cell: ({ terms }) => (terms ? clockWords(terms.availableSeconds) : '–'),
    },
  ]
  return (
    <Table
      caption="Hours and minutes by day"
      narrow="scroll"
      columns={columns}
      rows={props.week.days}
      totals={{
        day: 'Week',
        all: clockWords(props.week.seconds),
        chargeable: clockWords(props.week.chargeableSeconds),
        target: props.week.targetSeconds === null ? '–' : clockWords(props.week.targetSeconds),
        contract: '',
      }}
    />
  )
}

const recordedWords = ({ state, seconds, awayShare }: OwnDay) =>
  state === 'unrecorded' ? 'nothing' : awayShare >= 1 && seconds === 0 ? 'away' : clockWords(seconds)
