import type { JSX } from 'solid-js'
import { createMemo, For, Index, Show } from 'solid-js'
import type { UnitPolicy } from '../../domain/billing-units.ts'
import { counted, formatClock } from '../../domain/format.ts'
import type { Interval } from '../../domain/interval.ts'
import type { LocalDate } from '../../domain/local-date.ts'
import type { DayPart } from '../../metrics/own-parts.ts'
import { type OwnDay, shortEntries } from '../../metrics/own-time.ts'
import type { OwnTime } from '../../store/time.ts'
import { LinkButton } from '../parts/control/link-button.tsx'
import { Card } from '../parts/show/card.tsx'
import { Row } from '../parts/show/row.tsx'
import { RowList } from '../parts/show/row-list.tsx'
import { EntryRow } from './entry-row.tsx'
import { matterTitle, timeWords } from './time-words.ts'
import { dayHeard, dayName } from './week-words.ts'

interface DayCardProps {
  readonly day: OwnDay
  readonly own: OwnTime
  readonly policy: UnitPolicy
  readonly today: LocalDate
  /** Outages that touched the day. */
  readonly children: JSX.Element
}

/** An entry, or the gap between two. What has no times comes last. */
interface Line extends Interval {
  readonly part: DayPart | undefined
}

/** What is recorded on a day, in order, with the working time between that is not. */
export function DayCard(props: DayCardProps): JSX.Element {
  const lines = createMemo((): Line[] => {
    const { parts, gaps } = props.day
    const last = Number.POSITIVE_INFINITY
    const entries = parts.map((part) => ({ ...(part.span ?? { start: last, end: last }), part }))
    return [...entries, ...gaps.map((gap) => ({ ...gap, part: undefined }))].sort((a, b) => a.start - b.start || 0)
  })
  const untimed = () => props.day.parts.filter(({ span }) => span === null)
  const isHalfKnown = () => untimed().length > 0 && props.day.gaps.length > 0
  const short = () => shortEntries(props.day.parts, props.policy)
  return (
    <Card
      title={dayName(props.day.on, props.today)}
      flush
      actions={
        <LinkButton kind="quiet" icon="plus" href={`/time/new?day=${props.day.on}`}>
          Add time
        </LinkButton>
      }
    >
      <p class="time-text muted">{sentence(dayHeard(props.day))}</p>
      {props.children}
      <For each={short()}>
        {({ matterId, count, seconds, units, unitsAsOne }) => (
          <p class="time-text">
            {counted(count, 'short entry', 'short entries')} on {matterTitle(matterId, props.own.matters)} come to{' '}
            {timeWords(seconds)}: {units} units apart, {unitsAsOne} as one. If they were one piece of work, correct one
            and remove the others.
          </p>
        )}
      </For>
      <Show when={lines().length > 0}>
        <RowList label={`Time on ${dayName(props.day.on, props.today)}`}>
          <Index each={lines()}>
            {(line) => (
              <Show when={line().part} fallback={<GapRow gap={line()} on={props.day.on} />}>
                {(part) => (
                  <EntryRow
                    part={part()}
                    matters={props.own.matters}
                    isPending={props.own.pending.has(part().entry.id)}
                  />
                )}
              </Show>
            )}
          </Index>
        </RowList>
      </Show>
      <Show when={isHalfKnown()}>
        <p class="time-text muted small">
          {counted(untimed().length, 'entry has', 'entries have')} no times, so some of these gaps may be filled.
        </p>
      </Show>
    </Card>
  )
}

function GapRow(props: { readonly gap: Interval; readonly on: LocalDate }): JSX.Element {
  const clock = (at: number) => formatClock(at)
  const range = () => `${clock(props.gap.start)}-${clock(props.gap.end)}`
  return (
    <Row
      title={<span class="time-gap">Nothing recorded</span>}
      detail={`${clock(props.gap.start)} to ${clock(props.gap.end)} · ${timeWords((props.gap.end - props.gap.start) / 1000)}`}
      aside={
        <LinkButton kind="quiet" href={`/time/new?day=${props.on}&time=${range()}`}>
          Fill
          <span class="visually-hidden"> {range()}</span>
        </LinkButton>
      }
    />
  )
}

const sentence = (words: string) => `${words.charAt(0).toUpperCase()}${words.slice(1)}.`
