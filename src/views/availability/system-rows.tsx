import { createMemo, For, type JSX, Show } from 'solid-js'
import { formatPercent } from '../../domain/format.ts'
import type { SystemFigures } from '../../metrics/availability-report.ts'
import { BarStrip } from '../parts/chart/bar-strip.tsx'
import { Tag } from '../parts/show/tag.tsx'
import { dayBars } from './day-bars.ts'
import { duration, noFigureWords, verdict } from './figure-words.ts'
import type { Address } from './page-address.ts'
import './system-rows.css'

interface SystemRowsProps {
  /** The period's name: the days beside it are ninety whatever the period. */
  readonly period: string
  readonly systems: readonly SystemFigures[]
  readonly sustainedMs: number
  readonly address: Address
}

export function SystemRows(props: SystemRowsProps): JSX.Element {
  return (
    <ul class="system-rows">
      <For each={props.systems}>
        {(figures) => (
          <SystemRow figures={figures} period={props.period} sustainedMs={props.sustainedMs} address={props.address} />
        )}
      </For>
    </ul>
  )
}

interface SystemRowProps {
  readonly period: string
  readonly figures: SystemFigures
  readonly sustainedMs: number
  readonly address: Address
}

function SystemRow(props: SystemRowProps): JSX.Element {
  const bars = createMemo(() => dayBars(props.figures.days, props.sustainedMs))
  const agreed = () => props.figures.agreed
  const judged = () => verdict(props.figures)
  return (
    <li class="system-row">
      <div class="system-row__head">
        <h2 class="system-row__name">
          <a href={props.address.hrefWith({ system: props.figures.systemId, view: undefined })}>{props.figures.name}</a>
        </h2>
        <Tag status={judged().status}>{judged().words}</Tag>
      </div>
      <div class="system-row__figure">
        <span class="system-row__percent">{formatPercent(agreed().availabilityPercent)}</span>
        <span class="system-row__lost">
          <Show
            when={props.figures.noFigure}
            fallback={`${agreed().lossMs > 0 ? `${duration(agreed().lossMs)} lost` : 'Nothing lost'}, ${props.period}`}
          >
            {(reason) => noFigureWords[reason()]}
          </Show>
        </span>
      </div>
      <div class="system-row__days">
        <BarStrip label={`${props.figures.name}, day by day`} {...bars()} />
      </div>
    </li>
  )
}
