import type { JSX } from 'solid-js'
import { createEffect, createMemo, createSignal, For, on, onCleanup, Show } from 'solid-js'
import type { DeskQuestion, IncidentRow } from '../../desk/question.ts'
import { formatWhen } from '../../domain/format.ts'
import { sameValue } from '../../domain/merge.ts'
import { openOutages } from '../../store/outages.ts'
import { useApp } from '../app/app-context.ts'
import { createLive } from '../app/live.ts'
import { levelSentence } from '../outages/outage-words.ts'
import { Button } from '../parts/control/button.tsx'
import { Banner } from '../parts/notice/banner.tsx'
import { createDeskAnswer } from './desk-answer.ts'
import type { DeskNames } from './incident-names.ts'
import { type RaiseDraft, systemsMeant } from './raise-draft.ts'
import './incident-page.css'

interface DuplicateGuardProps {
  readonly draft: RaiseDraft
  readonly names: DeskNames
  /** Whether this device holds the desk of the council; else only outages are known here. */
  readonly asksDesk: boolean
  readonly onAddToOutage: (link: { readonly outageId: string; readonly systemId: string }) => void
  readonly onAddToIncident: (row: IncidentRow) => void
}

type SimilarQuestion = Extract<DeskQuestion, { type: 'similar' }>

/** A name that is still being typed is no question yet. */
const pauseMs = 400
const mostShown = 3

/** What is open already and may be the same: add to it, or raise another one. Nothing is stopped. */
export function DuplicateGuard(props: DuplicateGuardProps): JSX.Element {
  const { now } = useApp()
  const title = createSettled(() => props.draft.title)
  const meant = createMemo(() =>
    systemsMeant({ systemId: props.draft.systemId, title: title() }, [...props.names.systems.values()]),
  )
  const open = createLive(() => openOutages)
  const outages = createMemo(() => {
    const ids = new Set(meant().map(({ id }) => id))
    const { councilId, outageId } = props.draft
    const reaches = ({ councilIds }: { readonly councilIds: readonly string[] }) =>
      councilIds.length === 0 || councilId === '' || councilIds.includes(councilId)
    const found = (open() ?? []).flatMap(({ outage, systems }) => {
      const system = systems.find(({ id }) => ids.has(id))
      return system && outage.id !== outageId && reaches(outage) ? [{ outage, system }] : []
    })
    return found.slice(0, mostShown)
  })
  const question = createMemo<SimilarQuestion | undefined>(
    () => {
      const { councilId } = props.draft
      const systemId = meant().length === 1 ? (meant()[0]?.id ?? null) : null
      if (!props.asksDesk || (systemId === null && title().trim() === '')) return undefined
      return { type: 'similar', councilId, systemId, title: title().trim() }
    },
    undefined,
    { equals: sameValue },
  )
  const similar = createDeskAnswer(question)
  const incidents = () => (similar()?.incidents ?? []).slice(0, mostShown)
  const found = () => [...outages().map(({ outage }) => outage.id), ...incidents().map(({ id }) => id)].join()
  const [separate, setSeparate] = createSignal('')
  const asks = () => found() !== '' && separate() !== found()
  let guard: HTMLDivElement | undefined
  // The system is chosen further down, in a sheet: once that has closed, the answer comes into sight.
  createEffect(
    on(
      () => props.draft.systemId,
      () => setTimeout(() => asks() && guard?.scrollIntoView?.({ block: 'nearest' }), pauseMs),
      { defer: true },
    ),
  )
  return (
    <div
      class="guard"
      role="status"
      ref={(element) => {
        guard = element
      }}
    >
      <Show when={asks()}>
        <div class="stack">
          <For each={outages()}>
            {({ outage, system }) => (
              <Banner
                tone="warn"
                title={`${levelSentence(system.name, outage.level)} already`}
                action={
                  <Button
                    aria-label={`Add to it: the outage of ${system.name}`}
                    onClick={() => props.onAddToOutage({ outageId: outage.id, systemId: system.id })}
                  >
                    Add to it
                  </Button>
                }
              >
                <p>
                  Since {formatWhen(outage.startAt, now())}. <a href={`/outages/${outage.id}`}>Look at it first</a>
                </p>
              </Banner>
            )}
          </For>
          <For each={incidents()}>
            {(row) => (
              <Banner
                tone="warn"
                title={`${row.reference} is open`}
                action={
                  <Button aria-label={`Add to it: ${row.reference}`} onClick={() => props.onAddToIncident(row)}>
                    Add to it
                  </Button>
                }
              >
                <p>
                  <a href={`/incidents/${row.id}`}>{row.title}</a>, raised {formatWhen(row.raisedAt, now())}
                </p>
              </Banner>
            )}
          </For>
          <div>
            <Button onClick={() => setSeparate(found())}>Separate</Button>
          </div>
        </div>
      </Show>
    </div>
  )
}

/** The text once nobody has typed for a moment. */
function createSettled(text: () => string): () => string {
  const [settled, setSettled] = createSignal(text())
  createEffect(() => {
    const next = text()
    const timer = setTimeout(() => setSettled(next), pauseMs)
    onCleanup(() => clearTimeout(timer))
  })
  return settled
}
