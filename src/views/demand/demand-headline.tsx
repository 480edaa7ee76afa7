import type { JSX } from 'solid-js'
import { formatCount } from '../../domain/format.ts'
import type { DemandReport } from '../../metrics/demand-figures.ts'
import { periodName } from '../availability/period-choice.ts'
import { Figure } from '../parts/show/figure.tsx'
import { fateWords, medianWords, reopenedWords } from './demand-words.ts'

/** What there was to do, how it went, and what is left, to be read first. */
export function DemandHeadline(props: { readonly report: DemandReport }): JSX.Element {
  const total = () => props.report.total
  const backlog = () => props.report.backlog.reduce((sum, { count }) => sum + count, 0)
  return (
    <div class="stack">
      <p>{fateWords(total(), periodName(props.report.period))}</p>
      <div class="demand-figures">
        <Figure
          size="small"
          label="Raised"
          value={formatCount(total().raised)}
          basis="incidents and service requests"
        />
        <Figure
          size="small"
          label="Time to resolve, median"
          value={medianWords(total())}
          basis={`${of(total().timed, 'resolved', total().medianResolveMs)}, elapsed: waiting, nights and weekends are in it`}
        />
        <Figure
          size="small"
          label="Reopened"
          value={reopenedWords(total())}
          basis={of(total().everResolved, 'that were ever resolved', total().reopenedPercent)}
        />
        <Figure
          size="small"
          label="Backlog now"
          value={formatCount(backlog())}
          basis="whenever raised, not waiting for the requester"
        />
      </div>
    </div>
  )
}

const of = (count: number, what: string, figure: number | null) =>
  figure === null ? `Only ${formatCount(count)} ${what}: too few` : `of ${formatCount(count)} ${what}`
