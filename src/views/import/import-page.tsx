import { type JSX, Match, Show, Switch } from 'solid-js'
import { counted, formatCount } from '../../domain/format.ts'
import { useMay } from '../app/app-context.ts'
import { Button } from '../parts/control/button.tsx'
import { LinkButton } from '../parts/control/link-button.tsx'
import { Page } from '../parts/frame/page.tsx'
import { Banner } from '../parts/notice/banner.tsx'
import { EmptyState } from '../parts/notice/empty-state.tsx'
import { Progress } from '../parts/notice/progress.tsx'
import { Skeleton } from '../parts/notice/skeleton.tsx'
import { Card } from '../parts/show/card.tsx'
import { ChooseFiles } from './choose-files.tsx'
import { ImportPreview } from './import-preview.tsx'
import { createImportRun, type ImportRun, type ImportStep } from './import-run.ts'

/** Brings in outages that were kept elsewhere: choose files, look at what they hold, confirm, save. */
export function ImportPage(): JSX.Element {
  const may = useMay()
  return (
    <Show when={may('ict')} fallback={<NotForYou />}>
      <ImportSteps />
    </Show>
  )
}

function ImportSteps(): JSX.Element {
  const run = createImportRun()
  const is = <Name extends ImportStep['name']>(name: Name) => {
    const step = run.step()
    return step.name === name ? (step as Extract<ImportStep, { name: Name }>) : undefined
  }
  return (
    <Page
      title="Import outages"
      lead="From a status page or another tool: cState posts, status page JSON, or CSV. Nothing is saved before you confirm."
      actions={<LinkButton href="/import/incidents">Import incidents instead</LinkButton>}
      bottom={
        <Show when={is('preview')}>
          {(preview) => (
            <>
              <Button kind="primary" disabled={preview().plan.counts.new === 0} onClick={() => run.save()}>
                Import {counted(preview().plan.counts.new, 'record')}
              </Button>
              <Button onClick={() => run.startAgain()}>Choose other files</Button>
            </>
          )}
        </Show>
      }
    >
      <Switch>
        <Match when={is('choose')}>{(step) => <ChooseFiles problem={step().problem} onRead={run.read} />}</Match>
        <Match when={is('reading')}>
          <p role="status">Reading the files…</p>
          <Skeleton shape="rows" />
        </Match>
        <Match when={is('preview')}>{(step) => <ImportPreview step={step()} run={run} />}</Match>
        <Match when={is('saving')}>
          {(step) => (
            <Progress
              label="Saving on this device"
              done={step().done}
              total={step().total}
              detail={`${formatCount(step().done)} of ${counted(step().total, 'record')}`}
              onCancel={() => run.stop()}
            />
          )}
        </Match>
        <Match when={is('done')}>{(step) => <Done step={step()} run={run} />}</Match>
      </Switch>
    </Page>
  )
}

function Done(props: { readonly step: Extract<ImportStep, { name: 'done' }>; readonly run: ImportRun }): JSX.Element {
  const { counts } = props.step.plan
  return (
    <div class="stack">
      <Show when={props.step.problem}>{(problem) => <Banner tone="error">{problem()}</Banner>}</Show>
      <Card title={props.step.isStopped ? 'Stopped' : 'Imported'}>
        <p>
          {counted(props.step.saved, 'record')} saved on this device
          {props.step.isStopped ? '; the rest was not imported. Import the same files again to go on.' : '.'}
        </p>
        <p class="muted">
          {formatCount(counts.same)} were here already, {formatCount(counts.leftOut)} left out by you,{' '}
          {formatCount(counts.refused)} refused.
        </p>
      </Card>
      <div class="cluster">
        <LinkButton href="/outages" kind="primary">
          See the outages
        </LinkButton>
        <Button onClick={() => props.run.startAgain()}>Import more</Button>
      </div>
    </div>
  )
}

function NotForYou(): JSX.Element {
  return (
    <Page title="Import outages">
      <EmptyState title="Outages are imported by ICT staff" icon="lock">
        Ask someone of the ICT service, or an administrator to give you that role.
      </EmptyState>
    </Page>
  )
}
