import { createMemo, For, type JSX, Show } from 'solid-js'
import type { AssumptionTopic } from '../../domain/assumption.ts'
import { counted } from '../../domain/format.ts'
import type { Recorded } from '../../domain/kinds.ts'
import { useMay } from '../app/app-context.ts'
import { Button } from '../parts/control/button.tsx'
import { Card } from '../parts/show/card.tsx'
import { Disclosure } from '../parts/show/disclosure.tsx'
import { Row } from '../parts/show/row.tsx'
import { RowList } from '../parts/show/row-list.tsx'
import { rateWords } from './basis-sheet.tsx'
import type { Opened } from './fact-sheet.tsx'
import { answerWords, topicWords } from './fact-words.ts'
import type { Facts } from './facts.ts'
import { useMaySeePounds } from './impact-answer.ts'
import { councilsWords } from './impact-words.ts'
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
    const inUse = ({ retiredOn }: Recorded<'system'>) => retiredOn === null || retiredOn > props.today
    const all = [...props.names.systems.values()]
    return {
      asked: all.filter(({ id: systemId }) => asked.has(systemId)),
      others: all.filter((system) => !asked.has(system.id) && inUse(system)),
    }
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
          <For
            each={systems().asked}
            fallback={<li class="row muted">Nobody was asked yet: no outage counts for this division.</li>}
          >
            {(system) => <SystemRow {...props} title={system.name} divisionId={id()} systemId={system.id} />}
          </For>
        </RowList>
      </Card>
      <Show when={systems().others.length > 0}>
        <Disclosure
          summary={`Not asked yet: ${counted(systems().others.length, 'system')}`}
          open={systems().asked.length === 0}
        >
          <p class="muted">Their outages count nothing for this division.</p>
          <RowList label="Not asked yet">
            <For each={systems().others}>
              {(system) => <SystemRow {...props} title={system.name} divisionId={id()} systemId={system.id} />}
            </For>
          </RowList>
        </Disclosure>
      </Show>
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
      unsaid="Not asked yet"
      onOpen={() => props.onOpen({ kind: 'answer', subject: subject('reliance') })}
    />
  )
}

const namesIn = (facts: Facts) => (ids: readonly string[]) => councilsWords(ids, facts.names)

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
