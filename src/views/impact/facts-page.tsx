// What managers say of divisions' work and its cost: by division, or by system for one that the address names.
import { useSearchParams } from '@solidjs/router'
import { createMemo, createSignal, For, type JSX, Match, Show, Switch } from 'solid-js'
import { localDateAt } from '../../domain/zone.ts'
import { catalogue } from '../../store/catalogue.ts'
import { useApp, useMay } from '../app/app-context.ts'
import { createLive } from '../app/live.ts'
import { Button } from '../parts/control/button.tsx'
import { LinkButton } from '../parts/control/link-button.tsx'
import { Select } from '../parts/form/select.tsx'
import { Page } from '../parts/frame/page.tsx'
import { EmptyState } from '../parts/notice/empty-state.tsx'
import { Skeleton } from '../parts/notice/skeleton.tsx'
import { Card } from '../parts/show/card.tsx'
import { RowList } from '../parts/show/row-list.tsx'
import { reportZone } from '../systems/known-entry.ts'
import { DivisionFacts, SystemRow } from './division-facts.tsx'
import { FactSheet, type Opened } from './fact-sheet.tsx'
import type { Facts } from './facts.ts'
import { useReadableCouncils } from './impact-answer.ts'
import './facts-page.css'
import { RecordConflicts } from '../sync/record-conflicts.tsx'

export function FactsPage(): JSX.Element {
  const { now } = useApp()
  const readable = useReadableCouncils()
  const read = createLive(() => async (reads) => ({
    names: await catalogue(reads),
    assumptions: await reads.all('assumption'),
    rates: await reads.all('hourly_rate'),
  }))
  const today = createMemo(() => localDateAt(reportZone, now()))
  const facts = createMemo((): Facts | undefined => {
    const [councils, known] = [readable(), read()]
    return councils && known ? { ...known, councils, today: today() } : undefined
  })
  return (
    <Page
      title="What is assumed"
      narrow
      back={{ href: '/impact', label: 'Impact' }}
      lead="What divisions say of their work. The figures of Impact rest on it: each answer keeps its date, source and author."
    >
      <RecordConflicts kinds={['assumption', 'hourly_rate']} />
      <Switch fallback={<Skeleton shape="rows" count={8} />}>
        <Match when={readable()?.length === 0}>
          <EmptyState title="Only ICT, managers and client officers see what is assumed" icon="lock">
            Ask one of them if something here needs to change.
          </EmptyState>
        </Match>
        <Match when={facts()?.names.divisions.size === 0}>
          <EmptyState
            title="Divisions would be listed here"
            icon="people"
            action={<LinkButton href="/settings/divisions">Go to the divisions</LinkButton>}
          />
        </Match>
        <Match when={facts()}>{(known) => <Known {...known()} />}</Match>
      </Switch>
    </Page>
  )
}

function Known(props: Facts): JSX.Element {
  const [params, setParams] = useSearchParams<{ division: string; system: string }>()
  const [opened, setOpened] = createSignal<Opened>()
  const may = useMay()
  const system = () => props.names.systems.get(params.system ?? '')
  const divisions = () => [...props.names.divisions.values()]
  const division = () => props.names.divisions.get(params.division ?? '') ?? divisions()[0]
  return (
    <>
      <Show when={!may('manager')}>
        <p class="muted">Managers change it. Tell one of them what is wrong here.</p>
      </Show>
      <Show
        when={system()}
        fallback={
          <>
            <Select
              label="Division"
              width="medium"
              value={division()?.id}
              options={divisions().map(({ id, name }) => ({ value: id, label: name }))}
              onChange={(id) => setParams({ division: id }, { replace: true })}
            />
            <Show when={division()}>
              {(chosen) => <DivisionFacts {...props} division={chosen()} onOpen={setOpened} />}
            </Show>
          </>
        }
      >
        {(chosen) => (
          <Card
            title={`Who relies on ${chosen().name}`}
            flush
            actions={
              <Button kind="quiet" onClick={() => setParams({ system: undefined })}>
                By division
              </Button>
            }
          >
            <RowList label={`Who relies on ${chosen().name}`}>
              <For each={divisions()}>
                {({ id, name }) => (
                  <SystemRow {...props} title={name} divisionId={id} systemId={chosen().id} onOpen={setOpened} />
                )}
              </For>
            </RowList>
          </Card>
        )}
      </Show>
      <FactSheet {...props} opened={opened()} onClose={() => setOpened()} />
    </>
  )
}
