import type { JSX } from 'solid-js'
import { createMemo, createSignal, For, Show } from 'solid-js'
import { counted, formatCount } from '../../domain/format.ts'
import { changeReach } from '../../domain/mutations/run-outage.ts'
import { saveReach } from '../../domain/mutations/tell-outage.ts'
import type { Catalogue } from '../../store/catalogue.ts'
import type { OutageStory } from '../../store/outage-story.ts'
import { useApp } from '../app/app-context.ts'
import { Button } from '../parts/control/button.tsx'
import { Chips } from '../parts/form/chips.tsx'
import { Card } from '../parts/show/card.tsx'
import { createAct } from './act.ts'
import { dateOf } from './moment.ts'
import { peopleCount, reachShareLabels, reachShares } from './people.ts'
import { ProblemNote } from './problem-note.tsx'
import { ReachDivisions } from './reach-divisions.tsx'
import type { ReachDraft } from './reach-draft.ts'
import { changesOf, draftOf, peopleOfDraft } from './reach-draft.ts'

interface ReachCardProps {
  readonly story: OutageStory
  readonly names: Catalogue
}

/** Whom the outage reaches: councils and divisions with their people, never a number to be typed. */
export function ReachCard(props: ReachCardProps): JSX.Element {
  const { tell } = useApp()
  const { act, problem, isBusy } = createAct()
  const [edited, setEdited] = createSignal<ReachDraft>()
  const on = () => dateOf(props.story.outage.startAt)
  const recorded = createMemo(() => draftOf(props.story, props.names, on()))
  const draft = () => edited() ?? recorded()
  const count = createMemo(() => peopleCount(peopleOfDraft(draft(), props.story, props.names, on())))
  const toSave = createMemo(() => changesOf(draft(), props.story, props.names, on()))
  const setShare = ([share]: readonly (typeof reachShares)[number][]) => share && setEdited({ ...draft(), share })

  const save = async () => {
    const outageId = props.story.outage.id
    const changes = toSave()
    if (!changes) return
    const { councilIds, people } = changes
    const workaroundIn = (councilId: string) =>
      props.story.reaches.find((reach) => reach.councilId === councilId)?.workaround ?? ''
    const said = `Saved: about ${counted(count(), 'person', 'people')}.`
    if (councilIds && !(await act(changeReach, { outageId, councilIds: [...councilIds] }))) return
    for (const { councilId, divisions } of people) {
      const row = { outageId, councilId, divisions: [...divisions], workaround: workaroundIn(councilId) }
      if (!(await act(saveReach, row))) return
    }
    setEdited(undefined)
    tell(said)
  }

  return (
    <Card title="Whom does it reach?">
      <div class="stack">
        <ProblemNote problem={problem()} />
        <Chips
          label="Councils"
          options={[...props.names.councils.values()].map(({ id, shortName }) => ({ value: id, label: shortName }))}
          values={draft().councilIds}
          onChange={(councilIds) => setEdited({ ...draft(), councilIds })}
        />
        <For each={draft().councilIds}>
          {(councilId) => (
            <ReachDivisions
              councilId={councilId}
              names={props.names}
              on={on()}
              values={draft().divisionIds[councilId] ?? []}
              onChange={(ids) => setEdited({ ...draft(), divisionIds: { ...draft().divisionIds, [councilId]: ids } })}
            />
          )}
        </For>
        <Chips
          label="How many of them?"
          options={reachShares.map((share) => ({ value: share, label: reachShareLabels[share] }))}
          values={[draft().share].filter((share) => share !== undefined)}
          onChange={setShare}
          single
        />
        <Show when={toSave()} fallback={<p class="muted">Choose at least one council and division.</p>}>
          <div class="cluster cluster--apart">
            <p>
              About <strong class="number">{formatCount(count())}</strong> {count() === 1 ? 'person' : 'people'}
            </p>
            <Show when={edited()}>
              <Button busy={isBusy()} onClick={save}>
                Save people
              </Button>
            </Show>
          </div>
        </Show>
      </div>
    </Card>
  )
}
