import type { JSX } from 'solid-js'
import { createSignal, For, Show } from 'solid-js'
import { mayWrite } from '../../domain/access.ts'
import type { Recorded } from '../../domain/kinds.ts'
import { saveNarrative } from '../../domain/mutations/narrative.ts'
import { legalScope, matterScope } from '../../domain/scope.ts'
import type { EntryStory } from '../../store/time-story.ts'
import { useApp } from '../app/app-context.ts'
import { LockedNote } from '../legal/locked-note.tsx'
import { createAct } from '../outages/act.ts'
import { createDraft } from '../outages/draft.ts'
import { ProblemNote } from '../outages/problem-note.tsx'
import { savedHere } from '../outages/saved-here.ts'
import { Button } from '../parts/control/button.tsx'
import { TextArea } from '../parts/form/text-area.tsx'
import { Card } from '../parts/show/card.tsx'
import { readersWords } from './time-words.ts'

interface NarrativeCardProps {
  readonly story: EntryStory
  /** undefined: none, or one that this person may not see. */
  readonly matter: Recorded<'matter'> | undefined
}

/** What was done, for those who may read it, to be changed where it stands. */
export function NarrativeCard(props: NarrativeCardProps): JSX.Element {
  const { store, tell } = useApp()
  const { act, problem, isBusy, undo } = createAct()
  const [isEditing, setEditing] = createSignal(false)
  const current = () => props.story.current
  const wallId = () => props.matter?.wallId ?? null
  const scope = () => (wallId() === null ? legalScope(current().teamId) : matterScope(wallId() ?? ''))
  // Behind a wall that this person does not stand behind, the matter is not here, and nothing can be written.
  const isOutside = () => current().matterId !== null && props.matter === undefined
  const may = () => !isOutside() && mayWrite(store.access(), scope(), 'narrative')
  const text = () => props.story.narrative?.text ?? ''
  const draft = createDraft(draftKey(props.story.current), text)
  const save = async () => {
    const [entryId, before, next] = [current().id, text(), draft.text()]
    if (!(await act(saveNarrative, { entryId, text: next }))) return
    draft.clear()
    setEditing(false)
    tell(`Saved. ${savedHere()}`, undo(saveNarrative, { entryId, text: before }))
  }
  return (
    <Card title="What was done">
      <Show
        when={may()}
        fallback={
          <p class="muted">Only the legal team reads and writes it, and only those named on a walled matter.</p>
        }
      >
        <Show
          when={!props.story.isLocked && (isEditing() || draft.isChanged())}
          fallback={
            <div class="stack stack--tight">
              <Show when={!props.story.isLocked} fallback={<LockedNote />}>
                <p class="narrative">{text() || <span class="muted">Nothing is written yet.</span>}</p>
              </Show>
              <For each={props.story.otherTexts}>
                {(other) => <p class="narrative muted">Also written, of a version that was not kept: {other}</p>}
              </For>
              <p class="muted small">{readersWords(props.matter)}</p>
              <Show when={!props.story.isLocked}>
                <div>
                  <Button kind="quiet" icon="edit" onClick={() => setEditing(true)}>
                    {text() === '' ? 'Write it' : 'Change it'}
                  </Button>
                </div>
              </Show>
            </div>
          }
        >
          <div class="stack" data-has-draft>
            <ProblemNote problem={problem()} />
            <TextArea
              label="What was done"
              hideLabel
              hint={readersWords(props.matter)}
              rows={4}
              maxLength={15_000}
              value={draft.text()}
              onInput={draft.setText}
            />
            <div class="cluster">
              <Button busy={isBusy()} onClick={save}>
                Save text
              </Button>
              <Button
                kind="quiet"
                onClick={() => {
                  draft.clear()
                  setEditing(false)
                }}
              >
                Leave as it was
              </Button>
            </div>
          </div>
        </Show>
      </Show>
    </Card>
  )
}

/** Names where the words belong, so that they go when the right to read them goes. */
const draftKey = ({ rootId, teamId, matterId }: Recorded<'entry'>) =>
  `${rootId}:narrative:${teamId}:${matterId ?? 'none'}`
