import { useNavigate } from '@solidjs/router'
import type { JSX } from 'solid-js'
import { createEffect, createMemo, Index, Show } from 'solid-js'
import { formatDay } from '../../domain/format.ts'
import { addDays, type LocalDate } from '../../domain/local-date.ts'
import { mondayOf } from '../../metrics/own-days.ts'
import type { OwnDay, OwnWeek } from '../../metrics/own-time.ts'
import { IconButton } from '../parts/control/icon-button.tsx'
import { LinkButton } from '../parts/control/link-button.tsx'
import { Card } from '../parts/show/card.tsx'
import { dayHeard, dayTotal, noonOf, weekName } from './week-words.ts'
import './week-card.css'

interface WeekCardProps {
  readonly week: OwnWeek
  readonly monday: LocalDate
  /** The day whose entries are shown. */
  readonly chosen: LocalDate
  readonly today: LocalDate
  readonly children: JSX.Element
}

/** Seven days beside each other, each with its total against its target; a tap shows a day's entries. */
export function WeekCard(props: WeekCardProps): JSX.Element {
  const tallest = createMemo(() =>
    Math.max(3600, ...props.week.days.map(({ seconds, terms }) => Math.max(seconds, terms?.targetSeconds ?? 0))),
  )
  const navigate = useNavigate()
  const show = (days: number) => navigate(`/time?day=${addDays(props.monday, days)}`, { scroll: false })
  const isThisWeek = () => props.monday === mondayOf(props.today)
  return (
    <Card
      title={isThisWeek() ? 'This week' : weekName(props.monday, props.today)}
      actions={
        <>
          <Show when={!isThisWeek()}>
            <LinkButton kind="quiet" href="/time">
              This week
            </LinkButton>
          </Show>
          <IconButton icon="chevron-left" label="Previous week" onClick={() => show(-7)} />
          <IconButton icon="chevron-right" label="Next week" onClick={() => show(7)} />
        </>
      }
    >
      <div class="stack">
        <ul class="week" aria-label="Days">
          <Index each={props.week.days}>
            {(day) => (
              <DayCell
                day={day()}
                tallest={tallest()}
                isChosen={day().on === props.chosen}
                isToday={day().on === props.today}
              />
            )}
          </Index>
        </ul>
        {props.children}
      </div>
    </Card>
  )
}

interface DayCellProps {
  readonly day: OwnDay
  /** Seconds of the tallest bar of the week. */
  readonly tallest: number
  readonly isChosen: boolean
  readonly isToday: boolean
}

function DayCell(props: DayCellProps): JSX.Element {
  const share = (seconds: number) => Math.min(1, seconds / props.tallest)
  const name = () => formatDay(noonOf(props.day.on), noonOf(props.day.on)).split(' ')
  const isWeekend = () => !props.day.isWorkingDay
  let bar: HTMLSpanElement | undefined
  createEffect(() => {
    const { seconds, chargeableSeconds, terms } = props.day
    bar?.style.setProperty('--all', String(share(seconds)))
    bar?.style.setProperty('--chargeable', String(share(chargeableSeconds)))
    bar?.style.setProperty('--target', String(share(terms?.targetSeconds ?? 0)))
  })
  return (
    <li class="week__item">
      <a
        class="week__day"
        classList={{ 'week__day--free': isWeekend(), 'week__day--today': props.isToday }}
        href={`/time?day=${props.day.on}`}
        aria-current={props.isChosen ? 'true' : undefined}
        // The router's own word for a link that changes the page where it stands.
        ref={(link) => link.setAttribute('noscroll', '')}
      >
        <span class="week__name">
          {name()[0]} <span class="week__date">{name()[1]}</span>
        </span>
        <span
          class={`week__bar week__bar--${props.day.state}`}
          aria-hidden="true"
          ref={(element) => {
            bar = element
          }}
        >
          <span class="week__all" />
          <span class="week__chargeable" />
          <Show when={(props.day.terms?.targetSeconds ?? 0) > 0}>
            <span class="week__target" />
          </Show>
        </span>
        <span class="week__total" aria-hidden="true">
          {dayTotal(props.day)}
        </span>
        <span class="visually-hidden">: {dayHeard(props.day)}</span>
      </a>
    </li>
  )
}
