import { createMemo, createSignal, For, type JSX, Show } from 'solid-js'
import { formatHours, formatInstant, formatRange } from '../../domain/format.ts'
import type { ImpactReport, OutageShare, RootShare, SystemsShare } from '../../metrics/impact-figures.ts'
import type { Catalogue } from '../../store/catalogue.ts'
import { useApp } from '../app/app-context.ts'
import { Button } from '../parts/control/button.tsx'
import { Card } from '../parts/show/card.tsx'
import { Row } from '../parts/show/row.tsx'
import { RowList } from '../parts/show/row-list.tsx'
import { outagesWords, poundsOrDash, shareWords, systemsWords } from './impact-words.ts'

interface CausesProps {
  readonly systems: readonly SystemsShare[]
  readonly outages: readonly OutageShare[]
  /** Where the outages' titles and times are. */
  readonly report: Pick<ImpactReport, 'outages'>
  readonly names: Catalogue
  readonly hasPounds: boolean
}

/** What the hours come from: systems at the root, then each outage. The parts add up to the headline. */
export function Causes(props: CausesProps): JSX.Element {
  const { now } = useApp()
  const whole = () => props.systems.reduce((sum, { lostMs }) => sum + lostMs, 0)
  const known = createMemo(() => new Map(props.report.outages.map((outage) => [outage.outageId, outage])))
  return (
    <div class="impact-columns">
      <Card title="By system" flush>
        <Some label="By system" none="No system took working hours in this period." all={props.systems}>
          {(share) => (
            <Row
              href={share.systemIds.length === 1 ? `/systems/${share.systemIds[0]}` : undefined}
              title={systemsWords(share, props.names)}
              detail={`${shareWords(share.lostMs, whole())} of the hours, ${outagesWords(share.outageCount)}${share.systemIds.length > 1 ? ' that hit them together' : ''}`}
              aside={<Share share={share} hasPounds={props.hasPounds} />}
            />
          )}
        </Some>
      </Card>
      <Card title={`By outage: ${props.outages.length}`} flush>
        <Some label="By outage" atFirst={8} none="No outage took working hours in this period." all={props.outages}>
          {(share) => (
            <Show when={known().get(share.outageId)}>
              {(outage) => (
                <Row
                  href={`/outages/${share.outageId}`}
                  title={outage().title || systemsWords(outage(), props.names)}
                  detail={timesWords(outage(), now())}
                  aside={<Share share={share} hasPounds={props.hasPounds} />}
                />
              )}
            </Show>
          )}
        </Some>
      </Card>
    </div>
  )
}

function timesWords({ startAt, endAt }: ImpactReport['outages'][number], now: number): string {
  return endAt === null ? `${formatInstant(startAt, now)}, still open` : formatRange(startAt, endAt, now)
}

/** Hours over pounds, right of a row. */
export function Share(props: { readonly share: RootShare; readonly hasPounds: boolean }): JSX.Element {
  return (
    <span class="impact-share number">
      {formatHours(props.share.lostMs)} h
      <Show when={props.hasPounds}>
        <span class="impact-share__cost">{poundsOrDash(props.share.grossPence)}</span>
      </Show>
    </span>
  )
}

interface SomeProps<T> {
  readonly label: string
  readonly none: string
  /** So many, then the rest on a tap; all when not given. */
  readonly atFirst?: number
  readonly all: readonly T[]
  readonly children: (one: T) => JSX.Element
}

/** The first of a list, and all of it on a tap. */
function Some<T>(props: SomeProps<T>): JSX.Element {
  const [isAll, setAll] = createSignal(false)
  const shown = () => (isAll() ? props.all : props.all.slice(0, props.atFirst))
  return (
    <Show when={props.all.length > 0} fallback={<p class="impact-none muted">{props.none}</p>}>
      <RowList label={props.label}>
        <For each={shown()}>{(one) => props.children(one)}</For>
      </RowList>
      <Show when={shown().length < props.all.length}>
        <div class="impact-none no-print">
          <Button kind="quiet" onClick={() => setAll(true)}>
            Show all {props.all.length}
          </Button>
        </div>
      </Show>
    </Show>
  )
}
