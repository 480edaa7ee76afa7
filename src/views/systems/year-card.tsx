import type { JSX } from 'solid-js'
import { Show } from 'solid-js'
import { formatInstant, formatPercent } from '../../domain/format.ts'
import type { Recorded } from '../../domain/kinds.ts'
import { financialYearOf } from '../../domain/period.ts'
import type { SystemReport } from '../../metrics/system-report.ts'
import { useApp } from '../app/app-context.ts'
import { createAnswer } from '../availability/answer.ts'
import { budgetWords, duration, noFigureWords, targetWords, verdict } from '../availability/figure-words.ts'
import { periodName } from '../availability/period-choice.ts'
import { LinkButton } from '../parts/control/link-button.tsx'
import { Skeleton } from '../parts/notice/skeleton.tsx'
import { Card } from '../parts/show/card.tsx'
import { Figure } from '../parts/show/figure.tsx'

interface YearCardProps {
  readonly system: Recorded<'system'>
  /** Local date. */
  readonly today: string
}

/** Availability since April, and what the target means in time. */
export function YearCard(props: YearCardProps): JSX.Element {
  const { answer } = createAnswer(() => ({
    type: 'system',
    systemId: props.system.id,
    period: financialYearOf(props.today),
    councilId: null,
    peopleCouncilIds: [],
  }))
  return (
    <Card
      title="Availability this year"
      actions={
        <LinkButton kind="quiet" href={`/availability?period=year&on=${props.today}&system=${props.system.id}`}>
          All figures
        </LinkButton>
      }
    >
      <Show when={answer()} fallback={<Skeleton shape="figure" />}>
        {(report) => <Year report={report()} />}
      </Show>
    </Card>
  )
}

function Year(props: { readonly report: SystemReport }): JSX.Element {
  const { now } = useApp()
  const system = () => props.report.system
  const agreed = () => system().agreed
  return (
    <div class="stack">
      <Figure
        label="In agreed hours, weighted"
        value={formatPercent(agreed().availabilityPercent)}
        status={verdict(system()).status}
        basis={
          <Show
            when={system().noFigure}
            fallback={`${verdict(system()).words}. ${duration(agreed().lossMs)} lost, ${periodName(props.report.period)}, as at ${formatInstant(props.report.asAt, now())}`}
          >
            {(reason) => noFigureWords[reason()]}
          </Show>
        }
        details={
          <p>
            Strictly, with any loss as down: {formatPercent(agreed().strictAvailabilityPercent)}. In all hours of all
            days: {formatPercent(system().allHours.availabilityPercent)}.
          </p>
        }
      />
      <Show when={agreed().budget}>
        {(budget) => (
          <p>
            A target of {targetWords(system().targetPercent ?? 0)} allows {duration(budget().budgetMs)} in the agreed
            hours of the year, {duration(system().allHours.budget?.budgetMs ?? 0)} in all hours. In agreed hours:{' '}
            {budgetWords(budget())}.
          </p>
        )}
      </Show>
    </div>
  )
}
