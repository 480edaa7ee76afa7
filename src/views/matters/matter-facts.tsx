import { For, type JSX, Show } from 'solid-js'
import { formatDate, formatFigure } from '../../domain/format.ts'
import type { Recorded } from '../../domain/kinds.ts'
import type { LocalDate } from '../../domain/local-date.ts'
import { createLive } from '../app/live.ts'
import { LockedNote } from '../legal/locked-note.tsx'
import { Card } from '../parts/show/card.tsx'
import { SummaryList, type SummaryRow } from '../parts/show/summary-list.tsx'
import type { MatterLine } from './matter-filter.ts'
import { gradeDetails, matterTypeLabels, outcomeLabels, partyRoleLabels } from './matter-words.ts'

interface MatterFactsProps {
  readonly line: MatterLine
  readonly today: LocalDate
}

/** What is known of a matter. What nobody has said is left out, but for its lead. */
export function MatterFacts(props: MatterFactsProps): JSX.Element {
  const matter = () => props.line.matter
  const isLocked = createLive(() => {
    const { id } = matter()
    return (reads) => reads.isLocked('matter', id)
  })
  const rows = (): SummaryRow[] => {
    const { type, gradeWanted, estimateHours, openedOn, closedOn, outcome, isHeld, parties, note } = matter()
    const optional = (key: string, value: JSX.Element | undefined | null): SummaryRow[] =>
      value ? [{ key, value }] : []
    return [
      { key: 'Council', value: props.line.council || 'One that is gone' },
      ...optional('Department', props.line.department),
      { key: 'Type of work', value: matterTypeLabels[type] },
      { key: 'Lead', value: props.line.lead || 'Nobody yet' },
      ...optional('Grade wanted', gradeWanted && `${gradeWanted}: ${gradeDetails[gradeWanted]}`),
      ...optional('Estimate', estimateHours !== null && `${formatFigure(estimateHours, 1)} hours`),
      { key: 'Opened', value: formatDate(openedOn) },
      ...optional('Closed', closedOn && formatDate(closedOn)),
      ...optional('Outcome', outcome && outcomeLabels[outcome]),
      ...optional('Legal hold', isHeld && 'Kept until the hold is lifted'),
      ...optional('Parties', parties.length > 0 && <Parties parties={parties} />),
      ...optional('Note', note),
      ...optional('Parties and note', isLocked() && <LockedNote />),
    ]
  }
  return (
    <Card>
      <SummaryList rows={rows()} />
    </Card>
  )
}

function Parties(props: { readonly parties: Recorded<'matter'>['parties'] }): JSX.Element {
  return (
    <ul>
      <For each={props.parties}>
        {({ name, role }) => (
          <li>
            {name}, {partyRoleLabels[role].toLowerCase()}
          </li>
        )}
      </For>
    </ul>
  )
}

export function KeyDates(props: MatterFactsProps): JSX.Element {
  const dates = () => [...props.line.matter.keyDates].sort((a, b) => (a.on < b.on ? -1 : 1))
  const isPast = (on: LocalDate) => on < props.today
  return (
    <Show when={dates().length > 0}>
      <Card title="Key dates">
        <SummaryList
          rows={dates().map(({ on, what }) => ({
            key: formatDate(on),
            value: isPast(on) ? <span class="muted">{what}, past</span> : what,
          }))}
        />
      </Card>
    </Show>
  )
}
