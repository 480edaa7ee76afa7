import { createMemo, For, type JSX, Show } from 'solid-js'
import type { LocalDate } from '../../domain/local-date.ts'
import { financialYearOf } from '../../domain/period.ts'
import { createAnswer } from '../availability/answer.ts'
import { periodName } from '../availability/period-choice.ts'
import { LinkButton } from '../parts/control/link-button.tsx'
import { Skeleton } from '../parts/notice/skeleton.tsx'
import { Card } from '../parts/show/card.tsx'
import { Row } from '../parts/show/row.tsx'
import { RowList } from '../parts/show/row-list.tsx'
import { Share } from './causes.tsx'
import { sumOfShares } from './outage-impact-words.ts'
import { nothingTried } from './what-if.ts'
import './impact.css'

interface SystemCostCardProps {
  readonly systemId: string
  readonly divisions: ReadonlyMap<string, { readonly name: string }>
  readonly councilIds: readonly string[]
  readonly today: LocalDate
}

/** What the outages of one system cost since April, by division. */
export function SystemCostCard(props: SystemCostCardProps): JSX.Element {
  const { answer } = createAnswer(() => ({
    type: 'impact',
    period: financialYearOf(props.today),
    councilIds: props.councilIds,
    whatIf: nothingTried,
  }))
  const shares = createMemo(() => {
    const report = answer()
    return report?.divisions.flatMap(({ divisionId, systems }) => {
      const own = systems.filter(({ systemIds }) => systemIds.includes(props.systemId))
      return own.length > 0 ? [{ divisionId, ...sumOfShares(own) }] : []
    })
  })
  return (
    <Card
      title="What its outages cost, by division"
      flush
      actions={
        <LinkButton kind="quiet" href="/impact">
          Impact
        </LinkButton>
      }
    >
      <Show when={shares()} fallback={<Skeleton shape="rows" count={3} />}>
        {(known) => (
          <Show
            when={known().length > 0}
            fallback={<p class="impact-none muted">Its outages took no working hours since April.</p>}
          >
            <RowList label="What its outages cost, by division">
              <For each={known().sort((a, b) => b.lostMs - a.lostMs)}>
                {(share) => (
                  <Row
                    href={`/impact/divisions/${share.divisionId}`}
                    title={props.divisions.get(share.divisionId)?.name ?? 'A division that is gone'}
                    aside={<Share share={share} hasPounds={share.grossPence !== null} />}
                  />
                )}
              </For>
            </RowList>
          </Show>
        )}
      </Show>
      <Show when={answer()}>
        {(report) => (
          <p class="impact-none muted small">
            {periodName(report().period)}. An outage that hit several systems counts in full with each.
          </p>
        )}
      </Show>
    </Card>
  )
}
