// What the pages of impact have in common: who may read them, the period, what is tried out, and the report.
import { createMemo, createSignal, type JSX, Match, Show, Switch } from 'solid-js'
import { formatInstant } from '../../domain/format.ts'
import type { ImpactReport } from '../../metrics/impact-figures.ts'
import { type Catalogue, catalogue } from '../../store/catalogue.ts'
import { useApp } from '../app/app-context.ts'
import { createLive } from '../app/live.ts'
import { CannotCompute } from '../availability/cannot-compute.tsx'
import { type Address, useAddress } from '../availability/page-address.ts'
import { periodName } from '../availability/period-choice.ts'
import { PeriodPicker } from '../availability/period-picker.tsx'
import { councilNames } from '../outages/outage-words.ts'
import { Button } from '../parts/control/button.tsx'
import { LinkButton } from '../parts/control/link-button.tsx'
import { Page } from '../parts/frame/page.tsx'
import { EmptyState } from '../parts/notice/empty-state.tsx'
import { Skeleton } from '../parts/notice/skeleton.tsx'
import { Doubts } from './doubts.tsx'
import { askedIds, createImpact, triedIn, useMaySeePounds, useReadableCouncils } from './impact-answer.ts'
import { type Compared, triedWords } from './tried-words.ts'
import { TryOut } from './try-out.tsx'
import { WhatIfSheet } from './what-if-sheet.tsx'
import './impact.css'

export interface Shown {
  readonly report: ImpactReport
  readonly names: Catalogue
  readonly address: Address
  readonly maySeePounds: boolean
  /** "Ashby and Brack". */
  readonly councils: string
  readonly tried: readonly string[]
}

interface ImpactFrameProps {
  readonly path: string
  readonly title: (names: Catalogue | undefined) => string
  readonly back?: ((address: Address) => { readonly href: string; readonly label: string }) | undefined
  readonly divisionId?: string | undefined
  /** What a try-out is compared by. */
  readonly compared: (report: ImpactReport) => Compared | undefined
  readonly children: (shown: Shown) => JSX.Element
}

type Readable = NonNullable<ReturnType<ReturnType<typeof useReadableCouncils>>>

export function ImpactFrame(props: ImpactFrameProps): JSX.Element {
  const address = useAddress(props.path, 'year')
  const readable = useReadableCouncils()
  const names = createLive(() => catalogue)
  const known = createMemo(() => {
    const [councils, read] = [readable(), names()]
    return councils && read ? { councils, names: read } : undefined
  })
  return (
    <Switch
      fallback={
        <Page title={props.title(names())} back={props.back?.(address)}>
          <Skeleton shape="figure" />
        </Page>
      }
    >
      <Match when={readable()?.length === 0}>
        <Page title={props.title(names())}>
          <EmptyState
            title="Only ICT, managers and client officers see what outages cost"
            icon="lock"
            action={<LinkButton href="/availability">Go to availability</LinkButton>}
          >
            Ask one of them for the figure that you need.
          </EmptyState>
        </Page>
      </Match>
      <Match when={known()}>
        {(ready) => <Framed {...props} address={address} readable={ready().councils} names={ready().names} />}
      </Match>
    </Switch>
  )
}

interface FramedProps extends ImpactFrameProps {
  readonly address: Address
  readonly readable: Readable
  readonly names: Catalogue
}

function Framed(props: FramedProps): JSX.Element {
  const { now } = useApp()
  const maySee = useMaySeePounds()
  const [isAsking, setAsking] = createSignal(false)
  const { answer, error } = createImpact(props.address, () => props.readable)
  const tried = createMemo(() => triedWords(triedIn(props.address), props.names))
  const asked = () => askedIds(props.address, props.readable)
  const councils = () => councilNames(asked(), props.names.councils)
  const shown = (report: ImpactReport): Shown => ({
    report,
    names: props.names,
    address: props.address,
    maySeePounds: maySee(asked()),
    councils: councils(),
    tried: tried(),
  })
  return (
    <Page
      title={props.title(props.names)}
      lead={
        <Show when={answer()}>
          {(report) => `${periodName(report().period)}, ${councils()}. As at ${formatInstant(report().now, now())}.`}
        </Show>
      }
      back={props.back?.(props.address)}
      actions={
        <>
          <Button kind="quiet" icon="print" onClick={() => window.print()}>
            Print
          </Button>
          <Button onClick={() => setAsking(true)}>What if</Button>
          <LinkButton href={`/impact/facts${props.divisionId ? `?division=${props.divisionId}` : ''}`}>
            What is assumed
          </LinkButton>
        </>
      }
    >
      <PeriodPicker address={props.address} councils={props.readable} />
      <Show when={error()}>
        <CannotCompute />
      </Show>
      <Show when={answer()} fallback={<Skeleton shape="figure" />}>
        {(report) => (
          <>
            <Show when={tried().length > 0 && props.compared(report())}>
              {(compared) => (
                <TryOut
                  address={props.address}
                  readable={() => props.readable}
                  tried={tried()}
                  shown={compared()}
                  pick={props.compared}
                />
              )}
            </Show>
            <Doubts report={doubtsOf(report(), props.divisionId)} names={props.names} maySeePounds={maySee(asked())} />
            {props.children(shown(report()))}
          </>
        )}
      </Show>
      <WhatIfSheet
        open={isAsking()}
        onClose={() => setAsking(false)}
        address={props.address}
        names={props.names}
        divisionId={props.divisionId}
      />
    </Page>
  )
}

/** Of one division only what is missing there. */
function doubtsOf({ notAsked, withoutRate }: ImpactReport, divisionId: string | undefined) {
  const own = (places: ImpactReport['notAsked']) =>
    divisionId === undefined ? places : places.filter((place) => place.divisionId === divisionId)
  return { notAsked: own(notAsked), withoutRate: own(withoutRate) }
}
