import { createMemo, createSignal, For, type JSX, Show } from 'solid-js'
import { mayRead } from '../../domain/access.ts'
import { formatDate, formatPence } from '../../domain/format.ts'
import type { Recorded } from '../../domain/kinds.ts'
import { addDays } from '../../domain/local-date.ts'
import { removals, saves } from '../../domain/mutations/keep-catalogue.ts'
import { legalScope } from '../../domain/scope.ts'
import { useApp } from '../app/app-context.ts'
import { createAct } from '../outages/act.ts'
import { Button } from '../parts/control/button.tsx'
import { IconButton } from '../parts/control/icon-button.tsx'
import { Banner } from '../parts/notice/banner.tsx'
import { EmptyState } from '../parts/notice/empty-state.tsx'
import { Sheet } from '../parts/notice/sheet.tsx'
import { Badge } from '../parts/show/badge.tsx'
import { Card } from '../parts/show/card.tsx'
import { type Column, Table } from '../parts/show/table.tsx'
import { personName, type TeamPractice } from './practice-reads.ts'
import {
  conflictingRates,
  draftOfRate,
  inOrderOfUse,
  type Names,
  newRateDraft,
  type RateDraft,
  rateState,
  rateWords,
} from './rate-draft.ts'
import { RateForm } from './rate-form.tsx'
import { WhatApplies } from './what-applies.tsx'
import './legal.css'

type Rate = Recorded<'charge_rate'>

interface RatesPartProps {
  readonly all: TeamPractice
  readonly today: string
}

/** Charge rates with their days; they lie where the matters are. */
export function RatesPart(props: RatesPartProps): JSX.Element {
  const { store } = useApp()
  return (
    <Show
      when={mayRead(store.access(), legalScope(props.all.team.id))}
      fallback={
        <EmptyState title="Charge rates are kept with the matters" icon="lock">
          A practice manager who keeps them also holds the role Legal. An administrator can give it.
        </EmptyState>
      }
    >
      <Rates {...props} />
    </Show>
  )
}

function Rates(props: RatesPartProps): JSX.Element {
  const { newId, tell } = useApp()
  const { act, undo } = createAct()
  const [edited, setEdited] = createSignal<{
    readonly id: string
    readonly before: RateDraft
    readonly isNew: boolean
  }>()
  const names: Names = {
    matter: (id) => props.all.matters.find((matter) => matter.id === id)?.reference ?? 'that is not here',
    council: (id) => props.all.councils.get(id)?.name ?? 'a council that is gone',
    person: (id) => personName(props.all, id),
  }
  const rows = createMemo(() => inOrderOfUse(props.all.rates))
  const remove = async (rate: Rate) => {
    const { id, ...doc } = rate
    if (!(await act(removals.charge_rate, { id }))) return
    // What was deleted stays deleted: undoing says the same anew.
    tell('Rate removed.', undo(saves.charge_rate, { id: newId(), doc }))
  }
  const acts = (rate: Rate) => {
    const name = `${rateWords(rate, names)} from ${formatDate(rate.from)}`
    return (
      <span class="row-acts">
        <IconButton
          icon="edit"
          label={`Change the rate of ${name}`}
          onClick={() => setEdited({ id: rate.id, before: draftOfRate(rate), isNew: false })}
        />
        <IconButton icon="bin" label={`Remove the rate of ${name}`} onClick={() => void remove(rate)} />
      </span>
    )
  }
  return (
    <>
      <For each={conflictingRates(props.all.rates)}>
        {([first]) => (
          <Show when={first}>
            {(rate) => (
              <Banner tone="warn" title={`Two rates of ${rateWords(rate(), names)} from one day`}>
                Both begin on {formatDate(rate().from)}, so neither can be used. Remove one, or give it another day.
              </Banner>
            )}
          </Show>
        )}
      </For>
      <WhatApplies all={props.all} today={props.today} />
      <Card
        title="Charge rates"
        flush
        actions={
          <Button
            kind="quiet"
            icon="plus"
            onClick={() => setEdited({ id: newId(), before: newRateDraft(props.today), isNew: true })}
          >
            Add a rate
          </Button>
        }
      >
        <Show
          when={rows().length > 0}
          fallback={<p class="legal-text muted">No rate yet: every entry is listed as unpriced.</p>}
        >
          <Table
            caption="Charge rates, those first that go first"
            hideCaption
            columns={columns(names, (rate) => rateState(rate, props.all.rates, props.today), acts)}
            rows={rows()}
          />
        </Show>
      </Card>
      <Sheet
        open={edited() !== undefined}
        title={edited()?.isNew ? 'Add a rate' : 'Change the rate'}
        onClose={() => setEdited()}
      >
        <Show when={edited()} keyed>
          {({ id, before }) => <RateForm id={id} before={before} all={props.all} onDone={() => setEdited()} />}
        </Show>
      </Sheet>
    </>
  )
}

const stateWords = { now: 'Applies', ahead: 'To come', replaced: 'Replaced', over: 'Over' } as const

const columns = (
  names: Names,
  stateOf: (rate: Rate) => ReturnType<typeof rateState>,
  acts: (rate: Rate) => JSX.Element,
): readonly Column<Rate>[] => [
  { key: 'for', label: 'For', isRowHeader: true, cell: (rate) => rateWords(rate, names) },
  { key: 'rate', label: 'An hour', isNumber: true, cell: ({ pencePerHour }) => formatPence(pencePerHour) },
  { key: 'from', label: 'From', cell: ({ from }) => formatDate(from) },
  { key: 'last', label: 'Last day', cell: ({ to }) => (to === null ? 'Lasts' : formatDate(addDays(to, -1))) },
  { key: 'state', label: 'Today', cell: (rate) => <Badge>{stateWords[stateOf(rate)]}</Badge> },
  { key: 'acts', label: 'Change', cell: acts },
]
