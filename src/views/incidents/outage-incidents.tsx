import type { JSX } from 'solid-js'
import { createMemo, createSignal, For, Show } from 'solid-js'
import { mayWrite } from '../../domain/access.ts'
import { formatCount, formatWhen } from '../../domain/format.ts'
import { incidentReference } from '../../domain/incident-words.ts'
import type { Recorded } from '../../domain/kinds.ts'
import { notesScope } from '../../domain/scope.ts'
import { useApp, useMay } from '../app/app-context.ts'
import { createLive } from '../app/live.ts'
import { Button } from '../parts/control/button.tsx'
import { LinkButton } from '../parts/control/link-button.tsx'
import { Sheet } from '../parts/notice/sheet.tsx'
import { Badge } from '../parts/show/badge.tsx'
import { Card } from '../parts/show/card.tsx'
import { Row } from '../parts/show/row.tsx'
import { RowList } from '../parts/show/row-list.tsx'
import { stateWord } from './incident-words.ts'
import { childrenOf } from './outage-children.ts'
import { PriorityMark } from './priority-mark.tsx'
import { ResolveChildren } from './resolve-children.tsx'
import './incident-page.css'

interface OutageIncidentsProps {
  readonly outage: Recorded<'outage'>
  /** What the outage is called. */
  readonly title: string
}

const shownAtFirst = 6

/** What people raised because of an outage; once it has ended, all of it is offered to be resolved in one act. */
export function OutageIncidents(props: OutageIncidentsProps): JSX.Element {
  const { store, now } = useApp()
  const may = useMay()
  const [isAll, setAll] = createSignal(false)
  const [isResolving, setResolving] = createSignal(false)
  const children = createLive(() => {
    const { id } = props.outage
    return (reads) => childrenOf(reads, id)
  })
  const all = () => children() ?? []
  const shown = () => (isAll() ? all() : all().slice(0, shownAtFirst))
  const open = createMemo(() =>
    all().filter(
      ({ incident }) => incident.flags.isOpen && mayWrite(store.access(), notesScope(incident.councilId), 'work_note'),
    ),
  )
  return (
    <Show when={children()}>
      <Card
        title={`Incidents because of this outage: ${formatCount(all().length)}`}
        flush
        actions={
          <Show when={may('ict') && props.outage.endAt === null}>
            <LinkButton href={`/incidents/new?outage=${props.outage.id}`} kind="quiet" icon="plus">
              Raise one
            </LinkButton>
          </Show>
        }
      >
        <Show when={all().length > 0} fallback={<p class="card-note muted">None is linked to it.</p>}>
          <RowList label="Incidents because of this outage">
            <For each={shown()}>
              {({ incident }) => (
                <Row
                  href={`/incidents/${incident.id}`}
                  title={incident.title}
                  detail={`${incidentReference(incident)}, raised ${formatWhen(incident.raisedAt, now())}`}
                  aside={
                    <span class="cluster">
                      <PriorityMark priority={incident.priority} />
                      <Badge tone={incident.flags.isOpen ? 'accent' : 'neutral'}>{stateWord(incident.state)}</Badge>
                    </span>
                  }
                />
              )}
            </For>
          </RowList>
          <Show when={all().length > shown().length || (props.outage.endAt !== null && open().length > 0)}>
            <div class="card-note cluster no-print">
              <Show when={props.outage.endAt !== null && open().length > 0}>
                <Button icon="check" onClick={() => setResolving(true)}>
                  Resolve them with it
                </Button>
              </Show>
              <Show when={all().length > shown().length}>
                <Button kind="quiet" onClick={() => setAll(true)}>
                  Show all {formatCount(all().length)}
                </Button>
              </Show>
            </div>
          </Show>
        </Show>
        <Sheet open={isResolving()} title="Resolve them with the outage" onClose={() => setResolving(false)}>
          <ResolveChildren
            title={props.title}
            endAt={props.outage.endAt ?? now()}
            open={open()}
            onDone={() => setResolving(false)}
          />
        </Sheet>
      </Card>
    </Show>
  )
}
