import { For, type JSX, Show } from 'solid-js'
import type { Catalogue } from '../../store/catalogue.ts'
import { createAnswer } from '../availability/answer.ts'
import { Card } from '../parts/show/card.tsx'
import { Disclosure } from '../parts/show/disclosure.tsx'
import { Row } from '../parts/show/row.tsx'
import { RowList } from '../parts/show/row-list.tsx'
import { Share } from './causes.tsx'
import { useReadableCouncils } from './impact-answer.ts'
import { byDivision, impactSentence } from './outage-impact-words.ts'
import './impact.css'

interface OutageImpactCardProps {
  readonly outageId: string
  readonly isOpen: boolean
  readonly names: Catalogue
}

/** What an outage costs, moving on while it runs; for those who may read a council's desk. */
export function OutageImpactCard(props: OutageImpactCardProps): JSX.Element {
  const readable = useReadableCouncils()
  return (
    <Show when={readable()?.length ? readable() : undefined}>
      {(councils) => <Known {...props} councilIds={councils().map(({ id }) => id)} />}
    </Show>
  )
}

function Known(props: OutageImpactCardProps & { readonly councilIds: readonly string[] }): JSX.Element {
  const { answer } = createAnswer(() => ({
    type: 'outage_impact',
    outageId: props.outageId,
    councilIds: props.councilIds,
  }))
  return (
    <Show when={answer()}>
      {(impact) => (
        <Card title="What it costs">
          <p>{impactSentence(impact(), props.isOpen)}</p>
          <Show when={impact().divisions.length > 0}>
            <Disclosure summary="By division">
              <RowList label="By division">
                <For each={byDivision(impact().divisions)}>
                  {(share) => (
                    <Row
                      title={props.names.divisions.get(share.divisionId)?.name ?? 'A division that is gone'}
                      aside={<Share share={share} hasPounds={impact().share.grossPence !== null} />}
                    />
                  )}
                </For>
              </RowList>
            </Disclosure>
          </Show>
        </Card>
      )}
    </Show>
  )
}
