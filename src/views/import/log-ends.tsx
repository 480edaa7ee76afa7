import { For, type JSX, Show } from 'solid-js'
import { counted, formatCount } from '../../domain/format.ts'
import { Button } from '../parts/control/button.tsx'
import { LinkButton } from '../parts/control/link-button.tsx'
import { Banner } from '../parts/notice/banner.tsx'
import { Card } from '../parts/show/card.tsx'
import { Row } from '../parts/show/row.tsx'
import { RowList } from '../parts/show/row-list.tsx'
import type { Outcome, StepOf } from './log-steps.ts'
import { RefusedRows } from './refused-rows.tsx'
import { StepHead } from './step-head.tsx'

interface SavedProps {
  readonly step: StepOf<'saved'>
  readonly onUndo: (runId: string, fileName: string) => void
  readonly onMore: () => void
}

/** How an import ended: whole, stopped, or as far as the device had room. */
export function Saved(props: SavedProps): JSX.Element {
  const counts = () => props.step.at.plan.counts
  const fileName = () => props.step.at.file.name
  const importId = () => props.step.at.look.importId
  return (
    <div class="stack">
      <StepHead title={titleOf(props.step.outcome, 'Imported')} />
      <Problem outcome={props.step.outcome} />
      <Card>
        <div class="stack">
          <p>
            {counted(props.step.outcome.done, 'incident')} saved on this device
            {isWhole(props.step.outcome) ? '.' : '. Import the same file again to go on.'} They are sent to the server
            by themselves.
          </p>
          <p class="muted">
            {formatCount(counts().same)} were here already, {formatCount(counts().changedHere)} left as they are here,{' '}
            {formatCount(counts().refused)} refused.
          </p>
          <div class="cluster">
            <LinkButton kind="primary" href={`/incidents?q=${encodeURIComponent(`import:${importId()}`)}`}>
              See the incidents
            </LinkButton>
            <Button icon="undo" onClick={() => props.onUndo(importId(), fileName())}>
              Undo this import
            </Button>
            <Button onClick={() => props.onMore()}>Import another file</Button>
          </div>
        </div>
      </Card>
      <RefusedRows refused={props.step.at.plan.refused} fileName={fileName()} />
    </div>
  )
}

interface TakenBackProps {
  readonly step: StepOf<'taken_back'>
  readonly onMore: () => void
}

/** What was taken back, and what stays because somebody has worked on it. */
export function TakenBack(props: TakenBackProps): JSX.Element {
  const left = () => props.step.left
  return (
    <div class="stack">
      <StepHead title={titleOf(props.step.outcome, 'Undone')} />
      <Problem outcome={props.step.outcome} />
      <Card>
        <div class="stack">
          <p>
            {counted(props.step.outcome.done, 'incident')} of {props.step.fileName} taken back
            {isWhole(props.step.outcome) ? '. The same file brings them back.' : '. Undo it again to go on.'}
          </p>
          <div>
            <Button kind="primary" onClick={() => props.onMore()}>
              Import a file
            </Button>
          </div>
        </div>
      </Card>
      <Show when={left().length > 0}>
        <Card title={`${counted(left().length, 'incident stays', 'incidents stay')}: worked on since`} flush>
          <RowList label="Worked on since">
            <For each={left().slice(0, mostListed)}>
              {({ id, number, title }) => <Row title={title} detail={number} href={`/incidents/${id}`} />}
            </For>
          </RowList>
          <Show when={left().length > mostListed}>
            <p class="muted">and {formatCount(left().length - mostListed)} more</p>
          </Show>
        </Card>
      </Show>
    </div>
  )
}

const mostListed = 200

const isWhole = ({ isStopped, problem }: Outcome) => !isStopped && problem === undefined

function titleOf(outcome: Outcome, whole: string): string {
  if (isWhole(outcome)) return whole
  return outcome.isStopped ? 'Stopped' : 'Not finished'
}

function Problem(props: { readonly outcome: Outcome }): JSX.Element {
  return (
    <Show when={props.outcome.problem}>
      {(problem) => (
        <Banner tone="error" isResult>
          {problem()}
        </Banner>
      )}
    </Show>
  )
}
