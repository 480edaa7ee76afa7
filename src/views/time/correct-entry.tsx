import type { JSX } from 'solid-js'
import { Show } from 'solid-js'
import type { Recorded } from '../../domain/kinds.ts'
import { correctEntry } from '../../domain/mutations/record-time.ts'
import type { OwnTime } from '../../store/time.ts'
import type { EntryStory } from '../../store/time-story.ts'
import { useApp } from '../app/app-context.ts'
import { createLive } from '../app/live.ts'
import { LockedNote } from '../legal/locked-note.tsx'
import { createAct } from '../outages/act.ts'
import { savedHere } from '../outages/saved-here.ts'
import { Button } from '../parts/control/button.tsx'
import { Page } from '../parts/frame/page.tsx'
import { Skeleton } from '../parts/notice/skeleton.tsx'
import { createEntryDraft } from './entry-draft.ts'
import { EntryForm, entryFormId, type SaidEntry } from './entry-form.tsx'
import { typedOf } from './typed-entry.ts'

interface CorrectEntryProps {
  readonly story: EntryStory
  readonly own: OwnTime
  readonly today: string
  readonly back: { readonly href: string; readonly label: string }
  readonly onDone: () => void
}

/** An entry as it was after all: a new one that takes its place, with the old one in its history. */
export function CorrectEntry(props: CorrectEntryProps): JSX.Element {
  const team = createLive(() => {
    const { teamId } = props.story.current
    return (reads) => reads.get('team', teamId)
  })
  return (
    <Show
      when={team()}
      fallback={
        <Page title="Correct" narrow back={props.back}>
          <Skeleton shape="rows" count={5} />
        </Page>
      }
    >
      {(found) => <Form {...props} team={found()} />}
    </Show>
  )
}

function Form(props: CorrectEntryProps & { readonly team: Recorded<'team'> }): JSX.Element {
  const { store, tell } = useApp()
  const { act, problem, isBusy, undo } = createAct()
  // As it was when the form was opened: what another device changes meanwhile becomes a second statement, and is asked about.
  const { current: entry, narrative, isLocked } = props.story
  const text = narrative?.text ?? ''
  const draft = createEntryDraft(`correct:${entry.id}`, entry.teamId, typedOf(entry, text, props.today))
  /** Words that were not seen here stay: what is said now comes after them, or waits until they can be read. */
  const besideUnseen = async (said: string) => {
    const unseen = narrative && (await store.reads.get('narrative', narrative.id))
    return [unseen?.text ?? '', said].filter(Boolean).join('\n')
  }
  const save = async (typed: SaidEntry) => {
    const said = isLocked ? { ...typed, narrative: await besideUnseen(typed.narrative) } : typed
    const written = await act(correctEntry, { entryId: entry.id, ...said })
    const entryId = written?.find(({ k }) => k === 'entry')?.id
    if (!entryId) return
    draft.clear()
    props.onDone()
    const before = isLocked ? undefined : undo(correctEntry, { entryId, ...saidOf(entry), narrative: text })
    tell(`Corrected. ${savedHere()}`, before)
  }
  return (
    <Page
      title="Correct"
      lead="What was recorded before stays in the history."
      narrow
      back={props.back}
      bottom={
        <>
          <Button type="submit" form={entryFormId} kind="primary" icon="check" busy={isBusy()}>
            Save
          </Button>
          <Show when={draft.isChanged()}>
            <Button kind="quiet" onClick={draft.clear}>
              Start again
            </Button>
          </Show>
        </>
      }
    >
      <Show when={props.story.isLocked}>
        <LockedNote />
      </Show>
      <EntryForm
        draft={draft}
        team={props.team}
        today={props.today}
        entry={entry}
        own={props.own}
        problem={problem()}
        onSave={save}
      />
    </Page>
  )
}

const saidOf = ({
  teamId,
  matterId,
  activity,
  chargeability,
  workedOn,
  startAt,
  endAt,
  seconds,
  isEstimated,
}: Recorded<'entry'>) => ({
  ...{ teamId, matterId, activity, chargeability, workedOn, startAt, endAt, seconds, isEstimated },
})
