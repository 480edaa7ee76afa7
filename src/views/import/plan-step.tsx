import { For, type JSX, Show } from 'solid-js'
import { formatCount, formatInstant } from '../../domain/format.ts'
import type { Incident } from '../../domain/incident.ts'
import { stateWords } from '../../domain/incident-words.ts'
import { useApp } from '../app/app-context.ts'
import { ChoiceGroup } from '../parts/form/choice-group.tsx'
import { Banner } from '../parts/notice/banner.tsx'
import { Card } from '../parts/show/card.tsx'
import { Disclosure } from '../parts/show/disclosure.tsx'
import { Row } from '../parts/show/row.tsx'
import { RowList } from '../parts/show/row-list.tsx'
import { SummaryList } from '../parts/show/summary-list.tsx'
import { Table } from '../parts/show/table.tsx'
import type { StepOf } from './log-steps.ts'
import { RefusedRows } from './refused-rows.tsx'
import { StepHead } from './step-head.tsx'

interface PlanStepProps {
  readonly step: StepOf<'plan'>
  readonly onOverwrite: (isOverwriting: boolean) => void
}

/** What saving would do. Nothing has been saved. */
export function PlanStep(props: PlanStepProps): JSX.Element {
  const plan = () => props.step.at.plan
  const counts = () => plan().counts
  const isNothing = () => counts().new + counts().changed === 0
  return (
    <div class="stack">
      <StepHead title="What would be imported" place={5}>
        <p>Nothing is saved before you confirm, and a whole import can be undone later.</p>
      </StepHead>
      <Show when={isNothing() && counts().same > 0}>
        <Banner>Everything that this file holds is here already. Importing again adds nothing.</Banner>
      </Show>
      <Show when={isNothing() && counts().same === 0 && counts().refused > 0}>
        <Banner tone="error">Nothing of this file can be imported as it was read. Go back, or see why below.</Banner>
      </Show>
      <Card>
        <SummaryList
          rows={[
            { key: 'New', value: newWords(counts()) },
            { key: 'Here already', value: formatCount(counts().same) },
            { key: 'Changed in the file', value: formatCount(counts().changed) },
            { key: 'Changed here since', value: formatCount(counts().changedHere) },
            { key: 'Refused', value: formatCount(counts().refused) },
          ]}
        />
      </Card>
      <Show when={plan().notes.length > 0}>
        <Banner title="What was assumed">
          <ul>
            <For each={plan().notes}>{(note) => <li>{note}</li>}</For>
          </ul>
        </Banner>
      </Show>
      <ChangedHere {...props} />
      <Samples incidents={plan().samples} />
      <RefusedRows refused={plan().refused} fileName={props.step.at.file.name} />
    </div>
  )
}

const newWords = (counts: { readonly new: number; readonly broughtBack: number }) =>
  counts.broughtBack > 0
    ? `${formatCount(counts.new)}, ${formatCount(counts.broughtBack)} of them brought back from an import that was undone`
    : formatCount(counts.new)

function ChangedHere(props: PlanStepProps): JSX.Element {
  const at = () => props.step.at
  const count = () => at().plan.counts.changedHere
  return (
    <Show when={count() > 0 || at().isOverwriting}>
      <Card title="Somebody here has worked on them since">
        <div class="stack">
          <ChoiceGroup
            label="The file says something else"
            value={at().isOverwriting ? 'file' : 'here'}
            options={[
              { value: 'here', label: 'Leave them as they are here' },
              { value: 'file', label: 'Write what the file says over them' },
            ]}
            onChange={(choice) => props.onOverwrite(choice === 'file')}
          />
          <Show when={at().plan.changedHere.length > 0}>
            <Disclosure summary={`Which (${formatCount(at().plan.changedHere.length)})`}>
              <RowList label="Changed here since">
                <For each={at().plan.changedHere.slice(0, mostListed)}>
                  {({ id, number, title }) => <Row title={title} detail={number} href={`/incidents/${id}`} />}
                </For>
              </RowList>
            </Disclosure>
          </Show>
        </div>
      </Card>
    </Show>
  )
}

const mostListed = 100

function Samples(props: { readonly incidents: readonly Incident[] }): JSX.Element {
  const { now } = useApp()
  return (
    <Show when={props.incidents.length > 0}>
      <Card title="The first five, as they will be" flush>
        <Table
          caption="The first five, as they will be"
          hideCaption
          rows={props.incidents}
          columns={[
            { key: 'title', label: 'Title', isRowHeader: true, cell: ({ title }) => title },
            { key: 'number', label: 'Number', cell: ({ number }) => number || '–' },
            { key: 'raised', label: 'Raised', cell: ({ raisedAt }) => formatInstant(raisedAt, now()) },
            { key: 'state', label: 'State', cell: ({ state }) => stateWords[state] },
            { key: 'priority', label: 'Priority', cell: ({ priority }) => priority },
            { key: 'requester', label: 'Requester', cell: ({ requesterName }) => requesterName || '–' },
            { key: 'team', label: 'Team', cell: ({ teamName }) => teamName || '–' },
            { key: 'history', label: 'Moments in its history', isNumber: true, cell: ({ history }) => history.length },
          ]}
        />
      </Card>
    </Show>
  )
}
