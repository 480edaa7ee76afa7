import { type JSX, Match, onCleanup, Show, Switch } from 'solid-js'
import { mayWrite } from '../../domain/access.ts'
import { counted, formatCount, formatFigure } from '../../domain/format.ts'
import { deskScope } from '../../domain/scope.ts'
import type { StoreReads } from '../../store/store.ts'
import { useApp, useMay } from '../app/app-context.ts'
import { createLive } from '../app/live.ts'
import { Button } from '../parts/control/button.tsx'
import { Page } from '../parts/frame/page.tsx'
import { EmptyState } from '../parts/notice/empty-state.tsx'
import { Progress } from '../parts/notice/progress.tsx'
import { ChooseLog } from './choose-log.tsx'
import { ColumnsStep } from './columns-step.tsx'
import { DressStep } from './dress-step.tsx'
import { EarlierImports } from './earlier-imports.tsx'
import { Saved, TakenBack } from './log-ends.tsx'
import { type LogRun, logRunOf } from './log-run.ts'
import type { StepName, StepOf } from './log-steps.ts'
import { PlanStep } from './plan-step.tsx'
import { ValuesStep } from './values-step.tsx'

const title = 'Import incidents'

/** Brings in a desk's log as CSV: how it is written, what its columns and words are, what would come of it, and then it. */
export function ImportIncidentsPage(): JSX.Element {
  const may = useMay()
  return (
    <Show
      when={may('ict')}
      fallback={
        <Page title={title} back={{ href: '/incidents', label: 'Incidents' }}>
          <EmptyState title="Incidents are imported by ICT staff" icon="lock">
            Ask someone of the ICT service, or an administrator to give you that role.
          </EmptyState>
        </Page>
      }
    >
      <ImportSteps />
    </Show>
  )
}

const byName = (a: { readonly name: string }, b: { readonly name: string }) => a.name.localeCompare(b.name, 'en-GB')

const meanings = async (reads: StoreReads) => {
  const [councils, systems] = await Promise.all([reads.all('council'), reads.all('system')])
  return { councils: councils.sort(byName), systems: systems.sort(byName) }
}

function ImportSteps(): JSX.Element {
  const { store } = useApp()
  const run = logRunOf(store)
  const known = createLive(() => meanings)
  const councils = () =>
    (known()?.councils ?? []).filter(({ id }) => mayWrite(store.access(), deskScope(id), 'incident'))
  run.enter()
  onCleanup(run.leave)
  const is = <Name extends StepName>(name: Name) => {
    const step = run.step()
    return step.name === name ? (step as StepOf<Name>) : undefined
  }
  const takeBack = (runId: string, fileName: string) => void run.takeBack(runId, fileName)
  return (
    <Page
      title={title}
      back={{ href: '/incidents', label: 'Incidents' }}
      lead={
        is('choose') && 'From the CSV of another service desk. It is read on this device; unknown people stay names.'
      }
      bottom={<NextAct run={run} />}
    >
      <Switch>
        <Match when={is('choose')}>
          {(step) => (
            <div class="stack">
              <ChooseLog problem={step().problem} onChoose={(file) => void run.choose(file)} />
              <EarlierImports onUndo={takeBack} />
            </div>
          )}
        </Match>
        <Match when={is('working')}>{(step) => <Working step={step()} onStop={run.stop} />}</Match>
        <Match when={is('dress')}>
          {(step) => <DressStep step={step()} onChange={(told) => void run.changeDress(told)} />}
        </Match>
        <Match when={is('columns')}>
          {(step) => <ColumnsStep step={step()} onColumn={run.changeColumn} onSource={run.changeSource} />}
        </Match>
        <Match when={is('values')}>
          {(step) => (
            <ValuesStep
              step={step()}
              councils={councils()}
              systems={known()?.systems ?? []}
              onMeaning={run.changeMeaning}
              onCouncilForOthers={run.changeCouncilForOthers}
            />
          )}
        </Match>
        <Match when={is('plan')}>
          {(step) => <PlanStep step={step()} onOverwrite={(isOverwriting) => void run.plan(isOverwriting)} />}
        </Match>
        <Match when={is('saving')}>
          {(step) => (
            <div class="stack stack--tight">
              <Progress
                label={step().label}
                done={step().done}
                total={step().total}
                detail={
                  step().total > 0 ? `${formatCount(step().done)} of ${counted(step().total, 'incident')}` : undefined
                }
                cancelLabel="Stop"
                onCancel={run.stop}
              />
              <p class="muted">It goes on while you look at other pages. Keep Uptally open.</p>
            </div>
          )}
        </Match>
        <Match when={is('saved')}>{(step) => <Saved step={step()} onUndo={takeBack} onMore={run.startAgain} />}</Match>
        <Match when={is('taken_back')}>{(step) => <TakenBack step={step()} onMore={run.startAgain} />}</Match>
      </Switch>
    </Page>
  )
}

/** The one act of each step, and the way back. */
function NextAct(props: { readonly run: LogRun }): JSX.Element {
  const step = props.run.step
  const toImport = () => {
    const now = step()
    return now.name === 'plan' ? now.at.plan.counts.new + now.at.plan.counts.changed : 0
  }
  const isBlocked = () => {
    const now = step()
    return now.name === 'dress' && now.isLooking
  }
  const acts: Readonly<Partial<Record<StepName, { readonly label: string; readonly act: () => void }>>> = {
    dress: { label: 'Continue', act: props.run.confirmDress },
    columns: { label: 'Read the file', act: () => void props.run.read() },
    values: { label: 'See the outcome', act: () => void props.run.plan() },
  }
  return (
    <Show
      when={step().name === 'plan'}
      fallback={<Continue act={acts[step().name]} run={props.run} isBlocked={isBlocked()} />}
    >
      <Button kind="primary" disabled={toImport() === 0} onClick={() => void props.run.save()}>
        Import {counted(toImport(), 'incident')}
      </Button>
      <Button onClick={() => props.run.back()}>Back</Button>
    </Show>
  )
}

function Continue(props: {
  readonly act: { readonly label: string; readonly act: () => void } | undefined
  readonly isBlocked: boolean
  readonly run: LogRun
}): JSX.Element {
  return (
    <Show when={props.act}>
      {(next) => (
        <>
          <Button kind="primary" disabled={props.isBlocked} onClick={() => next().act()}>
            {next().label}
          </Button>
          <Show
            when={props.run.step().name !== 'dress'}
            fallback={<Button onClick={() => props.run.startAgain()}>Another file</Button>}
          >
            <Button onClick={() => props.run.back()}>Back</Button>
          </Show>
        </>
      )}
    </Show>
  )
}

function Working(props: { readonly step: StepOf<'working'>; readonly onStop: () => void }): JSX.Element {
  const progress = () => props.step.progress
  return (
    <Progress
      label={props.step.label}
      done={progress()?.doneBytes ?? 0}
      total={progress()?.totalBytes ?? 1}
      detail={detailOf(progress())}
      cancelLabel="Stop"
      onCancel={props.onStop}
    />
  )
}

const detailOf = (progress: StepOf<'working'>['progress']) =>
  progress &&
  `${formatFigure(progress.doneBytes / 1e6, 1)} of ${formatFigure(progress.totalBytes / 1e6, 1)} MB, ${counted(progress.rows, 'row')}`
