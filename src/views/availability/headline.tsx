import { type JSX, Show } from 'solid-js'
import { counted, formatPercent } from '../../domain/format.ts'
import type { BasisFigures } from '../../metrics/availability-report.ts'
import type { SystemReport } from '../../metrics/system-report.ts'
import { Figure } from '../parts/show/figure.tsx'
import { budgetWords, duration, inMinutes, noFigureWords, targetWords, verdict } from './figure-words.ts'

/** The figures to read first; each opens how it was worked out, and leads to the records under it. */
export function Headline(props: { readonly report: SystemReport }): JSX.Element {
  const system = () => props.report.system
  const agreed = () => system().agreed
  const allHours = () => system().allHours
  const reason = () => {
    const { noFigure } = system()
    return noFigure ? noFigureWords[noFigure] : undefined
  }
  return (
    <div class="headline">
      <Figure
        label="Available in agreed hours"
        value={agreed().availabilityPercent === null ? '–' : formatPercent(agreed().availabilityPercent)}
        basis={reason() ?? `Strictly, with any loss as down: ${formatPercent(agreed().strictAvailabilityPercent)}`}
        status={verdict(system()).status}
        details={<Working figures={agreed()} />}
      />
      <Figure
        label="Lost in agreed hours"
        value={reason() ? '–' : duration(agreed().lossMs)}
        basis={reason() ?? <BudgetBasis report={props.report} />}
        details={<Working figures={agreed()} />}
      />
      <Figure
        label="Available in all hours"
        value={allHours().availabilityPercent === null ? '–' : formatPercent(allHours().availabilityPercent)}
        basis={`${duration(allHours().lossMs)} lost, nights and weekends too`}
        details={<Working figures={allHours()} />}
      />
      <Figure
        label="Failures in agreed hours"
        value={reason() ? '–' : String(agreed().failureCount)}
        basis={reason() ?? restoreWords(agreed())}
        details={<Restoring figures={agreed()} />}
      />
    </div>
  )
}

function BudgetBasis(props: { readonly report: SystemReport }): JSX.Element {
  const system = () => props.report.system
  return (
    <Show when={system().agreed.budget} fallback="No target is agreed">
      {(budget) => (
        <>
          Target {targetWords(system().targetPercent ?? 0)}: {budgetWords(budget())}
        </>
      )}
    </Show>
  )
}

const restoreWords = ({ mtrsMs, openCount }: BasisFigures): string => {
  const open = openCount > 0 ? `, ${counted(openCount, 'still open', 'still open')}` : ''
  return mtrsMs === null ? `No time to restore: none${open}` : `${duration(mtrsMs)} to restore on average${open}`
}

function Working(props: { readonly figures: BasisFigures }): JSX.Element {
  return (
    <>
      <p>
        {inMinutes(props.figures.lossMs)} lost of {inMinutes(props.figures.serviceMs)} of service, each minute weighted
        by the share that was lost; {inMinutes(props.figures.downtimeMs)} had any loss.
      </p>
      <Show when={props.figures.excludedMs > 0}>
        <p>{inMinutes(props.figures.excludedMs)} of planned work are in neither number.</p>
      </Show>
      <p>
        <a href="#rests-on">The records under it</a>
      </p>
    </>
  )
}

function Restoring(props: { readonly figures: BasisFigures }): JSX.Element {
  return (
    <>
      <p>
        A failure is an unbroken run of loss. It belongs to the period in which it first touched agreed hours. The time
        to restore is the time with loss inside agreed hours, shared out over the failures.
      </p>
      <Show when={props.figures.mtrsElapsedRestoredMs !== null}>
        <p>
          On the clock, nights and weekends included, those restored in the period took{' '}
          {duration(props.figures.mtrsElapsedRestoredMs ?? 0)} on average.
        </p>
      </Show>
      <p>
        <a href="#rests-on">The records under it</a>
      </p>
    </>
  )
}
