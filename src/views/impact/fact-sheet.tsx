import { createSignal, For, type JSX, Show } from 'solid-js'
import { mayWrite } from '../../domain/access.ts'
import { formatDate } from '../../domain/format.ts'
import type { Recorded } from '../../domain/kinds.ts'
import { financialYearOf } from '../../domain/period.ts'
import { deskScope, factsScope } from '../../domain/scope.ts'
import { useApp } from '../app/app-context.ts'
import { IconButton } from '../parts/control/icon-button.tsx'
import { Chips } from '../parts/form/chips.tsx'
import { Sheet } from '../parts/notice/sheet.tsx'
import { Disclosure } from '../parts/show/disclosure.tsx'
import { Row } from '../parts/show/row.tsx'
import { RowList } from '../parts/show/row-list.tsx'
import { AnswerForm } from './answer-form.tsx'
import { rateWords, SaidWords } from './basis-sheet.tsx'
import { type Fact, isAssumption, useFactActs } from './fact-acts.ts'
import { answerWords, topicWords } from './fact-words.ts'
import type { Facts } from './facts.ts'
import { workingWords } from './rate-draft.ts'
import { RateForm } from './rate-form.tsx'
import { newSaid } from './said-draft.ts'
import { aboutSubject, history, holding, type Subject } from './subject.ts'

export type Opened =
  | { readonly kind: 'answer'; readonly subject: Subject }
  | { readonly kind: 'rate'; readonly divisionId: string }

interface FactSheetProps extends Facts {
  readonly opened: Opened | undefined
  readonly onClose: () => void
}

/** One question: what was said of it, and for managers the form to say it. */
export function FactSheet(props: FactSheetProps): JSX.Element {
  const divisionName = () => {
    const { opened } = props
    const id = opened?.kind === 'rate' ? opened.divisionId : opened?.subject.divisionId
    return props.names.divisions.get(id ?? '')?.name ?? ''
  }
  return (
    <Sheet open={props.opened !== undefined} title={divisionName()} onClose={props.onClose}>
      <Show when={props.opened} keyed>
        {(opened) =>
          opened.kind === 'rate' ? (
            <Rate {...props} divisionId={opened.divisionId} />
          ) : (
            <Answer {...props} subject={opened.subject} />
          )
        }
      </Show>
    </Sheet>
  )
}

const aboutSystem = [
  { value: 'reliance', label: topicWords.reliance.title },
  { value: 'workaround', label: topicWords.workaround.title },
] as const

function Answer(props: FactSheetProps & { readonly subject: Subject }): JSX.Element {
  const [subject, setSubject] = createSignal(props.subject)
  const systemName = () => props.names.systems.get(subject().systemId ?? '')?.name ?? ''
  const known = () => aboutSubject(props.assumptions, subject())
  const writable = useWritable('assumption', props.councils)
  return (
    <div class="stack">
      <Show when={subject().systemId}>
        <Chips
          label={`Without ${systemName()}`}
          single
          options={aboutSystem}
          values={aboutSystem.map(({ value }) => value).filter((value) => value === subject().topic)}
          onChange={([topic]) => topic && setSubject({ ...subject(), topic })}
        />
      </Show>
      <Show when={subject()} keyed>
        {({ divisionId, topic, systemId }) => (
          <Show when={writable.length > 0} fallback={<p>{topicWords[topic].question(systemName())}</p>}>
            <AnswerForm
              divisionId={divisionId}
              topic={topic}
              systemId={systemId}
              systemName={systemName()}
              councils={writable}
              known={known()}
              current={holding(known(), props.today)[0]}
              said={saidNow(props, writable, known())}
              onDone={props.onClose}
            />
          </Show>
        )}
      </Show>
      <History {...props} facts={known()} mayRemove={writable.length > 0} onDone={props.onClose} />
    </div>
  )
}

function Rate(props: FactSheetProps & { readonly divisionId: string }): JSX.Element {
  const known = () => props.rates.filter(({ divisionId }) => divisionId === props.divisionId)
  const writable = useWritable('hourly_rate', props.councils)
  return (
    <div class="stack">
      <Show when={writable.length > 0}>
        <RateForm
          divisionId={props.divisionId}
          councils={writable}
          known={known()}
          current={holding(known(), props.today)[0]}
          said={saidNow(props, writable, known())}
          onDone={props.onClose}
        />
      </Show>
      <History {...props} facts={known()} mayRemove={writable.length > 0} onDone={props.onClose} />
    </div>
  )
}

function useWritable(kind: 'assumption' | 'hourly_rate', councils: readonly Recorded<'council'>[]) {
  const { session } = useApp()
  const scopeOf = kind === 'assumption' ? deskScope : factsScope
  return councils.filter(({ id }) => mayWrite(session, scopeOf(id), kind))
}

const saidNow = ({ today }: Facts, councils: readonly Recorded<'council'>[], known: readonly Fact[]) =>
  newSaid(
    councils.map(({ id }) => id),
    today,
    financialYearOf(today).from,
    known.length === 0,
  )

interface HistoryProps extends Facts {
  readonly facts: readonly Fact[]
  readonly mayRemove: boolean
  readonly onDone: () => void
}

/** All that was said, newest first: a later answer leaves the days before it as they were. */
function History(props: HistoryProps): JSX.Element {
  const { remove } = useFactActs()
  return (
    <Disclosure summary={`What was said: ${history(props.facts).length}`} open={!props.mayRemove}>
      <RowList label="What was said">
        <For each={history(props.facts)} fallback={<li class="row muted">Nothing yet.</li>}>
          {(said) => (
            <Row
              title={wordsOf(said.fact)}
              detail={
                <>
                  <SaidWords said={said} names={props.names} />
                  <Show when={!isAssumption(said.fact) && said.fact.working}>
                    {(working) => <div class="rate-working">{workingWords(working())}</div>}
                  </Show>
                </>
              }
              aside={
                <Show when={props.mayRemove}>
                  <IconButton
                    icon="bin"
                    label={`Take back what was said from ${formatDate(said.fact.from)}`}
                    onClick={() => {
                      // A toast with its undo lies behind a sheet.
                      props.onDone()
                      void remove(said)
                    }}
                  />
                </Show>
              }
            />
          )}
        </For>
      </RowList>
    </Disclosure>
  )
}

const wordsOf = (fact: Fact): string => (isAssumption(fact) ? answerWords(fact) : rateWords(fact))
