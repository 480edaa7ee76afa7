import { createMemo, For, type JSX, Show } from 'solid-js'
import { formatDate, formatPence } from '../../domain/format.ts'
import type { Recorded } from '../../domain/kinds.ts'
import type { Catalogue } from '../../store/catalogue.ts'
import { createLive } from '../app/live.ts'
import { Sheet } from '../parts/notice/sheet.tsx'
import { Skeleton } from '../parts/notice/skeleton.tsx'
import { Disclosure } from '../parts/show/disclosure.tsx'
import { Row } from '../parts/show/row.tsx'
import { RowList } from '../parts/show/row-list.tsx'
import { answerWords, originWords } from './fact-words.ts'
import { councilsWords } from './impact-words.ts'
import { type Said, saidTogether } from './same-facts.ts'

interface BasisSheetProps {
  readonly open: boolean
  readonly onClose: () => void
  readonly assumptionIds: readonly string[]
  readonly rateIds: readonly string[]
  readonly names: Catalogue
  readonly divisionId?: string | undefined
}

/** What a figure rests on, division by division: each value with its source, date, author and note. */
export function BasisSheet(props: BasisSheetProps): JSX.Element {
  return (
    <Sheet open={props.open} title="What is assumed" onClose={props.onClose}>
      <Basis {...props} />
    </Sheet>
  )
}

function Basis(props: BasisSheetProps): JSX.Element {
  const facts = createLive(() => {
    const [assumptionIds, rateIds] = [new Set(props.assumptionIds), new Set(props.rateIds)]
    return async (reads) => ({
      assumptions: (await reads.all('assumption')).filter(({ id }) => assumptionIds.has(id)),
      rates: (await reads.all('hourly_rate')).filter(({ id }) => rateIds.has(id)),
    })
  })
  const divisions = createMemo(() => {
    const { assumptions, rates } = facts() ?? { assumptions: [], rates: [] }
    const shown = [...props.names.divisions.values()].filter(({ id }) => id === (props.divisionId ?? id))
    return shown.flatMap((division) => {
      const own = assumptions.filter(({ divisionId }) => divisionId === division.id)
      const ownRates = rates.filter(({ divisionId }) => divisionId === division.id)
      const lines = [
        ...saidTogether(own.sort((a, b) => subjectOf(a).localeCompare(subjectOf(b), 'en-GB'))).map((said) => ({
          said,
          title: `${subjectOf(said.fact)}: ${answerWords(said.fact).toLowerCase()}`,
        })),
        ...saidTogether(ownRates).map((said) => ({ said, title: rateWords(said.fact) })),
      ]
      return lines.length > 0 ? [{ division, lines }] : []
    })
  })
  const subjectOf = ({ systemId }: Recorded<'assumption'>): string =>
    systemId ? (props.names.systems.get(systemId)?.name ?? 'A system that is gone') : 'The team'
  return (
    <Show when={facts()} fallback={<Skeleton shape="rows" />}>
      <div class="stack stack--tight">
        <For each={divisions()} fallback={<p class="muted">Nothing has been said yet.</p>}>
          {({ division, lines }) => (
            <Disclosure summary={`${division.name}, ${lines.length}`} open={divisions().length === 1}>
              <RowList label={division.name}>
                <For each={lines}>
                  {({ said, title }) => <Row title={title} detail={<SaidWords said={said} names={props.names} />} />}
                </For>
              </RowList>
            </Disclosure>
          )}
        </For>
      </div>
    </Show>
  )
}

export const rateWords = ({ pencePerHour, working }: Recorded<'hourly_rate'>): string =>
  `${formatPence(pencePerHour)} an hour${working ? ', worked out' : ''}`

interface SaidWordsProps {
  readonly said: Said<Recorded<'assumption'> | Recorded<'hourly_rate'>>
  readonly names: Catalogue
}

/** "Ashby and Brack, from 1 April 2026. Asked on 3 March 2026, set by Mair Hughes". */
export function SaidWords(props: SaidWordsProps): JSX.Element {
  const where = () => councilsWords(props.said.councilIds, props.names)
  const author = () => props.names.people.get(props.said.fact.byId)?.name ?? 'somebody who is gone'
  return (
    <>
      {where()}, from {formatDate(props.said.fact.from)}. {originWords(props.said.fact, author())}
    </>
  )
}
