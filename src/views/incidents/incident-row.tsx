import { type JSX, Show } from 'solid-js'
import type { IncidentRow } from '../../desk/question.ts'
import type { EscalationLevel } from '../../domain/incident-words.ts'
import { useApp } from '../app/app-context.ts'
import { Icon } from '../parts/control/icon.tsx'
import { ageWords, escalatedTo, stateWord, workedOnBy } from './incident-words.ts'
import { PriorityMark } from './priority-mark.tsx'
import './incident-row.css'

interface IncidentTextProps {
  readonly row: IncidentRow
  /** The council's short name; empty where only one is seen. */
  readonly council: string
}

/** What a list says of an incident. The link fills the row that it stands in. */
export function IncidentText(props: IncidentTextProps): JSX.Element {
  const { now } = useApp()
  const row = () => props.row
  const facts = () =>
    [row().reference, row().systemName, props.council, workedOnBy(row())].filter((text) => text !== '').join(' · ')
  return (
    <div class="incident-text">
      <a class="incident-text__title" href={`/incidents/${row().id}`}>
        {row().title}
      </a>
      <span class="incident-text__marks">
        <PriorityMark priority={row().priority} />
        <span class="incident-text__state" classList={{ 'incident-text__state--over': !row().isOpen }}>
          {stateWord(row().state)}
        </span>
        <span class="incident-text__age number">
          <span class="visually-hidden">raised </span>
          {ageWords(row().raisedAt, now())}
          <span class="visually-hidden"> ago</span>
        </span>
      </span>
      <span class="incident-text__facts">
        <Show when={row().escalationLevel}>
          {(level) => (
            <span class="incident-text__escalated" title={escalatedTo(level() as EscalationLevel)}>
              <Icon name="arrow-up" size={16} />
              Escalated{' '}
            </span>
          )}
        </Show>
        {facts()}
      </span>
    </div>
  )
}
