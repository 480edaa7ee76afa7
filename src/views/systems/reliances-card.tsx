import type { JSX } from 'solid-js'
import { createMemo, For, Show } from 'solid-js'
import { formatDate } from '../../domain/format.ts'
import type { LocalDate } from '../../domain/local-date.ts'
import { useMay } from '../app/app-context.ts'
import { useCouncils } from '../availability/councils.ts'
import { partWords } from '../impact/fact-words.ts'
import { listed } from '../outages/outage-words.ts'
import { LinkButton } from '../parts/control/link-button.tsx'
import { Card } from '../parts/show/card.tsx'
import { Row } from '../parts/show/row.tsx'
import { RowList } from '../parts/show/row-list.tsx'
import type { KnownEntry } from './known-entry.ts'
import { type DivisionReliance, reliancesOn } from './reliances.ts'

interface ReliancesCardProps {
  readonly entry: KnownEntry
  readonly today: LocalDate
}

/** Divisions that use it, most dependent first, with where the share comes from. */
export function ReliancesCard(props: ReliancesCardProps): JSX.Element {
  const may = useMay()
  const reliances = createMemo(() => reliancesOn(props.entry.assumptions, props.today))
  const nameOf = (id: string) => props.entry.divisions.get(id)?.name ?? 'A division that is gone'
  return (
    <Card
      title="Who relies on it"
      flush
      actions={
        <Show when={may('manager')}>
          <LinkButton href={`/impact/facts?system=${props.entry.system.id}`} kind="quiet">
            Change
          </LinkButton>
        </Show>
      }
    >
      <Show
        when={reliances().length > 0}
        fallback={<p class="system-cards__none muted">Nobody has said yet how far divisions rely on it.</p>}
      >
        <RowList label="Who relies on it">
          <For each={reliances()}>
            {(reliance) => <Row title={nameOf(reliance.divisionId)} detail={<Answers reliance={reliance} />} />}
          </For>
        </RowList>
      </Show>
    </Card>
  )
}

function Answers(props: { readonly reliance: DivisionReliance }): JSX.Element {
  const councils = useCouncils()
  const namesOf = (ids: readonly string[]) =>
    listed((councils() ?? []).filter(({ id }) => ids.includes(id)).map(({ shortName }) => shortName))
  return (
    <For each={props.reliance.answers}>
      {({ answer, councilIds }) => (
        <div>
          {props.reliance.isOne ? '' : `${namesOf(councilIds)}: `}
          {partWords(answer.share)} of the work stops without it, {answer.source} on {formatDate(answer.asOf)}
          {answer.note ? `. ${answer.note}` : ''}
        </div>
      )}
    </For>
  )
}
