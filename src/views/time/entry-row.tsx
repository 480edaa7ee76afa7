import type { JSX } from 'solid-js'
import { Show } from 'solid-js'
import { formatClock } from '../../domain/format.ts'
import type { DayPart } from '../../metrics/own-parts.ts'
import type { MatterChoices } from '../../store/time.ts'
import { Badge } from '../parts/show/badge.tsx'
import { Row } from '../parts/show/row.tsx'
import { clockWords, unitsWords, workDetail, workTitle } from './time-words.ts'

interface EntryRowProps {
  readonly part: DayPart
  readonly matters: MatterChoices
  /** Whether the server has it. */
  readonly isPending: boolean
}

/** A piece of recorded time, or what of it falls on the day. */
export function EntryRow(props: EntryRowProps): JSX.Element {
  const entry = () => props.part.entry
  const isPart = () => props.part.seconds !== entry().seconds
  const when = () => {
    const { span } = props.part
    return span ? `${formatClock(span.start)} to ${formatClock(span.end)}` : undefined
  }
  const detail = () => {
    const { units, chargeability, seconds } = entry()
    const billed = chargeability === 'chargeable' ? unitsWords(units) : undefined
    const whole = isPart() ? `part of ${clockWords(seconds)} over midnight` : undefined
    return [when(), workDetail(entry()), billed, whole].filter(Boolean).join(' · ')
  }
  return (
    <Row
      href={`/time/entries/${entry().id}`}
      title={workTitle(entry(), props.matters)}
      detail={detail()}
      aside={
        <>
          <Show when={props.isPending}>
            <Badge>Not yet shared</Badge>
          </Show>
          <strong>
            {clockWords(props.part.seconds)}
            <Show when={entry().isEstimated}>
              {' '}
              <abbr title="estimated">(e)</abbr>
            </Show>
          </strong>
        </>
      }
    />
  )
}
