import { type JSX, Show } from 'solid-js'
import { formatDate, formatDay } from '../../domain/format.ts'
import type { LocalDate } from '../../domain/local-date.ts'
import { useApp } from '../app/app-context.ts'
import { Icon } from '../parts/control/icon.tsx'
import { Badge } from '../parts/show/badge.tsx'
import { Row } from '../parts/show/row.tsx'
import { type MatterLine, nextKeyDate } from './matter-filter.ts'
import { matterTypeLabels, outcomeLabels } from './matter-words.ts'

interface MatterRowProps {
  readonly line: MatterLine
  readonly today: LocalDate
}

export function MatterRow(props: MatterRowProps): JSX.Element {
  const { now } = useApp()
  const matter = () => props.line.matter
  const due = () => (matter().closedOn === null ? nextKeyDate(matter(), props.today) : undefined)
  const day = (date: LocalDate) => (date === props.today ? 'Today' : formatDay(Date.parse(`${date}T12:00:00Z`), now()))
  const detail = () => {
    const { council, department, lead } = props.line
    const { closedOn, outcome, type } = matter()
    const client = [council, department].filter(Boolean).join(', ')
    const end = closedOn
      ? `closed ${formatDate(closedOn)}${outcome ? `, ${outcomeLabels[outcome].toLowerCase()}` : ''}`
      : ''
    return [client, matterTypeLabels[type], lead || 'nobody leads it yet', end].filter(Boolean).join(' · ')
  }
  return (
    <Row
      href={`/matters/${matter().id}`}
      title={
        <>
          <span class="number">{matter().reference}</span> {matter().title}
        </>
      }
      detail={
        <>
          {detail()}
          <Show when={matter().wallId !== null || props.line.isPending}>
            <span class="cluster">
              <Show when={matter().wallId !== null}>
                <Badge>Named people only</Badge>
              </Show>
              <Show when={props.line.isPending}>
                <Badge>Not yet shared</Badge>
              </Show>
            </span>
          </Show>
          <Show when={due()}>
            {(next) => (
              <span class="matter-due">
                <Icon name="calendar" size={16} /> {day(next().on)}: {next().what}
              </span>
            )}
          </Show>
        </>
      }
    />
  )
}
