import { type JSX, Show } from 'solid-js'
import { formatHours, formatPounds } from '../../domain/format.ts'
import type { LossFigure } from '../../metrics/impact-figures.ts'
import { Figure } from '../parts/show/figure.tsx'
import { rangeWords } from './impact-words.ts'

interface HeadlineProps {
  readonly figure: LossFigure
  /** Some divisions were not asked: the figure is the least it can be. */
  readonly isAtLeast: boolean
  /** What stands in place of pounds. */
  readonly noPounds: string
  /** A figure more, of the page's own. */
  readonly children?: JSX.Element
}

/** Hours and pounds to read first, each with its range. */
export function Headline(props: HeadlineProps): JSX.Element {
  const atLeast = () => (props.isAtLeast ? ', at least' : '')
  return (
    <div class="impact-headline">
      <Figure
        label={`Lost working hours${atLeast()}`}
        value={formatHours(props.figure.lostMs.headline)}
        unit="hours"
        basis={rangeWords(props.figure.lostMs, formatHours) ?? 'No two outages met'}
        details={<Ranges />}
      />
      <Show when={props.figure.grossPence} fallback={<p class="muted">{props.noPounds}</p>}>
        {(gross) => (
          <Figure
            label={`Cost, gross${atLeast()}`}
            value={formatPounds(gross().headline)}
            basis={rangeWords(gross(), formatPounds)}
            details={<p>Each lost hour at the hourly rate of its division, council and day.</p>}
          />
        )}
      </Show>
      <Show when={props.figure.netPence}>
        {(net) => (
          <Figure
            label="Cost, net"
            value={formatPounds(net().headline)}
            basis="Gross less the work that is caught up later"
            details={<p>The disruption stays as it was: only the cost is lower.</p>}
          />
        )}
      </Show>
      {props.children}
    </div>
  )
}

function Ranges(): JSX.Element {
  return (
    <>
      <p>
        People at work, times the share of their work that each outage stopped, for every minute of the division's own
        hours.
      </p>
      <p>
        Where several systems were out at once, the low figure counts the worst of them, the high one adds them up, and
        the headline takes them as hitting different tasks.
      </p>
      <p>
        <a href="/help#impact-ranges">What the range means</a>
      </p>
    </>
  )
}
