import { createMemo, For, type JSX, Show } from 'solid-js'
import type { AssumptionTopic } from '../../domain/assumption.ts'
import type { Recorded } from '../../domain/kinds.ts'
import { useMay } from '../app/app-context.ts'
import { listed } from '../outages/outage-words.ts'
import { Button } from '../parts/control/button.tsx'
import { Card } from '../parts/show/card.tsx'
import { Row } from '../parts/show/row.tsx'
import { RowList } from '../parts/show/row-list.tsx'
import { rateWords } from './basis-sheet.tsx'
import type { Opened } from './fact-sheet.tsx'
import { answerWords, topicWords } from './fact-words.ts'
import type { Facts } from './facts.ts'
import { useMaySeePounds } from './impact-answer.ts'
import { aboutSubject, heldLines, holding, type Subject } from './subject.ts'

interface DivisionFactsProps extends Facts {
  readonly division: Recorded<'division'>
  readonly onOpen: (opened: Opened) => void
}

/** What is said of one division: its team, its rate, and its work without each system, those asked about first. */
export function DivisionFacts(props: DivisionFactsProps): JSX.Element {
  const maySee = useMaySeePounds()
  const id = () => props.division.id
  const systems = createMemo(() => {
    const asked = new Set(props.assumptions.filter((one) => one.divisionId === id()).map(({ systemId }) => systemId))
    const all = [...props.names.systems.values()]
    return [...all.filter((one) => asked.has(one.id)), ...all.filter((one) => !asked.has(one.id))]
  })
  const rates = () => props.rates.filter(({ divisionId }) => divisionId === id())
  const open = (topic: AssumptionTopic) =>
    props.onOpen({ kind: 'answer', subject: { divisionId: id(), topic, systemId: null } })
  return (
    <>
      <Card title="The team" flush>
        <RowList label="The team">
          <For each={['present', 'caught_up'] as const}>
            {(topic) => (
              <FactRow
                title={topicWords[topic].title}
                lines={linesOf(props, { divisionId: id(), topic, systemId: null })}
                unsaid={topicWords[topic].unsaid}
                onOpen={() => open(topic)}
              />
            )}
          </For>
          <Show
            when={maySee(props.councils.map((council) => council.id))}
            fallback={
              <Row title="Hourly rate" detail="Managers and each council's client officer see what an hour costs" />
            }
          >
            <FactRow
              title="Hourly rate"
              lines={heldLines(holding(rates(), props.today), rateWords, namesIn(props), props.councils.length)}
              unsaid="Not set: hours are counted, pounds are not"
              onOpen={() => props.onOpen({ kind: 'rate', divisionId: id() })}
            />
          </Show>
        </RowList>
      </Card>
      <Card title="Without a system" flush>
        <RowList label="Without a system">
          <For each={systems()}>
            {(system) => <SystemRow {...props} title={system.name} divisionId={id()} systemId={system.id} />}
          </For>
        </RowList>
      </Card>
    </>
  )
}

interface SystemRowProps extends Facts {
  readonly title: string
  readonly divisionId: string
  readonly systemId: string
  readonly onOpen: (opened: Opened) => void
}

/** How much stops without a system, and what is worked round. */
export function SystemRow(props: SystemRowProps): JSX.Element {
  const subject = (topic: AssumptionTopic): Subject => ({
    divisionId: props.divisionId,
    topic,
    systemId: props.systemId,
  })
  return (
    <FactRow
      title={props.title}
      lines={[...linesOf(props, subject('reliance')), ...linesOf(props, subject('workaround'))]}
      unsaid={topicWords.reliance.unsaid}
      onOpen={() => props.onOpen({ kind: 'answer', subject: subject('reliance') })}
    />
  )
}

const namesIn =
  ({ names }: Facts) =>
  (ids: readonly string[]): string =>
    listed(ids.map((id) => names.councils.get(id)?.shortName ?? 'one that is gone'))

const linesOf = (facts: Facts, subject: Subject): string[] =>
  heldLines(
    holding(aboutSubject(facts.assumptions, subject), facts.today),
    answerWords,
    namesIn(facts),
    facts.councils.length,
  )

interface FactRowProps {
  readonly title: string
  readonly lines: readonly string[]
  readonly unsaid: string
  readonly onOpen: () => void
}

function FactRow(props: FactRowProps): JSX.Element {
  const may = useMay()
  const word = () => (may('manager') ? (props.lines.length > 0 ? 'Change' : 'Say') : 'Open')
  return (
    <Row
      title={props.title}
      detail={
        <For each={props.lines} fallback={props.unsaid}>
          {(line) => <div>{line}</div>}
        </For>
      }
      aside={
        <Button kind="quiet" onClick={props.onOpen}>
          {word()}
          <span class="visually-hidden"> {props.title}</span>
        </Button>
      }
    />
  )
}
