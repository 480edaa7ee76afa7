import { useNavigate, useSearchParams } from '@solidjs/router'
import type { JSX } from 'solid-js'
import { createMemo, Show } from 'solid-js'
import { currentEntries } from '../../domain/current-entries.ts'
import type { Recorded } from '../../domain/kinds.ts'
import { dayNumber } from '../../domain/local-date.ts'
import { addEntry, removeEntry } from '../../domain/mutations/record-time.ts'
import { type OwnTime, ownTime } from '../../store/time.ts'
import { useApp } from '../app/app-context.ts'
import { createLive } from '../app/live.ts'
import { createAct } from '../outages/act.ts'
import { savedHere } from '../outages/saved-here.ts'
import { Button } from '../parts/control/button.tsx'
import { Page } from '../parts/frame/page.tsx'
import { Skeleton } from '../parts/notice/skeleton.tsx'
import { AllowedOnly } from '../settings/allowed-only.tsx'
import { createEntryDraft } from './entry-draft.ts'
import { EntryForm, entryFormId, type SaidEntry } from './entry-form.tsx'
import { NotInTeam } from './not-in-team.tsx'
import { dateAt, timeWords } from './time-words.ts'
import { newTyped } from './typed-entry.ts'
import { lastWork } from './work.ts'
import './time-page.css'

export function NewEntryPage(): JSX.Element {
  return (
    <AllowedOnly
      roles={['legal', 'practice_manager']}
      title="Add time"
      deed="record time"
      back={{ href: '/', label: 'Start' }}
    >
      <NewEntry />
    </AllowedOnly>
  )
}

const back = { href: '/time', label: 'Time' } as const

function NewEntry(): JSX.Element {
  const { store, now } = useApp()
  const today = createMemo(() => dateAt(now()))
  const own = createLive(() => {
    const on = today()
    return (reads) => ownTime(reads, store.access(), on)
  })
  return (
    <Show
      when={own()}
      fallback={
        <Page title="Add time" narrow back={back}>
          <Skeleton shape="rows" count={5} />
        </Page>
      }
    >
      {(known) => (
        <Show
          when={known().practice.team}
          fallback={
            <Page title="Add time" narrow back={back}>
              <NotInTeam practice={known().practice} />
            </Page>
          }
        >
          {(team) => <NewEntryForm own={known()} team={team()} today={today()} />}
        </Show>
      )}
    </Show>
  )
}

interface NewEntryFormProps {
  readonly own: OwnTime
  readonly team: Recorded<'team'>
  readonly today: string
}

function NewEntryForm(props: NewEntryFormProps): JSX.Element {
  const { tell } = useApp()
  const navigate = useNavigate()
  const [params] = useSearchParams<{ day?: string; matter?: string; time?: string }>()
  const { act, problem, isBusy, undo } = createAct()
  const { entries, timers, matters } = props.own
  const last = lastWork([...currentEntries(entries).entries, ...timers], matters)
  const asked = matters.open.find(({ id }) => id === params.matter)
  const on = dayNumber(params.day ?? '') === undefined ? props.today : (params.day ?? props.today)
  const first = newTyped(asked ? { ...last, matterId: asked.id } : last, on, props.today, params.time)
  // What was asked for by the address is another piece of time than what was being typed.
  const key = ['new', params.day, params.time, params.matter].filter(Boolean).join(':')
  const draft = createEntryDraft(key, props.team.id, first)
  const save = async (said: SaidEntry) => {
    const written = await act(addEntry, { ...said, source: 'typed' })
    const entryId = written?.find(({ k }) => k === 'entry')?.id
    if (!entryId) return
    draft.clear()
    navigate(said.workedOn === props.today ? '/time' : `/time?day=${said.workedOn}`, { replace: true })
    tell(`${timeWords(said.seconds)} recorded. ${savedHere()}`, undo(removeEntry, { entryId }))
  }
  return (
    <Page
      title="Add time"
      narrow
      back={back}
      bottom={
        <>
          <Button type="submit" form={entryFormId} kind="primary" icon="check" busy={isBusy()}>
            Save
          </Button>
          <Show when={draft.isChanged()}>
            <Button kind="quiet" onClick={draft.clear}>
              Clear
            </Button>
          </Show>
        </>
      }
    >
      <EntryForm
        draft={draft}
        team={props.team}
        today={props.today}
        own={props.own}
        problem={problem()}
        onSave={save}
      />
    </Page>
  )
}
